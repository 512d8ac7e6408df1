/** Every word that `<cnn-kernels>` says. */
import { film } from '../../film/film.messages.js';
import type { FilmMessages } from '../../film/film.messages.js';
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface KernelsMessages extends CommonMessages, FilmMessages {
  /** @param layer Name of the layer. */
  readonly title: (layer: string) => string;
  readonly shape: (height: number, width: number, inputs: string, filters: string) => string;
  /** The picture in one sentence. */
  readonly sentence: (
    layer: string,
    filters: string,
    inputs: string,
    height: number,
    width: number,
    limit: string,
  ) => string;
  readonly cell: (filter: number, input: number, row: number, column: number, value: string) => string;
  readonly hint: string;
  readonly noKernels: string;
  readonly notRecorded: (layer: string) => string;
  readonly rowColumn: string;
  readonly tableOf: (filter: number, input: number) => string;
}

export const messages: MessageTables<KernelsMessages> = {
  en: {
    ...common,
    ...film,
    title: (layer) => `Kernels of ${layer}`,
    shape: (height, width, inputs, filters) => `${height} × ${width} × ${inputs} × ${filters}`,
    sentence: (layer, filters, inputs, height, width, limit) =>
      `${filters} filters of ${layer}, each ${height} by ${width} on ${inputs} input ${inputs === '1' ? 'channel' : 'channels'}; the largest weight is ${limit}.`,
    cell: (filter, input, row, column, value) =>
      `filter ${filter}, input ${input}, cell [${row}, ${column}]: ${value}`,
    hint: 'Point at a weight, or walk with the arrow keys.',
    noKernels: 'This network has no convolution to show kernels of.',
    notRecorded: (layer) => `The trace has no weights of ${layer}. Record ${layer}/filter too.`,
    rowColumn: 'row',
    tableOf: (filter, input) => `Weights of filter ${filter} on input ${input}, row by row`,
  },
};
