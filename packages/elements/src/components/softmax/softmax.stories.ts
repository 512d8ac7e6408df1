/** `<cnn-softmax>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { ofAnotherVersion } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnSoftmax } from './softmax.js';
import './softmax.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly logits?: readonly number[];
  readonly classNames?: readonly string[];
  readonly temperature?: number;
  readonly shifted?: boolean;
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

export default {
  title: 'Softmax',
  component: 'cnn-softmax',
  tags: ['autodocs'],
  render: ({ data, session, logits, classNames, temperature = 1, shifted = false, table = false }) =>
    html`<cnn-softmax
      .data=${data}
      .session=${session}
      .logits=${logits}
      .classNames=${classNames}
      temperature=${temperature}
      ?shifted=${shifted}
      ?table=${table}
    ></cnn-softmax>`,
} satisfies Meta<Args>;

export const Recorded: Story<Args> = { args: { data: seedRecord() } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const PlainLogits: Story<Args> = {
  args: { logits: [2, 1, -1], classNames: ['cat', 'dog', 'hen'] },
};
export const Cold: Story<Args> = { args: { data: seedRecord(), temperature: 0.2 } };
export const Hot: Story<Args> = { args: { data: seedRecord(), temperature: 5 } };
export const LargestTakenAway: Story<Args> = { args: { data: seedRecord(), shifted: true } };
export const AsATable: Story<Args> = { args: { data: seedRecord(), table: true } };
export const TooLargeForAnExp: Story<Args> = {
  args: { logits: [800, 799, 790] },
  play: async ({ canvasElement }) => {
    const softmax = canvasElement.querySelector<CnnSoftmax>('cnn-softmax')!;
    await settle(softmax);
    assert(
      inside(softmax, '[role="alert"]').textContent!.includes('Take the largest away'),
      'the way is named',
    );
    softmax.shifted = true;
    await settle(softmax);
    // 1 / (1 + exp(-1) + exp(-10))
    assert(inside(softmax, '[part="equation"] b').textContent === '73.10\u00A0%', 'the share is there');
  },
};
export const ManyClasses: Story<Args> = {
  args: { logits: Array.from({ length: 100 }, (_, index) => 4 * Math.sin(index)) },
};
export const WithoutSession: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NotNumbers: Story<Args> = { args: { logits: [1, NaN, 2] } };
export const BadTemperature: Story<Args> = { args: { data: seedRecord(), temperature: -1 } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
