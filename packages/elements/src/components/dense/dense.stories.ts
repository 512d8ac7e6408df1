/** `<cnn-dense>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import { ofAnotherVersion } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnDense } from './dense.js';
import './dense.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly unit?: number;
  readonly top?: number;
  readonly table?: boolean;
}

const sessionIn = (state: 'loading' | 'error'): FakeSession => {
  const session = new FakeSession();
  session.state.set(
    undefined,
    state,
    state === 'error' ? new Error('The worker could not be started.') : undefined,
  );
  return session;
};

const { 'dense2/kernel': _left, ...withoutKernel } = seedRecord().tensors;

export default {
  title: 'Dense',
  component: 'cnn-dense',
  tags: ['autodocs'],
  render: ({ data, session, layer, unit, top = 8, table = false }) =>
    html`<cnn-dense
      .data=${data}
      .session=${session}
      .layer=${layer}
      .unit=${unit}
      top=${top}
      ?table=${table}
    ></cnn-dense>`,
} satisfies Meta<Args>;

export const AScore: Story<Args> = { args: { data: seedRecord() } };
export const AUnit: Story<Args> = { args: { data: seedRecord(), layer: 'dense1', unit: 117 } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const SmallEnoughToAddUp: Story<Args> = { args: { data: smallRecord, unit: 0 } };
export const AsATable: Story<Args> = { args: { data: seedRecord(), table: true } };
export const TracedBack: Story<Args> = {
  args: { data: seedRecord(), unit: 9 },
  play: async ({ canvasElement }) => {
    const dense = canvasElement.querySelector<CnnDense>('cnn-dense')!;
    await settle(dense);
    inside(dense, 'button.term').click();
    await settle(dense);
    assert(dense.layer === 'dense1', 'a contribution leads to the sum of the unit that it comes from');
    inside(dense, 'button.term').click();
    await settle(dense);
    assert(inside(dense, '[part="cell"]').textContent!.includes('pool2, map'), 'and that to a cell');
  },
};
export const WithoutSession: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NoSuchLayer: Story<Args> = { args: { data: seedRecord(), layer: 'conv1' } };
export const NoSuchUnit: Story<Args> = { args: { data: seedRecord(), unit: 10 } };
export const WithoutWeights: Story<Args> = { args: { data: { ...seedRecord(), tensors: withoutKernel } } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
