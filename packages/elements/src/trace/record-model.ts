/** The model of a foreign trace: its layers, each of which takes what the one before it gives. What follows from the rest may be left out. */
import { GeometryError, windowPlan } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import type { LayerSummary, ModelSummary, RecordedTensor, Shape } from '@convlens/types';
import { impossibleLayer, invalidValue, shapeMismatch, tooLarge, written } from './record-errors.js';
import {
  countAt,
  isObject,
  listAt,
  nameAt,
  nullMap,
  objectAt,
  own,
  productOf,
  settingsAt,
  shapeAt,
} from './record-parts.js';
import { mostNumbers } from './record-tensors.js';

export const mostLayers = 1000;
/** Each map, unit or class has a place in the pictures. */
const mostUnits = 65_536;

type Tensors = Readonly<Record<string, RecordedTensor>>;

export function modelOf(value: unknown, tensors: Tensors): ModelSummary {
  const model = objectAt(value, 'model');
  const inputShape = activationShape(own(model, 'inputShape'), 'inputShape of the model');
  const layers: LayerSummary[] = [];
  const names = new Set(['input', 'probabilities']);
  for (const entry of listAt(own(model, 'layers'), 'layers', mostLayers)) {
    const layer = layerOf(entry, layers.length, layers.at(-1)?.outputShape ?? inputShape, tensors);
    if (names.has(layer.name))
      throw invalidValue(`name of layer ${layers.length}`, 'its own', layer.name, 'Name each layer once.');
    names.add(layer.name);
    layers.push(layer);
  }
  const classNames = classNamesOf(own(model, 'classNames'), layers.at(-1));
  return {
    name: own(model, 'name') === undefined ? 'network' : nameAt(own(model, 'name'), 'name of the model'),
    inputShape,
    layers,
    parameterCount: countOr(own(model, 'parameterCount'), 'parameterCount of the model', () =>
      total(layers, 'parameterCount'),
    ),
    macs: countOr(own(model, 'macs'), 'macs of the model', () => total(layers, 'macs')),
    ...(classNames && { classNames }),
  };
}

function layerOf(value: unknown, index: number, input: Shape, tensors: Tensors): LayerSummary {
  const layer = objectAt(value, `layer ${index}`);
  const name = nameAt(own(layer, 'name'), `name of layer ${index}`);
  if (name.includes('/'))
    throw invalidValue(
      `name of layer ${index}`,
      'without a slash',
      name,
      'Paths are layer/tensor: use another sign.',
    );
  const className = nameAt(own(layer, 'className'), `className of ${name}`);
  const given = own(layer, 'inputShape');
  const inputShape = given === undefined ? input : activationShape(given, `inputShape of ${name}`);
  expectShape(`an input of ${name}`, input, inputShape, 'Each layer takes what the one before it gives.');
  const outputShape = activationShape(own(layer, 'outputShape'), `outputShape of ${name}`);
  const units = outputShape.at(-1) ?? 1;
  if (className !== 'Flatten' && units > mostUnits)
    throw tooLarge(`maps or units in ${name}`, mostUnits, units);
  const config = settingsAt(own(layer, 'config') ?? {}, `config of ${name}`);
  const activation = own(config, 'activation');
  if (activation !== undefined && typeof activation !== 'string')
    throw invalidValue(
      `activation of ${name}`,
      'a name',
      activation,
      "Write 'relu', 'linear' or another name.",
    );
  const weights = weightsOf(own(layer, 'weights'), name, tensors);
  const read = { name, className, config, inputShape, outputShape, weights };
  checkShapes(read);
  return {
    ...read,
    parameterCount: countOr(own(layer, 'parameterCount'), `parameterCount of ${name}`, () =>
      Object.values(weights).reduce((sum, shape) => sum + productOf(shape), 0),
    ),
    macs: countOr(own(layer, 'macs'), `macs of ${name}`, () => macsOf(read)),
  };
}

type ReadLayer = Omit<LayerSummary, 'parameterCount' | 'macs'>;

/** As the layer says, or as its recorded weights are. */
function weightsOf(value: unknown, layer: string, tensors: Tensors): Readonly<Record<string, Shape>> {
  const weights = nullMap<Shape>();
  if (value === undefined) {
    for (const weight of ['filter', 'kernel', 'bias']) {
      const tensor = tensors[`${layer}/${weight}`];
      if (tensor) weights[weight] = tensor.shape;
    }
    return weights;
  }
  for (const [weight, shape] of Object.entries(objectAt(value, `weights of ${layer}`)))
    weights[nameAt(weight, `each name in weights of ${layer}`)] = shapeAt(
      shape,
      `shape of ${layer}/${weight}`,
      mostNumbers,
    );
  return weights;
}

