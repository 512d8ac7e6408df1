/**
 * What a training step does to one weight: its gradient as a sum over positions and images, and the optimizer's rule. Values
 * are those of the engine's own step; the sums are made anew in float64, so that they can be compared with it. No words.
 */
import type { ActivationName, OptimizerFacts } from '@convlens/types';
import type { Stage } from '../trace/stages.js';
import type { Values } from '../trace/trace.js';

/** One weight of a layer: of filter `unit`, for input map (or input number) `from`, at `[row, column]` of the window. */
export interface WeightAddress {
  readonly unit: number;
  readonly from: number;
  readonly row: number;
  readonly column: number;
}

/** A layer in one training step: tensors with the batch first, as the engine sends them. */
export interface LayerStep {
  readonly stage: Stage;
  readonly before: Stage;
  readonly rows: number;
  readonly inputs: Values;
  readonly outputs: Values;
  /** dLoss / dOutput, of the mean loss. */
  readonly dOutputs: Values;
}

export interface WeightGradient {
  /** What every image of the batch adds. */
  readonly byImage: Float64Array;
  readonly sum: number;
}

/**
 * The derivative of an activation, told from its result, as the engine's gradients do: 0 for ReLU where nothing comes out.
 * The slope of leaky ReLU below zero is 0.2.
 */
export function slopeAt(activation: ActivationName, output: number): number {
  switch (activation) {
    case 'linear':
      return 1;
    case 'relu':
      return output > 0 ? 1 : 0;
    case 'leakyRelu':
      return output > 0 ? 1 : 0.2;
    case 'sigmoid':
      return output * (1 - output);
    case 'tanh':
      return 1 - output * output;
    default:
      return activation satisfies never;
  }
}

/** Of one image: for every output position, input times dLoss / dSum. Row-major over the layer's map; one number for a dense layer. */
export function positionsOf(step: LayerStep, weight: WeightAddress, image: number): Float64Array {
  const [height, width] = step.stage.size;
  const products = new Float64Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const input = inputAt(step, weight, image, row, column);
      if (input === undefined) continue;
      products[row * width + column] = input * dSumAt(step, image, row, column, weight.unit);
    }
  }
  return products;
}

/** dLoss / dSum of one output, before the activation. */
export function dSumAt(
  { stage, outputs, dOutputs }: LayerStep,
  image: number,
  row: number,
  column: number,
  unit: number,
): number {
  const [height, width] = stage.size;
  const place = ((image * height + row) * width + column) * stage.count + unit;
  const activation = 'activation' in stage ? stage.activation : 'linear';
  return dOutputs[place]! * slopeAt(activation, outputs[place]!);
}

/** The input that this weight is multiplied by at one position; undefined in the padding. */
function inputAt(
  { stage, before, inputs }: LayerStep,
  { from, row: windowY, column: windowX }: WeightAddress,
  image: number,
  row: number,
  column: number,
): number | undefined {
  const [height, width] = before.size;
  if (stage.kind !== 'maps' || !stage.plan) return inputs[image * height * width * before.count + from];
  const { strides, pads, dilations } = stage.plan;
  const inY = row * strides[0] - pads.top + windowY * dilations[0];
  const inX = column * strides[1] - pads.left + windowX * dilations[1];
  if (inY < 0 || inY >= height || inX < 0 || inX >= width) return undefined;
  return inputs[((image * height + inY) * width + inX) * before.count + from];
}

export function gradientOf(step: LayerStep, weight: WeightAddress): WeightGradient {
  const byImage = Float64Array.from({ length: step.rows }, (_, image) =>
    positionsOf(step, weight, image).reduce((sum, product) => sum + product, 0),
  );
  return { byImage, sum: byImage.reduce((sum, part) => sum + part, 0) };
}

/** Where this weight lies in its tensor. */
export function weightIndex(stage: Stage, before: Stage, { unit, from, row, column }: WeightAddress): number {
  if (stage.kind !== 'maps' || !stage.plan) return from * stage.count + unit;
  // In a grouped convolution a filter sees the maps of its own group alone.
  const perGroup = stage.layer?.weights['filter']?.[2] ?? before.count;
  return ((row * stage.plan.window[1] + column) * perGroup + (from % perGroup)) * stage.count + unit;
}

export interface AdamUpdate {
  readonly firstMoment: number;
  readonly secondMoment: number;
  /** The learning rate with both bias corrections in it. */
  readonly rate: number;
  readonly change: number;
  readonly weight: number;
}

/**
 * Adam's rule for one weight: Kingma & Ba, "Adam: a method for stochastic optimization" (2015), in the form at the end of
 * section 2. Undefined for another optimizer.
 */
export function adamUpdate(
  weight: number,
  gradient: number,
  [firstMoment, secondMoment]: readonly [number, number],
  { name, learningRate, update, settings }: OptimizerFacts,
): AdamUpdate | undefined {
  const { beta1, beta2, epsilon } = settings;
  if (name !== 'adam' || beta1 === undefined || beta2 === undefined || epsilon === undefined)
    return undefined;
  const first = beta1 * firstMoment + (1 - beta1) * gradient;
  const second = beta2 * secondMoment + (1 - beta2) * gradient * gradient;
  const rate = (learningRate * Math.sqrt(1 - beta2 ** update)) / (1 - beta1 ** update);
  const change = (-rate * first) / (Math.sqrt(second) + epsilon);
  return { firstMoment: first, secondMoment: second, rate, change, weight: weight + change };
}
