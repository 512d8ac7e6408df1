/** One update: forward, loss, gradients, optimizer. Everything is enqueued in one go; only the answers are awaited. */
import { concat, gradients, reshape, slice, softmax } from '@convlens/tensor-core';
import type { Tensor } from '@convlens/tensor-core';
import { Collector, readAll } from '../models/observe.js';
import type { Observation } from '../models/observe.js';
import type { Sequential } from '../models/sequential.js';
import { toFloat } from '../models/weights.js';
import type { Batch } from './batches.js';
import type { Loss } from './losses/loss.js';
import { predictedClasses } from './metrics/accuracy.js';
import { isOfWeight } from './paths.js';
import { cut } from './watching.js';

export interface StepSettings {
  readonly model: Sequential;
  readonly loss: Loss;
  readonly seed: number;
  readonly step: number;
  /** Rows by path. */
  readonly watched: ReadonlyMap<string, number>;
  /** What the optimizer remembers, by path, before it updates. */
  readonly slot: (path: string) => Tensor | undefined;
  /** Overwrites the parameters; `gradients[i]` belongs to `model.parameters[i]`. */
  readonly update: (gradients: readonly Tensor[]) => void;
}

export interface StepResult {
  readonly loss: number;
  readonly accuracy: number;
  readonly watched: Observation;
}

/** Of a layer's output; a weight's gradient is there anyway. */
const isOutputGradient = (path: string): boolean => /^[^/]*\/gradient$/.test(path);
const outputOf = (gradientPath: string): string => gradientPath.replace(/gradient$/, 'output');

/** Returns when all is enqueued; the promise answers when the device has computed it. Every tensor of the step is freed. */
export function trainStep(batch: Batch, settings: StepSettings): Promise<StepResult> {
  const { model, loss, seed, step, watched } = settings;
  const { runtime } = model;
  let scores: Promise<Scores> | undefined;
  let seen: Promise<Observation> | undefined;
  runtime.scope(() => {
    const gradientPaths = [...watched.keys()].filter(isOutputGradient);
    const probe = new Collector([...watched.keys(), ...gradientPaths.map(outputOf)]);
    // A watched gradient may lie before the first weight: then it is the input that has to be recorded.
    const x = runtime.tensor(toFloat(batch.images, model.dtype), [batch.size, ...model.inputShape], {
      requiresGrad: gradientPaths.length > 0,
    });
    const output = model.call(x, { training: true, seed, step, probe });
    const mean = loss.compute(output, runtime.tensor(batch.labels, [batch.size]));
    const targets = gradientPaths.map((path) => probe.tensors.get(outputOf(path))!);
    const results = gradients(mean, [...model.parameters.map(({ tensor }) => tensor), ...targets]);
    const own = results.slice(0, model.parameters.length);
    runtime.withoutGradients(() => {
      scores = readScores(mean, output, batch);
      const values = new Map(probe.tensors);
      gradientPaths.forEach((path, i) => values.set(path, results[own.length + i]!));
      model.parameters.forEach(({ path }, i) => {
        if (watched.has(`${path}/gradient`)) values.set(`${path}/gradient`, own[i]!);
      });
      for (const path of watched.keys()) {
        const slot = settings.slot(path);
        if (slot) values.set(path, slot);
      }
      if (watched.has('probabilities')) values.set('probabilities', softmax(output));
      // Weights are read before the update overwrites them: all that a step shows is of one moment.
      seen = watched.size > 0 ? readAll(firstRows(values, watched, model)) : undefined;
    });
    settings.update(own);
  });
  return join(scores!, seen);
}

async function join(scores: Promise<Scores>, seen: Promise<Observation> | undefined): Promise<StepResult> {
  const [result, watched] = await Promise.all([scores, seen]);
  return { ...result, watched: watched ?? {} };
}

interface Scores {
  readonly loss: number;
  readonly accuracy: number;
  readonly predictions: Int32Array;
}

/** Loss and logits come back in one small read. */
export async function readScores(mean: Tensor, output: Tensor, { labels, size }: Batch): Promise<Scores> {
  const packed = concat([reshape(mean, [1]), reshape(output, [-1])], { axis: 0 }).read();
  const expected = Int32Array.from(labels);
  const values = await packed;
  const predictions = predictedClasses(values.subarray(1), (values.length - 1) / size);
  const right = predictions.filter((prediction, row) => prediction === expected[row]).length;
  return { loss: values[0]!, accuracy: right / size, predictions };
}

function firstRows(
  values: ReadonlyMap<string, Tensor>,
  watched: ReadonlyMap<string, number>,
  model: Sequential,
): ReadonlyMap<string, Tensor> {
  const cuts = [...watched].map(([path, rows]) => {
    const tensor = values.get(path)!;
    return [
      path,
      isOfWeight(path, model) || rows >= tensor.shape[0]!
        ? tensor
        : slice(tensor, { begin: tensor.shape.map(() => 0), size: cut(tensor.shape, rows) }),
    ] as const;
  });
  return new Map(cuts);
}
