/** A picture out of a file: chosen, and told how else it comes here. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ImageSourceMessages } from './image-source.messages.js';

/** @param take All that were chosen: one at a time is asked for, but nothing holds a page to it. */
export const filePanel = (words: ImageSourceMessages, take: (files: FileList) => void): TemplateResult =>
  html`<div class="drop">
    <p>
      <button type="button" class="button" part="choose" @click=${openDialog}>${words.choose}</button>
      <input
        type="file"
        accept="image/*"
        aria-label=${words.choose}
        hidden
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          if (input.files?.length) take(input.files);
          // The same file may be chosen again: it may have changed.
          input.value = '';
        }}
      />
    </p>
    <p class="note">${words.dropHint}</p>
    <p class="note small">${words.formats}</p>
  </div>`;

const openDialog = (event: Event): void =>
  (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
