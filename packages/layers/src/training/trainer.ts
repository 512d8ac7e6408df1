/** The training loop: it owns the optimizer's state and the place in the run, and tells of every step. */
import type { Runtime } from '@convlens/tensor-core';
import type { TrainingData, TrainingEvent, TrainingStepEvent, Unsubscribe } from '@convlens/types';
import { assertPaths } from '../models/probe.js';
import type { Sequential } from '../models/sequential.js';
import type { HostWeights } from '../models/weights.js';
import { Batches } from './batches.js';
import type { BatchSizeChange } from './batches.js';
import { assertLossFits, assertTrainable } from './checks.js';
import * as errors from './errors.js';
import { evaluate } from './evaluate.js';
import type { EvaluateOptions, Evaluation } from './evaluate.js';
import { resolveFitOptions } from './fit-options.js';
import type { FitOptions, ResolvedFitOptions } from './fit-options.js';
import { Gate } from './gate.js';
import { HostTurn } from './host-turn.js';
import type { Loss } from './losses/loss.js';
import { Mean } from './metrics/mean.js';
import { isOfWeight, trainingPaths } from './paths.js';
import { OptimizerState } from './optimizer-state.js';
import type { HostSlots } from './optimizer-state.js';
import type { Optimizer } from './optimizers/optimizer.js';
import { constant } from './schedules/constant.js';
import type { Schedule } from './schedules/schedule.js';
import { trainStep } from './step.js';
import { Watching } from './watching.js';
import type { WatchListener, WatchRequest } from './watching.js';

export interface TrainerOptions {
  /** Built. */
  readonly model: Sequential;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  /** Factor on the optimizer's learning rate; `constant()` unless told. */
  readonly schedule?: Schedule;
  /** Takes a snapshot to `lastSnapshot` every so many steps; never unless told. */
  readonly snapshotEvery?: number;
}

/** Everything that a run can go on from, as plain arrays. */
export interface TrainerSnapshot {
  readonly format: 'convlens.training';
  readonly version: 1;
  /** Place in the run: give it to `fit` as `initialStep`. */
  readonly step: number;
  /** Updates that the optimizer has made, over all runs. */
  readonly updates: number;
  readonly optimizer: string;
  /** Where batches were of another size than `fit` was told; absent where none was. */
  readonly batchSizes?: readonly BatchSizeChange[];
  readonly weights: HostWeights;
  readonly slots: HostSlots;
}

export type TrainerPhase = 'idle' | 'training' | 'paused';

/**
 * Trains a model.
 *
 * Two runs with the same seeds end with the same bits. Where a device is lost, the step's error ends the loop, and
 * `lastSnapshot` (with `snapshotEvery`) is what to `restore` on another runtime; going on by itself is not here yet.
 *
 * @throws LayersError `NOT_BUILT`, `NEEDS_LOGITS`, `NEEDS_CLASSES`
 * @example
 * const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy(), schedule: cosineDecay() });
 * for await (const event of trainer.fit(data, { epochs: 3, batchSize: 64 })) console.log(event.step, event.loss);
 */
export class Trainer {
  readonly model: Sequential;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  readonly schedule: Schedule;
  readonly #snapshotEvery: number;
  readonly #state: OptimizerState;
  readonly #gate = new Gate();
  readonly #watching = new Watching();
  #release: (() => void) | undefined;
  #running: AbortController | undefined;
  #moving: Promise<void> | undefined;
  #step = 0;
  #updates = 0;
  #learningRate: number;
  /** Of the current run, in order; the last may be of a step to come. */
  #batchSizes: readonly BatchSizeChange[] = [];
  #nextBatchSize: number | undefined;
  #lastSnapshot: TrainerSnapshot | undefined;
  #disposed = false;

  constructor({ model, optimizer, loss, schedule = constant(), snapshotEvery = Infinity }: TrainerOptions) {
    // Asked for here so that an unbuilt model is told of at once.
    void model.parameters;
    assertLossFits(model, loss);
    model.becomeClassifier();
    this.model = model;
    this.optimizer = optimizer;
    this.#learningRate = optimizer.learningRate;
    this.loss = loss;
    this.schedule = schedule;
    this.#snapshotEvery = snapshotEvery;
    this.#state = new OptimizerState(optimizer, model);
  }

