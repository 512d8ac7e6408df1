/** Numbers inside the cells of a large picture, for cells of about 22 px on. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import { inkOn } from '../render/oklab.js';
import { colourOf } from '../render/scale.js';
import type { Ramps, Scale } from '../render/scale.js';
import { styleOf } from './style-of.js';

/**
 * @param cell Side of a cell in CSS pixels.
 * @param digits After the point; 2 unless told.
 */
export function cellNumbers(
  values: ArrayLike<number>,
  [height, width]: readonly [number, number],
  cell: number,
  scale: Scale,
  ramps: Ramps,
  numbers: Numbers,
  digits = 2,
): TemplateResult {
  const grid = styleOf({
    gridTemplate: `repeat(${height}, 1fr) / repeat(${width}, 1fr)`,
    fontSize: cell >= 44 ? '13px' : cell >= 32 ? '11px' : '10px',
  });
  return html`<div class="numbers num" ${grid} aria-hidden="true">
    ${Array.from(
      { length: height * width },
      (_, index) =>
        html`<span ${styleOf({ color: inkOn(colourOf(ramps, scale, values[index]!)) })}
          >${cellText(values[index]!, numbers, digits)}</span
        >`,
    )}
  </div>`;
}

/** `0.42` without its zero: `.42`; what rounds to zero is `0`. */
function cellText(value: number, numbers: Numbers, digits: number): string {
  const text = numbers.fixed(value, digits);
  return Number(value.toFixed(digits)) === 0 ? '0' : text.replace(/^(−?)0(?=[.,])/, '$1');
}
