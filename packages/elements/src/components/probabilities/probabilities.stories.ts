/** `<cnn-probabilities>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { ofAnotherVersion, sessionIn } from '../../../test/session-in.js';
import type { Meta, Story } from '../../../test/story.js';
import './probabilities.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly top?: number;
}

export default {
  title: 'Probabilities',
  component: 'cnn-probabilities',
  tags: ['autodocs'],
  render: ({ data, session, top }) =>
    html`<div style="width: 320px">
      <cnn-probabilities .data=${data} .session=${session} .top=${top}></cnn-probabilities>
    </div>`,
} satisfies Meta<Args>;

export const Recorded: Story<Args> = { args: { data: seedRecord() } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const TopThree: Story<Args> = { args: { data: seedRecord(), top: 3 } };
export const WithoutSession: Story<Args> = {};
export const NotNumbers: Story<Args> = {
  args: {
    data: {
      ...seedRecord(),
      tensors: { probabilities: { shape: [1, 10], data: new Float32Array(10).fill(NaN) } },
    },
  },
};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
