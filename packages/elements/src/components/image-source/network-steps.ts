/** The way from a picture to what the network sees, step by step, each with its numbers. */
import type { ImageBatch } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { styleOf } from '../../parts/style-of.js';
import type { TableData } from '../../parts/table-twin.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Ramps } from '../../render/scale.js';
import type { ImageSourceMessages } from './image-source.messages.js';
import type { DrawnInput } from './inputs.js';
import type { NetworkInput } from './network-input.js';
import { channelFacts } from './picture.js';
import { pictureCanvas } from './picture-canvas.js';

const ofInk = { kind: 'pixel', limit: 1 } as const;

export function networkSteps(
  image: ImageBatch,
  made: NetworkInput | DrawnInput,
  ramps: Ramps,
  words: ImageSourceMessages,
  numbers: Numbers,
): TemplateResult {
  const [, height, width] = image.shape;
  const square = Math.min(height, width);
  const side = numbers.integer(square);
  const inset = `${50 - (50 * square) / Math.max(height, width)}%`;
  const ink = (batch: ImageBatch, label: string): TemplateResult =>
    html`<canvas
      class="picture framed"
      role="img"
      aria-label=${label}
      ${tensorCanvas(mapsOf(batch.data, [batch.shape[1], batch.shape[2], 1]), ofInk, ramps)}
    ></canvas>`;
  const photo = (batch: ImageBatch, label: string): TemplateResult =>
    html`<canvas class="picture framed" role="img" aria-label=${label} ${pictureCanvas(batch)}></canvas>`;
  const step = (picture: TemplateResult, name: string, detail: string): TemplateResult =>
    html`<li>
      <span class="frame">${picture}</span>
      <span class="small">${name}</span>
      <span class="small muted">${detail}</span>
    </li>`;
  const seen = step(ink(made.input, words.seen), words.seen, '28 × 28');
  if (!('grey' in made))
    return html`<ol class="steps" part="steps" aria-label=${words.steps}>
      ${step(photo(image, words.drawing), words.drawing, '')} ${seen}
    </ol>`;
  return html`<ol class="steps" part="steps" aria-label=${words.steps}>
    ${step(
      html`${photo(image, words.photo)}<i class="crop" ${styleOf({ inset })}></i>`,
      words.photo,
      words.middle(side),
    )}
    ${step(photo(made.grey, words.grey), words.grey, words.withMean(numbers.fixed(made.mean, 2)))}
    ${step(ink(made.ink, words.inkOnPaper), made.isInverted ? words.inverted : words.asItIs, words.inkOnPaper)}
    ${seen}
  </ol>`;
}

/** The same steps in numbers. */
export function stepsTable(
  image: ImageBatch,
  made: NetworkInput | DrawnInput,
  words: ImageSourceMessages,
  numbers: Numbers,
): TableData {
  const row = (name: string, batch: ImageBatch): readonly string[] => {
    const { mean, least, most } = channelFacts(batch, 0);
    return [name, sizeText(batch, numbers), ...[mean, least, most].map((value) => numbers.fixed(value, 3))];
  };
  return {
    caption: words.tableOf,
    head: words.stepColumns,
    rows: [
      ['grey' in made ? words.photo : words.drawing, sizeText(image, numbers), '', '', ''],
      ...('grey' in made
        ? [row(words.grey, made.grey), row(made.isInverted ? words.inverted : words.asItIs, made.ink)]
        : []),
      row(words.seen, made.input),
    ],
  };
}

/** A picture channel by channel. */
export const channelsTable = (
  image: ImageBatch,
  words: ImageSourceMessages,
  numbers: Numbers,
): TableData => ({
  caption: words.tableOf,
  head: words.channelColumns,
  rows: Array.from({ length: image.shape[3] }, (_, channel) => {
    const { mean, least, most } = channelFacts(image, channel);
    const name = image.shape[3] === 1 ? words.grey : words.channels[channel]!;
    return [name, sizeText(image, numbers), ...[mean, least, most].map((value) => numbers.fixed(value, 3))];
  }),
});

const sizeText = ({ shape: [, height, width] }: ImageBatch, numbers: Numbers): string =>
  `${numbers.integer(height)} × ${numbers.integer(width)}`;
