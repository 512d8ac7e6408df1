/** Guards for the parts of a foreign trace: each gives the part back with its type, or throws. They know no format. */
import { invalidValue, tooLarge } from './record-errors.js';

/** Names become lookups and captions. */
const longestName = 200;
/** Deeper settings, or more of them, are no layer's. */
const deepest = 6;
const mostSettings = 1000;

export type Foreign = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the object itself: what `__proto__` brings is nobody's data. */
export const own = (object: Foreign, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

export function objectAt(value: unknown, name: string): Foreign {
  if (!isObject(value)) throw invalidValue(name, 'an object', value, 'See docs/trace-format.md.');
  return value;
}

export function nameAt(value: unknown, name: string): string {
  const isName = typeof value === 'string' && value.length > 0 && value.length <= longestName;
  if (!isName)
    throw invalidValue(name, `a name of 1 to ${longestName} characters`, value, 'Give it a short name.');
  return value;
}

export function listAt(value: unknown, name: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidValue(name, 'a list', value, 'See docs/trace-format.md.');
  if (value.length > most) throw tooLarge(`entries in ${name}`, most, value.length);
  return value;
}

export function countAt(value: unknown, name: string): number {
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  if (!isCount)
    throw invalidValue(name, 'a whole number of 0 or more', value, 'Leave it out where it is not known.');
  return value;
}

/** @param most Numbers that a tensor of this shape may have. */
export function shapeAt(value: unknown, name: string, most: number): readonly number[] {
  const sizes = listAt(value, name, 8).map((size) => {
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
      throw invalidValue(
        `each size in ${name}`,
        'a whole number of 1 or more',
        size,
        'Write the sizes of its axes.',
      );
    return size;
  });
  const count = productOf(sizes);
  if (count > most) throw tooLarge(`numbers in ${name}`, most, count);
  return sizes;
}

/** Settings as plain data, copied: a config of any library, nested or not. */
export function settingsAt(value: unknown, name: string): Foreign {
  let left = mostSettings;
  const copy = (part: unknown, at: string, depth: number): unknown => {
    left -= 1;
    if (left < 0) throw tooLarge(`settings in ${name}`, mostSettings, mostSettings + 1);
    if (typeof part === 'number' || typeof part === 'boolean' || part === null || part === undefined)
      return part;
    if (typeof part === 'string' && part.length <= 1000) return part;
    if (depth < deepest && Array.isArray(part))
      return listAt(part, at, mostSettings).map((entry) => copy(entry, at, depth + 1));
    if (depth < deepest && isObject(part)) return copyOf(part, at, depth);
    throw invalidValue(
      at,
      'plain data',
      part,
      `Leave out what is no number, text, list or object, or is nested more than ${deepest} deep.`,
    );
  };
  const copyOf = (object: Foreign, at: string, depth: number): Foreign => {
    const copied = nullMap<unknown>();
    for (const key of Object.keys(object))
      copied[key] = copy(object[key], `${at}.${key}`.slice(0, longestName), depth + 1);
    return copied;
  };
  return copyOf(objectAt(value, name), name, 0);
}

/** For names from outside: it has no `__proto__` that means something else. */
export const nullMap = <T>(): Record<string, T> =>
  // Object.create gives `any`: an object without properties is a map of anything.
  Object.create(null) as Record<string, T>;

export const productOf = (sizes: readonly number[]): number =>
  sizes.reduce((product, size) => product * size, 1);