/** What a layer of this kind must have; of other kinds nothing is known. */
function checkShapes(layer: ReadLayer): void {
  const { name, className, inputShape, outputShape, weights } = layer;
  const output = (expected: Shape, remedy: string): void =>
    expectShape(`an output of ${name}`, expected, outputShape, remedy);
  const weight = (part: string, expected: Shape, remedy: string): void => {
    if (weights[part]) expectShape(`${name}/${part}`, expected, weights[part], remedy);
  };
  switch (className) {
    case 'Conv2D': {
      const { window, size } = windowOf(layer, 'kernelSize');
      const filters = outputShape[2]!;
      const perGroup = weights['filter']?.[2] ?? inputShape[2]!;
      output([...size, filters], `Its window gives ${size.join(' × ')}.`);
      weight(
        'filter',
        [...window, inputShape[2]! % perGroup === 0 ? perGroup : inputShape[2]!, filters],
        'A filter is [height, width, inChannels, filters]; from PyTorch: weight.permute(2, 3, 1, 0).',
      );
      weight('bias', [filters], 'A bias has one number for each filter.');
      return;
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const { size } = windowOf(layer, 'poolSize');
      return output([...size, inputShape[2]!], `Its window gives ${size.join(' × ')}, map by map.`);
    }
    case 'Flatten':
      return output([productOf(inputShape)], 'Flatten writes all numbers in one row.');
    case 'Dense': {
      const [units = 1] = outputShape;
      if (inputShape.length !== 1)
        throw shapeMismatch(
          `an input of ${name}`,
          [productOf(inputShape)],
          inputShape,
          'Put Flatten before it.',
        );
      output([units], 'A dense layer gives one row.');
      weight('kernel', [inputShape[0]!, units], 'A kernel is [inputs, units]; from PyTorch: weight.T.');
      return weight('bias', [units], 'A bias has one number for each unit.');
    }
    case 'InputLayer':
    case 'Dropout':
    case 'ReLU':
    case 'Softmax':
      return output(inputShape, 'This layer keeps the shape.');
    default:
  }
}

function windowOf(
  { name, config, inputShape, outputShape }: ReadLayer,
  setting: 'kernelSize' | 'poolSize',
): { readonly window: readonly [number, number]; readonly size: readonly [number, number] } {
  for (const shape of [inputShape, outputShape])
    if (shape.length !== 3)
      throw invalidValue(
        `input and output of ${name}`,
        '[height, width, channels]',
        shape,
        'Write three sizes, without the batch.',
      );
  const window = pairAt(config[setting], `${setting} of ${name}`);
  const isPooling = setting === 'poolSize';
  const strides = pairAt(config['strides'] ?? (isPooling ? window : 1), `strides of ${name}`);
  const dilations = pairAt(config['dilationRate'] ?? 1, `dilationRate of ${name}`);
  const padding = config['padding'] ?? 'valid';
  if (!isPadding(padding))
    throw invalidValue(`padding of ${name}`, "'same', 'valid' or numbers", padding, inConfig);
  try {
    const input = [inputShape[0]!, inputShape[1]!] as const;
    const plan = windowPlan(name, { input, window, strides, dilations, padding });
    return { window: plan.window, size: plan.output };
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    const settings = `${setting} ${textOf(window)}, padding ${textOf(padding)}`;
    throw impossibleLayer(name, inputShape, settings, error.message);
  }
}

const inConfig = 'Write it in the config of the layer.';

function pairAt(value: unknown, name: string): Pair {
  if (!isPair(value)) throw invalidValue(name, 'a number or [height, width]', value, inConfig);
  return value;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

const isPair = (value: unknown): value is Pair =>
  isNumber(value) || (Array.isArray(value) && value.length === 2 && value.every(isNumber));

/** `windowPlan` looks at the numbers; here it is only made sure that they are some. */
const isPadding = (value: unknown): value is Padding =>
  value === 'same' ||
  value === 'valid' ||
  isPair(value) ||
  (isObject(value) && Object.values(value).every(isNumber));

const textOf = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(written).join(', ')}]` : written(value);

/** One multiplication for each weight at each place of the output. */
function macsOf({ className, outputShape, weights }: ReadLayer): number {
  const places = outputShape.length === 3 ? outputShape[0]! * outputShape[1]! : 1;
  const shape =
    className === 'Conv2D' ? weights['filter'] : className === 'Dense' ? weights['kernel'] : undefined;
  return shape ? places * productOf(shape) : 0;
}

/** One for each number of a classifier; a network that is cut short before it may keep them. */
function classNamesOf(value: unknown, last: LayerSummary | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const names = listAt(value, 'classNames', mostUnits).map((name, index) =>
    nameAt(name, `name of class ${index}`),
  );
  if (last?.className === 'Dense' || last?.className === 'Softmax')
    expectShape('classNames', last.outputShape, [names.length], 'Name each number of the last layer.');
  return names;
}

/** Without the batch. */
function activationShape(value: unknown, name: string): Shape {
  const shape = shapeAt(value, name, mostNumbers);
  if (shape.length < 1 || shape.length > 3)
    throw invalidValue(
      name,
      'of one to three sizes',
      shape,
      'Write [height, width, channels] or [units], without the batch.',
    );
  return shape;
}

export function expectShape(what: string, expected: Shape, received: Shape, remedy: string): void {
  const isSame =
    expected.length === received.length && expected.every((size, axis) => size === received[axis]);
  if (!isSame) throw shapeMismatch(what, expected, received, remedy);
}

const countOr = (value: unknown, name: string, derive: () => number): number =>
  value === undefined ? derive() : countAt(value, name);

const total = (layers: readonly LayerSummary[], what: 'parameterCount' | 'macs'): number =>
  layers.reduce((sum, layer) => sum + layer[what], 0);
