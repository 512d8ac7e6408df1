/** Which numbers a setting may be: whole, and not less than one (no cells of padding are cells too). */

export type NumberName =
  'height' | 'width' | 'channels' | 'filters' | 'kernel' | 'stride' | 'cells' | 'dilation' | 'groups';

const most = 65_536;

/** The least, and what stands for what is no number at all. */
export const numberRules: Readonly<Record<NumberName, readonly [least: number, begins: number]>> = {
  height: [1, 28],
  width: [1, 28],
  channels: [1, 1],
  filters: [1, 8],
  kernel: [1, 3],
  stride: [1, 1],
  cells: [0, 0],
  dilation: [1, 1],
  groups: [1, 1],
};

export const rangeOf = (name: NumberName): readonly [least: number, most: number] => [
  numberRules[name][0],
  most,
];

export interface BrokenNumber {
  readonly rule: 'number';
  readonly name: NumberName;
  readonly received: number;
  readonly range: readonly [least: number, most: number];
  readonly nearest: number;
}

/** What an attribute that is no number, a zero or a negative number would make NaN of. */
export function brokenNumber(name: NumberName, received: number): BrokenNumber | undefined {
  const range = rangeOf(name);
  if (Number.isInteger(received) && received >= range[0] && received <= range[1]) return undefined;
  return { rule: 'number', name, received, range, nearest: nearestNumber(name, received) };
}

export function nearestNumber(name: NumberName, received: number): number {
  const [least, limit] = rangeOf(name);
  if (Number.isNaN(received)) return numberRules[name][1];
  return Math.max(least, Math.min(limit, Math.round(received)));
}
