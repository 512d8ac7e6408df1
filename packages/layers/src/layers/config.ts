/** Guards for layer settings: they may come from a file, so nothing is taken on trust. */
import { toPair } from '@convlens/geometry';
import type { Padding, Pair } from '@convlens/geometry';
import type { Shape } from '@convlens/types';
import { invalidConfig, unknownOption } from '../errors.js';

/** Refuses options that the layer does not have: a misspelt one would be ignored without a word. */
export function onlyKnown(layer: string, options: object, known: readonly string[]): void {
  for (const option of Object.keys(options))
    if (!known.includes(option)) throw unknownOption(layer, option, known);
}

export function checkName(layer: string, name: unknown): string | undefined {
  if (name === undefined || typeof name === 'string') return name;
  throw invalidConfig(layer, 'name', 'a string', name, 'Leave it out to be named after the class.');
}

const isPositive = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

export function positive(layer: string, option: string, value: unknown): number {
  if (isPositive(value)) return value;
  throw invalidConfig(layer, option, 'a whole number of 1 or more', value, 'Correct it.');
}

/** A number widens to both axes. */
export function positivePair(layer: string, option: string, value: unknown): readonly [number, number] {
  if (isPositive(value)) return [value, value];
  if (Array.isArray(value) && value.length === 2 && value.every(isPositive))
    return toPair(value as unknown as Pair);
  throw invalidConfig(
    layer,
    option,
    'a whole number of 1 or more, or [height, width] of such',
    value,
    'Correct it.',
  );
}

export function boolean(layer: string, option: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidConfig(layer, option, 'true or false', value, 'Correct it.');
}

export function oneOf<T extends string>(
  layer: string,
  option: string,
  value: unknown,
  choices: readonly T[],
): T {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw invalidConfig(
    layer,
    option,
    choices
      .map((each) => `'${each}'`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1'),
    value,
    'Choose one of these.',
  );
}

const isPad = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const sides = ['top', 'bottom', 'left', 'right'] as const;

/** The sizes are checked against the input later, by the window plan. */
export function padding(layer: string, value: unknown): Padding {
  if (value === 'same' || value === 'valid' || isPad(value)) return value as Padding;
  if (Array.isArray(value) && value.length === 2 && value.every(isPad))
    return [value[0], value[1]] as Padding;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const named = value as Record<string, unknown>;
    if (sides.every((side) => isPad(named[side]))) {
      return Object.fromEntries(sides.map((side) => [side, named[side]])) as unknown as Padding;
    }
  }
  throw invalidConfig(
    layer,
    'padding',
    "'same', 'valid', a whole number of 0 or more, [vertical, horizontal] or { top, bottom, left, right }",
    value,
    'Correct it.',
  );
}

export function shapeOf(layer: string, option: string, value: unknown): Shape {
  if (Array.isArray(value) && value.length > 0 && value.every(isPositive)) return [...value];
  throw invalidConfig(
    layer,
    option,
    'an array of whole numbers of 1 or more, without the batch axis',
    value,
    'For 28 x 28 grey images: [28, 28, 1].',
  );
}
