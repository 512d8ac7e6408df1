/** The way through the pages: first, previous, where one is, next, last. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { DatasetGridMessages } from './dataset-grid.messages.js';

export function pager(
  page: number,
  pageCount: number,
  range: string,
  words: DatasetGridMessages,
  go: (page: number) => void,
): TemplateResult {
  const last = pageCount - 1;
  const button = (name: string, path: string, to: number, isOff: boolean): TemplateResult =>
    html`<button
      type="button"
      class="button icon"
      aria-label=${name}
      title=${name}
      ?disabled=${isOff}
      @click=${() => go(to)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>
    </button>`;
  return html`<div class="pages" role="group" aria-label=${words.pages}>
    ${button(words.first, 'M3 3h2v10H3zM13 3v10L6 8z', 0, page === 0)}
    ${button(words.previous, 'M11 3v10L4 8z', page - 1, page === 0)}
    <span class="range num small">${range}</span>
    ${button(words.next, 'M5 3v10l7-5z', page + 1, page >= last)}
    ${button(words.last, 'M11 3h2v10h-2zM3 3v10l7-5z', last, page >= last)}
  </div>`;
}
