/** Every word that `<cnn-layer-table>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { Flaw } from './rows.js';

export interface LayerTableMessages extends CommonMessages {
  readonly caption: (model: string, input: string) => string;
  readonly columns: Readonly<
    Record<'layer' | 'className' | 'settings' | 'output' | 'parameters' | 'share' | 'macs' | 'sees', string>
  >;
  readonly total: string;
  readonly filters: (count: string) => string;
  readonly units: (count: string) => string;
  readonly groups: (count: string) => string;
  readonly kernel: (size: string) => string;
  readonly window: (size: string) => string;
  readonly stride: (size: string) => string;
  readonly dilation: (size: string) => string;
  readonly same: string;
  readonly padding: (cells: string) => string;
  readonly drops: (percent: string) => string;
  readonly noBias: string;
  /** By class: what a layer without settings does. */
  readonly does: Readonly<Record<string, string>>;
  readonly unknownField: string;
  readonly hint: string;
  /** One row as a sentence. */
  readonly row: (layer: string, parameters: string, all: string, share: string, macs: string) => string;
  readonly rowSees: (size: string) => string;
  /** Where the rows and the summary's own total disagree. */
  readonly otherTotal: (rows: string, summary: string) => string;
  readonly noLayers: string;
  readonly flawed: (flaw: Flaw) => string;
}

const expected = '<cnn-layer-table>: expected data to be a ModelSummary or an ActivationRecord';

export const messages: MessageTables<LayerTableMessages> = {
  en: {
    ...common,
    caption: (model, input) => `Layers of ${model}, which reads ${input}`,
    columns: {
      layer: 'layer',
      className: 'class',
      settings: 'settings',
      output: 'output',
      parameters: 'parameters',
      share: 'of all parameters',
      macs: 'multiplications',
      sees: 'one number sees',
    },
    total: 'total',
    filters: (count) => `${count} ${count === '1' ? 'filter' : 'filters'}`,
    units: (count) => `${count} ${count === '1' ? 'unit' : 'units'}`,
    groups: (count) => `${count} groups`,
    kernel: (size) => `${size} kernel`,
    window: (size) => `${size} window`,
    stride: (size) => `stride ${size}`,
    dilation: (size) => `dilation ${size}`,
    same: 'same padding',
    padding: (cells) => `padding ${cells}`,
    drops: (percent) => `drops ${percent} while training`,
    noBias: 'no bias',
    does: {
      Flatten: 'all numbers in one row',
      ReLU: 'negative numbers become 0',
      Softmax: 'shares that sum to 1',
    },
    unknownField: 'not known',
    hint: 'Choose a layer by its name; the arrow keys go from one to the next.',
    row: (layer, parameters, all, share, macs) =>
      `${layer}: ${parameters} of ${all} parameters (${share}), ${macs} multiplications an image.`,
    rowSees: (size) => `One number sees ${size} of the input.`,
    otherTotal: (rows, summary) =>
      `The rows add up to ${rows} parameters, the summary says ${summary}. Some layers may share weights.`,
    noLayers: 'This network has no layers yet.',
    flawed: (flaw) =>
      flaw.flaw === 'layer'
        ? `${expected}, received a layer (number ${flaw.index + 1}) without name, className, config, outputShape, parameterCount or macs. Use model.summary().`
        : `${expected}, received ${flaw.received} as its ${flaw.flaw}. Use model.summary().`,
  },
};
