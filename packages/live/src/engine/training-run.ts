/** One run of training inside the engine: a `Trainer`, its data, and the figures that the page is told. */
import type { Sequential } from '@convlens/layers';
import {
  adam,
  evaluate,
  linearDecay,
  softmaxCrossEntropy,
  Trainer,
  trainingPaths,
} from '@convlens/layers/training';
import type { TrainerSnapshot } from '@convlens/layers/training';
import type { OptimizerFacts, TrainingData, TrainingStepEvent, TrainSettings } from '@convlens/types';
import type { HistoryChunk } from '../protocol.js';

export interface TrainingRunOptions {
  readonly model: Sequential;
  readonly data: { readonly train: TrainingData; readonly validation: TrainingData };
  readonly settings: Required<TrainSettings>;
  readonly snapshotEvery: number;
  readonly yieldEveryMs: number;
  /** After each step; the next one waits for it. */
  readonly onStep: (step: number, chunk: HistoryChunk) => Promise<void>;
  readonly onSnapshot: (snapshot: TrainerSnapshot) => void;
  readonly onEnd: (error: unknown) => void;
}

/** Steps from one look at the validation digits to the next. */
const validateEvery = 50;

export class TrainingRun {
  readonly options: TrainingRunOptions;
  readonly trainer: Trainer;
  plannedSteps: number;
  epoch = 0;
  /** Of the update that was made last. */
  optimizer: OptimizerFacts | undefined;
  readonly #abort = new AbortController();
  #initialStep = 0;
  #finished: Promise<void> = Promise.resolve();
  /** What follows the step that was made last. */
  #between: Promise<void> = Promise.resolve();
  #arrived: (() => void) | undefined;
  #stepsLeft = 0;
  #since = performance.now();
  #images = 0;
  imagesPerSecond = 0;

  constructor(options: TrainingRunOptions) {
    const { model, settings, data } = options;
    this.options = options;
    this.trainer = new Trainer({
      model,
      optimizer: adam({ learningRate: settings.learningRate }),
      loss: softmaxCrossEntropy(),
      schedule: linearDecay(),
    });
    const { length } = data.train;
    // Until the first step tells better.
    this.plannedSteps = Math.floor(length / Math.min(settings.batchSize, length)) * settings.epochs;
  }

  restore(snapshot: TrainerSnapshot): void {
    this.trainer.restore(snapshot);
    this.#initialStep = snapshot.step;
  }

  /** From the next step on. */
  set({ learningRate, batchSize }: Pick<TrainSettings, 'learningRate' | 'batchSize'>): void {
    if (learningRate !== undefined) this.trainer.learningRate = learningRate;
    if (batchSize !== undefined) this.trainer.setBatchSize(batchSize);
  }

  start({ paused }: { readonly paused: boolean }): void {
    if (paused) this.trainer.pause();
    this.#finished = this.#train();
  }

  resume(): void {
    this.#since = performance.now();
    this.#images = 0;
    this.trainer.resume();
  }

  /** Resolves when the step that is being made is done. */
  async pause(): Promise<void> {
    this.trainer.pause();
    await this.#between;
    this.#arrived?.();
  }

  /** Resolves when the steps are made, or the run has ended. */
  async makeSteps(count: number): Promise<void> {
    this.#stepsLeft = count;
    const arrived = new Promise<void>((resolve) => (this.#arrived = resolve));
    this.trainer.makeSteps(count);
    await Promise.race([arrived, this.#finished]);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    this.trainer.stop();
    await this.#finished;
  }

  async #train(): Promise<void> {
    let failure: unknown;
    try {
      for await (const event of this.trainer.fit(this.options.data.train, {
        epochs: this.options.settings.epochs,
        batchSize: this.options.settings.batchSize,
        seed: this.options.settings.seed,
        initialStep: this.#initialStep,
        yieldEveryMs: this.options.yieldEveryMs,
        signal: this.#abort.signal,
      })) {
        if (event.type !== 'step') continue;
        this.#between = this.#tell(event);
        await this.#between;
      }
    } catch (error) {
      failure = error;
    } finally {
      this.trainer.dispose();
    }
    if (!this.#abort.signal.aborted) this.options.onEnd(failure);
  }

  async #tell(event: TrainingStepEvent): Promise<void> {
    const { step, epoch, plannedSteps, loss, accuracy = NaN, batchSize, learningRate } = event;
    const { name, settings } = this.trainer.optimizer;
    this.epoch = epoch;
    this.plannedSteps = plannedSteps;
    this.optimizer = { name, learningRate, update: step, settings };
    this.#measure(batchSize);
    const isDue = step % validateEvery === 0 || step === 1;
    const validation = isDue && !this.#abort.signal.aborted ? [{ step, ...(await this.#validate()) }] : [];
    await this.options.onStep(step, { step: [step], loss: [loss], accuracy: [accuracy], validation });
    if (step % this.options.snapshotEvery === 0) this.options.onSnapshot(await this.trainer.snapshot());
    if (this.#stepsLeft > 0 && --this.#stepsLeft === 0) this.#arrived?.();
  }

  async #validate(): Promise<{ readonly loss: number; readonly accuracy: number }> {
    const { loss, accuracy } = await evaluate(this.options.model, this.options.data.validation);
    return { loss, accuracy };
  }

  #measure(batchSize: number): void {
    this.#images += batchSize;
    const seconds = (performance.now() - this.#since) / 1000;
    if (seconds < 0.5) return;
    this.imagesPerSecond = this.#images / seconds;
    this.#since = performance.now();
    this.#images = 0;
  }
}

/** Everything that can be watched of a model in an engine. Its slots are there from the first step of a run on. */
export const pathsWhileTraining = (model: Sequential): readonly string[] => trainingPaths(model, adam());
