/** How good a model is on data that it is not trained on. */
import type { TrainingData } from '@convlens/types';
import type { Sequential } from '../models/sequential.js';
import { toFloat } from '../models/weights.js';
import { Batches } from './batches.js';
import { assertTrainable } from './checks.js';
import { HostTurn } from './host-turn.js';
import type { Loss } from './losses/loss.js';
import { softmaxCrossEntropy } from './losses/softmax-cross-entropy.js';
import { confusionMatrix } from './metrics/confusion-matrix.js';
import type { ConfusionMatrix } from './metrics/confusion-matrix.js';
import { readScores } from './step.js';

export interface EvaluateOptions {
  /** 256 unless told. */
  readonly batchSize?: number;
  /** `softmaxCrossEntropy()` unless told. */
  readonly loss?: Loss;
  /** Ends it early: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface Evaluation {
  /** Mean over the examples. */
  readonly loss: number;
  /** 0-1. */
  readonly accuracy: number;
  readonly confusion: ConfusionMatrix;
}

/**
 * Loss, accuracy and confusion matrix over all examples, in their order.
 * @throws LayersError `NO_DATA`, `DATA_SHAPE`, `LABEL_RANGE`, `NEEDS_LOGITS`, `NOT_BUILT`
 * @example const { accuracy } = await evaluate(model, await mnist({ split: 'test' }));
 */
export async function evaluate(
  model: Sequential,
  data: TrainingData,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const { batchSize = 256, loss = softmaxCrossEntropy(), signal } = options;
  assertTrainable(model, loss, data);
  const classes = model.outputShape[0]!;
  const batches = new Batches(data, { batchSize, seed: 0, shuffle: false, dropRemainder: false, classes });
  const steps = batches.plannedSteps(1);
  const labels = new Int32Array(data.length);
  const predictions = new Int32Array(data.length);
  const turn = new HostTurn(12);
  let lossSum = 0;
  let right = 0;
  for (let step = 1, done = 0; step <= steps; step++) {
    await turn.take();
    signal?.throwIfAborted();
    const batch = batches.take(step);
    labels.set(batch.labels, done);
    const { runtime } = model;
    let scores: ReturnType<typeof readScores> | undefined;
    runtime.scope(() =>
      runtime.withoutGradients(() => {
        const output = model.call(
          runtime.tensor(toFloat(batch.images, model.dtype), [batch.size, ...model.inputShape]),
        );
        scores = readScores(loss.compute(output, runtime.tensor(batch.labels, [batch.size])), output, batch);
      }),
    );
    const result = await scores!;
    predictions.set(result.predictions, done);
    lossSum += result.loss * batch.size;
    right += result.accuracy * batch.size;
    done += batch.size;
  }
  return {
    loss: lossSum / data.length,
    accuracy: Math.round(right) / data.length,
    confusion: confusionMatrix(labels, predictions, classes),
  };
}
