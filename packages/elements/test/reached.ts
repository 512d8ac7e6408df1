/**
 * Three places of every element, by name: what is said there, and which cell of its table holds the same number. The numbers
 * are read here from the record itself, or counted by hand; how a visitor gets there is the tests' own business.
 */
import type { ActivationRecord } from '@convlens/types';
import { fakeHistory } from './fake-session.js';
import { digit, seedRecord } from './seed-record.js';

export interface Place {
  /** Parts of what is announced. */
  readonly said: readonly string[];
  /** Where its number stands in the table: the head of the row, the column counted from 1, and what stands there. */
  readonly row: string;
  readonly column: number;
  readonly shows: string;
}

export interface Reached {
  readonly tag: keyof HTMLElementTagNameMap;
  readonly properties: object;
  /** What announces, and the table's rows; the twin's unless told. */
  readonly live?: string;
  readonly rows?: string;
  readonly places: readonly [Place, Place, Place];
}

export const record: ActivationRecord = seedRecord();

/** A number of the record: an output by row, column and map, a weight by its place in the tensor. */
export function value(path: string, ...place: readonly number[]): number {
  const { shape, data } = record.tensors[path]!;
  const own = shape.slice(shape.length - place.length);
  return data[place.reduce((index, at, axis) => index * own[axis]! + at, 0)]!;
}

/** Row and column of the largest cell of a map, the first of equal ones. */
export function strongest(path: string, map: number): readonly [row: number, column: number] {
  const [, height, width] = record.tensors[path]!.shape as readonly [number, number, number];
  let best: readonly [number, number] = [0, 0];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (value(path, row, column, map) > value(path, ...best, map)) best = [row, column];
  return best;
}

/** With the real minus sign, as people write. */
export const written = (number: number, digits: number): string => number.toFixed(digits).replace('-', '−');
export const signed = (number: number, digits: number): string =>
  `${number > 0 ? '+' : ''}${written(number, digits)}`;
const grouped = (count: number): string => count.toLocaleString('en-GB');

const all = (path: string): readonly number[] => Array.from(record.tensors[path]!.data);

function ofNetwork(path: string, map: number): Place {
  const [row, column] = strongest(path, map);
  const [layer] = path.split('/') as [string];
  return {
    said: [`${layer}, map ${map} [${row}, ${column}, ${map}] = ${written(value(path, row, column, map), 3)}`],
    row: layer,
    column: 4,
    shows: written(Math.max(...all(path)), 3),
  };
}

/** The strongest cell of map 2, and two beside it that are above zero too. */
const [top, left] = strongest('conv1/output', 2);
export const cellStart = { layer: 'conv1', unit: 2, row: top, column: left };

function ofCell(row: number, column: number, map: number): Place {
  const name = `conv1, map ${map} [${row}, ${column}]`;
  const number = value('conv1/output', row, column, map);
  return { said: [`${name} is ${written(number, 3)}.`], row: name, column: 1, shows: written(number, 8) };
}

function ofWeight(filter: number, row: number, column: number): Place {
  const weight = signed(value('conv1/filter', row, column, 0, filter), 4);
  return {
    said: [`filter ${filter + 1}, input 1, cell [${row}, ${column}]: ${weight}`],
    row: String(row),
    column: column + 1,
    shows: weight,
  };
}

function ofPixel(row: number, column: number): Place {
  const number = value('input', row, column, 0);
  return {
    said: [`[${row}, ${column}, 0]`, `of 255 = ${written(number, 3)}`],
    row: `row ${row}`,
    column: column + 1,
    shows: written(number * 255, 0),
  };
}

function ofFunction(row: number, column: number): Place {
  const number = written(value('conv1/output', row, column, 0), 3);
  return {
    said: [`[${row}, ${column}]: `, `${number} after ReLU`],
    row: `${row} after`,
    column: column + 1,
    shows: number,
  };
}

/** The lab with the first kernel of the record: its output is map 0 before ReLU. */
const lab = {
  data: { shape: [1, 28, 28, 1], data: digit() },
  kernel: Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 5 }, (_each, column) => value('conv1/filter', row, column, 0, 0)),
  ),
  bias: value('conv1/bias', 0),
  padding: 2,
};
function sumAt(row: number, column: number): number {
  let sum = lab.bias;
  for (let kernelY = 0; kernelY < 5; kernelY++)
    for (let kernelX = 0; kernelX < 5; kernelX++)
      sum += value('input', row + kernelY - 2, column + kernelX - 2, 0) * lab.kernel[kernelY]![kernelX]!;
  return sum;
}
function ofOutput(row: number, column: number): Place {
  const number = written(sumAt(row, column), 3);
  return {
    said: [`output [${row}, ${column}] = ${number}`],
    row: `row ${row}`,
    column: column + 1,
    shows: number,
  };
}
/** Where the sum is farthest from zero, which is where the lab begins. */
export const farthest = [17, 19] as const;

