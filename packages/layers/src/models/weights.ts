/** The tensors that a built model owns: made from a seed or from given values, read and set as plain arrays. */
import { assign } from '@convlens/tensor-core';
import type { Runtime, Tensor } from '@convlens/tensor-core';
import { randomKey } from '@convlens/random';
import type { DType, HostTensor, Shape, TypedArray } from '@convlens/types';
import { formatShape, weightsMismatch } from '../errors.js';
import type { WeightPlan } from '../layers/layer.js';
import type { PlannedLayer } from './planning.js';

/** Weights by path (`conv1/filter`), as plain arrays. */
export type HostWeights = Readonly<Record<string, HostTensor>>;

/** One weight of a built model. */
export interface Parameter {
  /** Layer and weight: `conv1/filter`. */
  readonly path: string;
  readonly tensor: Tensor;
}

export type FloatDType = Extract<DType, 'float32' | 'float64'>;

export class Weights {
  readonly parameters: readonly Parameter[];
  readonly #byLayer = new Map<string, Readonly<Record<string, Tensor>>>();

  /** @param values Of every weight, by path; absent: the initialisers' with `seed`. */
  constructor(
    runtime: Runtime,
    layers: readonly PlannedLayer[],
    dtype: FloatDType,
    seed: number,
    values?: HostWeights,
  ) {
    if (values) assertFits(layers, values);
    const parameters: Parameter[] = [];
    for (const { name, weights } of layers) {
      const tensors: Record<string, Tensor> = {};
      for (const weight of weights) {
        const path = `${name}/${weight.name}`;
        const data = values?.[path]?.data ?? initialValues(weight, name, seed);
        const tensor = runtime.keep(
          runtime.tensor(toFloat(data, dtype), weight.shape, { requiresGrad: true }),
        );
        tensors[weight.name] = tensor;
        parameters.push({ path, tensor });
      }
      this.#byLayer.set(name, tensors);
    }
    this.parameters = parameters;
  }

  of(layer: string): Readonly<Record<string, Tensor>> {
    return this.#byLayer.get(layer)!;
  }

  get(path: string): Tensor | undefined {
    return this.parameters.find((parameter) => parameter.path === path)?.tensor;
  }

  /** Asks for all at once: the values are of one moment, whatever is enqueued afterwards. */
  async read(): Promise<HostWeights> {
    const reads = this.parameters.map(
      async ({ path, tensor: { shape, dtype }, tensor }) =>
        [path, { shape, dtype, data: await tensor.read() }] as const,
    );
    return Object.fromEntries(await Promise.all(reads));
  }

  /** Overwrites in place: whoever holds a parameter's tensor sees the new values. */
  set(layers: readonly PlannedLayer[], values: HostWeights): void {
    assertFits(layers, values);
    for (const { path, tensor } of this.parameters) overwrite(tensor, values[path]!.data);
  }

  dispose(): void {
    for (const { tensor } of this.parameters) tensor.dispose();
  }
}

/** Copies plain values over a tensor of the same size. */
export function overwrite(tensor: Tensor, data: TypedArray): void {
  const { runtime, shape, dtype } = tensor;
  runtime.scope(() => assign(tensor, runtime.tensor(toFloat(data, dtype as FloatDType), shape)));
}

function initialValues(weight: WeightPlan, layer: string, seed: number): Float32Array {
  const { shape, fanIn, fanOut } = weight;
  const values = weight.initializer(shape, { fanIn, fanOut, key: randomKey(seed, layer, weight.name) });
  const expected = sizeOf(shape);
  if (!(values instanceof Float32Array) || values.length !== expected) {
    throw weightsMismatch(
      `${expected} float32 values of the initialiser of ${layer}/${weight.name}`,
      `${values.length}`,
      `Its shape is ${formatShape(shape)}.`,
    );
  }
  return values;
}

const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

export function toFloat(data: TypedArray, dtype: FloatDType): Float32Array | Float64Array {
  if (dtype === 'float64') return data instanceof Float64Array ? data : Float64Array.from(data);
  return data instanceof Float32Array ? data : Float32Array.from(data);
}

function assertFits(layers: readonly PlannedLayer[], values: HostWeights): void {
  const expected = new Map<string, Shape>(
    layers.flatMap(({ name, weights }) =>
      weights.map((weight) => [`${name}/${weight.name}`, weight.shape] as const),
    ),
  );
  const remedy = 'The weights must be those of a model with the same layers.';
  for (const path of Object.keys(values)) {
    if (!expected.has(path))
      throw weightsMismatch(`only ${[...expected.keys()].join(', ')}`, `"${path}"`, remedy);
  }
  for (const [path, shape] of expected) {
    const value = values[path];
    if (!value) throw weightsMismatch(`${path} of ${formatShape(shape)}`, 'nothing under that name', remedy);
    if (String(value.shape) !== String(shape))
      throw weightsMismatch(`${path} of ${formatShape(shape)}`, formatShape(value.shape), remedy);
    if (value.data.length !== sizeOf(shape))
      throw weightsMismatch(`${sizeOf(shape)} values for ${path}`, String(value.data.length), remedy);
    if (value.dtype !== 'float32' && value.dtype !== 'float64')
      throw weightsMismatch(`${path} as float32 or float64`, value.dtype, remedy);
  }
}
