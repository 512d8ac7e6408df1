/** `<cnn-training-controls>` in every state. */
import type { SessionState } from '@convlens/types';
import { html } from 'lit';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { inside, settle } from '../../../test/settle.js';
import { sessionIn } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './training-controls.js';

interface Args {
  readonly data?: SessionState;
  readonly session?: FakeSession;
}

export default {
  title: 'Training controls',
  component: 'cnn-training-controls',
  tags: ['autodocs'],
  render: ({ data, session }) =>
    html`<div style="width: 320px">
      <cnn-training-controls .data=${data} .session=${session}></cnn-training-controls>
    </div>`,
} satisfies Meta<Args>;

const running = { weights: 'training', step: 152, epoch: 1, imagesPerSecond: 2410 } as const;

export const Trained: Story<Args> = { args: { data: fakeState() } };
export const Preparing: Story<Args> = { args: { data: fakeState({ phase: 'preparing' }) } };
export const Training: Story<Args> = { args: { data: fakeState({ ...running, phase: 'training' }) } };
export const Paused: Story<Args> = { args: { data: fakeState({ ...running, phase: 'paused' }) } };
export const Ended: Story<Args> = {
  args: { data: fakeState({ ...running, phase: 'ended', step: 2580, epoch: 3 }) },
};
export const EndedEarly: Story<Args> = {
  args: {
    data: fakeState({
      ...running,
      phase: 'paused',
      error: { code: 'WORKER_LOST', message: 'The worker is gone.' },
    }),
  },
};
export const WithoutSession: Story<Args> = {};

/** Every button sends its command; a prevented one does not. */
export const Pressed: Story<Args> = {
  args: { session: new FakeSession() },
  play: async ({ canvasElement }) => {
    const controls = canvasElement.querySelector('cnn-training-controls')!;
    const session = controls.session as FakeSession;
    await settle(controls);
    session.commands.length = 0;
    inside(controls, '[part="primary"]').click();
    inside(controls, '[part="step"]').click();
    assert(session.commands.map(({ type }) => type).join() === 'train,step', 'both commands arrive in order');
    controls.addEventListener('cnn-command', (event) => event.preventDefault(), { once: true });
    inside(controls, '[part="step"]').click();
    assert(session.commands.length === 2, 'a prevented command does not arrive');
  },
};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NotNumbers: Story<Args> = {
  args: { data: fakeState({ phase: 'training', step: NaN, epoch: NaN, imagesPerSecond: NaN }) },
};
