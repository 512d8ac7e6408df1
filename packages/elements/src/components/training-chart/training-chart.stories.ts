/** `<cnn-training-chart>` in every state. */
import type { TrainingHistory } from '@convlens/types';
import { html } from 'lit';
import { fakeHistory } from '../../../test/fake-session.js';
import type { Meta, Story } from '../../../test/story.js';
import './training-chart.js';

interface Args {
  readonly data?: TrainingHistory;
  readonly table?: boolean;
}

export default {
  title: 'Training chart',
  component: 'cnn-training-chart',
  tags: ['autodocs'],
  render: ({ data, table = false }) =>
    html`<div style="width: 320px">
      <cnn-training-chart .data=${data} ?table=${table}></cnn-training-chart>
    </div>`,
} satisfies Meta<Args>;

export const ALongRun: Story<Args> = { args: { data: fakeHistory(2580) } };
export const TheFirstSteps: Story<Args> = { args: { data: fakeHistory(12) } };
export const OneStep: Story<Args> = { args: { data: fakeHistory(1) } };
export const AsATable: Story<Args> = { args: { data: fakeHistory(600), table: true } };
export const NotNumbers: Story<Args> = {
  args: { data: { step: [1, 2, 3], loss: [2.3, NaN, NaN], accuracy: [0.1, NaN, NaN], validation: [] } },
};
export const WithoutSession: Story<Args> = {};
