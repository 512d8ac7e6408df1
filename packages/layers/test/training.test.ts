import { cpu } from '@convlens/backend-cpu';
import { gradients, Runtime, softmaxCrossEntropy as crossEntropyOf } from '@convlens/tensor-core';
import type { Backend } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { delayed } from '@convlens/tensor-core/testing';
import { randomKey, uniformAt } from '@convlens/random';
import type { TrainingData, TrainingEvent } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { Conv2D, Dense, Dropout, Flatten, MaxPooling2D, Sequential } from '../src/index.js';
import {
  accuracy,
  adam,
  confusionMatrix,
  constant,
  cosineDecay,
  evaluate,
  linearDecay,
  mostConfused,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../src/training/index.js';
import type { FitOptions, Optimizer } from '../src/training/index.js';

/** Pictures of 6 x 6: a bright row is class 0, a bright column class 1, in any place and on noise. */
const stripes: TrainingData = {
  length: 96,
  imageShape: [6, 6, 1],
  classNames: ['row', 'column'],
  gather(rows, images, labels) {
    rows.forEach((row, i) => {
      const label = row % 2;
      labels[i] = label;
      for (let cell = 0; cell < 36; cell++) {
        const line = label === 0 ? Math.floor(cell / 6) : cell % 6;
        images[i * 36 + cell] = (line === (row >> 1) % 6 ? 1 : 0) + 0.2 * uniformAt(randomKey(1, row), cell);
      }
    });
  },
};

const smallNetwork = (dropout = 0): Sequential =>
  new Sequential({
    inputShape: [6, 6, 1],
    layers: [
      new Conv2D({ name: 'conv', filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }),
      new MaxPooling2D({ poolSize: 2 }),
      new Flatten(),
      ...(dropout > 0 ? [new Dropout({ rate: dropout })] : []),
      new Dense({ name: 'dense', units: 2 }),
    ],
  });

function trainerOn(
  backend: Backend,
  optimizer: Optimizer = adam({ learningRate: 0.02 }),
  model = smallNetwork(),
): Trainer {
  model.build(new Runtime(backend), { seed: 2 });
  return new Trainer({ model, optimizer, loss: softmaxCrossEntropy() });
}

async function run(trainer: Trainer, options: FitOptions): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  for await (const event of trainer.fit(stripes, options)) events.push(event);
  return events;
}

const backends = { reference, cpu, 'delayed(reference)': () => delayed(reference()) };

