/** The scale below a picture: its two ends and the colours between them. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import type { Scale } from '../render/scale.js';

export function legend({ kind, limit }: Scale, numbers: Numbers): TemplateResult {
  const end = numbers.fixed(limit, kind === 'pixel' ? 0 : limit < 1 ? 2 : 1);
  const [from, to] = kind === 'signed' ? [`−${end}`, `+${end}`] : [numbers.integer(0), end];
  return html`<span class="legend" dir="ltr"><span class="num">${from}</span><i class=${kind}></i><span class="num">${to}</span></span>`;
}
