/** Every word that `<cnn-convolution>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { PresetName } from './presets.js';
import type { Turnable } from './problem.js';
import type { PaddingMode } from '@convlens/geometry';

export interface ConvolutionMessages extends CommonMessages {
  readonly classic: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly settings: Readonly<Record<Turnable | 'rows' | 'columns', string>>;
  readonly paddingMode: string;
  readonly modes: Readonly<Record<PaddingMode, string>>;
  readonly transposed: string;
  readonly flipped: string;
  readonly input: string;
  readonly kernel: string;
  readonly edit: string;
  readonly output: string;
  readonly size: (height: number, width: number) => string;
  readonly paddedTo: (height: number, width: number) => string;
  readonly bias: string;
  readonly weight: (row: number, column: number) => string;
  readonly notANumber: (text: string) => string;
  readonly formula: string;
  readonly transposedFormula: string;
  readonly back: string;
  readonly play: string;
  readonly pause: string;
  readonly next: string;
  readonly place: string;
  readonly cellOf: (cell: string, count: string) => string;
  readonly pinned: string;
  readonly window: string;
  readonly products: string;
  readonly runningSum: string;
  /** What is read out of the cell that is pointed at. */
  readonly sentence: (row: number, column: number, value: string, products: string, padded: string) => string;
  readonly keys: string;
  readonly illegal: string;
  readonly takeNearest: (name: string, value: number) => string;
  readonly badImage: string;
  readonly badKernel: string;
  readonly learned: string;
  readonly channel: string;
  readonly rowColumn: string;
  readonly rowOf: (row: number) => string;
  readonly tableOf: (height: number, width: number) => string;
}

export const messages: MessageTables<ConvolutionMessages> = {
  en: {
    ...common,
    classic: 'classic',
    presets: {
      identity: 'identity',
      blur: 'blur',
      sharpen: 'sharpen',
      emboss: 'emboss',
      sobelX: 'Sobel x, vertical edges',
      sobelY: 'Sobel y, horizontal edges',
      laplacian: 'Laplacian',
      gabor: 'Gabor',
      corner: 'corner',
    },
    settings: {
      rows: 'kernel rows',
      columns: 'kernel columns',
      stride: 'stride',
      padding: 'padding',
      dilation: 'dilation',
    },
    paddingMode: 'padded with',
    modes: { zeros: 'zeros', reflect: 'reflect', replicate: 'replicate', circular: 'circular' },
    transposed: 'transposed',
    flipped: 'flipped',
    input: 'input',
    kernel: 'kernel',
    edit: 'edit any cell',
    output: 'output',
    size: (height, width) => `${height} × ${width}`,
    paddedTo: (height, width) => `padded to ${height} × ${width}`,
    bias: 'bias',
    weight: (row, column) => `Weight [${row}, ${column}]`,
    notANumber: (text) => `“${text}” is not a number; the weight stays what it was.`,
    formula: 'out = ⌊ (in + padding − dilation·(size − 1) − 1) / stride ⌋ + 1',
    transposedFormula: 'out = (in − 1)·stride − padding + dilation·(size − 1) + 1',
    back: 'One cell back',
    play: 'Play',
    pause: 'Pause',
    next: 'One cell on',
    place: 'Output cell',
    cellOf: (cell, count) => `cell ${cell} of ${count}`,
    pinned: 'pinned',
    window: 'window',
    products: 'products',
    runningSum: 'running sum, term by term',
    sentence: (row, column, value, products, padded) =>
      `output [${row}, ${column}] = ${value}, the sum of ${products} products${padded === '0' ? '' : `, ${padded} of them with padding`} and the bias`,
    keys: 'Arrow keys walk from cell to cell, Enter pins one, Escape lets it go.',
    illegal: 'No convolution has these settings.',
    takeNearest: (name, value) => `Use ${name} ${value}`,
    badImage:
      'This is no image that can be shown: give it [1, height, width, channels] with 1 to 256 cells a side.',
    badKernel: 'This is no kernel: give it 1 to 11 rows of 1 to 11 finite numbers, all rows alike.',
    learned: 'learned',
    channel: 'channel',
    rowColumn: 'row, column',
    rowOf: (row) => `row ${row}`,
    tableOf: (height, width) => `The output, ${height} rows of ${width}`,
  },
};
