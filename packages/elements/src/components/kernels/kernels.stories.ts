/** `<cnn-kernels>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { notNumbers, ofAnotherVersion, sessionIn } from '../../../test/session-in.js';
import type { Meta, Story } from '../../../test/story.js';
import './kernels.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly table?: boolean;
}

export default {
  title: 'Kernels',
  component: 'cnn-kernels',
  tags: ['autodocs'],
  render: ({ data, session, layer, table = false }) =>
    html`<cnn-kernels .data=${data} .session=${session} .layer=${layer} ?table=${table}></cnn-kernels>`,
} satisfies Meta<Args>;

export const OneInputChannel: Story<Args> = { args: { data: seedRecord(), layer: 'conv1' } };
export const SeveralInputChannels: Story<Args> = { args: { data: seedRecord(), layer: 'conv2' } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const AsATable: Story<Args> = { args: { data: seedRecord(), table: true } };
export const NoConvolution: Story<Args> = { args: { data: seedRecord(), layer: 'dense1' } };
export const WithoutSession: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NotNumbers: Story<Args> = { args: { data: notNumbers() } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
