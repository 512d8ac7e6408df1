/** The scale below a picture: its two ends and the colours between them. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import type { Scale } from '../render/scale.js';

/** @param isNarrow For pictures that stand close together. */
export function legend({ kind, limit }: Scale, numbers: Numbers, isNarrow = false): TemplateResult {
  const end = numbers.fixed(limit, kind === 'pixel' ? 0 : limit < 1 ? 2 : 1);
  const bar = html`<i class="${kind} ${isNarrow ? 'narrow' : ''}"></i>`;
  if (isNarrow && kind === 'signed')
    return html`<span class="legend" dir="ltr">${bar}<span class="num">±${end}</span></span>`;
  const [from, to] = kind === 'signed' ? [`−${end}`, `+${end}`] : [numbers.integer(0), end];
  return html`<span class="legend" dir="ltr"
    ><span class="num">${from}</span>${bar}<span class="num">${to}</span></span
  >`;
}
