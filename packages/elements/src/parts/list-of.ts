/** A list to choose from, that follows what is chosen elsewhere too: its options are set as properties, not once as attributes. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export const listOf = (
  label: string,
  names: readonly string[],
  chosen: number,
  set: (index: number) => void,
): TemplateResult =>
  html`<label class="setting">
    <span class="small muted">${label}</span>
    <select @change=${(event: Event) => set((event.target as HTMLSelectElement).selectedIndex)}>
      ${names.map((name, index) => html`<option .selected=${live(index === chosen)}>${name}</option>`)}
    </select>
  </label>`;
