/** Every word that `<cnn-pooling>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { WayName } from './ways.js';

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface PoolingMessages extends CommonMessages {
  readonly ways: Readonly<Record<WayName, string>>;
  /** What a way does with a window of so many cells. */
  readonly does: Readonly<Record<WayName, (cells: string) => string>>;
  readonly settings: Readonly<Record<'windowSize' | 'stride', string>>;
  readonly channel: string;
  readonly gradient: string;
  readonly formula: string;
  readonly shift: string;
  readonly shiftKeys: string;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly back: string;
  /** @param down Cells downwards, negative upwards, written with its sign. */
  readonly shiftedBy: (down: string, right: string) => string;
  readonly notShifted: string;
  readonly changeOf: (way: string, changed: string, cells: string, mean: string) => string;
  readonly size: (height: string, width: string) => string;
  readonly mapOf: (layer: string, channel: string) => string;
  readonly input: string;
  /** @param given The input, or the map of a layer. */
  readonly gradientOf: (given: string) => string;
  /** Below the maps while gradients are shown. */
  readonly gradientNote: (cell: string | undefined) => string;
  readonly dotsNote: string;
  readonly output: string;
  readonly outputSize: string;
  readonly parameters: string;
  readonly multiplications: string;
  readonly besides: Readonly<Record<WayName, (count: string) => string>>;
  readonly overAll: (channels: string) => string;
  /** Output cells that are other than before the shift. */
  readonly changed: string;
  readonly changedOf: (changed: string, cells: string) => string;
  readonly mean: string;
  readonly time: string;
  readonly measure: string;
  readonly measuring: string;
  readonly notMeasured: string;
  readonly tooLarge: string;
  /** @param maps How many, of which size, already written. */
  readonly timed: (maps: string) => string;
  readonly maps: (count: string, size: string) => string;
  readonly microseconds: (value: string) => string;
  readonly kernel: string;
  readonly weight: (row: number, column: number) => string;
  readonly equal: string;
  readonly notANumber: (text: string) => string;
  readonly cell: (row: number, column: number) => string;
  readonly pinned: string;
  readonly keys: string;
  /** The chosen cell of every way, each already written. */
  readonly sentence: (row: number, column: number, values: string) => string;
  readonly goesOn: string;
  readonly illegal: string;
  readonly useWindow: (size: string) => string;
  readonly badImage: string;
  readonly noMaps: (layer: string) => string;
  readonly noValues: (layer: string) => string;
  readonly tableOf: (size: string) => string;
  readonly what: string;
}

export const messages: MessageTables<PoolingMessages> = {
  en: {
    ...common,
    ways: {
      max: 'max',
      average: 'average',
      l2: 'L2',
      convolution: 'strided convolution',
      none: 'none',
    },
    does: {
      max: (cells) => `the largest of ${cells}`,
      average: (cells) => `the sum of ${cells}, divided by ${cells}`,
      l2: (cells) => `the root of the sum of ${cells} squares`,
      convolution: (cells) => `the sum of ${cells} weighted numbers`,
      none: () => 'the map as it is',
    },
    settings: { windowSize: 'window', stride: 'stride' },
    channel: 'map',
    gradient: 'where the gradient goes',
    formula: 'out = ⌊ (in + padding − dilation·(size − 1) − 1) / stride ⌋ + 1',
    shift: 'shift by one cell',
    shiftKeys: 'Shift the map by one cell. Arrow keys do it too, Escape puts it back.',
    directions: { up: 'Shift up', down: 'Shift down', left: 'Shift left', right: 'Shift right' },
    back: 'Put back',
    shiftedBy: (down, right) => `Shifted ${right} to the right and ${down} downwards. Changed:`,
    notShifted: 'Not shifted: shift the map and see how much of each output changes.',
    changeOf: (way, changed, cells, mean) => `${way} ${changed} of ${cells} cells, ${mean} on average`,
    size: (height, width) => `${height} × ${width}`,
    mapOf: (layer, channel) => `${layer}, map ${channel}`,
    input: 'input',
    gradientOf: (given) => `gradient of ${given}`,
    gradientNote: (cell) =>
      cell === undefined
        ? 'Gradient: a gradient of 1 comes back to every output cell, and goes to these input cells.'
        : `Gradient: a gradient of 1 comes back to output ${cell} alone, and goes to these input cells.`,
    dotsNote: 'Dots: how much of a cell is in the outputs. A full dot counts wholly, a ring is subtracted.',
    output: 'output',
    outputSize: 'output size',
    parameters: 'parameters',
    multiplications: 'multiplications',
    besides: {
      max: (count) => `and ${count} comparisons`,
      average: (count) => `and ${count} additions`,
      l2: (count) => `and ${count} roots`,
      convolution: (count) => `and ${count} additions`,
      none: () => '',
    },
    overAll: (channels) => `Parameters and multiplications are those of a layer over all ${channels} maps.`,
    changed: 'changed',
    changedOf: (changed, cells) => `${changed} of ${cells}`,
    mean: 'mean change',
    time: 'time',
    measure: 'Measure time',
    measuring: 'Measuring …',
    notMeasured: 'not measured',
    tooLarge: 'too much to time here',
    timed: (maps) =>
      `Timed here: plain loops of this page over ${maps}, the median of runs that take 50 ms or more together. The kernels of a network are faster.`,
    maps: (count, size) => `${count} ${count === '1' ? 'map' : 'maps'} of ${size}`,
    microseconds: (value) => `${value} µs`,
    kernel: 'kernel of the strided convolution',
    weight: (row, column) => `Weight [${row}, ${column}]`,
    equal: 'Equal weights',
    notANumber: (text) => `“${text}” is not a number; the weight stays what it was.`,
    cell: (row, column) => `output [${row}, ${column}]`,
    pinned: 'pinned',
    keys: 'Arrow keys walk from cell to cell, Enter pins one, Escape lets it go.',
    sentence: (row, column, values) => `output [${row}, ${column}]: ${values}`,
    goesOn: 'each goes on by itself',
    illegal: 'No window of this size fits.',
    useWindow: (size) => `Use a window of ${size}`,
    badImage:
      'This is no image that can be shown: give it [1, height, width, channels] with 1 to 256 cells a side.',
    noMaps: (layer) => `This network has no maps named “${layer}”. Name a layer that makes maps, or input.`,
    noValues: (layer) => `This record has no values of “${layer}”. Record them too.`,
    tableOf: (size) => `Poolings of a map of ${size} in numbers, then every output cell`,
    what: 'what',
  },
};
