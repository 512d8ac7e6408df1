/** `<cnn-training-chart>` in every state. */
import type { ModelSession, TrainingHistory } from '@convlens/types';
import { html } from 'lit';
import { fakeHistory, FakeSession } from '../../../test/fake-session.js';
import { sessionIn } from '../../../test/session-in.js';
import type { Meta, Story } from '../../../test/story.js';
import './training-chart.js';

interface Args {
  readonly data?: TrainingHistory;
  readonly session?: ModelSession;
  readonly table?: boolean;
}

export default {
  title: 'Training chart',
  component: 'cnn-training-chart',
  tags: ['autodocs'],
  render: ({ data, session, table = false }) =>
    html`<div style="width: 320px">
      <cnn-training-chart .data=${data} .session=${session} ?table=${table}></cnn-training-chart>
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
/** A run that goes on in a session, with the steps that it plans. */
export const Live: Story<Args> = { args: { session: running() } };
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };

function running(): FakeSession {
  const session = new FakeSession({ phase: 'paused', step: 900 });
  session.history.set(fakeHistory(900));
  return session;
}
