/** `<cnn-confusion-matrix>` in every state. */
import type { ImageBatch } from '@convlens/types';
import { html } from 'lit';
import { digit } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { ConfusionCell, ConfusionData } from './tally.js';
import './confusion-matrix.js';

interface Args {
  readonly data?: ConfusionData;
  readonly selected?: ConfusionCell;
  readonly table?: boolean;
}

export default {
  title: 'Confusion matrix',
  component: 'cnn-confusion-matrix',
  tags: ['autodocs'],
  render: ({ data, selected, table = false }) =>
    html`<cnn-confusion-matrix .data=${data} .selected=${selected} ?table=${table}></cnn-confusion-matrix>`,
} satisfies Meta<Args>;

/** Mistakes that follow from the index: every ninth example, and most of all 4 taken for 9. */
function made(names: readonly string[], count: number): ConfusionData {
  const classes = names.length;
  const actual = Int32Array.from({ length: count }, (_, index) => (index * 7) % classes);
  const predicted = actual.map((label, index) =>
    label === 4 && index % 3 === 0 ? classes - 1 : index % 9 === 0 ? (label * 3 + index) % classes : label,
  );
  return { classNames: names, actual, predicted };
}

const digits = Array.from({ length: 10 }, (_, index) => String(index));
const things = 'airplane automobile bird cat deer dog frog horse ship truck'.split(' ');

/** One digit, moved a little from image to image. */
const pictures = (count: number): ImageBatch => {
  const data = new Float32Array(count * 784);
  for (let index = 0; index < count; index++) data.set(digit((index % 9) - 4), index * 784);
  return { shape: [count, 28, 28, 1], data };
};

const withPictures: ConfusionData = { ...made(digits, 900), images: pictures(900) };

export const Digits: Story<Args> = { args: { data: made(digits, 10_000) } };
export const WithExamples: Story<Args> = {
  args: { data: withPictures, selected: { actual: 4, predicted: 9 } },
};
export const LongNames: Story<Args> = { args: { data: made(things, 5000) } };
export const TwoClasses: Story<Args> = { args: { data: made(['no', 'yes'], 60) } };
export const HundredClasses: Story<Args> = {
  args: {
    data: made(
      Array.from({ length: 100 }, (_, index) => `class ${index}`),
      10_000,
    ),
  },
};
export const AllRight: Story<Args> = {
  args: { data: { classNames: digits, actual: [1, 2, 3], predicted: [1, 2, 3] } },
};
export const AsATable: Story<Args> = { args: { data: made(digits, 1000), table: true } };
export const ByKeyboard: Story<Args> = {
  args: { data: withPictures },
  play: async ({ canvasElement }) => {
    const matrix = canvasElement.querySelector('cnn-confusion-matrix')!;
    await settle(matrix);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter'])
      inside(matrix, '.pick').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle(matrix);
    assert(matrix.selected?.actual === 1 && matrix.selected.predicted === 1, 'the cell [1, 1] is chosen');
  },
};
/** A class that is none of these, and a prediction that is no number. */
export const LabelsOutOfRange: Story<Args> = {
  args: { data: { classNames: ['a', 'b'], actual: [0, 1, 1, 7], predicted: [0, 1, NaN, 1] } },
};
export const WrongLengths: Story<Args> = {
  args: { data: { classNames: ['a', 'b'], actual: [0, 1, 1], predicted: [0, 1] } },
};
export const PicturesOfOthers: Story<Args> = {
  args: { data: { ...made(digits, 90), images: pictures(3) }, selected: { actual: 0, predicted: 0 } },
};
export const NoExamples: Story<Args> = { args: { data: { classNames: digits, actual: [], predicted: [] } } };
export const WithoutData: Story<Args> = {};
