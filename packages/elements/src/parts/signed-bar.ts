/** Bars as drawings: their lengths are attributes, which the strictest content policy lets through. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

const shareOf = (value: number, limit: number): number =>
  Number.isFinite(value) && limit > 0 ? Math.min(1, Math.abs(value) / limit) : 0;

/** From a zero in the middle, to the left below it; `limit` is half of the width. */
export function signedBar(value: number, limit: number): TemplateResult {
  const share = shareOf(value, limit);
  return html`<svg class="bar" viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class=${value < 0 ? 'takes' : 'adds'} x=${value < 0 ? -share : 0} y="0" width=${share} height="1" />
    <path class="zero" d="M0 0V1" />
  </svg>`;
}

/** From a zero at the start; `limit` is the whole width. */
export const shareBar = (value: number, limit: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class="of-class" x="0" y="0" width=${shareOf(value, limit)} height="1" />
    <path class="zero" d="M0 0V1" />
  </svg>`;
