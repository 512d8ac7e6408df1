/** Every word that `<cnn-shape-calculator>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface ShapeCalculatorMessages extends CommonMessages {
  readonly settings: Readonly<
    Record<
      'height' | 'width' | 'channels' | 'filters' | 'kernel' | 'stride' | 'cells' | 'dilation' | 'groups',
      string
    >
  >;
  readonly padding: string;
  readonly paddings: Readonly<Record<'valid' | 'same' | 'cells', string>>;
  readonly formula: string;
  readonly output: string;
  readonly parameters: string;
  readonly macs: string;
  readonly sees: string;
  readonly seesCells: string;
  readonly weightsAndBiases: string;
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
    padding: 'padding',
    paddings: { valid: 'valid', same: 'same', cells: 'a number' },
    formula: 'out = ⌊ (in + padding − dilation·(size − 1) − 1) / stride ⌋ + 1',
    output: 'output',
    parameters: 'parameters',
    macs: 'multiplications',
    sees: 'one cell sees',
    seesCells: 'cells of its input',
    weightsAndBiases: 'weights and one bias a filter',
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