describe.each(Object.entries(backends))('a trainer on %s', (_, make) => {
  it('learns what can be learnt, and tells of every step and epoch', async () => {
    const trainer = trainerOn(await make());
    const events = await run(trainer, { epochs: 12, batchSize: 16, validation: stripes });
    expect(events.filter(({ type }) => type === 'step').map(({ step }) => step)).toEqual(
      Array.from({ length: 72 }, (_, i) => i + 1),
    );
    expect(events.filter(({ type }) => type === 'epoch').map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    const result = await trainer.evaluate(stripes);
    expect(result.accuracy).toBe(1);
    expect([...result.confusion.counts]).toEqual([48, 0, 0, 48]);
    expect(events.at(-1)).toMatchObject({ type: 'epoch', validationAccuracy: 1 });
  });
  it('allocates nothing from the second step on', async () => {
    const trainer = trainerOn(await make());
    const { runtime } = trainer.model;
    const seen: number[] = [];
    for await (const { type, step } of trainer.fit(stripes, { epochs: 3, batchSize: 16 })) {
      if (type === 'step' && step >= 2) seen.push(runtime.memory().allocations);
    }
    expect(new Set(seen).size).toBe(1);
  });
});

describe('a run', () => {
  it('gives the same bits from the same seeds, with dropout and shuffling', async () => {
    const weights = async (seed: number): Promise<unknown> => {
      const trainer = trainerOn(await cpu(), sgd({ learningRate: 0.1, momentum: 0.9 }), smallNetwork(0.3));
      await run(trainer, { epochs: 2, batchSize: 16, seed });
      return trainer.model.getWeights();
    };
    expect(await weights(5)).toEqual(await weights(5));
    expect(await weights(5)).not.toEqual(await weights(6));
  });
  it('is not changed by one bit when every value of it is watched', async () => {
    const plain = trainerOn(await cpu());
    await run(plain, { epochs: 2, batchSize: 16 });
    const watched = trainerOn(await cpu());
    const paths = new Set<string>();
    for (const path of watched.paths) watched.watch({ path, rows: 3 }, (value) => paths.add(value.path));
    await run(watched, { epochs: 2, batchSize: 16 });
    expect([...paths].sort()).toEqual([...watched.paths].sort());
    expect(await watched.model.getWeights()).toEqual(await plain.model.getWeights());
  });
  it('shows gradients that are those of the loss', async () => {
    const trainer = trainerOn(reference());
    const { model } = trainer;
    const gathered = { images: new Float32Array(96 * 36), labels: new Int32Array(96) };
    stripes.gather(
      Uint32Array.from({ length: 96 }, (_, i) => i),
      gathered.images,
      gathered.labels,
    );
    const { runtime } = model;
    // By hand: dLoss/dLogits of the whole set in one batch, without the trainer.
    const logits = model.call(runtime.tensor(gathered.images, [96, 6, 6, 1]));
    const [expected] = gradients(crossEntropyOf(logits, runtime.tensor(gathered.labels, [96])), [logits]);
    const seen: Float32Array[] = [];
    trainer.watch({ path: 'dense/gradient', rows: 96 }, ({ data }) => seen.push(data));
    await run(trainer, { epochs: 1, batchSize: 96, shuffle: false });
    expect(seen).toHaveLength(1);
    const truth = await expected!.read();
    seen[0]!.forEach((value, i) => expect(Math.abs(value - truth[i]!)).toBeLessThan(1e-7));
  });
  it('pauses, makes single steps, goes on and stops', async () => {
    const trainer = trainerOn(await cpu());
    trainer.pause();
    const steps: number[] = [];
    const running = (async () => {
      for await (const { type, step } of trainer.fit(stripes, {
        epochs: 100,
        batchSize: 16,
        yieldEveryMs: 0,
      }))
        if (type === 'step') steps.push(step);
    })();
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
    await settle();
    expect([steps, trainer.phase]).toEqual([[], 'paused']);
    trainer.makeSteps(3);
    await expect.poll(() => steps.length).toBe(3);
    await settle();
    expect([steps, trainer.phase]).toEqual([[1, 2, 3], 'paused']);
    trainer.resume();
    await expect.poll(() => steps.length).toBeGreaterThan(3);
    trainer.stop();
    await running;
    const { length } = steps;
    await settle();
    expect([steps.length, trainer.phase]).toEqual([length, 'idle']);
  });
  it('ends between two steps when its signal aborts, without an error', async () => {
    const trainer = trainerOn(await cpu());
    const abort = new AbortController();
    const steps: number[] = [];
    for await (const { type, step } of trainer.fit(stripes, {
      epochs: 50,
      batchSize: 16,
      signal: abort.signal,
    })) {
      if (type === 'step') steps.push(step);
      if (step === 4) abort.abort();
    }
    expect(steps).toEqual([1, 2, 3, 4]);
  });
  it('goes on from a snapshot to the bits of a run that was never interrupted', async () => {
    const whole = trainerOn(await cpu());
    await run(whole, { epochs: 2, batchSize: 16 });
    const first = trainerOn(await cpu());
    for await (const { step } of first.fit(stripes, { epochs: 2, batchSize: 16 })) if (step === 5) break;
    const snapshot = structuredClone(await first.snapshot());
    const second = trainerOn(await cpu());
    second.restore(snapshot);
    await run(second, { epochs: 2, batchSize: 16, initialStep: snapshot.step });
    expect(await second.model.getWeights()).toEqual(await whole.model.getWeights());
  });
  it('moves to another runtime between two steps', async () => {
    const trainer = trainerOn(reference());
    await expect(
      (async () => {
        for await (const { type, step } of trainer.fit(stripes, { epochs: 2, batchSize: 16 })) {
          if (type !== 'step' || step !== 3) continue;
          await expect(trainer.model.to(new Runtime(await cpu()))).rejects.toMatchObject({
            code: 'MODEL_HELD',
          });
          await trainer.to(new Runtime(await cpu()));
        }
        return trainer.model.runtime.backend.name;
      })(),
    ).resolves.toBe('cpu');
  });
  it('changes its batch size in the middle of an epoch, and sees every example once', async () => {
    const trainer = trainerOn(await cpu());
    const seen: number[] = [];
    const counted: TrainingData = {
      ...stripes,
      gather(rows, images, labels) {
        seen.push(...rows);
        stripes.gather(rows, images, labels);
      },
    };
    const sizes: number[] = [];
    const epochs: number[] = [];
    for await (const { type, step, epoch, ...rest } of trainer.fit(counted, { epochs: 2, batchSize: 16 })) {
      if (type === 'epoch') epochs.push(step);
      else sizes.push((rest as { batchSize: number }).batchSize);
      if (type === 'step' && step === 2) trainer.setBatchSize(32);
      expect(epoch).toBe(step <= 4 ? 1 : 2);
    }
    // 2 x 16 + 2 x 32 = 96 = 3 x 32
    expect([sizes, epochs]).toEqual([
      [16, 16, 32, 32, 32, 32, 32],
      [4, 7],
    ]);
    expect(seen.slice(0, 96).sort((a, b) => a - b)).toEqual(Array.from({ length: 96 }, (_, i) => i));
    expect(new Set(seen.slice(96)).size).toBe(96);
  });
  it('goes on from a snapshot that was taken after a change of batch size', async () => {
    const changed = async (stopAt?: number) => {
      const trainer = trainerOn(await cpu());
      for await (const { type, step } of trainer.fit(stripes, { epochs: 2, batchSize: 16 })) {
        if (type === 'step' && step === 2) trainer.setBatchSize(32);
        if (step === stopAt) break;
      }
      return trainer;
    };
    const snapshot = structuredClone(await (await changed(4)).snapshot());
    const second = trainerOn(await cpu());
    second.restore(snapshot);
    await run(second, { epochs: 2, batchSize: 16, initialStep: snapshot.step });
    expect(await second.model.getWeights()).toEqual(await (await changed()).model.getWeights());
  });
  it('takes another learning rate from the next step on', async () => {
    const trainer = trainerOn(await cpu());
    const rates: number[] = [];
    for await (const event of trainer.fit(stripes, { epochs: 1, batchSize: 32 })) {
      if (event.type === 'step') rates.push(event.learningRate);
      trainer.learningRate = 0.5;
    }
    expect(rates).toEqual([0.02, 0.5, 0.5]);
    expect(() => (trainer.learningRate = NaN)).toThrow('learningRate');
    expect(() => trainer.setBatchSize(1.5)).toThrow('batchSize');
  });
  it('shows what made a weight move: its gradient and both moments give the weight that follows', async () => {
    const trainer = trainerOn(reference(), adam({ learningRate: 0.02 }));
    const parts = [
      'conv/filter',
      'conv/filter/gradient',
      'conv/filter/firstMoment',
      'conv/filter/secondMoment',
    ];
    const seen = new Map<string, number[]>(parts.map((path) => [path, []]));
    for (const path of parts) trainer.watch({ path }, ({ data }) => seen.get(path)!.push(data[7]!));
    await run(trainer, { epochs: 1, batchSize: 32 });
    const [weights, gradients, first, second] = parts.map((path) => seen.get(path)!) as [
      number[],
      number[],
      number[],
      number[],
    ];
    // Kingma & Ba's rule by hand, with the bias corrections in the learning rate.
    [1, 2].forEach((update) => {
      const i = update - 1;
      const m = 0.9 * first[i]! + 0.1 * gradients[i]!;
      const v = 0.999 * second[i]! + 0.001 * gradients[i]! ** 2;
      const rate = (0.02 * Math.sqrt(1 - 0.999 ** update)) / (1 - 0.9 ** update);
      expect(first[i + 1]).toBeCloseTo(m, 8);
      expect(second[i + 1]).toBeCloseTo(v, 8);
      expect(weights[i + 1]).toBeCloseTo(weights[i]! - (rate * m) / (Math.sqrt(v) + 1e-7), 6);
    });
  });
  it('refuses what does not fit before the first step', async () => {
    const trainer = trainerOn(await cpu());
    expect(() => trainer.fit({ ...stripes, length: 0 })).toThrow(
      expect.objectContaining({ code: 'NO_DATA' }) as Error,
    );
    expect(() => trainer.fit({ ...stripes, imageShape: [5, 5, 1] })).toThrow(
      expect.objectContaining({ code: 'DATA_SHAPE' }) as Error,
    );
    expect(() => trainer.fit(stripes, { epochs: 0 })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }) as Error,
    );
  });
});

