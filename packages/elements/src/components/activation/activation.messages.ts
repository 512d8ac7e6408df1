/** Every word that `<cnn-activation>` says. */
import type { ActivationName } from '@convlens/types';
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

type PerFunction = Readonly<Record<ActivationName, string>>;

export interface ActivationMessages extends CommonMessages {
  readonly choose: string;
  readonly formulas: PerFunction;
  readonly derivative: string;
  /** What the curve shows, in one sentence. */
  readonly curve: (name: string, formula: string) => string;
  readonly layer: string;
  readonly map: string;
  readonly where: string;
  readonly wheres: Readonly<Record<'all' | 'layer', string>>;
  readonly before: string;
  /** With the function's name; undefined where there is none. */
  readonly after: (name: string | undefined) => string;
  /** A map, or the units of a dense layer where `unit` is undefined. */
  readonly mapOf: (layer: string, unit: number | undefined) => string;
  readonly sample: string;
  readonly edges: string;
  readonly badImage: string;
  readonly keys: string;
  readonly bothMaps: string;
  readonly allTemplates: string;
  readonly thisKernel: string;
  /** The chosen cell: what came in, what goes out, and the slope there. */
  readonly sentence: (
    cell: string,
    before: string,
    after: string,
    name: string | undefined,
    slope: string,
  ) => string;
  readonly quiet: (cells: string, all: string) => string;
  readonly workedOut: (layer: string, own: string) => string;
  readonly learned: (names: string) => string;
  readonly and: string;
  readonly poolingNames: Readonly<Record<'max' | 'average', string>>;
  readonly retrain: string;
  readonly refused: (reason: string) => string;
  readonly noLayer: string;
  readonly noNumbers: (layer: string) => string;
  readonly linear: string;
  readonly maximum: (layers: readonly string[]) => string;
  readonly average: string;
  readonly training: string;
  readonly templates: (classes: string) => string;
  readonly template: (name: string) => string;
  readonly score: (score: string) => string;
  readonly bias: (bias: string) => string;
  /** @param digits `0.0000001`: what is below cannot be told from zero. */
  readonly below: (digits: string) => string;
  readonly agreement: (difference: string) => string;
  readonly noInput: string;
  readonly oneKernel: string;
  readonly kernel: (from: string, to: string, size: string, stride: number, between: string) => string;
  readonly kernelOf: (unit: number) => string;
  readonly byTwo: string;
  readonly byOne: string;
  readonly inside: (difference: string) => string;
  readonly border: (cells: string, all: string, to: string, difference: string) => string;
  readonly noBorder: string;
  readonly tableOf: (what: string) => string;
  readonly rowColumn: string;
  readonly rowBefore: (row: string) => string;
  readonly rowAfter: (row: string) => string;
  readonly scoresTable: string;
  readonly scoresHead: readonly [name: string, bias: string, template: string, network: string];
}

export const messages: MessageTables<ActivationMessages> = {
  en: {
    ...common,
    choose: 'function',
    formulas: {
      linear: 'f(x) = x',
      relu: 'f(x) = max(0, x)',
      leakyRelu: 'f(x) = max(0.2 x, x)',
      tanh: 'f(x) = tanh x',
      sigmoid: 'f(x) = 1 / (1 + e⁻ˣ)',
    },
    derivative: 'f′(x), what a gradient is multiplied by on its way back',
    curve: (name, formula) => `The curve of ${name}, ${formula}, with its derivative`,
    layer: 'layer',
    map: 'map',
    where: 'changes',
    wheres: { all: 'all layers', layer: 'this layer' },
    before: 'Before',
    after: (name) => (name === undefined ? 'After, with no function' : `After ${name}`),
    mapOf: (layer, unit) => (unit === undefined ? `${layer}, its units` : `${layer}, map ${unit}`),
    sample: 'Numbers to try it on',
    edges: 'Horizontal edges of the picture',
    badImage:
      'This is no picture that can be shown: it needs 3 to 256 cells a side, and one number for each.',
    keys: 'Arrow keys walk from cell to cell.',
    bothMaps: 'both maps',
    allTemplates: 'all templates',
    thisKernel: 'this kernel',
    sentence: (cell, before, after, name, slope) =>
      `${cell}: ${before} before, ${after} after${name === undefined ? '' : ` ${name}`}; the derivative there is ${slope}`,
    quiet: (cells, all) =>
      cells === '0'
        ? 'In no cell is the derivative below 0.1: something is learned through all of them.'
        : `In ${cells} of ${all} cells the derivative is below 0.1: next to nothing is learned through them.`,
    workedOut: (layer, own) =>
      `The recorded network has ${own} here. What ${layer} alone would put out is worked out; the layers after it stay as they were recorded.`,
    learned: (names) =>
      `The weights were learned with ${names}. What the network says now it says with weights that were made for something else; only training makes weights for what it has now.`,
    and: ' and ',
    poolingNames: { max: 'max-pooling', average: 'average pooling' },
    retrain: 'Train from scratch with this',
    refused: (reason) => `That did not work. ${reason}`,
    noLayer: 'This network has no layer of that name with a function after its sums.',
    noNumbers: (layer) =>
      `The record has not all that ${layer} is made of: its input, its weights and its output. Record them too.`,
    linear: 'What is left without a function',
    maximum: (layers) =>
      `No layer has a function any more, and still the network is not linear: ${layers.join(' and ')} ${layers.length === 1 ? 'keeps' : 'keep'} the largest number of each window, and which one that is depends on the image. With averages in its place nothing bends.`,
    average: 'Pool by average',
    training: 'Templates and kernel are made anew when the run pauses.',
    templates: (classes) =>
      `Nothing bends here: all layers together are one sum. ${classes} pictures, its templates, do the same: lay each on the image, multiply cell by cell, add up, add the bias. Depth adds nothing.`,
    template: (name) => `Template of ${name}`,
    score: (score) => `score ${score}`,
    bias: (bias) => `bias ${bias}`,
    below: (digits) => `below ${digits}`,
    agreement: (difference) =>
      `Largest difference between the scores of the templates and those of the network: ${difference}.`,
    noInput: 'The record has no image to lay the templates on.',
    oneKernel: 'Two convolutions, one kernel',
    kernel: (from, to, size, stride, between) =>
      `${from}${between === '' ? '' : `, ${between}`} and ${to} one after the other are one convolution with a kernel of ${size}${stride === 1 ? '' : ` and stride ${stride}`}.`,
    kernelOf: (unit) => `The one kernel of map ${unit}`,
    byTwo: 'By the layers',
    byOne: 'By the one kernel',
    inside: (difference) => `Largest difference inside: ${difference}.`,
    border: (cells, all, to, difference) =>
      `In the ${cells} hatched cells of ${all}, at the border, they differ by up to ${difference}: there the window of ${to} meets zeros that were padded, where the one kernel goes on computing beyond the edge.`,
    noBorder: 'Nothing is padded between them: they agree in every cell.',
    tableOf: (what) => `${what}, before and after, row by row`,
    rowColumn: 'row',
    rowBefore: (row) => `${row} before`,
    rowAfter: (row) => `${row} after`,
    scoresTable: 'Templates: biases and scores',
    scoresHead: ['class', 'bias', 'template and bias', 'network'],
  },
};
