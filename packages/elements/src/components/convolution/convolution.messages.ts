/** Every word that `<cnn-convolution>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { ChannelMode, ModeNote } from './channel-modes.js';
import type { PictureName } from './lab-state.js';
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
  readonly sentence: (
    output: string,
    row: number,
    column: number,
    value: string,
    products: string,
    padded: string,
  ) => string;
  /** The same of several channels. */
  readonly summedSentence: (
    output: string,
    row: number,
    column: number,
    value: string,
    channels: string,
    products: string,
  ) => string;
  readonly keys: string;
  readonly illegal: string;
  readonly takeNearest: (name: string, value: number) => string;
  readonly badImage: string;
  readonly badKernel: string;
  readonly learned: string;
  readonly alsoInNetwork: string;
  readonly networkRefused: (reason: string) => string;
  readonly picture: string;
  readonly pictures: Readonly<Record<PictureName, string>>;
  readonly networkInput: string;
  readonly takePicture: (name: string) => string;
  readonly channel: string;
  readonly channels: string;
  readonly channelModes: Readonly<Record<ChannelMode, string>>;
  readonly modeNotes: Readonly<Record<ModeNote, (channels: number, groups: number) => string>>;
  readonly groups: string;
  readonly sameKernel: string;
  /** Red, green, blue. */
  readonly colours: readonly string[];
  readonly channelOf: (channel: string) => string;
  readonly kernelOf: (channel: string) => string;
  readonly outputOf: (channel: string) => string;
  readonly outputOfChannels: (channels: string) => string;
  readonly part: string;
  readonly partOf: (channel: string) => string;
  readonly withoutBias: string;
  readonly productsOf: (channel: string) => string;
  readonly countOfProducts: (count: string) => string;
  readonly channelsAddedUp: string;
  readonly badState: (reason: string) => string;
  /** What a link leaves out. */
  readonly omitted: Readonly<Record<'image' | 'input' | 'kernels', string>>;
  readonly rowColumn: string;
  readonly rowOf: (row: number) => string;
  readonly tableOf: (output: string, height: number, width: number) => string;
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
    sentence: (output, row, column, value, products, padded) =>
      `${output} [${row}, ${column}] = ${value}, the sum of ${products} products${padded === '0' ? '' : `, ${padded} of them with padding`} and the bias`,
    summedSentence: (output, row, column, value, channels, products) =>
      `${output} [${row}, ${column}] = ${value}, the sum of ${channels} channels of ${products} products each and the bias`,
    keys: 'Arrow keys walk from cell to cell, Enter pins one, Escape lets it go.',
    illegal: 'No convolution has these settings.',
    takeNearest: (name, value) => `Use ${name} ${value}`,
    badImage:
      'This is no image that can be shown: give it [1, height, width, channels] with 1 to 256 cells a side.',
    badKernel:
      'This is no kernel: give it 1 to 11 rows of 1 to 11 finite numbers, all rows alike, and all channels the same size.',
    learned: 'learned',
    alsoInNetwork: 'also change it in the network',
    networkRefused: (reason) => `The network keeps its weight. ${reason}`,
    picture: 'picture',
    pictures: {
      given: 'the given picture',
      seven: 'a 7, one channel',
      colour: 'a colour picture, 3 channels',
      maps: 'feature maps of the 7, 4 channels',
    },
    networkInput: 'what the network sees',
    takePicture: (name) => `Take ${name}`,
    channel: 'channel',
    channels: 'channels',
    channelModes: { one: 'one', sum: 'all summed', depthwise: 'depthwise', groups: 'groups' },
    modeNotes: {
      'one-channel': () => 'This picture has one channel: there is nothing to add up and nothing to split.',
      'too-many': (channels) => `${channels} channels are too many to show together: 16 at most.`,
      undivided: (channels, groups) =>
        `${groups} groups do not divide ${channels} channels evenly: all of them are summed here.`,
    },
    groups: 'groups',
    sameKernel: 'same kernel for all',
    colours: ['red', 'green', 'blue'],
    channelOf: (channel) => `channel ${channel}`,
    kernelOf: (channel) => `Kernel of ${channel}`,
    outputOf: (channel) => `output of ${channel}`,
    outputOfChannels: (channels) => `output of channels ${channels}`,
    part: 'partial sum',
    partOf: (channel) => `Partial sum of ${channel}`,
    withoutBias: 'without bias',
    productsOf: (channel) => `products of ${channel}`,
    countOfProducts: (count) => `${count} products`,
    channelsAddedUp: 'channels added up',
    badState: (reason) => `This link cannot be opened. ${reason}`,
    omitted: {
      image: 'the given picture',
      input: 'what the network sees',
      kernels: 'the learned kernel and its bias',
    },
    rowColumn: 'row, column',
    rowOf: (row) => `row ${row}`,
    tableOf: (output, height, width) => `The ${output}, ${height} rows of ${width}`,
  },
};
