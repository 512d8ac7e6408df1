/** Are an op's gradients the slopes that they claim to be? Finite differences in float64 on the reference backend. */
import { fillUniform, randomKey } from '@convlens/random';
import type { Shape } from '@convlens/types';
import { gradients } from '../autodiff.js';
import { sizeOf } from '../dtype.js';
import { multiply } from '../ops/multiply.js';
import { sum } from '../ops/sum.js';
import { reference } from '../reference/reference.js';
import { Runtime } from '../runtime.js';
import type { Tensor } from '../tensor.js';

export interface CheckGradientOptions {
  /** Values of the inputs, in place of seeded ones in [-1, 1): away from kinks, or where a function is defined. */
  readonly values?: readonly (ArrayLike<number> | undefined)[];
  /** Decides inputs and dy; 1 unless told. */
  readonly seed?: number;
  /** Step of the finite difference; 1e-6 unless told. */
  readonly epsilon?: number;
  /** `|analytic - numeric| <= atol + rtol |numeric|`; 1e-5 and 1e-3 unless told. */
  readonly atol?: number;
  readonly rtol?: number;
}

/**
 * Compares the gradient of `sum(f(inputs) * dy)`, for a random dy, with central differences, for every element of every input.
 *
 * @param f Makes the output from the inputs; `runtime` is for whatever else it needs (labels, for example).
 * @param shapes Of the inputs.
 * @throws Error that names input, element and both slopes where they differ.
 * @example await checkGradient(([a, b]) => matMul(a, b), [[2, 3], [3, 4]])
 */
export async function checkGradient(
  f: (inputs: readonly Tensor[], runtime: Runtime) => Tensor,
  shapes: readonly Shape[],
  options: CheckGradientOptions = {},
): Promise<void> {
  const { seed = 1, epsilon = 1e-6, atol = 1e-5, rtol = 1e-3 } = options;
  const runtime = new Runtime(reference());
  const values = shapes.map((shape, i) => {
    const given = options.values?.[i];
    return given
      ? Float64Array.from(given)
      : fillUniform(new Float64Array(sizeOf(shape)), randomKey(seed, 'input', i), -1, 1);
  });
  const inputs = shapes.map((shape, i) => runtime.tensor(values[i]!, shape, { requiresGrad: true }));
  const y = f(inputs, runtime);
  const dy = runtime.tensor(
    fillUniform(new Float64Array(sizeOf(y.shape)), randomKey(seed, 'dy'), -1, 1),
    y.shape,
  );
  const analytic = await Promise.all(gradients(y, inputs, { dy }).map((gradient) => gradient.read()));

  const objective = (): number =>
    runtime.scope(() => {
      const moved = shapes.map((shape, i) => runtime.tensor(values[i]!, shape));
      return sum(multiply(f(moved, runtime), dy)).readSync()[0]!;
    });
  for (const [i, data] of values.entries()) {
    for (let element = 0; element < data.length; element++) {
      const original = data[element]!;
      data[element] = original + epsilon;
      const above = objective();
      data[element] = original - epsilon;
      const below = objective();
      data[element] = original;
      const numeric = (above - below) / (2 * epsilon);
      const claimed = analytic[i]![element]!;
      if (!(Math.abs(claimed - numeric) <= atol + rtol * Math.abs(numeric))) {
        throw new Error(
          `gradient of input ${i}, element ${element}: expected ${numeric} (finite difference), received ${claimed}`,
        );
      }
    }
  }
  await runtime.dispose();
}
