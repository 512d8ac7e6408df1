/** One number of one weight, by hand, in a network that stands still. */
import type { HostWeights, Sequential } from '@convlens/layers';
import { badWeight } from '../errors.js';

export interface WeightChange {
  readonly path: string;
  /** Row-major, into the weight as it is stored. */
  readonly index: number;
  readonly value: number;
}

/** @throws LiveError `BAD_WEIGHT`; nothing is changed then. */
export async function setWeight(model: Sequential, { path, index, value }: WeightChange): Promise<void> {
  const weights = await model.getWeights();
  model.setWeights({ ...weights, [path]: withValue(weights, path, index, value) });
}

function withValue(weights: HostWeights, path: string, index: number, value: number): HostWeights[string] {
  const weight = Object.hasOwn(weights, path) ? weights[path] : undefined;
  if (!weight) throw badWeight('path', `one of ${Object.keys(weights).join(', ')}`, path);
  if (!Number.isInteger(index) || index < 0 || index >= weight.data.length)
    throw badWeight('index', `a whole number from 0 to ${weight.data.length - 1} in ${path}`, index);
  // Weights are float32: 1e300 is a number to JavaScript and infinite to them.
  if (typeof value !== 'number' || !Number.isFinite(Math.fround(value)))
    throw badWeight('value', 'a finite float32 number', value);
  const data = weight.data.slice();
  data[index] = value;
  return { ...weight, data };
}
