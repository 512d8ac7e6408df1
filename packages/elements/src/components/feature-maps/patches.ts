/** What one map answers to: nine patches of training images, the strongest first. */
import type { TapValue } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Ramps } from '../../render/scale.js';
import type { FeatureMapsMessages } from './feature-maps.messages.js';

/** @param patches `[units, 9, height, width]` @param facts `[units, 9, 5]`: value, image, class, row, column. */
export function patchRow(
  patches: TapValue,
  facts: TapValue,
  unit: number,
  classNames: readonly string[] | undefined,
  ramps: Ramps,
  words: FeatureMapsMessages,
  numbers: Numbers,
): TemplateResult {
  const [, each = 9, height = 1, width = 1] = patches.shape;
  const size = height * width;
  return html`<ol class="patches" part="patches">
    ${Array.from({ length: each }, (_, nth) => {
      const index = unit * each + nth;
      const [value = NaN, image = NaN, label = NaN] = facts.data.subarray(index * 5, index * 5 + 3);
      if (Number.isNaN(value)) return '';
      // Outside the image there was padding: zero, which is paper.
      const values = patches.data.slice(index * size, (index + 1) * size).map((pixel) => pixel || 0);
      const name = classNames?.[label] ?? numbers.integer(label);
      const text = words.patch(
        numbers.integer(nth + 1),
        name,
        numbers.fixed(value, 3),
        numbers.integer(image),
      );
      return html`<li>
        <canvas
          class="pixels framed"
          role="img"
          aria-label=${text}
          title=${text}
          ${tensorCanvas(mapsOf(values, [height, width, 1]), { kind: 'pixel', limit: 1 }, ramps)}
        ></canvas>
        <span class="of num" aria-hidden="true"><b>${name}</b>${numbers.fixed(value, 2)}</span>
      </li>`;
    })}
  </ol>`;
}
