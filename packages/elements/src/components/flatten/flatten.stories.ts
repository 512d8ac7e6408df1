/** `<cnn-flatten>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import { ofAnotherVersion } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnFlatten } from './flatten.js';
import './flatten.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly unit?: number;
  readonly number?: number;
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

/** The same layers with another function behind the sums of `dense1`: its numbers are not those of that function. */
function withActivation(activation: string): ActivationRecord {
  const record = seedRecord();
  const layers = record.model.layers.map((layer) =>
    layer.name === 'dense1' ? { ...layer, config: { ...layer.config, activation } } : layer,
  );
  return { ...record, model: { ...record.model, layers } };
}

const { 'dense1/kernel': _left, ...withoutKernel } = seedRecord().tensors;

export default {
  title: 'Flatten',
  component: 'cnn-flatten',
  tags: ['autodocs'],
  render: ({ data, session, unit, number, table = false }) =>
    html`<cnn-flatten
      .data=${data}
      .session=${session}
      .unit=${unit}
      .number=${number}
      ?table=${table}
    ></cnn-flatten>`,
} satisfies Meta<Args>;

export const TheSeedNetwork: Story<Args> = { args: { data: seedRecord() } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const SmallEnoughToAddUp: Story<Args> = { args: { data: smallRecord } };
export const AsATable: Story<Args> = { args: { data: seedRecord(), table: true } };
export const OneNumber: Story<Args> = {
  args: { data: seedRecord(), unit: 5, number: 291 },
  play: async ({ canvasElement }) => {
    const flatten = canvasElement.querySelector<CnnFlatten>('cnn-flatten')!;
    await settle(flatten);
    const text = inside(flatten, '[part="readout"]').textContent!;
    assert(text.includes('pool2, map 3, cell [2, 4]'), '291 is (2 × 7 + 4) × 16 + 3');
  },
};
export const BentEverywhere: Story<Args> = { args: { data: withActivation('tanh') } };
export const WithoutWeights: Story<Args> = { args: { data: { ...seedRecord(), tensors: withoutKernel } } };
export const WithoutSession: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NoSuchScore: Story<Args> = { args: { data: seedRecord(), unit: 10 } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
