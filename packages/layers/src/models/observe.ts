/** One forward pass whose inner values are read back as plain arrays: what `predict` and drawing on screen rest on. */
import type { Tensor } from '@convlens/tensor-core';
import type { HostTensor } from '@convlens/types';
import type { Probe } from './probe.js';

/** Values by path, float32. */
export type Observation = Record<string, HostTensor<Float32Array>>;

/** Takes what the paths name. */
export class Collector implements Probe {
  readonly tensors = new Map<string, Tensor>();
  readonly #paths: ReadonlySet<string>;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  wants(path: string): boolean {
    return this.#paths.has(path);
  }

  see(path: string, tensor: Tensor): void {
    this.tensors.set(path, tensor);
  }
}

/** Asks for all values at once; the tensors may be freed as soon as this returns its promise. */
export async function readAll(tensors: ReadonlyMap<string, Tensor>): Promise<Observation> {
  const reads = [...tensors].map(async ([path, tensor]) => {
    const { shape } = tensor;
    const data = await tensor.read();
    return [
      path,
      { shape, dtype: 'float32', data: data instanceof Float32Array ? data : Float32Array.from(data) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(reads));
}

/** Joins observations of consecutive rows. */
export function joinRows(parts: readonly Observation[]): Observation {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? {};
  return Object.fromEntries(
    Object.entries(first).map(([path, { shape }]) => [
      path,
      joined(
        parts.map((part) => part[path]!),
        shape.slice(1),
      ),
    ]),
  );
}

function joined(
  parts: readonly HostTensor<Float32Array>[],
  rowShape: readonly number[],
): HostTensor<Float32Array> {
  const data = new Float32Array(parts.reduce((length, part) => length + part.data.length, 0));
  let end = 0;
  for (const part of parts) {
    data.set(part.data, end);
    end += part.data.length;
  }
  return {
    shape: [parts.reduce((rows, part) => rows + part.shape[0]!, 0), ...rowShape],
    dtype: 'float32',
    data,
  };
}
