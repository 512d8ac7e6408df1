/** `<cnn-feature-maps>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { runOf } from '../../../test/fake-run.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './feature-maps.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly scale?: 'map' | 'layer';
  readonly film?: boolean;
  readonly answers?: boolean;
}

/** As where the digits do not load. */
function withoutDigits(): FakeSession {
  const session = new FakeSession();
  for (const part of ['patches', 'answers']) {
    const error = new Error('mnist: expected a manifest, received status 404. Correct its address.');
    session.tap({ path: `conv1/${part}` }).set(undefined, 'error', error);
  }
  return session;
}

export default {
  title: 'Feature maps',
  component: 'cnn-feature-maps',
  tags: ['autodocs'],
  render: ({ data, session, layer, scale = 'layer', film = false, answers = false }) =>
    html`<cnn-feature-maps
      .data=${data}
      .session=${session}
      .layer=${layer}
      .scale=${scale}
      ?film=${film}
      ?answers=${answers}
    ></cnn-feature-maps>`,
} satisfies Meta<Args>;

export const Recorded: Story<Args> = { args: { data: seedRecord() } };
export const SecondLayer: Story<Args> = { args: { data: seedRecord(), layer: 'conv2', scale: 'map' } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const Film: Story<Args> = {
  args: { session: runOf('conv1/output', 60), film: true },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cnn-feature-maps')!;
    await settle(element);
    const slider = inside(element, '.film input') as HTMLInputElement;
    slider.valueAsNumber = 5;
    slider.dispatchEvent(new Event('input'));
    await settle(element);
    assert(inside(element, '.film .where').textContent!.includes('after step'), 'it tells the moment');
    inside(element, '[part=hold]').click();
    await settle(element);
    assert(element.shadowRoot!.querySelectorAll('.held').length === 8, 'the held maps stand beside');
  },
};
export const Answers: Story<Args> = { args: { session: new FakeSession(fakeState()), answers: true } };
export const AnswersWhileTraining: Story<Args> = {
  args: { session: new FakeSession({ phase: 'training' }), answers: true },
};
export const AnswersFailed: Story<Args> = { args: { session: withoutDigits(), answers: true } };
export const AnswersRecorded: Story<Args> = { args: { data: seedRecord(), answers: true } };
export const NoSuchLayer: Story<Args> = { args: { data: seedRecord(), layer: 'dense1' } };
export const Empty: Story<Args> = {};
