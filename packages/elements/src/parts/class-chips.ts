/** The classes as buttons in their colours: one is chosen, arrow keys go on to the next. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

export const classChips = (
  label: string,
  names: readonly string[],
  chosen: number,
  choose: (index: number) => void,
): TemplateResult =>
  html`<div class="class-chips" role="group" aria-label=${label} @keydown=${walk}>
    ${names.map(
      (name, index) =>
        html`<button
          type="button"
          class="class-chip num class-${index % 10}"
          tabindex=${index === chosen ? 0 : -1}
          aria-pressed=${index === chosen}
          @click=${() => choose(index)}
        >
          <span class="dot"></span>${name}
        </button>`,
    )}
  </div>`;

function walk(event: KeyboardEvent): void {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  const chips = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.class-chip')];
  const at = chips.findIndex((chip) => chip === event.target);
  if (by === undefined || at < 0) return;
  const next = chips[(at + by + chips.length) % chips.length]!;
  event.preventDefault();
  next.focus();
  next.click();
}
