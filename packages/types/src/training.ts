/** What a training run tells while it goes on. Rates are fractions 0-1, times are in milliseconds. */

/** After each update of the weights. */
export interface TrainingStepEvent {
  readonly type: 'step';
  /** Updates made so far, counted from 1 over the whole run. */
  readonly step: number;
  /** 1-based. */
  readonly epoch: number;
  /** Mean loss of this batch, before the update. */
  readonly loss: number;
  /** Share of this batch that was classified right, before the update; absent where the model is no classifier. */
  readonly accuracy?: number;
  readonly learningRate: number;
  readonly batchSize: number;
  /** Planned updates of the whole run. */
  readonly plannedSteps: number;
}

/** After each pass over the training data, with the validation figures where validation data was given. */
export interface TrainingEpochEvent {
  readonly type: 'epoch';
  readonly step: number;
  readonly epoch: number;
  /** Mean over the epoch's batches. */
  readonly loss: number;
  readonly accuracy?: number;
  readonly validationLoss?: number;
  readonly validationAccuracy?: number;
  readonly plannedSteps: number;
}

/** `event.type` tells them apart; both carry `step`, `epoch` and `loss`. */
export type TrainingEvent = TrainingStepEvent | TrainingEpochEvent;

/**
 * A run so far, as columns: entry `i` of `step`, `loss` and `accuracy` belong together.
 * Unlike a tap it is complete: nothing is dropped when a reader is slow.
 */
export interface TrainingHistory {
  readonly step: readonly number[];
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  /** Measured at some steps on digits that the run does not train on. */
  readonly validation: readonly { readonly step: number; readonly loss: number; readonly accuracy: number }[];
}
