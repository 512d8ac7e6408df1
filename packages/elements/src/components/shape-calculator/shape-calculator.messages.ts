/** Every word that `<cnn-shape-calculator>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { ChainLayer } from './chain.js';
import type { Copied } from './copy-code.js';
import type { NumberName } from './number-rules.js';

export interface ShapeCalculatorMessages extends CommonMessages {
  readonly settings: Readonly<Record<NumberName, string>>;
  /** Where layers come before: of the image that they begin with. */
  readonly image: Readonly<Record<'height' | 'width', string>>;
  readonly padding: string;
  readonly paddings: Readonly<Record<'valid' | 'same' | 'cells', string>>;
  readonly formula: string;
  readonly output: string;
  readonly parameters: string;
  readonly macs: string;
  readonly sees: string;
  readonly seesCells: string;
  readonly weightsAndBiases: string;
  readonly seesImage: string;
  /** How far it is from what one cell sees to what its neighbour sees. */
  readonly every: (height: number, width: number) => string;
  readonly chain: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<ChainLayer['kind'], string>>;
  readonly window: string;
  readonly cellsOf: (cells: number) => string;
  readonly makes: (inHeight: number, inWidth: number, outHeight: number, outWidth: number) => string;
  readonly seesOfImage: (height: number, width: number) => string;
  readonly layerOf: (number: string) => string;
  readonly addLayer: string;
  readonly removeLayer: (number: string) => string;
  readonly badChain: (unread: string) => string;
  readonly dropChain: string;
  readonly copy: string;
  readonly copyCode: (library: string) => string;
  readonly copied: Readonly<Record<Copied, string>>;
  readonly numberRule: (name: string, least: string, most: string, received: string) => string;
  readonly useNumber: (name: string, number: string) => string;
  readonly inLayer: (number: string, rule: string) => string;
  readonly badState: (reason: string) => string;
  readonly asCode: (library: string) => string;
  readonly illegal: string;
  readonly groupsRule: (channels: string, filters: string, groups: string) => string;
  readonly useKernel: (kernel: string) => string;
  readonly useGroups: (groups: string) => string;
  readonly tableOf: string;
  readonly what: string;
  readonly number: string;
}

export const messages: MessageTables<ShapeCalculatorMessages> = {
  en: {
    ...common,
    settings: {
      height: 'input height',
      width: 'input width',
      channels: 'channels',
      filters: 'filters',
      kernel: 'kernel size',
      stride: 'stride',
      cells: 'padded cells',
      dilation: 'dilation',
      groups: 'groups',
    },
    image: { height: 'image height', width: 'image width' },
    padding: 'padding',
    paddings: { valid: 'valid', same: 'same', cells: 'a number' },
    formula: 'out = ⌊ (in + padding − dilation·(size − 1) − 1) / stride ⌋ + 1',
    output: 'output',
    parameters: 'parameters',
    macs: 'multiplications',
    sees: 'one cell sees',
    seesCells: 'cells of its input',
    weightsAndBiases: 'weights and one bias a filter',
    seesImage: 'of the image',
    every: (height, width) =>
      height === 1 && width === 1
        ? 'pixels, next to each other'
        : `pixels, ${height === width ? height : `${height} × ${width}`} apart`,
    chain: 'layers before, from the image on',
    kind: 'layer',
    kinds: { conv: 'convolution', pool: 'pooling' },
    window: 'window',
    cellsOf: (cells) => `${cells} cells`,
    makes: (inHeight, inWidth, outHeight, outWidth) =>
      `${inHeight} × ${inWidth} → ${outHeight} × ${outWidth}`,
    seesOfImage: (height, width) => `a cell sees ${height} × ${width}`,
    layerOf: (number) => `Layer ${number}`,
    addLayer: 'Add a layer before this one',
    removeLayer: (number) => `Remove layer ${number}`,
    badChain: (unread) =>
      `chain: expected at most 12 layers such as “conv 5 same, pool 2 stride 2”, received “${unread}”. Name conv or pool, then its window.`,
    dropChain: 'Leave the layers out',
    copy: 'Copy',
    copyCode: (library) => `Copy the code for ${library}`,
    copied: { copied: 'Copied.', selected: 'Selected: press Ctrl+C, or ⌘C, to copy it.' },
    numberRule: (name, least, most, received) =>
      `Conv2D: expected ${name} to be a whole number from ${least} to ${most}, received ${received}.`,
    useNumber: (name, number) => `Use ${name} ${number}`,
    inLayer: (number, rule) => `Layer ${number} before this one: ${rule}`,
    badState: (reason) => `This link cannot be opened. ${reason}`,
    asCode: (library) => `This layer in ${library}`,
    illegal: 'No layer has these settings.',
    groupsRule: (channels, filters, groups) =>
      `Groups split channels and filters evenly: ${groups} does not divide both ${channels} channels and ${filters} filters.`,
    useKernel: (kernel) => `Use a kernel of ${kernel}`,
    useGroups: (groups) => `Use ${groups} ${groups === '1' ? 'group' : 'groups'}`,
    tableOf: 'The layer in numbers',
    what: 'what',
    number: 'number',
  },
};
