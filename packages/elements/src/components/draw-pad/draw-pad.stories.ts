/** `<cnn-draw-pad>` in every state. */
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { inside, settle } from '../../../test/settle.js';
import { digitImage } from '../../../test/seed-record.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './draw-pad.js';

interface Args {
  readonly samples?: readonly ImageBatch[];
  readonly value?: ImageBatch;
  readonly session?: ModelSession;
  readonly noCentre?: boolean;
  readonly noPreview?: boolean;
}

export default {
  title: 'Draw pad',
  component: 'cnn-draw-pad',
  tags: ['autodocs'],
  render: ({ samples = [], value, session, noCentre = false, noPreview = false }) =>
    html`<cnn-draw-pad
      .samples=${samples}
      .value=${value}
      .session=${session}
      ?no-centre=${noCentre}
      ?no-preview=${noPreview}
    ></cnn-draw-pad>`,
} satisfies Meta<Args>;

const samples = [0, 2, -2, 4].map((shift) => digitImage(shift));

export const Empty: Story<Args> = {};
export const WithSamples: Story<Args> = { args: { samples } };
export const WithAnImage: Story<Args> = { args: { samples, value: samples[1]! } };
export const WithoutPreview: Story<Args> = { args: { samples, value: samples[0]!, noPreview: true } };

/** By keys alone: pen down, a line to the right, pen up. */
export const ByKeyboard: Story<Args> = {
  play: async ({ canvasElement }) => {
    const pad = canvasElement.querySelector('cnn-draw-pad')!;
    await settle(pad);
    for (const key of [' ', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', ' ']) {
      inside(pad, '.pad').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    await settle(pad);
    assert(pad.strokes.length === 1 && pad.strokes[0]!.length === 6, 'one stroke of six points is there');
    assert(
      pad.value!.data.some((value) => value > 0),
      'the network sees it',
    );
  },
};

/** The same drawing left where it is. */
export const AsDrawn: Story<Args> = { args: { noCentre: true }, play: ByKeyboard.play! };
/** Sends what is drawn to a network. */
export const Live: Story<Args> = { args: { samples, value: samples[2]!, session: new FakeSession() } };
/** It can be drawn on all the same. */
export const NotNumbers: Story<Args> = {
  args: { value: { shape: [1, 28, 28, 1], data: new Float32Array(784).fill(NaN) } },
};
