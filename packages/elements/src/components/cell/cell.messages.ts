/** Every word that `<cnn-cell>` says. Numbers come already written. */
import { xray } from '../../xray/xray.messages.js';
import type { XrayMessages } from '../../xray/xray.messages.js';
import type { MessageTables } from '../../messages/language.js';

export interface CellMessages extends XrayMessages {
  readonly directions: Readonly<Record<'forward' | 'backward', string>>;
  readonly direction: string;
  readonly layer: string;
  readonly unit: string;
  readonly row: string;
  readonly column: string;
  readonly noCell: (layer: string) => string;
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
    ...xray,
    directions: { forward: 'forward: how it came to be', backward: 'backward: how it learns' },
    direction: 'direction',
    layer: 'layer',
    unit: 'map or unit',
    row: 'row',
    column: 'column',
    noCell: (layer) => `There is no such cell in “${layer}”. Choose another.`,
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
