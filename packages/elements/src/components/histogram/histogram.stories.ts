/** `<cnn-histogram>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './histogram.js';

interface Args {
  readonly values?: ArrayLike<number>;
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly path?: string;
  readonly log?: boolean;
  readonly table?: boolean;
}

export default {
  title: 'Histogram',
  component: 'cnn-histogram',
  tags: ['autodocs'],
  render: ({ values, data, session, path, log = false, table = false }) =>
    html`<cnn-histogram
      .values=${values}
      .data=${data}
      .session=${session}
      .path=${path}
      ?log=${log}
      ?table=${table}
    ></cnn-histogram>`,
} satisfies Meta<Args>;

/** Nearly normal, and the same every time: the sum of twelve shares, less six. */
const bell = Float32Array.from({ length: 5000 }, (_, index) => {
  let sum = -6;
  for (let part = 0; part < 12; part++) {
    const value = Math.sin(index * 12.9898 + part * 78.233) * 43758.5453;
    sum += value - Math.floor(value);
  }
  return sum * 0.1;
});

export const Weights: Story<Args> = { args: { data: seedRecord(), path: 'conv2/filter' } };
export const ActivationsWithZeros: Story<Args> = { args: { data: seedRecord(), path: 'conv1/output' } };
export const LogCounts: Story<Args> = { args: { data: seedRecord(), path: 'conv1/output', log: true } };
export const Given: Story<Args> = { args: { values: bell } };
export const Gradients: Story<Args> = {
  args: {
    data: {
      ...seedRecord(),
      tensors: { 'conv1/gradient': { shape: [5000], data: bell.map((value) => value * 1e-8) } },
    },
    path: 'conv1/gradient',
  },
};
export const Live: Story<Args> = { args: { session: new FakeSession(), path: 'dense1/kernel' } };
export const AsATable: Story<Args> = { args: { values: [-1, -1, 0, 0.5, 2, NaN], table: true } };
export const ByKeyboard: Story<Args> = {
  args: { values: [-1, -1, 0, 0.5, 2] },
  play: async ({ canvasElement }) => {
    const histogram = canvasElement.querySelector('cnn-histogram')!;
    await settle(histogram);
    inside(histogram, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    await settle(histogram);
    assert(
      inside(histogram, '[part="readout"]').textContent.includes(': 1 ('),
      'the last bar holds one value',
    );
  },
};
export const OneValue: Story<Args> = { args: { values: [0.25] } };
export const OnlyZeros: Story<Args> = { args: { values: new Float32Array(10) } };
export const SomeNotNumbers: Story<Args> = { args: { values: [1, NaN, -2, Infinity, -Infinity, 0.5] } };
export const NotNumbers: Story<Args> = { args: { values: new Float32Array(100).fill(NaN) } };
export const NoValues: Story<Args> = { args: { values: [] } };
export const UnknownPath: Story<Args> = { args: { session: new FakeSession(), path: 'conv9/filter' } };
export const WithoutSession: Story<Args> = {};
