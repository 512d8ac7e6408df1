/** Every word that `<cnn-flatten>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface FlattenMessages extends CommonMessages {
  readonly scoreOf: string;
  readonly score: (name: string) => string;
  readonly unit: (layer: string, unit: string) => string;
  readonly mapsTitle: (layer: string, count: string, size: string) => string;
  readonly partsTitle: (score: string) => string;
  readonly vectorTitle: (layer: string, count: string) => string;
  readonly vectorNote: (channels: string) => string;
  readonly inputTitle: (name: string) => string;
  readonly field: (rows: string, columns: string) => string;
  readonly walk: string;
  readonly number: string;
  /** With the numbers of the maps: `(row × 7 + column) × 16 + map`. */
  readonly formula: (width: string, channels: string) => string;
  readonly cell: (layer: string, map: string, row: number, column: number) => string;
  readonly sentence: (index: string, count: string, value: string, cell: string) => string;
  readonly puts: (amount: string, score: string, total: string) => string;
  readonly terms: (score: string) => string;
  readonly term: (index: string, map: string, row: number, column: number) => string;
  readonly factors: (value: string, slope: string) => string;
  readonly rest: (count: string) => string;
  readonly biases: string;
  readonly logit: string;
  readonly hidden: (layer: string, on: string, count: string) => string;
  readonly exact: string;
  readonly otherMoment: (value: string) => string;
  readonly blocked: (layer: string) => string;
  readonly noScores: string;
  readonly missing: (path: string) => string;
  readonly noFlatten: string;
  readonly noLayer: (received: string) => string;
  readonly noUnit: (received: string, layer: string, last: string) => string;
  readonly notANumber: (received: string, last: string) => string;
  readonly table: {
    readonly caption: (score: string) => string;
    readonly index: string;
    readonly map: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    readonly amount: string;
  };
}

export const messages: MessageTables<FlattenMessages> = {
  en: {
    ...common,
    scoreOf: 'Traced back from the score of',
    score: (name) => `the score of ${name}`,
    unit: (layer, unit) => `${layer}, unit ${unit}`,
    mapsTitle: (layer, count, size) => `${layer}: ${count} maps of ${size}`,
    partsTitle: (score) => `What each cell puts into ${score}`,
    vectorTitle: (layer, count) => `${layer}: the same numbers in one row of ${count}`,
    vectorNote: (channels) =>
      `Place by place from the top left, at each place the ${channels} maps in their order.`,
    inputTitle: (name) => name,
    field: (rows, columns) => `the ${rows} × ${columns} pixels that can reach the cell`,
    walk: 'Arrow keys go from cell to cell, Enter keeps one, Escape lets it go.',
    number: 'number',
    formula: (width, channels) => `(row × ${width} + column) × ${channels} + map`,
    cell: (layer, map, row, column) => `${layer}, map ${map}, cell [${row}, ${column}]`,
    sentence: (index, count, value, cell) => `Number ${index} of ${count} is ${value}, from ${cell}.`,
    puts: (amount, score, total) => `It puts ${amount} into ${score}, which is ${total}.`,
    terms: (score) => `Cells that put most into ${score}, the largest first`,
    term: (index, map, row, column) => `${index}: map ${map} [${row}, ${column}]`,
    factors: (value, slope) => `${value} × ${slope}`,
    rest: (count) => `the other ${count}`,
    biases: 'biases',
    logit: 'logit',
    hidden: (layer, on, count) => `${on} of ${count} units of ${layer} are on, above zero`,
    exact:
      'While each unit stays on its side of zero, the score is a sum: each number times all the weights on its ways. That is exact for this image; another one switches other units on.',
    otherMoment: (value) =>
      `The network’s own number is ${value}: while it trains, weights are looked at now and then, and these are of an earlier step.`,
    blocked: (layer) =>
      `${layer} bends its sums everywhere, not at zero alone: the score behind it cannot be split into cells. With ReLU, leaky ReLU or none it can.`,
    noScores: 'No dense layer follows: there is no score to trace back.',
    missing: (path) => `${path} is not in this record: without it nothing can be traced back.`,
    noFlatten: 'This network flattens nothing: its maps do not become one row.',
    noLayer: (received) =>
      `flatten: expected the name of a flatten layer, received “${received}”. Leave layer out for the first.`,
    noUnit: (received, layer, last) =>
      `flatten: expected a unit of ${layer} from 0 to ${last}, received ${received}. Set unit="0" for the first.`,
    notANumber: (received, last) => `Expected a whole number from 0 to ${last}, received “${received}”.`,
    table: {
      caption: (score) => `Numbers of the row and what they put into ${score}, the largest first`,
      index: 'number',
      map: 'map',
      row: 'row',
      column: 'column',
      value: 'value',
      amount: 'puts in',
    },
  },
};
