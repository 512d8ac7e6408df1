/** How much of the input one number of each layer can see, from the layers' settings alone. */
import { GeometryError, receptiveField, windowPlan } from '@convlens/geometry';
import type { Padding, Pair, WindowPlan } from '@convlens/geometry';
import type { LayerSummary, ModelSummary } from '@convlens/types';

/** Rows and columns of the input; undefined where a layer's window is not known. */
export type Field = readonly [height: number, width: number] | undefined;

/** Layers without places whose every number still comes from one number before it. */
const oneByOne: ReadonlySet<string> = new Set(['Flatten', 'Dropout', 'ReLU', 'BatchNormalization']);

interface Reach {
  /** The windows from the input to here, and the size of the last maps. */
  readonly plans: readonly WindowPlan[];
  readonly size: readonly [number, number];
  /** Whether one number depends on all places at once, as a unit of a dense layer does. */
  readonly seesAll: boolean;
}

/**
 * One entry a layer. Of maps, what the cell in the middle sees: cells at the border see less.
 * @example fieldsOf(seedNetwork)[2] // conv2: [14, 14]
 */
export function fieldsOf({ inputShape, layers }: ModelSummary): readonly Field[] {
  let reach: Reach | undefined = {
    plans: [],
    size: [inputShape[0] ?? 1, inputShape[1] ?? 1],
    seesAll: inputShape.length < 3,
  };
  return layers.map((layer) => {
    reach = reach && after(reach, layer);
    return reach && fieldOf(reach);
  });
}

function after(before: Reach, layer: LayerSummary): Reach | undefined {
  if (layer.outputShape.length !== 3)
    return oneByOne.has(layer.className) ? before : { ...before, seesAll: true };
  const [height = 0, width = 0] = layer.outputShape;
  const window = layer.config['kernelSize'] ?? layer.config['poolSize'];
  if (window === undefined) return height === before.size[0] && width === before.size[1] ? before : undefined;
  const plan = planOf(layer, before.size);
  // A layer that calls its window so but moves it in another way (a transposed convolution) is not guessed at.
  if (!plan || plan.output[0] !== height || plan.output[1] !== width) return undefined;
  return { plans: [...before.plans, plan], size: plan.output, seesAll: before.seesAll };
}

function planOf(layer: LayerSummary, input: readonly [number, number]): WindowPlan | undefined {
  const { kernelSize, poolSize, strides, padding, dilationRate } = layer.config;
  try {
    // A summary's config is plain data; `windowPlan` refuses what is not of these shapes.
    return windowPlan(layer.name, {
      input,
      window: (kernelSize ?? poolSize) as Pair,
      strides: (strides ?? poolSize ?? 1) as Pair,
      padding: padding as Padding | undefined,
      dilations: dilationRate as Pair | undefined,
    });
  } catch (error) {
    if (error instanceof GeometryError) return undefined;
    throw error;
  }
}

function fieldOf({ plans, size, seesAll }: Reach): Field {
  const [height, width] = size;
  const middle = [Math.floor(height / 2), Math.floor(width / 2)] as const;
  const first = receptiveField(plans, seesAll ? [0, 0] : middle);
  const last = receptiveField(plans, seesAll ? [height - 1, width - 1] : middle);
  return [last.bottom - first.top, last.right - first.left];
}
