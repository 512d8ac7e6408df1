/** Every word that `<cnn-dataset-grid>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { GridFlaw } from './selection.js';

export interface DatasetGridMessages extends CommonMessages {
  readonly label: string;
  readonly keys: string;
  readonly class: string;
  readonly allClasses: (count: string) => string;
  readonly oneClass: (name: string, count: string) => string;
  /** A label without a name. */
  readonly unnamed: (label: string) => string;
  readonly unnamedLong: (label: string) => string;
  readonly range: (from: string, to: string, all: string) => string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly pages: string;
  readonly page: (from: string, to: string, all: string, classes: string) => string;
  readonly image: (index: string, name: string) => string;
  readonly chosen: (image: string) => string;
  readonly hint: string;
  readonly noneOfClass: string;
  readonly outside: string;
  /** Where the network reads images of another size. */
  readonly otherShape: (network: string, images: string) => string;
  readonly unnamedNote: (count: string) => string;
  readonly caption: (from: string, to: string) => string;
  readonly columns: readonly [image: string, className: string, mean: string];
  readonly empty: string;
  readonly noImages: string;
  readonly flawed: (flaw: GridFlaw) => string;
}

const element = '<cnn-dataset-grid>';

export const messages: MessageTables<DatasetGridMessages> = {
  en: {
    ...common,
    label: 'Images of the data set',
    keys: 'Arrow keys move from image to image, Page Up and Page Down from page to page, Enter takes one.',
    class: 'class',
    allClasses: (count) => `all (${count})`,
    oneClass: (name, count) => `${name} (${count})`,
    unnamed: (label) => `${label}?`,
    unnamedLong: (label) => `${label}, which has no name`,
    range: (from, to, all) => `${from}–${to} of ${all}`,
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
    last: 'Last page',
    pages: 'Pages',
    page: (from, to, all, classes) => `Images ${from} to ${to} of ${all}, ${classes}.`,
    image: (index, name) => `image ${index}, class ${name}`,
    chosen: (image) => `Taken: ${image}.`,
    hint: 'Take an image by a click, or by arrow keys and Enter.',
    noneOfClass: 'No image is of this class.',
    outside: 'Values below 0 or above 1 are drawn as 0 or 1; what is no number, in magenta.',
    otherShape: (network, images) =>
      `The network reads images of ${network}; these are ${images} and are not sent to it.`,
    unnamedNote: (count) =>
      count === '1'
        ? '1 image has a label without a class name; it is marked “?”.'
        : `${count} images have a label without a class name; they are marked “?”.`,
    caption: (from, to) => `Images ${from} to ${to}: number in the data, class, mean of all values`,
    columns: ['image', 'class', 'mean'],
    empty: 'No data set yet. Set data to { images, labels, classNames }.',
    noImages: 'This data set has no images.',
    flawed: (flaw) => {
      switch (flaw.flaw) {
        case 'missing':
          return `${element}: expected data to be { images, labels, classNames }, received no ${flaw.name}. Give both, with one label an image.`;
        case 'labels':
          return `${element}: expected one label an image, received ${flaw.labels} labels for ${flaw.images} images. Give each image its class.`;
        case 'shape':
          return `${element}: expected images of shape [batch, height, width, channels], received ${flaw.received}. Add the missing axes.`;
        case 'length':
          return `${element}: expected ${flaw.expected} values for the shape of the images, received ${flaw.received}. Check the shape.`;
        default:
          return flaw satisfies never;
      }
    },
  },
};
