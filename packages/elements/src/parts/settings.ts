/** What can be turned: whole numbers, one of several words, a switch. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CommonMessages } from '../messages/common.js';

export const stepper = (
  label: string,
  value: number,
  [least, most]: readonly [number, number],
  words: CommonMessages,
  set: (value: number) => void,
): TemplateResult =>
  html`<div class="setting">
    <span class="small muted">${label}</span>
    <span class="stepper">
      <button
        type="button"
        aria-label=${words.less(label)}
        ?disabled=${value <= least}
        @click=${() => set(value - 1)}
      >
        −
      </button>
      <output class="num">${value}</output>
      <button
        type="button"
        aria-label=${words.more(label)}
        ?disabled=${value >= most}
        @click=${() => set(value + 1)}
      >
        +
      </button>
    </span>
  </div>`;

export const choice = <T extends string>(
  label: string,
  value: T,
  options: Readonly<Record<T, string>>,
  isOff: boolean,
  set: (value: T) => void,
): TemplateResult =>
  html`<label class="setting">
    <span class="small muted">${label}</span>
    <select
      ?disabled=${isOff}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}
    >
      ${(Object.keys(options) as T[]).map(
        (each) => html`<option value=${each} .selected=${live(each === value)}>${options[each]}</option>`,
      )}
    </select>
  </label>`;

export const toggle = (label: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult =>
  html`<label class="toggle">
    <input
      type="checkbox"
      .checked=${isOn}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />${label}
  </label>`;
