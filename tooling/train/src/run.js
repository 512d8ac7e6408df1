// One run from fresh weights to the figure on the test digits. Prints nothing: `watch` is told of every event.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Runtime } from '@convlens/tensor-core';
import { save } from '@convlens/layers';
import { evaluate, softmaxCrossEntropy, Trainer } from '@convlens/layers/training';
import { choices } from './choices.js';

/**
 * @param settings as `parseOptions` returns them, with one `seed` and the resolved `output`.
 * @returns what the JSON line holds, the test digits' confusion matrix, and whether all planned steps were made.
 */
export async function trainOnce(settings, { train: digits, test }, { watch, signal }) {
  const { seed, epochs, batch: batchSize } = settings;
  const { train, validation } = digits.split({ validation: settings.validation, seed });
  const runtime = new Runtime(await choices.backend[settings.backend]());
  try {
    const model = choices.model[settings.model]();
    model.build(runtime, { seed });
    const trainer = new Trainer({
      model,
      optimizer: choices.optimizer[settings.optimizer](settings.learningRate),
      loss: softmaxCrossEntropy({ labelSmoothing: settings.labelSmoothing }),
      schedule: choices.schedule[settings.schedule](),
    });
    const clock = new TrainingClock();
    for await (const event of trainer.fit(train, { epochs, batchSize, seed, validation, signal })) {
      clock.hear(event);
      watch(event, clock);
      if (event.step === settings.stopAfter) break;
    }
    signal?.throwIfAborted();
    // Plain cross-entropy, also where the training loss smooths its labels: comparable from run to run.
    const { accuracy, loss, confusion } = await evaluate(model, test, { signal });
    await mkdir(dirname(settings.output), { recursive: true });
    const { permute } = settings;
    const dataset =
      permute === undefined ? settings.dataset : `${settings.dataset}, pixels permuted with seed ${permute}`;
    await save(model, settings.output, { dataset, seed, epochs, testAccuracy: accuracy });
    const { threads } = runtime.backend.report();
    return {
      result: {
        dataset: settings.dataset,
        ...(permute !== undefined && { permute }),
        model: settings.model,
        parameters: model.summary().parameterCount,
        epochs,
        seed,
        backend: settings.backend,
        threads,
        imagesPerSecond: clock.imagesPerSecond,
        trainSeconds: clock.seconds,
        testAccuracy: accuracy,
        testLoss: loss,
        checkpoint: settings.output,
      },
      confusion,
      classNames: test.classNames,
    };
  } finally {
    await runtime.dispose();
  }
}

/** Time spent in training steps, feeding included; what validation takes between epochs is left out. */
export class TrainingClock {
  #last;
  #now;
  seconds = 0;
  images = 0;

  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#last = now();
  }

  hear(event) {
    const now = this.#now();
    if (event.type === 'step') {
      this.seconds += (now - this.#last) / 1000;
      this.images += event.batchSize;
    }
    this.#last = now;
  }

  get imagesPerSecond() {
    return this.seconds === 0 ? 0 : this.images / this.seconds;
  }
}
