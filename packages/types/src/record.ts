/**
 * A network that ran elsewhere, written down: the same pictures without an engine. Files hold it as JSON, described in
 * docs/trace-format.md; `readRecord` of `@convlens/elements` checks what comes from outside.
 */
import type { ModelSummary } from './model.js';
import type { Shape } from './tensor.js';

/** Numbers in row order, as many as the product of `shape`. NaN is drawn as what it is. */
export interface RecordedTensor {
  readonly shape: Shape;
  readonly data: Float32Array | readonly number[];
}

/**
 * One moment of one network on one input. `tensors` is keyed by tap path (`input`, `conv1/output`,
 * `conv1/filter`, …, `probabilities`); what is absent is not drawn. Activations carry a batch axis of 1.
 */
export interface ActivationRecord {
  readonly format: 'convlens.trace';
  /** A change that version 1 cannot be read as gets another number; names that a reader does not know are ignored. */
  readonly version: 1;
  readonly model: ModelSummary;
  readonly tensors: Readonly<Record<string, RecordedTensor>>;
  /** Training step of the weights, where known. */
  readonly step?: number;
  /** ISO 8601; a view says that it shows a recording, and of when. */
  readonly recordedAt?: string;
}