describe('schedules', () => {
  it('begin at 1 and reach zero after the planned steps', () => {
    for (const schedule of [linearDecay(), cosineDecay()]) {
      expect(schedule(1, 10)).toBe(1);
      expect(schedule(11, 10)).toBeCloseTo(0, 15);
    }
    expect([constant()(1, 10), constant()(10, 10), linearDecay()(6, 10)]).toEqual([1, 1, 0.5]);
  });
  it('cosine decay is half a cosine to the last digit', () => {
    for (let step = 1; step <= 1001; step++) {
      expect(
        Math.abs(cosineDecay()(step, 1000) - (1 + Math.cos((Math.PI * (step - 1)) / 1000)) / 2),
      ).toBeLessThan(1e-15);
    }
  });
});

describe('metrics', () => {
  it('count what is right and what was taken for what', () => {
    expect(accuracy([1, 2, 3, 3], [1, 2, 0, 3])).toBe(0.75);
    const matrix = confusionMatrix([0, 0, 1, 2, 2, 2], [0, 1, 1, 1, 1, 2], 3);
    expect([...matrix.counts]).toEqual([1, 1, 0, 0, 1, 0, 0, 2, 1]);
    expect(mostConfused(matrix)).toEqual([
      { label: 2, prediction: 1, count: 2 },
      { label: 0, prediction: 1, count: 1 },
    ]);
  });
  it('evaluate means over examples, also where the last batch is smaller', async () => {
    const { model } = trainerOn(reference());
    const [whole, parts] = [
      await evaluate(model, stripes, { batchSize: 96 }),
      await evaluate(model, stripes, { batchSize: 7 }),
    ];
    expect(parts.loss).toBeCloseTo(whole.loss, 6);
    expect(parts.accuracy).toBe(whole.accuracy);
  });
});

describe('optimizers', () => {
  it('refuse settings that make no sense', () => {
    expect(() => adam({ learningRate: 0 })).toThrow('adam');
    expect(() => sgd({ nesterov: true })).toThrow('momentum');
  });
  it('follow the published worked steps of Adam: a first step of the learning rate, whatever the gradient', async () => {
    const model = new Sequential({
      inputShape: [1],
      layers: [new Dense({ name: 'd', units: 2, useBias: false })],
    });
    model.build(new Runtime(reference()), { seed: 1 });
    const before = (await model.getWeights())['d/kernel']!.data;
    const trainer = new Trainer({
      model,
      optimizer: adam({ learningRate: 0.01, epsilon: 0 }),
      loss: softmaxCrossEntropy(),
    });
    const data: TrainingData = {
      length: 1,
      imageShape: [1] as never,
      gather: (_, images, labels) => void ((images[0] = 1), (labels[0] = 0)),
    };
    for await (const event of trainer.fit(data, { batchSize: 1 })) void event;
    const after = (await model.getWeights())['d/kernel']!.data;
    expect(after[0]! - before[0]!).toBeCloseTo(0.01, 6);
    expect(after[1]! - before[1]!).toBeCloseTo(-0.01, 6);
  });
});
