/**
 * A model as a picture has it: one stage a tensor that is drawn, in order. What changes nothing when a digit is read (Dropout)
 * and what is drawn with its neighbour (a softmax after the last dense layer) is no stage of its own.
 */
import { windowPlan } from '@convlens/geometry';
import type { Padding, Pair, WindowPlan } from '@convlens/geometry';
import type { ActivationName, LayerSummary, ModelSummary, Shape, TapRequest } from '@convlens/types';
import type { ScaleKind } from '../render/scale.js';

interface StageBase {
  /** Layer name, or `input`. */
  readonly name: string;
  /** Tap path of its values. */
  readonly path: string;
  readonly layer: LayerSummary | undefined;
  readonly scale: ScaleKind;
  /** Index of the stage whose largest value ends its scale: pooling shows its input's numbers on its input's scale. */
  readonly scaleOf: number;
  /** How many boxes it is drawn as: maps, strips, units or scores. */
  readonly count: number;
  /** Values of one box: `[height, width]`, `[1, 1]` for a unit. */
  readonly size: readonly [height: number, width: number];
}

export interface ImageStage extends StageBase {
  readonly kind: 'image';
}
/** Feature maps. */
export interface MapsStage extends StageBase {
  readonly kind: 'maps';
  /** A `pooling` keeps the largest number of each window, or their mean. */
  readonly how: 'convolution' | 'pooling' | 'activation';
  readonly pooling?: 'max' | 'average';
  readonly plan: WindowPlan | undefined;
  readonly activation: ActivationName;
}
/** The same numbers in one row, drawn as one strip a map. */
export interface StripsStage extends StageBase {
  readonly kind: 'strips';
}
export interface UnitsStage extends StageBase {
  readonly kind: 'units';
  readonly activation: ActivationName;
  /** False for an activation layer that stands alone: each unit then has one input. */
  readonly isDense: boolean;
}
/** The last dense layer: one row a class, logit and probability. */
export interface ScoresStage extends StageBase {
  readonly kind: 'scores';
  readonly activation: ActivationName;
  readonly isDense: boolean;
  readonly classNames: readonly string[];
}
export type Stage = ImageStage | MapsStage | StripsStage | UnitsStage | ScoresStage;

/** Whether something other than the sum comes out. */
export const isBent = ({ activation }: { readonly activation: ActivationName }): boolean =>
  activation !== 'linear';

/** More classes than this are drawn as units: rows would not fit. */
const mostScores = 20;

export function stagesOf(model: ModelSummary): readonly Stage[] {
  const [height, width, channels] = imageSize(model.inputShape);
  const stages: Stage[] = [
    {
      kind: 'image',
      name: 'input',
      path: 'input',
      layer: undefined,
      scale: 'pixel',
      scaleOf: 0,
      count: channels,
      size: [height, width],
    },
  ];
  const drawn = model.layers.filter(({ className }) => className !== 'Dropout' && className !== 'InputLayer');
  const last = drawn.map(({ className }) => className).lastIndexOf('Dense');
  const onlySoftmaxFollows = drawn.slice(last + 1).every(({ className }) => className === 'Softmax');
  drawn.forEach((layer, index) => {
    const isLast = index === last && onlySoftmaxFollows;
    const stage = stageOf(layer, stages, isLast ? classNames(model, layer) : undefined);
    if (stage) stages.push(stage);
  });
  return stages;
}

const poolings: Readonly<Record<string, 'max' | 'average'>> = {
  MaxPooling2D: 'max',
  AveragePooling2D: 'average',
};

/** What the layer does to its sums; a softmax is no bend of one number. */
function activationOf({ className, config }: LayerSummary): ActivationName {
  if (className === 'ReLU') return 'relu';
  const name = config['activation'];
  return name === 'relu' || name === 'leakyRelu' || name === 'sigmoid' || name === 'tanh' ? name : 'linear';
}

