/** `<cnn-dataset-grid>` in every state. */
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { digit } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { GridData } from './selection.js';
import './dataset-grid.js';

interface Args {
  readonly data?: GridData;
  readonly session?: ModelSession;
  readonly rows?: number;
  readonly label?: number;
  readonly selected?: number;
  readonly table?: boolean;
}

export default {
  title: 'Data set grid',
  component: 'cnn-dataset-grid',
  tags: ['autodocs'],
  render: ({ data, session, rows = 5, label, selected, table = false }) =>
    html`<cnn-dataset-grid
      .data=${data}
      .session=${session}
      .label=${label}
      .selected=${selected}
      rows=${rows}
      ?table=${table}
    ></cnn-dataset-grid>`,
} satisfies Meta<Args>;

/** One digit, moved a little from image to image. */
const digits = (count: number): ImageBatch => {
  const data = new Float32Array(count * 784);
  for (let index = 0; index < count; index++) data.set(digit((index % 9) - 4), index * 784);
  return { shape: [count, 28, 28, 1], data };
};

/** Colour images of 32 x 32: a bright disc, another hue for each class. */
const discs = (count: number): ImageBatch => {
  const data = new Uint8Array(count * 3072);
  for (let pixel = 0; pixel < count * 1024; pixel++) {
    const image = Math.floor(pixel / 1024);
    const [x, y] = [(pixel % 32) - 15.5, (Math.floor(pixel / 32) % 32) - 15.5];
    const light = Math.max(0, 1 - Math.hypot(x - (image % 5), y) / 16);
    for (let channel = 0; channel < 3; channel++)
      data[pixel * 3 + channel] = 255 * light * (0.5 + 0.5 * Math.sin(image + 2 * channel));
  }
  return { shape: [count, 32, 32, 3], data };
};

const labels = (count: number, classes: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index * 7) % classes);
const names = 'airplane automobile bird cat deer dog frog horse ship truck'.split(' ');

const manyDigits: GridData = {
  images: digits(1000),
  labels: labels(1000, 10),
  classNames: Array.from({ length: 10 }, (_, index) => String(index)),
};
const colours: GridData = { images: discs(60), labels: labels(60, 10), classNames: names };

export const Digits: Story<Args> = { args: { data: manyDigits } };
export const Colours: Story<Args> = { args: { data: colours, selected: 2, rows: 2 } };
export const OneClass: Story<Args> = { args: { data: manyDigits, label: 3, rows: 2 } };
export const WithoutNames: Story<Args> = { args: { data: { images: digits(4), labels: [0, 1, 2, 3] } } };
export const AsATable: Story<Args> = { args: { data: manyDigits, rows: 1, table: true } };
export const ByKeyboard: Story<Args> = {
  args: { data: manyDigits, session: new FakeSession() },
  play: async ({ canvasElement }) => {
    const grid = canvasElement.querySelector('cnn-dataset-grid')!;
    await settle(grid);
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter'])
      inside(grid, '.sheet').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle(grid);
    assert(grid.selected === 1, 'the second image is taken');
  },
};
/** The network reads digits: colour images are shown, and not sent to it. */
export const ImagesOfAnotherShape: Story<Args> = {
  args: { data: colours, session: new FakeSession(), rows: 1 },
};
export const LabelsOutOfRange: Story<Args> = {
  args: { data: { images: digits(4), labels: [0, 12, NaN, 1], classNames: ['no', 'yes'] } },
};
export const NotNumbers: Story<Args> = {
  args: {
    data: { images: { shape: [3, 28, 28, 1], data: new Float32Array(2352).fill(NaN) }, labels: [0, 1, 2] },
  },
};
export const WrongLengths: Story<Args> = { args: { data: { images: digits(4), labels: [0, 1] } } };
export const NoImages: Story<Args> = { args: { data: { images: digits(0), labels: [] } } };
export const WithoutData: Story<Args> = {};
