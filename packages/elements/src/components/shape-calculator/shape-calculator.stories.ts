/** `<cnn-shape-calculator>` in every state. */
import { html } from 'lit';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnShapeCalculator } from './shape-calculator.js';
import './shape-calculator.js';

interface Args {
  readonly channels?: number;
  readonly filters?: number;
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: string;
  readonly dilation?: number;
  readonly groups?: number;
  readonly height?: number;
  readonly table?: boolean;
  readonly chain?: string;
}

export default {
  title: 'Shape calculator',
  component: 'cnn-shape-calculator',
  tags: ['autodocs'],
  render: ({
    height = 28,
    channels = 1,
    filters = 8,
    kernel = 5,
    stride = 1,
    padding = 'same',
    dilation = 1,
    groups = 1,
    table = false,
    chain = '',
  }) =>
    html`<cnn-shape-calculator
      height=${height}
      channels=${channels}
      filters=${filters}
      kernel=${kernel}
      stride=${stride}
      padding=${padding}
      dilation=${dilation}
      groups=${groups}
      ?table=${table}
      chain=${chain}
    ></cnn-shape-calculator>`,
} satisfies Meta<Args>;

export const TheFirstLayer: Story<Args> = {};
export const Depthwise: Story<Args> = { args: { channels: 16, filters: 16, groups: 16, kernel: 3 } };
export const StrideOfTwo: Story<Args> = { args: { stride: 2, padding: '2' } };
export const TheSecondConvolution: Story<Args> = {
  args: { channels: 8, filters: 16, chain: 'conv 5 same, pool 2' },
};
export const NoNumber: Story<Args> = { args: { kernel: NaN } };
export const AsATable: Story<Args> = { args: { table: true } };
export const TooLarge: Story<Args> = {
  args: { height: 4, padding: 'valid' },
  play: async ({ canvasElement }) => {
    const calculator = canvasElement.querySelector<CnnShapeCalculator>('cnn-shape-calculator')!;
    await settle(calculator);
    assert(
      inside(calculator, '.illegal').textContent!.includes('received 4 + 0 = 4'),
      'the rule has its numbers',
    );
    inside(calculator, '[part="nearest"]').click();
    await settle(calculator);
    assert(calculator.kernel === 4, 'the nearest kernel is taken');
  },
};
export const GroupsThatDoNotDivide: Story<Args> = { args: { channels: 6, filters: 9, groups: 4 } };
/** What is no number is named, as any other setting that no layer can have. */
export const NotNumbers: Story<Args> = { args: { kernel: NaN } };
