/** What a fused kernel may end with. */
import { invalidOption } from '../errors.js';
import type { FusedActivation } from '../kernels.js';

const activations: readonly FusedActivation[] = ['none', 'relu'];

export function assertActivation(op: string, activation: FusedActivation): void {
  if (activations.includes(activation)) return;
  throw invalidOption(
    op,
    'activation',
    "'none' or 'relu'",
    `'${String(activation)}'`,
    'Call another function on the result.',
  );
}