function ofMap(map: number): Place {
  const [row, column] = strongest('conv1/output', map);
  const largest = value('conv1/output', row, column, map);
  return {
    said: [`map ${map}`, written(largest, 3), `[${row}, ${column}]`],
    row: String(map),
    column: 1,
    shows: written(largest, 4),
  };
}

function ofPooling(row: number, column: number): Place {
  const number = written(value('pool1/output', row, column, 0), 3);
  return {
    said: [`output [${row}, ${column}]: max ${number}`],
    row: `output [${row}, ${column}]`,
    column: 1,
    shows: number,
  };
}

function ofScore(unit: number): Place {
  const number = value('dense2/output', unit);
  return {
    said: [`the score of ${unit} = ${written(number, 3)}`],
    row: `the score of ${unit}`,
    column: 3,
    shows: written(number, 5),
  };
}

function ofRow(index: number): Place {
  const number = value('flatten/output', index);
  const [map, cell] = [index % 16, Math.floor(index / 16)];
  return {
    said: [
      `Number ${index} of 784 is ${written(number, 3)}, from pool2, map ${map}, cell [${Math.floor(cell / 7)}, ${cell % 7}]`,
    ],
    row: String(index),
    column: 4,
    shows: written(number, 6),
  };
}

function ofShare(unit: number): Place {
  const share = value('probabilities', unit);
  return {
    said: [`exp(${written(value('dense2/output', unit), 3)})`, `= ${written(share * 100, 2)} %`],
    row: String(unit),
    column: 5,
    shows: written(share, 6),
  };
}

function ofBin(name: string, isIn: (value: number) => boolean): Place {
  const count = grouped(all('conv1/output').filter(isIn).length);
  return { said: [`${name}: ${count} (`], row: name, column: 1, shows: count };
}

const history = fakeHistory(300);
function ofStep(step: number): Place {
  const loss = history.loss[step - 1]!;
  const accuracy = `${written(history.accuracy[step - 1]! * 100, 1)} %`;
  return {
    said: [`step ${step}: loss ${written(loss, 3)}, accuracy ${accuracy}`],
    row: String(step),
    column: 1,
    shows: written(loss, 4),
  };
}

/** Three images, of which each is the one before moved by a column; their means are not the same. */
const shifts = [0, 4, -6];
const images = {
  shape: [3, 28, 28, 1],
  data: Float32Array.from(shifts.flatMap((shift) => Array.from(digit(shift)))),
} as const;
function ofImage(index: number): Place {
  const mean = digit(shifts[index]).reduce((sum, number) => sum + number, 0) / 784;
  return {
    said: [`image ${index}, class ${['a', 'b', 'c'][index]}`],
    row: String(index),
    column: 2,
    shows: written(mean, 3),
  };
}

const outcome = {
  classNames: ['cat', 'dog'],
  actual: [0, 0, 0, 0, 0, 1, 1, 1],
  predicted: [0, 1, 1, 0, 1, 1, 0, 1],
};

const layerText = (name: string): Pick<Place, 'row' | 'column' | 'shows' | 'said'> => {
  const { parameterCount, macs } = record.model.layers.find((layer) => layer.name === name)!;
  return {
    said: [`${name}: ${grouped(parameterCount)} of 105,194 parameters`, `${grouped(macs)} multiplications`],
    row: name,
    column: 4,
    shows: grouped(parameterCount),
  };
};

