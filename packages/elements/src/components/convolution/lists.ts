/** One of a few, chosen by one press; and a list that follows what is set elsewhere and can be off. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export const pressOne = <T>(
  label: string,
  chosen: T,
  options: readonly (readonly [value: T, name: string])[],
  set: (value: T) => void,
): TemplateResult =>
  html`<div class="setting">
    <span class="small muted">${label}</span>
    <div class="presses" role="group" aria-label=${label}>
      ${options.map(
        ([value, name]) =>
          html`<button type="button" aria-pressed=${value === chosen} @click=${() => set(value)}>
            ${name}
          </button>`,
      )}
    </div>
  </div>`;

export const listOrOff = <T extends string>(
  label: string,
  chosen: T,
  options: readonly (readonly [value: T, name: string])[],
  isOff: boolean,
  set: (value: T) => void,
): TemplateResult =>
  html`<label class="setting">
    <span class="small muted">${label}</span>
    <select
      ?disabled=${isOff}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}
    >
      ${options.map(
        ([value, name]) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`,
      )}
    </select>
  </label>`;
