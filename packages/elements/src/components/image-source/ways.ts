/** The four ways to a picture, as tabs: arrow keys go from one to the next. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

export const ways = ['samples', 'draw', 'file', 'camera'] as const;
export type Way = (typeof ways)[number];

export const wayOf = (name: string): Way => ways.find((way) => way === name) ?? 'samples';

export const wayTabs = (
  label: string,
  names: Readonly<Record<Way, string>>,
  chosen: Way,
  choose: (way: Way) => void,
): TemplateResult =>
  html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${walk}>
    ${ways.map(
      (way) =>
        html`<button
          type="button"
          class="button"
          role="tab"
          id="tab-${way}"
          aria-controls="panel-${way}"
          aria-selected=${way === chosen}
          tabindex=${way === chosen ? 0 : -1}
          @click=${() => choose(way)}
        >
          ${names[way]}
        </button>`,
    )}
  </div>`;

export const wayPanel = (way: Way, chosen: Way, content: unknown): TemplateResult =>
  html`<div
    class="panel"
    role="tabpanel"
    id="panel-${way}"
    aria-labelledby="tab-${way}"
    ?hidden=${way !== chosen}
  >
    ${content}
  </div>`;

function walk(event: KeyboardEvent): void {
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab === event.target);
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: tabs.length - 1,
  };
  const to = Object.hasOwn(places, event.key) ? places[event.key] : undefined;
  if (to === undefined || at < 0) return;
  const next = tabs[(to + tabs.length) % tabs.length]!;
  event.preventDefault();
  next.focus();
  next.click();
}
