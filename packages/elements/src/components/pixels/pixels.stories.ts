/** `<cnn-pixels>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { digitImage, seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { PixelImage } from './image.js';
import type { PixelFormat } from './pixel-text.js';
import './pixels.js';

interface Args {
  readonly image?: PixelImage;
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly mute?: string;
  readonly order?: string;
  readonly format?: PixelFormat;
  readonly table?: boolean;
}

/** Four pixels: red, green, blue, grey. */
const tiny: PixelImage = {
  shape: [2, 2, 3],
  data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128),
};

/** Waves of several lengths, one a channel. */
const waves = (height: number, width: number, channels: number): PixelImage => ({
  shape: [height, width, channels],
  data: Float32Array.from({ length: height * width * channels }, (_, index) => {
    const [row, column] = [Math.floor(index / channels / width), Math.floor(index / channels) % width];
    const length = 5 + 4 * (index % channels);
    return 0.5 + 0.5 * Math.sin(row / length) * Math.cos(column / (length + 3));
  }),
});

export default {
  title: 'Pixels',
  component: 'cnn-pixels',
  tags: ['autodocs'],
  render: ({ image, data, session, mute, order, format = 'bytes', table = false }) =>
    html`<cnn-pixels
      .image=${image}
      .data=${data}
      .session=${session}
      .mute=${mute}
      .order=${order}
      format=${format}
      ?table=${table}
    ></cnn-pixels>`,
} satisfies Meta<Args>;

export const ToBeginWith: Story<Args> = {};
export const FourPixels: Story<Args> = { args: { image: tiny } };
export const Muted: Story<Args> = { args: { mute: 'r b' } };
export const Swapped: Story<Args> = { args: { order: 'b g r' } };
export const InkFromADigit: Story<Args> = { args: { image: digitImage(), format: 'shares' } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const Recorded: Story<Args> = { args: { data: { ...seedRecord(), recordedAt: '2026-01-01' } } };
export const Large: Story<Args> = { args: { image: waves(256, 256, 3) } };
export const Wide: Story<Args> = { args: { image: waves(8, 200, 3) } };
export const FiveChannels: Story<Args> = { args: { image: waves(32, 32, 5), order: '4 2 -' } };
export const TwoChannels: Story<Args> = { args: { image: waves(32, 32, 2) } };
export const OnePixel: Story<Args> = { args: { image: { shape: [1, 1, 3], data: [12, 200, 255] } } };
export const AsATable: Story<Args> = { args: { image: tiny, table: true } };
export const NotANumber: Story<Args> = {
  args: { image: { shape: [2, 2, 3], data: [1, 0, 0, NaN, 1, 0, 0, 0.5, 1, 2, -1, 0.25] } },
};
export const WrongLength: Story<Args> = {
  args: { image: { shape: [2, 2, 3], data: [1, 2, 3] } },
  play: async ({ canvasElement }) => {
    const pixels = canvasElement.querySelector('cnn-pixels')!;
    await settle(pixels);
    const text = inside(pixels, '.illegal').textContent!;
    assert(text.includes('expected 2 × 2 × 3 = 12 numbers, received 3'), 'the two lengths are named');
  },
};
export const TooLarge: Story<Args> = {
  args: { image: { shape: [4000, 4000, 3], data: new Uint8Array(0) } },
};
