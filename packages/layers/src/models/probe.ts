/** How somebody looks into a forward pass: which values are wanted, and who takes them. */
import type { Tensor } from '@convlens/tensor-core';
import { unknownPath } from '../errors.js';
import type { PlannedLayer } from './planning.js';

/** Asked once a value; what is not wanted may be fused away. */
export interface Probe {
  wants(path: string): boolean;
  /** Gets each wanted value as it is made; it is alive until the scope around the pass ends. */
  see(path: string, tensor: Tensor): void;
}

/** Every path of a model, in the order in which the values come to be. `gradient`s exist only in training. */
export function pathsOf(layers: readonly PlannedLayer[], classifier: boolean): readonly string[] {
  const ofLayers = layers.flatMap(({ name, layer, weights }) => [
    ...weights.flatMap((weight) => [`${name}/${weight.name}`, `${name}/${weight.name}/gradient`]),
    ...('activation' in layer ? [`${name}/preactivation`] : []),
    `${name}/output`,
    `${name}/gradient`,
  ]);
  return ['input', ...ofLayers, ...(classifier ? ['probabilities'] : [])];
}

/** @throws LayersError `UNKNOWN_PATH` */
export function assertPaths(paths: Iterable<string>, known: readonly string[]): void {
  for (const path of paths) if (!known.includes(path)) throw unknownPath(path, known);
}