function stageOf(
  layer: LayerSummary,
  before: readonly Stage[],
  classes: readonly string[] | undefined,
): Stage | undefined {
  const index = before.length;
  const previous = before.at(-1)!;
  const path = `${layer.name}/output`;
  const activation = activationOf(layer);
  const own = {
    name: layer.name,
    path,
    layer,
    scale: activation === 'relu' || activation === 'sigmoid' ? 'activation' : 'signed',
    scaleOf: index,
  } as const;
  const same = {
    ...own,
    scale: previous.scale === 'pixel' ? 'activation' : previous.scale,
    scaleOf: previous.scaleOf,
  } as const;
  if (layer.outputShape.length === 3) {
    const [height, width, count] = imageSize(layer.outputShape);
    const size = [height, width] as const;
    if (layer.className === 'Conv2D')
      return {
        kind: 'maps',
        how: 'convolution',
        ...own,
        count,
        size,
        activation,
        plan: planOf(layer, 'kernelSize'),
      };
    const pooling = poolings[layer.className];
    if (pooling)
      return {
        kind: 'maps',
        how: 'pooling',
        pooling,
        ...same,
        count,
        size,
        activation: 'linear',
        plan: planOf(layer, 'poolSize'),
      };
    return { kind: 'maps', how: 'activation', ...own, count, size, activation, plan: undefined };
  }
  if (layer.className === 'Flatten') {
    return { kind: 'strips', ...same, count: previous.count, size: previous.size };
  }
  const count = layer.outputShape[0] ?? 0;
  const isDense = layer.className === 'Dense';
  if (layer.className === 'Softmax' && previous.kind === 'scores') return undefined;
  if (classes && count <= mostScores)
    return { kind: 'scores', ...own, count, size: [1, 1], activation, isDense, classNames: classes };
  return { kind: 'units', ...own, count, size: [1, 1], activation, isDense };
}

/** Every tap that the picture needs. */
export function tapsOf(model: ModelSummary): readonly TapRequest[] {
  const requests: TapRequest[] = [];
  for (const { path, layer } of stagesOf(model)) {
    requests.push({ path });
    for (const weight of Object.keys(layer?.weights ?? {})) requests.push(weightTap(layer!, weight));
  }
  return model.classNames ? [...requests, { path: 'probabilities' }] : requests;
}

/** The first image of the batch that a step is made on: its values and its gradients, for a step in slow motion. */
export function stepTapsOf(model: ModelSummary): readonly TapRequest[] {
  const probabilities = model.classNames ? [{ path: 'probabilities', of: 'batch' } as const] : [];
  const ofStages = stagesOf(model).flatMap(({ path, layer }) => [
    { path, of: 'batch' } as const,
    ...(layer ? [{ path: `${layer.name}/gradient` }] : []),
    ...Object.keys(layer?.weights ?? {}).map(
      (weight) => ({ path: `${layer!.name}/${weight}`, of: 'batch' }) as const,
    ),
  ]);
  return [...ofStages, ...probabilities];
}

/** Weights move little in one step, and some are large: they are looked at now and then, the largest seldom. */
export function weightTap(layer: LayerSummary, weight: string): TapRequest {
  const size = (layer.weights[weight] ?? []).reduce((product, length) => product * length, 1);
  return { path: `${layer.name}/${weight}`, every: size > 10_000 ? 16 : 4 };
}

/** The windows between the input and a stage of maps: through which its cells see the picture. */
export const plansTo = (stages: readonly Stage[], index: number): readonly WindowPlan[] =>
  stages.slice(0, index + 1).flatMap((stage) => (stage.kind === 'maps' && stage.plan ? [stage.plan] : []));

const classNames = (model: ModelSummary, layer: LayerSummary): readonly string[] =>
  model.classNames ?? Array.from({ length: layer.outputShape[0] ?? 0 }, (_, index) => String(index));

const imageSize = ([height = 1, width = 1, channels = 1]: Shape): readonly [number, number, number] => [
  height,
  width,
  channels,
];

function planOf(layer: LayerSummary, window: 'kernelSize' | 'poolSize'): WindowPlan {
  // A summary's config is plain data of these shapes: the layer classes have checked it.
  const config = layer.config as Record<string, unknown>;
  const size = config[window] as Pair;
  return windowPlan(layer.name, {
    input: [layer.inputShape[0] ?? 1, layer.inputShape[1] ?? 1],
    window: size,
    strides: (config['strides'] as Pair | undefined) ?? (window === 'poolSize' ? size : 1),
    padding: config['padding'] as Padding | undefined,
    dilations: config['dilationRate'] as Pair | undefined,
  });
}
