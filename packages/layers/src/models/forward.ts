/** The forward pass: one layer after the other. */
import { randomKey } from '@convlens/random';
import type { Tensor } from '@convlens/tensor-core';
import type { PlannedLayer } from './planning.js';
import type { Probe } from './probe.js';
import type { Weights } from './weights.js';

export interface CallOptions {
  /** Whether dropout acts; false unless told. */
  readonly training?: boolean;
  /** With `step`, decides what dropout drops; 0 unless told. */
  readonly seed?: number;
  readonly step?: number;
  readonly probe?: Probe;
}

export function forward(
  layers: readonly PlannedLayer[],
  weights: Weights,
  x: Tensor,
  options: CallOptions,
): Tensor {
  const { training = false, seed = 0, step = 0, probe } = options;
  if (probe?.wants('input')) probe.see('input', x);
  let value = x;
  for (const { name, layer } of layers) {
    const own = weights.of(name);
    value = layer.call(value, {
      weights: own,
      training,
      key: randomKey(seed, 'dropout', name, step),
      onPreactivation: probe?.wants(`${name}/preactivation`)
        ? (tensor) => probe.see(`${name}/preactivation`, tensor)
        : undefined,
    });
    if (!probe) continue;
    for (const [weight, tensor] of Object.entries(own))
      if (probe.wants(`${name}/${weight}`)) probe.see(`${name}/${weight}`, tensor);
    if (probe.wants(`${name}/output`)) probe.see(`${name}/output`, value);
  }
  return value;
}