export const reached: readonly Reached[] = [
  {
    tag: 'cnn-network',
    properties: { data: record },
    places: [ofNetwork('conv1/output', 0), ofNetwork('pool1/output', 0), ofNetwork('conv2/output', 3)],
  },
  {
    tag: 'cnn-cell',
    properties: { data: record, ...cellStart },
    places: [ofCell(top + 1, left, 2), ofCell(top + 1, left + 1, 2), ofCell(top + 1, left + 1, 3)],
  },
  {
    tag: 'cnn-convolution',
    properties: lab,
    places: placesRound(farthest, ofOutput),
  },
  { tag: 'cnn-feature-maps', properties: { data: record }, places: [ofMap(1), ofMap(2), ofMap(7)] },
  {
    tag: 'cnn-kernels',
    properties: { data: record },
    places: [ofWeight(0, 0, 0), ofWeight(0, 0, 1), ofWeight(0, 1, 1)],
  },
  {
    tag: 'cnn-pixels',
    properties: { data: record },
    places: [ofPixel(14, 14), ofPixel(13, 14), ofPixel(13, 13)],
  },
  {
    tag: 'cnn-activation',
    properties: { data: record },
    places: placesRound(strongest('conv1/output', 0), ofFunction),
  },
  {
    tag: 'cnn-pooling',
    properties: { data: record },
    places: placesRound(strongest('pool1/output', 0), ofPooling),
  },
  { tag: 'cnn-dense', properties: { data: record, unit: 2 }, places: [ofScore(3), ofScore(4), ofScore(5)] },
  {
    tag: 'cnn-flatten',
    properties: { data: record, number: 726 },
    places: [ofRow(727), ofRow(510), ofRow(254)],
  },
  {
    tag: 'cnn-softmax',
    properties: { data: record },
    live: '[part="equation"]',
    places: [ofShare(0), ofShare(1), ofShare(2)],
  },
  {
    tag: 'cnn-layer-table',
    properties: { data: record },
    rows: '.frame tbody tr',
    places: [layerText('pool1'), layerText('conv2'), layerText('dense2')],
  },
  {
    tag: 'cnn-histogram',
    properties: { data: record, path: 'conv1/output' },
    places: [
      ofBin('exactly 0', (number) => number === 0),
      ofBin('0 to 0.1', (number) => number > 0 && number < 0.1),
      ofBin('0.1 to 0.2', (number) => number >= 0.1 && number < 0.2),
    ],
  },
  {
    tag: 'cnn-confusion-matrix',
    properties: { data: outcome },
    places: [
      { said: ['actual cat, predicted dog: 3, 60'], row: 'cat', column: 2, shows: '3' },
      { said: ['dog taken for dog: 2 right, 67'], row: 'dog', column: 2, shows: '2' },
      { said: ['actual dog, predicted cat: 1, 33'], row: 'dog', column: 1, shows: '1' },
    ],
  },
  {
    tag: 'cnn-dataset-grid',
    properties: { data: { images, labels: [0, 1, 2], classNames: ['a', 'b', 'c'] } },
    places: [ofImage(0), ofImage(1), ofImage(2)],
  },
  {
    tag: 'cnn-training-chart',
    properties: { data: history },
    live: '[role="slider"]',
    places: [ofStep(1), ofStep(28), ofStep(300)],
  },
  {
    tag: 'cnn-shape-calculator',
    properties: {},
    live: 'dl',
    places: [
      // ⌊(28 + 3 − 4 − 1) / 2⌋ + 1, 5·5·1·9 + 9, 5·5·1·9·14·14.
      { said: ['output 14 × 14 × 8'], row: 'output', column: 1, shows: '14 × 14 × 8' },
      { said: ['parameters 234'], row: 'parameters', column: 1, shows: '234' },
      { said: ['multiplications 44,100'], row: 'multiplications', column: 1, shows: '44,100' },
    ],
  },
];

/** A cell, the one on its right, and the one below that. */
function placesRound(
  [row, column]: readonly [number, number],
  placeOf: (row: number, column: number) => Place,
): readonly [Place, Place, Place] {
  return [placeOf(row, column), placeOf(row, column + 1), placeOf(row + 1, column + 1)];
}

/** What an element announces there, in one line. */
export function announced(element: Element, live = '[part="readout"]'): string {
  const node = element.shadowRoot!.querySelector(live);
  const text = node?.getAttribute('aria-valuetext') ?? node?.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}

/** What stands in its table. */
export function shownIn(
  element: Element,
  { row, column }: Place,
  rows = '.twin tbody tr',
): string | undefined {
  const found = [...element.shadowRoot!.querySelectorAll(rows)].filter(
    ({ children }) => children[0]!.textContent.trim() === row,
  );
  // The last of equal names: a cell's own number stands below what it is made of.
  return found.at(-1)?.children[column]?.textContent.trim().replace('\u00A0', ' ');
}
