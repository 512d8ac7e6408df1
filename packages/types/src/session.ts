/**
 * How a view watches and commands a network that runs elsewhere (a worker, this thread, a recording).
 * Plain data crosses in both directions; a view never meets a tensor, a layer or a backend.
 */
import type { ImageBatch } from './images.js';
import type { ActivationName, ModelSummary } from './model.js';
import type { Source } from './source.js';
import type { Shape } from './tensor.js';
import type { TrainingHistory } from './training.js';

export interface ModelSession {
  /**
   * Watches one tensor. Equal requests share one source. The engine computes a watched value only
   * while somebody is subscribed.
   */
  tap(request: TapRequest): Source<TapValue>;
  /** Takes effect between two training steps and is answered with the step it took effect after. */
  send(command: ModelCommand): Promise<CommandReply>;
  readonly state: Source<SessionState>;
  readonly history: Source<TrainingHistory>;
}

export interface TapRequest {
  /**
   * `input`, or layer and part: `conv1/output`, `conv1/preactivation`, `conv1/gradient` (dLoss/dOutput),
   * `conv1/filter`, `conv1/bias`, `dense1/kernel`, …, `probabilities`. Of a training step also a weight's gradient and what the
   * optimizer remembers of it: `conv1/filter/gradient`, `conv1/filter/firstMoment`. And what the units of a layer of maps answer
   * to among the images it trains on, the first 1,000 at most: `conv1/patches` `[units, 9, height, width]`, the pixels of the first channel that
   * the nine strongest cells see (NaN is outside the image), and `conv1/answers` `[units, 9, 5]`, of each its value, image, class,
   * row and column. These are made anew whenever the network stands still.
   */
  readonly path: string;
  /**
   * Whose values: `'input'` (default) = of the image that was last sent by the `input` command, with the
   * weights of now; `'batch'` = of the batch being trained on. Weights are the same either way; a gradient is
   * of the batch.
   */
  readonly of?: 'input' | 'batch';
  /** How many rows of a batch to send, from the first; 1 unless told. */
  readonly rows?: number;
  /** At most every n-th training step; 1 unless told. A slow reader gets fewer. */
  readonly every?: number;
}

export interface TapValue {
  readonly path: string;
  /** The training step whose weights made it; 0 before the first. */
  readonly step: number;
  /** Raised by every `input` command: tells which image this value belongs to. */
  readonly inputId: number;
  /** With its batch axis (activations) or as stored (weights). */
  readonly shape: Shape;
  readonly data: Float32Array;
}

export interface TrainSettings {
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly learningRate?: number;
  readonly seed?: number;
}

/** A closed union: an engine answers an unknown type with a typed error. */
export type ModelCommand =
  | { readonly type: 'input'; readonly images: ImageBatch }
  /** Starts, or goes on after a pause. `from: 'scratch'` first re-initialises the weights with the seed. */
  | { readonly type: 'train'; readonly from?: 'here' | 'scratch'; readonly settings?: TrainSettings }
  | { readonly type: 'pause' }
  /** Makes `count` (1 unless told) updates, then pauses. */
  | { readonly type: 'step'; readonly count?: number }
  /** Ends the run and goes back to the weights that the session began with, or to untrained ones. */
  | { readonly type: 'reset'; readonly to?: 'start' | 'scratch' }
  /** From the next step of this run on, and for the runs to come. */
  | { readonly type: 'setLearningRate'; readonly learningRate: number }
  | { readonly type: 'setBatchSize'; readonly batchSize: number }
  /**
   * Another function after a layer's sums, or under `'all'` after those of every layer but the last. The weights stay, those of an
   * ended or paused run too; `reset` brings back what the session began with.
   */
  | { readonly type: 'setActivation'; readonly layer: string; readonly activation: ActivationName }
  /** Another number of each window, of one pooling layer or, under `'all'`, of all of them. */
  | { readonly type: 'setPooling'; readonly layer: string; readonly kind: 'max' | 'average' }
  /**
   * One number of a weight, by hand: `path` as in taps (`conv1/filter`), `index` row-major into the weight as it is stored. Scores
   * follow at once. Refused while the network trains; `reset` brings back what the session began with.
   */
  | { readonly type: 'setWeight'; readonly path: string; readonly index: number; readonly value: number };

export interface CommandReply {
  readonly step: number;
}

/** `idle`: weights are loaded and nothing trains; `ended`: the planned steps are done. */
export type SessionPhase = 'idle' | 'preparing' | 'training' | 'paused' | 'ended';

/** By which way the engine runs; see `docs/architecture.md`, "Live". */
export type EngineWay = 'host-worker' | 'module-worker' | 'blob-worker' | 'page';

/** How the engine came up: the way that works, and why those before it did not. */
export interface EngineStart {
  readonly way: EngineWay;
  readonly refused: readonly { readonly way: EngineWay; readonly reason: string }[];
}

export interface OptimizerFacts {
  /** `adam` */
  readonly name: string;
  /** With the schedule's factor in it. */
  readonly learningRate: number;
  /** Updates so far, this one among them. */
  readonly update: number;
  /** Its other numbers: `{ beta1, beta2, epsilon }`. */
  readonly settings: Readonly<Record<string, number>>;
}

export interface SessionState {
  readonly phase: SessionPhase;
  readonly model: ModelSummary;
  /** Updates since the weights were initialised in this session; 0 for loaded weights. */
  readonly step: number;
  readonly epoch: number;
  readonly plannedSteps: number;
  /** What the next step, or the next run, is made with. */
  readonly settings: Required<TrainSettings>;
  /** The rule of the last update, with the numbers that it was made with; absent before the first. */
  readonly optimizer?: OptimizerFacts;
  readonly imagesPerSecond?: number;
  /** Where the current weights come from. */
  readonly weights: 'loaded' | 'untrained' | 'training' | 'trained';
  /** A sentence's worth of facts about loaded weights, where the file carries them. */
  readonly provenance?: {
    readonly dataset?: string;
    readonly seed?: number;
    readonly epochs?: number;
    readonly testAccuracy?: number;
  };
  readonly backend: {
    readonly name: string;
    readonly threads: number;
    /** Why it computes with slow kernels, where it does: a page's policy or a browser without WebAssembly, in the browser's words. */
    readonly refused?: string;
  };
  readonly engine: EngineStart;
  /** What an interrupted run met; the weights are those of the last good step. */
  readonly error?: { readonly code: string; readonly message: string };
}