  /** Updates made in the current run, or in the last one. */
  get step(): number {
    return this.#step;
  }
  get phase(): TrainerPhase {
    if (!this.#gate.isOpen) return 'paused';
    return this.#running ? 'training' : 'idle';
  }
  get lastSnapshot(): TrainerSnapshot | undefined {
    return this.#lastSnapshot;
  }
  /** Before the schedule's factor: the optimizer's unless set. Counts from the next step on. */
  get learningRate(): number {
    return this.#learningRate;
  }
  /** @throws LayersError `INVALID_OPTION` */
  set learningRate(value: number) {
    if (!(value > 0 && value < Infinity))
      throw errors.invalidSetting('Trainer', 'learningRate', 'a number above 0', value);
    this.#learningRate = value;
  }
  /** Everything that can be watched: `conv1/output`, `conv1/filter/gradient`, `conv1/filter/firstMoment`, … */
  get paths(): readonly string[] {
    return trainingPaths(this.model, this.optimizer);
  }

  /**
   * Makes the batches of the steps to come larger or smaller; the epoch goes on where it is.
   * @throws LayersError `INVALID_OPTION`
   * @example for await (const { step } of trainer.fit(data, { batchSize: 32 })) if (step === 100) trainer.setBatchSize(128);
   */
  setBatchSize(batchSize: number): void {
    if (!Number.isSafeInteger(batchSize) || batchSize < 1)
      throw errors.invalidSetting('Trainer', 'batchSize', 'a whole number of 1 or more', batchSize);
    this.#nextBatchSize = batchSize;
  }

  /**
   * Trains while it is iterated: an event after each update and after each epoch.
   *
   * Leaving the loop, `stop()` or `signal` ends the run between two steps; the weights are those of the last step. A run
   * that is paused before it starts begins paused. See `FitOptions` for the options and their defaults.
   *
   * @throws LayersError `INVALID_OPTION`, `NO_DATA`, `DATA_SHAPE`, `ALREADY_TRAINING`, `LABEL_RANGE`; what the device throws.
   * @example for await (const { step, loss } of trainer.fit(data, { epochs: 1 })) console.log(step, loss);
   */
  fit(data: TrainingData, options: FitOptions = {}): AsyncGenerator<TrainingEvent, void, undefined> {
    const resolved = resolveFitOptions(options, this.model.seed);
    assertTrainable(this.model, this.loss, data);
    if (resolved.validation) assertTrainable(this.model, this.loss, resolved.validation);
    return this.#run(data, resolved);
  }

  /** Holds the run before its next step. */
  pause(): void {
    this.#gate.shut();
  }

  resume(): void {
    this.#gate.open();
  }

  /** Makes `count` steps (1 unless told), then pauses. */
  makeSteps(count = 1): void {
    this.#gate.open(count);
  }

  /** Ends the run before its next step, paused or not. */
  stop(): void {
    this.#running?.abort();
  }

  /**
   * Hands over values of the training steps to come: `conv1/output`, `conv1/preactivation`, `conv1/gradient`
   * (dLoss/dOutput), `conv1/filter`, `input`, `probabilities`. Weights end with the same bits, watched or not.
   *
   * @returns a function that ends it.
   * @throws LayersError `UNKNOWN_PATH`
   * @example const unwatch = trainer.watch({ path: 'conv1/output' }, ({ step, shape, data }) => draw(data));
   */
  watch(request: WatchRequest, listener: WatchListener): Unsubscribe {
    assertPaths([request.path], this.paths);
    return this.#watching.add(request, listener);
  }

  /** Loss, accuracy and confusion matrix with the weights of now. */
  evaluate(data: TrainingData, options: Omit<EvaluateOptions, 'loss'> = {}): Promise<Evaluation> {
    return evaluate(this.model, data, { ...options, loss: this.loss });
  }

  /** Weights, optimizer state and step of this moment, as plain arrays; training may go on meanwhile. */
  async snapshot(): Promise<TrainerSnapshot> {
    this.#assertLive();
    const place = { step: this.#step, updates: this.#updates };
    const [weights, slots] = await Promise.all([this.model.getWeights(), this.#state.read()]);
    return {
      format: 'convlens.training',
      version: 1,
      ...place,
      optimizer: this.optimizer.name,
      ...(this.#batchSizes.length > 0 && { batchSizes: this.#batchSizes }),
      weights,
      slots,
    };
  }

  /**
   * Goes back to a snapshot; `fit` then goes on with `initialStep: trainer.step`.
   * @throws LayersError `SNAPSHOT_MISMATCH`, `WEIGHTS_MISMATCH` before anything is changed, `ALREADY_TRAINING` during a run.
   */
  restore(snapshot: TrainerSnapshot): void {
    this.#assertLive();
    if (this.#running) throw errors.alreadyTraining('restore');
    if (snapshot.format !== 'convlens.training' || snapshot.version !== 1) {
      throw errors.snapshotMismatch(
        "format 'convlens.training' version 1",
        `${snapshot.format} version ${snapshot.version}`,
      );
    }
    if (snapshot.optimizer !== this.optimizer.name)
      throw errors.snapshotMismatch(`optimizer ${this.optimizer.name}`, snapshot.optimizer);
    this.#hold();
    this.#state.set(snapshot.slots);
    this.model.setWeights(snapshot.weights);
    this.#step = snapshot.step;
    this.#updates = snapshot.updates;
    this.#batchSizes = snapshot.batchSizes ?? [];
  }

  /** Moves weights, optimizer state and step to another runtime, between two steps of a run that may go on. */
  async to(runtime: Runtime): Promise<void> {
    this.#assertLive();
    while (this.#moving) await this.#moving;
    this.#moving = this.#move(runtime).finally(() => (this.#moving = undefined));
    await this.#moving;
  }

  /** Ends the run and frees the optimizer's state; the model lives on. */
  dispose(): void {
    this.stop();
    this.#disposed = true;
    this.#state.dispose();
    this.#release?.();
    this.#release = undefined;
  }

  async *#run(
    data: TrainingData,
    options: ResolvedFitOptions,
  ): AsyncGenerator<TrainingEvent, void, undefined> {
    this.#assertLive();
    if (this.#running) throw errors.alreadyTraining('fit');
    const running = (this.#running = new AbortController());
    const stop = (): void => running.abort();
    options.signal?.addEventListener('abort', stop);
    if (options.signal?.aborted) stop();
    try {
      this.#hold();
      this.#state.ensure();
      yield* this.#steps(data, options, running.signal);
    } finally {
      options.signal?.removeEventListener('abort', stop);
      this.#running = undefined;
    }
  }

  async *#steps(
    data: TrainingData,
    options: ResolvedFitOptions,
    signal: AbortSignal,
  ): AsyncGenerator<TrainingEvent, void, undefined> {
    if (options.initialStep === 0) this.#batchSizes = [];
    const settings = { ...options, classes: this.model.outputShape[0]! };
    const batches = new Batches(data, settings, this.#batchSizes);
    const turn = new HostTurn(options.yieldEveryMs);
    const epochLoss = new Mean();
    const epochAccuracy = new Mean();
    this.#step = options.initialStep;
    while (this.#step < batches.plannedSteps(options.epochs)) {
      await options.betweenSteps?.();
      await turn.take();
      if (!(await this.#gate.pass(signal))) return;
      while (this.#moving) await this.#moving;
      if (signal.aborted) return;
      this.#resize(batches);
      const plannedSteps = batches.plannedSteps(options.epochs);
      if (this.#step >= plannedSteps) return;
      const event = await this.#makeStep(batches, options.seed, plannedSteps);
      epochLoss.add(event.loss);
      epochAccuracy.add(event.accuracy);
      yield event;
      if (!batches.isLastOfEpoch(event.step)) continue;
      const { step, epoch } = event;
      const loss = epochLoss.take();
      const accuracy = epochAccuracy.take();
      const validated =
        options.validation && !signal.aborted ? await this.#validate(options.validation, signal) : {};
      yield { type: 'epoch', step, epoch, loss, accuracy, plannedSteps, ...validated };
    }
  }

  #resize(batches: Batches): void {
    if (this.#nextBatchSize === undefined) return;
    const change = { afterStep: this.#step, batchSize: this.#nextBatchSize };
    this.#nextBatchSize = undefined;
    batches.change(change);
    this.#batchSizes = [...this.#batchSizes, change];
  }

  async #makeStep(
    batches: Batches,
    seed: number,
    plannedSteps: number,
  ): Promise<TrainingStepEvent & { readonly accuracy: number }> {
    const step = this.#step + 1;
    const batch = batches.take(step);
    const learningRate = this.#learningRate * this.schedule(step, plannedSteps);
    const result = trainStep(batch, {
      model: this.model,
      loss: this.loss,
      seed,
      step,
      watched: this.#watching.at(step),
      slot: (path) => this.#state.slot(path),
      update: (gradients) => this.#state.update(gradients, { learningRate, update: this.#updates + 1 }),
    });
    this.#step = step;
    this.#updates++;
    // The step is awaited first: were a lost device to reject both, nobody would hear of the second.
    const { loss, accuracy, watched } = await result;
    if (step % this.#snapshotEvery === 0 && !this.#disposed) this.#lastSnapshot = await this.snapshot();
    this.#watching.deliver(step, watched, (path) => !isOfWeight(path, this.model));
    return {
      type: 'step',
      step,
      epoch: batches.epochOf(step),
      loss,
      accuracy,
      learningRate,
      batchSize: batch.size,
      plannedSteps,
    };
  }

  async #validate(
    data: TrainingData,
    signal: AbortSignal,
  ): Promise<{ validationLoss?: number; validationAccuracy?: number }> {
    try {
      const { loss, accuracy } = await this.evaluate(data, { signal });
      return { validationLoss: loss, validationAccuracy: accuracy };
    } catch (error) {
      // A run that was ended meanwhile ends without these figures.
      if (signal.aborted) return {};
      throw error;
    }
  }

  async #move(runtime: Runtime): Promise<void> {
    const slots = await this.#state.read();
    // The old state stays until the weights have arrived: a move that fails, or a snapshot on the way, finds it whole.
    await this.model.move(runtime);
    this.#state.dispose();
    this.#state.set(slots);
  }

  #hold(): void {
    this.#release ??= this.model.hold();
  }

  #assertLive(): void {
    if (this.#disposed) throw errors.trainerDisposed();
  }
}
