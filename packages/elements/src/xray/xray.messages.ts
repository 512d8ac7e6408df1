/** Every word of a number that is taken apart. Numbers come already written. */
import { common } from '../messages/common.js';
import type { CommonMessages } from '../messages/common.js';

export interface XrayMessages extends CommonMessages {
  readonly map: (layer: string, unit: string) => string;
  readonly unitOf: (layer: string, unit: string) => string;
  readonly class: (name: string) => string;
  readonly pixel: (channel: string | undefined) => string;
  readonly window: string;
  readonly kernel: string;
  readonly products: string;
  readonly runningSum: string;
  readonly candidates: string;
  readonly pick: string;
  readonly maps: string;
  readonly mapAdds: (map: string, amount: string) => string;
  readonly bias: string;
  readonly rest: (count: string) => string;
  readonly terms: string;
  readonly sum: string;
  readonly copied: string;
  readonly wins: string;
  readonly shares: string;
  readonly padded: string;
  readonly given: string;
  readonly sees: (rows: string, columns: string) => string;
  readonly sentence: (name: string, value: string, levels: string, pixel: string) => string;
  readonly unfinished: (name: string) => string;
  readonly table: {
    readonly caption: (name: string) => string;
    readonly from: string;
    readonly value: string;
    readonly weight: string;
    readonly product: string;
    readonly total: string;
  };
}

export const xray: XrayMessages = {
  ...common,
  map: (layer, unit) => `${layer}, map ${unit}`,
  unitOf: (layer, unit) => `${layer}, unit ${unit}`,
  class: (name) => `score of ${name}`,
  pixel: (channel) => (channel === undefined ? 'pixel' : `pixel, channel ${channel}`),
  window: 'window',
  kernel: 'kernel',
  products: 'products',
  runningSum: 'running sum, term by term',
  candidates: 'window',
  pick: 'Arrow keys choose what to take apart below.',
  maps: 'what each map adds',
  mapAdds: (map, amount) => `map ${map}, ${amount}`,
  bias: 'bias',
  rest: (count) => `the rest of ${count}`,
  terms: 'the largest products',
  sum: 'sum',
  copied: 'the same number, in one row with all others',
  wins: 'the largest of its window',
  shares: 'the mean of its window',
  padded: 'its window lies wholly in the padding: nothing to choose from',
  given: 'given: a number of the image',
  sees: (rows, columns) => `sees ${rows} × ${columns} pixels`,
  sentence: (name, value, levels, pixel) =>
    `${name} is ${value}. Taken apart over ${levels} levels, along what counts most, it leads to pixel ${pixel}.`,
  unfinished: (name) => `What made ${name} is not in this recording.`,
  table: {
    caption: (name) => `Everything that makes ${name}`,
    from: 'from',
    value: 'number',
    weight: 'weight',
    product: 'product',
    total: 'sum',
  },
};
