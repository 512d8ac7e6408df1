/** Every word that `<cnn-cell>` says. Numbers come already written. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface CellMessages extends CommonMessages {
  readonly directions: Readonly<Record<'forward' | 'backward', string>>;
  readonly direction: string;
  readonly layer: string;
  readonly unit: string;
  readonly row: string;
  readonly column: string;
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
  readonly given: string;
  readonly sees: (rows: string, columns: string) => string;
  readonly next: (name: string) => string;
  readonly sentence: (name: string, value: string, levels: string, pixel: string) => string;
  readonly unfinished: (name: string) => string;
  readonly noCell: (layer: string) => string;
  readonly table: {
    readonly caption: (name: string) => string;
    readonly from: string;
    readonly value: string;
    readonly weight: string;
    readonly product: string;
    readonly padding: string;
    readonly total: string;
  };
  readonly needsSession: string;
  readonly noWeights: (layer: string) => string;
  readonly noStep: string;
  readonly makeStep: string;
  readonly another: string;
  readonly running: string;
  readonly batch: string;
  readonly image: (number: string, amount: string) => string;
  readonly imageOf: (number: string, count: string) => string;
  readonly lossTitle: string;
  readonly scoreGradients: string;
  readonly gradientTitle: (name: string) => string;
  readonly gradientMap: (name: string) => string;
  readonly gradientSum: (after: string) => string;
  readonly gradientBlocked: string;
  readonly through: (activation: string, slope: string, result: string) => string;
  readonly weightTitle: (place: string) => string;
  readonly weightOf: (row: string, column: string) => string;
  readonly from: string;
  readonly positions: string;
  readonly atPosition: string;
  readonly before: (step: string) => string;
  readonly thisImage: string;
  readonly allImages: (count: string) => string;
  readonly engineSays: string;
  readonly optimizerTitle: string;
  readonly firstMoment: string;
  readonly secondMoment: string;
  readonly rate: string;
  readonly newWeight: string;
  readonly otherRule: (name: string) => string;
  readonly backSentence: (weight: string, gradient: string, before: string, after: string) => string;
}

export const messages: MessageTables<CellMessages> = {
  en: {
    ...common,
    directions: { forward: 'forward: how it came to be', backward: 'backward: how it learns' },
    direction: 'direction',
    layer: 'layer',
    unit: 'map or unit',
    row: 'row',
    column: 'column',
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
    given: 'given: a number of the image',
    sees: (rows, columns) => `sees ${rows} × ${columns} pixels`,
    next: (name) => `What made ${name}?`,
    sentence: (name, value, levels, pixel) =>
      `${name} is ${value}. Taken apart over ${levels} levels, along what counts most, it leads to pixel ${pixel}.`,
    unfinished: (name) => `What made ${name} is not in this recording.`,
    noCell: (layer) => `There is no such cell in “${layer}”. Choose another.`,
    table: {
      caption: (name) => `Everything that makes ${name}`,
      from: 'from',
      value: 'number',
      weight: 'weight',
      product: 'product',
      padding: 'padding',
      total: 'sum',
    },
    needsSession: 'A recording has no gradients. Put this inside <cnn-model> to see a network learn.',
    noWeights: (layer) =>
      `${layer} has no weights: nothing in it learns. Choose a convolution or a dense layer.`,
    noStep: 'Gradients are of a training step, and none has been made yet.',
    makeStep: 'Make one training step',
    another: 'Another step',
    running: 'Training goes on. Pause it to look at one step, or make a single one.',
    batch: 'what each image of the batch adds to this weight’s gradient',
    image: (number, amount) => `image ${number} adds ${amount}`,
    imageOf: (number, count) => `image ${number} of ${count}`,
    lossTitle: 'From the loss to the scores',
    scoreGradients: 'dLoss / dScore: the probability, less 1 for the right class, shared among the batch',
    gradientTitle: (name) => `Back to ${name}`,
    gradientMap: (name) => `dLoss / d(${name})`,
    gradientSum: (after) => `through ${after}`,
    gradientBlocked: 'nothing comes back to this cell: it won no window, or a ReLU behind it is off',
    through: (activation, slope, result) => `times the slope of ${activation} here, ${slope}: ${result}`,
    weightTitle: (place) => `One weight: ${place}`,
    weightOf: (row, column) => `weight [${row}, ${column}]`,
    from: 'input map',
    positions: 'input × gradient, at every position',
    atPosition: 'at the marked position',
    before: (step) => `before step ${step}`,
    thisImage: 'the sum over its positions',
    allImages: (count) => `the sum over all ${count} images: the gradient`,
    engineSays: 'the engine’s own',
    optimizerTitle: 'What the optimizer makes of it',
    firstMoment: 'mean of gradients so far',
    secondMoment: 'mean of their squares',
    rate: 'learning rate, corrected for the start',
    newWeight: 'weight before → after',
    otherRule: (name) => `The rule of ${name} is not drawn yet.`,
    backSentence: (weight, gradient, before, after) =>
      `${weight}: gradient ${gradient}. The step moves it from ${before} to ${after}.`,
  },
};
