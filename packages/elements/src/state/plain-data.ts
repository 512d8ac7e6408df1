/** What a state may be made of: the data of JSON without null, and nothing that could be taken for more than data. */
import { notAState } from './state-errors.js';

export type PlainData = string | number | boolean | readonly PlainData[] | PlainObject;
export interface PlainObject {
  readonly [name: string]: PlainData;
}

const mostDepth = 10;
const mostParts = 8192;
/** Names that mean something else to objects of JavaScript. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/**
 * A copy that is surely plain: functions, class instances, NaN and infinities are refused, and so is what is nested or large without
 * measure. -0, which JSON has no text for, becomes 0.
 * @throws StateError `NOT_A_STATE`
 */
export function copyPlain(value: unknown): PlainData {
  let parts = 0;
  const copy = (each: unknown, depth: number): PlainData => {
    if (depth > mostDepth) throw notAState(`data nested at most ${mostDepth} deep`, 'more');
    if (++parts > mostParts) throw notAState(`at most ${mostParts} values`, 'more');
    if (typeof each === 'string' || typeof each === 'boolean') return each;
    if (typeof each === 'number' && Number.isFinite(each)) return each + 0;
    if (Array.isArray(each)) return Array.from(each, (item: unknown) => copy(item, depth + 1));
    if (!isPlainObject(each))
      throw notAState('plain data: text, finite numbers, true, false, lists, objects', each);
    const names = Object.keys(each);
    const bad = names.find((name) => reserved.has(name));
    if (bad !== undefined) throw notAState('names that are settings', bad);
    return Object.fromEntries(names.map((name) => [name, copy(each[name], depth + 1)]));
  };
  return copy(value, 0);
}
