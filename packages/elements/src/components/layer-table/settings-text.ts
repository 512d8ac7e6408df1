/** A layer's settings in a few words; what is the usual setting, or is seen in another column, is left out. */
import type { ActivationName, LayerSummary } from '@convlens/types';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import type { LayerTableMessages } from './layer-table.messages.js';

type Write = (value: unknown, words: LayerTableMessages, numbers: Numbers) => string | undefined;

/** In the order in which they are told. A layer that is not of this project brings other names: they are told as they are. */
const writers: Readonly<Record<string, Write>> = {
  filters: (value, words, numbers) => count(value, numbers, words.filters),
  units: (value, words, numbers) => count(value, numbers, words.units),
  kernelSize: (value, words) => pair(value, (size) => words.kernel(sizeText(size))),
  poolSize: (value, words) => pair(value, (size) => words.window(sizeText(size))),
  strides: (value, words) => unlessOne(value, (size) => words.stride(evenText(size))),
  dilationRate: (value, words) => unlessOne(value, (size) => words.dilation(evenText(size))),
  groups: (value, words, numbers) => (value === 1 ? undefined : count(value, numbers, words.groups)),
  padding: (value, words) =>
    value === 'valid' ? undefined : value === 'same' ? words.same : words.padding(plain(value) ?? '?'),
  rate: (value, words, numbers) =>
    typeof value === 'number' ? words.drops(percentText(value, words, numbers)) : undefined,
  useBias: (value, words) => (value === false ? words.noBias : undefined),
  activation: (value, words) =>
    typeof value === 'string' && value !== 'linear' ? activationText(value, words) : undefined,
};

/** Functions of this project have names in every language. */
const activationText = (name: string, { activations }: LayerTableMessages): string =>
  Object.hasOwn(activations, name) ? activations[name as ActivationName] : name;

const leftOut = /^(name|shape|inputShape)$|(Initializer|Regularizer)$/;

export function settingsText(layer: LayerSummary, words: LayerTableMessages, numbers: Numbers): string {
  const { config, className } = layer;
  const known = Object.keys(writers)
    .filter((key) => Object.hasOwn(config, key))
    .map((key) => writers[key]!(config[key], words, numbers));
  const others = Object.keys(config)
    .filter((key) => !Object.hasOwn(writers, key) && !leftOut.test(key))
    .map((key) => {
      const text = plain(config[key]);
      return text === undefined ? undefined : `${key} ${text}`;
    });
  const told = [...known, ...others].filter((text) => text !== undefined);
  if (told.length > 0) return told.join(', ');
  return Object.hasOwn(words.does, className) ? words.does[className]! : '';
}

const count = (value: unknown, numbers: Numbers, write: (count: string) => string): string | undefined =>
  typeof value === 'number' ? write(numbers.integer(value)) : undefined;

/** `[5, 5]`, or 5 for both. */
function pair(value: unknown, write: (size: readonly [number, number]) => string): string | undefined {
  if (typeof value === 'number') return write([value, value]);
  if (!Array.isArray(value)) return undefined;
  const [height, width] = value as readonly unknown[];
  return typeof height === 'number' && typeof width === 'number' ? write([height, width]) : undefined;
}

const unlessOne = (value: unknown, write: (size: readonly [number, number]) => string): string | undefined =>
  pair(value, (size) => (size[0] === 1 && size[1] === 1 ? '' : write(size))) || undefined;

const sizeText = ([height, width]: readonly [number, number]): string => `${height} × ${width}`;
const evenText = (size: readonly [number, number]): string =>
  size[0] === size[1] ? String(size[0]) : sizeText(size);

function plain(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.map((part) => plain(part) ?? '?').join(' × ');
  // Padding by name: { top, bottom, left, right }.
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value)
    .map(([name, part]) => `${name} ${plain(part) ?? '?'}`)
    .join(' ');
}
