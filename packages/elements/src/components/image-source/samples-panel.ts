/** Pictures to take: the page's own, or those that are drawn by arithmetic. */
import type { ImageBatch } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ImageSourceMessages } from './image-source.messages.js';
import { isPicture } from './picture.js';
import { pictureCanvas } from './picture-canvas.js';

export interface NamedSample {
  readonly name: string;
  readonly image: ImageBatch;
}

export const samplesPanel = (
  samples: readonly NamedSample[],
  chosen: ImageBatch | undefined,
  words: ImageSourceMessages,
  writeNumber: (value: number) => string,
  take: (sample: NamedSample) => void,
): TemplateResult =>
  samples.length === 0
    ? html`<p class="note">${words.noSamples}</p>`
    : html`<div class="samples" part="samples" role="group" aria-label=${words.samples}>
        ${samples.map((sample, index) =>
          isPicture(sample.image)
            ? html`<button
                type="button"
                class="thumb"
                aria-label=${sample.name}
                title=${sample.name}
                aria-pressed=${sample.image === chosen}
                @click=${() => take(sample)}
              >
                <canvas class="picture" ${pictureCanvas(sample.image)}></canvas>
              </button>`
            : html`<p class="note small problem">${words.badSample(writeNumber(index + 1))}</p>`,
        )}
      </div>`;
