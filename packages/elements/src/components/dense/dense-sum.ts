/** One unit's weighted sum: every product, the bias, what they make, and what the network says that they make. No words. */
import { activationFunctions, isActivationName } from '@convlens/geometry';
import { biasOf, isDenseStage } from '../../trace/back-trace.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace, Values } from '../../trace/trace.js';

export interface DensePlace {
  /** Of the dense stage. */
  readonly index: number;
  readonly unit: number;
}

export interface DenseSum extends DensePlace {
  readonly inputs: Values;
  readonly weights: Float64Array;
  /** Weight times input, in the order of the inputs. */
  readonly products: Float64Array;
  readonly bias: number;
  /** All products and the bias: the pre-activation, or the logit. */
  readonly sum: number;
  /** What the layer put out; undefined where it is not in the record. */
  readonly output: number | undefined;
  /** Whether that is what its function makes of this sum; true where nothing can be compared. */
  readonly agrees: boolean;
}

/** Sums of float32 products differ in their order alone; weights of another step differ more. */
const tolerance = 1e-4;

/** Dense layers with something before them, as stage indices. */
export const denseIndices = (stages: readonly Stage[]): readonly number[] =>
  stages.flatMap((stage, index) => (index > 0 && isDenseStage(stage) ? [index] : []));

/**
 * @param layer Name of a dense layer; the last one without it.
 * @param unit The strongest of the layer without it.
 */
export function placeOf(
  trace: Trace,
  layer: string | undefined,
  unit: number | undefined,
): DensePlace | 'noDense' | 'noLayer' | 'noUnit' {
  const indices = denseIndices(trace.stages);
  const last = indices.at(-1);
  if (last === undefined) return 'noDense';
  const index = layer === undefined ? last : indices.find((each) => trace.stages[each]!.name === layer);
  if (index === undefined) return 'noLayer';
  const { count } = trace.stages[index]!;
  if (unit === undefined) return { index, unit: strongest(trace.values(index) ?? []) };
  return Number.isInteger(unit) && unit >= 0 && unit < count ? { index, unit } : 'noUnit';
}

/** The sum, or the tap path of what is missing for it. */
export function denseSum(trace: Trace, { index, unit }: DensePlace): DenseSum | { readonly missing: string } {
  const { name, count } = trace.stages[index]!;
  const inputs = trace.values(index - 1);
  if (!inputs) return { missing: trace.stages[index - 1]!.path };
  const kernel = trace.weight(index, 'kernel');
  if (kernel?.length !== inputs.length * count) return { missing: `${name}/kernel` };
  const bias = biasOf(trace, index)?.[unit];
  if (bias === undefined) return { missing: `${name}/bias` };
  const weights = Float64Array.from(inputs, (_, input) => kernel[input * count + unit]!);
  const products = weights.map((weight, input) => weight * inputs[input]!);
  const sum = products.reduce((total, product) => total + product, bias);
  const output = trace.values(index)?.[unit];
  const expected = activated(trace.stages[index]!, sum);
  const agrees =
    output === undefined ||
    expected === undefined ||
    !(Math.abs(output - expected) > tolerance * Math.max(1, Math.abs(output)));
  return { index, unit, inputs, weights, products, bias, sum, output, agrees };
}

/** What a layer's own function makes of a sum; undefined where it needs all sums of the layer, as softmax does. */
function activated({ layer }: Stage, sum: number): number | undefined {
  const name = layer?.config['activation'] ?? 'linear';
  return isActivationName(name) ? activationFunctions[name].value(sum) : undefined;
}

function strongest(values: Values): number {
  let best = 0;
  for (let unit = 1; unit < values.length; unit++) if (values[unit]! > values[best]!) best = unit;
  return best;
}
