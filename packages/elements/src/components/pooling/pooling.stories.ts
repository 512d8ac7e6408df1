/** `<cnn-pooling>` in every state. */
import type { ActivationRecord, ImageBatch, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { digitImage, seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { KernelMatrix } from '../convolution/presets.js';
import type { CnnPooling } from './pooling.js';
import './pooling.js';

interface Args {
  readonly image?: ImageBatch;
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly channel?: number;
  readonly windowSize?: number;
  readonly stride?: number;
  readonly kernel?: KernelMatrix;
  readonly gradient?: boolean;
  readonly table?: boolean;
}

/** Enough to follow every number. */
const tiny: ImageBatch = {
  shape: [1, 4, 4, 1],
  data: Float32Array.of(0.3, 0, 0.1, 0.1, 0.4, 0, 0.1, 0.1, 0, 0, 0.2, 0.2, 0, 0, 0.4, 0.1),
};

export default {
  title: 'Pooling Lab',
  component: 'cnn-pooling',
  tags: ['autodocs'],
  render: ({
    image,
    data,
    session,
    layer,
    channel = 0,
    windowSize = 2,
    stride,
    kernel,
    gradient = false,
    table = false,
  }) =>
    html`<cnn-pooling
      .image=${image}
      .data=${data}
      .session=${session}
      .layer=${layer}
      .stride=${stride}
      .kernel=${kernel}
      channel=${channel}
      window-size=${windowSize}
      ?gradient=${gradient}
      ?table=${table}
    ></cnn-pooling>`,
} satisfies Meta<Args>;

export const ToBeginWith: Story<Args> = {};
export const ADigit: Story<Args> = { args: { image: digitImage() } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const Recorded: Story<Args> = {
  args: { data: { ...seedRecord(), recordedAt: '2026-01-01' }, layer: 'conv2', channel: 3 },
};
export const Overlapping: Story<Args> = { args: { image: tiny, windowSize: 3, stride: 1 } };
export const WhereTheGradientGoes: Story<Args> = { args: { gradient: true } };
export const AnotherKernel: Story<Args> = {
  args: {
    kernel: [
      [1, -1],
      [1, -1],
    ],
  },
};
export const AsATable: Story<Args> = { args: { image: tiny, table: true } };
export const TooLarge: Story<Args> = {
  args: { image: tiny, windowSize: 4 },
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector<CnnPooling>('cnn-pooling')!;
    lab.image = { shape: [1, 3, 3, 1], data: new Float32Array(9) };
    await settle(lab);
    assert(inside(lab, '.illegal').textContent!.includes('received 3 + 0 = 3'), 'the rule has its numbers');
    inside(lab, '[part="nearest"]').click();
    await settle(lab);
    assert(lab.windowSize === 3, 'the largest window that fits is taken');
  },
};
export const NoSuchLayer: Story<Args> = { args: { data: seedRecord(), layer: 'conv9' } };
export const BadImage: Story<Args> = {
  args: { image: { shape: [1, 4, 4, 1], data: new Float32Array(3) } },
};
