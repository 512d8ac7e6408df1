/** Every word that `<cnn-confusion-matrix>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { ImageFlaw } from '../dataset-grid/images.js';
import { mostClasses } from './tally.js';
import type { TallyFlaw } from './tally.js';

export interface ConfusionMatrixMessages extends CommonMessages {
  readonly label: string;
  readonly keys: string;
  readonly actual: string;
  readonly predicted: string;
  readonly recall: string;
  readonly precision: string;
  /** Follows the share in percent. */
  readonly accuracy: (right: string, total: string) => string;
  /** The mistake that is made most often. */
  readonly worst: (actual: string, predicted: string, count: string) => string;
  readonly noMistake: string;
  readonly scale: string;
  readonly diagonal: string;
  readonly cell: (actual: string, predicted: string, count: string, share: string) => string;
  readonly rightCell: (name: string, count: string, share: string) => string;
  readonly ofNone: string;
  readonly hint: string;
  readonly examples: (actual: string, predicted: string, count: string) => string;
  readonly noExamples: (actual: string, predicted: string) => string;
  /** @param indices Their places in the data. */
  readonly pictures: (indices: string) => string;
  readonly numbersOnly: (indices: string) => string;
  readonly moreExamples: (count: string) => string;
  readonly close: string;
  readonly outside: string;
  readonly leftOut: (count: string, index: string, actual: string, predicted: string) => string;
  readonly noPictures: (
    flaw: ImageFlaw | { readonly flaw: 'count'; readonly images: string; readonly examples: string },
  ) => string;
  readonly caption: string;
  readonly empty: string;
  readonly flawed: (flaw: TallyFlaw) => string;
}

const element = '<cnn-confusion-matrix>';

export const messages: MessageTables<ConfusionMatrixMessages> = {
  en: {
    ...common,
    label: 'Confusion matrix',
    keys: 'Arrow keys move from cell to cell, Enter shows the examples of one, Escape puts them away.',
    actual: 'actual',
    predicted: 'predicted',
    recall: 'recall, %',
    precision: 'precision, %',
    accuracy: (right, total) => `right: ${right} of ${total} examples.`,
    worst: (actual, predicted, count) =>
      `Most frequent mistake: ${actual} taken for ${predicted}, ${count === '1' ? 'once' : `${count} times`}.`,
    noMistake: 'No mistakes.',
    scale: 'mistakes',
    diagonal: 'framed: right answers, without a shade',
    cell: (actual, predicted, count, share) =>
      `actual ${actual}, predicted ${predicted}: ${count}, ${share} of actual ${actual}`,
    rightCell: (name, count, share) => `${name} taken for ${name}: ${count} right, ${share} of them`,
    ofNone: 'none',
    hint: 'Point at a cell, or walk with the arrow keys; choose one to see its examples.',
    examples: (actual, predicted, count) =>
      `actual ${actual}, predicted ${predicted}: ${count} ${count === '1' ? 'example' : 'examples'}`,
    noExamples: (actual, predicted) => `No ${actual} is taken for ${predicted}.`,
    pictures: (indices) => `Examples number ${indices}`,
    numbersOnly: (indices) => `Their numbers in the data: ${indices}`,
    moreExamples: (count) => `and ${count} more`,
    close: 'Put away',
    outside: 'Values below 0 or above 1 are drawn as 0 or 1; what is no number, in magenta.',
    leftOut: (count, index, actual, predicted) =>
      `${count} ${count === '1' ? 'example is' : 'examples are'} left out: their class is none of these. The first is example ${index}, actual ${actual}, predicted ${predicted}.`,
    noPictures: (flaw) =>
      flaw.flaw === 'count'
        ? `${element}: expected one image an example, received ${flaw.images} images for ${flaw.examples} examples. Their numbers are shown instead.`
        : flaw.flaw === 'shape'
          ? `${element}: expected images of shape [batch, height, width, channels], received ${flaw.received}. Their numbers are shown instead.`
          : `${element}: expected ${flaw.expected} values for the shape of the images, received ${flaw.received}. Their numbers are shown instead.`,
    caption: 'Rows: what it is. Columns: what it is taken for.',
    empty: 'No examples yet. Set data to { classNames, actual, predicted }, with one entry an example.',
    flawed: (flaw) =>
      flaw.flaw === 'classes'
        ? `${element}: expected 1 to ${mostClasses} class names, received ${flaw.received}. Name every class once, in the order of their numbers.`
        : `${element}: expected actual and predicted to be of one length, received ${flaw.actual} and ${flaw.predicted}. Give one entry an example to both.`,
  },
};
