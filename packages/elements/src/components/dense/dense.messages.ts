/** Every word that `<cnn-dense>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface DenseMessages extends CommonMessages {
  readonly layer: string;
  readonly unitLabel: string;
  readonly unit: (layer: string, unit: string) => string;
  readonly score: (name: string) => string;
  readonly pixel: (row: number, column: number) => string;
  readonly input: (layer: string, unit: string) => string;
  readonly mapCell: (map: string, row: number, column: number) => string;
  readonly title: (what: string) => string;
  readonly shape: (inputs: string, units: string) => string;
  /** The grid of units in one sentence, and how to walk in it. */
  readonly units: (layer: string, count: string) => string;
  readonly classes: string;
  readonly terms: (what: string) => string;
  readonly rest: (count: string) => string;
  readonly bias: string;
  readonly logit: string;
  readonly preactivation: string;
  readonly output: string;
  readonly activated: (activation: string, sum: string, value: string) => string;
  readonly off: string;
  readonly zeros: (zeros: string, count: string) => string;
  readonly factors: string;
  readonly sentence: (what: string, sum: string, products: string, first: string, amount: string) => string;
  readonly path: string;
  readonly hint: Readonly<Record<'units' | 'cells', string>>;
  readonly back: string;
  readonly cell: (layer: string, map: string, row: number, column: number) => string;
  readonly flatIndex: (formula: string) => string;
  readonly map: (layer: string, map: string) => string;
  readonly field: (rows: string, columns: string) => string;
  readonly otherMoment: (value: string) => string;
  readonly noDense: string;
  readonly noLayer: (name: string, known: string) => string;
  readonly noUnit: (received: string, layer: string, last: string) => string;
  readonly missing: (path: string) => string;
  readonly table: {
    readonly caption: (what: string) => string;
    readonly from: string;
    readonly number: string;
    readonly weight: string;
    readonly product: string;
  };
}

export const messages: MessageTables<DenseMessages> = {
  en: {
    ...common,
    layer: 'layer',
    unitLabel: 'unit',
    unit: (layer, unit) => `${layer}, unit ${unit}`,
    score: (name) => `the score of ${name}`,
    pixel: (row, column) => `pixel [${row}, ${column}]`,
    input: (layer, unit) => `${layer}, unit ${unit}`,
    mapCell: (map, row, column) => `map ${map} [${row}, ${column}]`,
    title: (what) => `The sum behind ${what}`,
    shape: (inputs, units) => `${inputs} inputs, ${units} units`,
    units: (layer, count) => `${count} units of ${layer}. Arrow keys choose one.`,
    classes: 'Scores',
    terms: (what) => `What goes into ${what}, the largest first`,
    rest: (count) => `the other ${count}`,
    bias: 'bias',
    logit: 'logit',
    preactivation: 'pre-activation',
    output: 'output',
    activated: (activation, sum, value) => `${activation}(${sum}) = ${value}`,
    off: 'the unit is off',
    zeros: (zeros, count) => `${zeros} of ${count} inputs are zero and add nothing.`,
    factors: 'Each bar is input × weight: orange adds, blue takes.',
    sentence: (what, sum, products, first, amount) =>
      `${what} = ${sum}, the sum of ${products} ${products === '1' ? 'product' : 'products'} and the bias; the largest is ${amount}, from ${first}.`,
    path: 'Traced back from',
    hint: {
      units: 'Choose a contribution to see the sum that it comes from.',
      cells: 'Choose a contribution to see the cell that it comes from.',
    },
    back: 'Back',
    cell: (layer, map, row, column) => `${layer}, map ${map}, cell [${row}, ${column}]`,
    flatIndex: (formula) => `its place in the vector: ${formula}`,
    map: (layer, map) => `${layer}, map ${map}`,
    field: (rows, columns) => `the ${rows} × ${columns} pixels that can reach it`,
    otherMoment: (value) =>
      `The network’s own number is ${value}: while it trains, weights are looked at now and then, and these are of an earlier step.`,
    noDense: 'This network has no dense layer, thus no weighted sum of all inputs.',
    noLayer: (name, known) =>
      `dense: expected the name of a dense layer, ${known}, received “${name}”. Set layer="…" to one of them.`,
    noUnit: (received, layer, last) =>
      `dense: expected a unit of ${layer} from 0 to ${last}, received ${received}. Set unit="0" for the first.`,
    missing: (path) => `${path} is not in this record: without it the sum cannot be shown.`,
    table: {
      caption: (what) => `What goes into ${what}`,
      from: 'from',
      number: 'input',
      weight: 'weight',
      product: 'product',
    },
  },
};
