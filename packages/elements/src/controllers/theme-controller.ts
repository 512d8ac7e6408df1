/**
 * The colours that hold where an element stands. A hidden probe carries two of them with a transition of 1 ms: whatever changes
 * the theme (an attribute, a media query, the page's own style), its start is heard and the palette is read anew.
 */
import { html } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { makePalette, themePalette } from '../render/palette.js';
import type { Palette } from '../render/palette.js';

export class ThemeController implements ReactiveController {
  readonly #host: LitElement;
  #palette: Palette | undefined;
  #waiting: ResizeObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#palette = undefined;
  }

  hostDisconnected(): void {
    this.#waiting?.disconnect();
    this.#waiting = undefined;
  }

  /** Goes into the element's template. */
  readonly probe = (): TemplateResult =>
    html`<span class="probe" aria-hidden="true" @transitionrun=${this.#changed}></span>`;

  /** Its identity changes with the theme. */
  get palette(): Palette {
    this.#palette ??= this.#read();
    return this.#palette ?? themePalette('light');
  }

  readonly #changed = (): void => {
    this.#palette = undefined;
    this.#host.requestUpdate();
  };

  /** Undefined while the element is in no slot yet: it then has no style to read, and is asked again when it has a size. */
  #read(): Palette | undefined {
    const root = this.#host.renderRoot as ShadowRoot | undefined;
    if (!root || !this.#host.isConnected) return undefined;
    const reader = this.#host.ownerDocument.createElement('span');
    reader.className = 'probe';
    reader.style.transition = 'none';
    root.append(reader);
    const style = getComputedStyle(reader);
    if (style.color === '') {
      reader.remove();
      this.#askAgainWhenShown();
      return undefined;
    }
    const palette = makePalette((token) => {
      reader.style.color = `var(--${token})`;
      return style.color;
    });
    // Colours are read when they are first asked for: all at once now, the reader goes.
    for (const token of canvasTokens) palette.colour(token);
    reader.remove();
    return palette;
  }

  #askAgainWhenShown(): void {
    this.#waiting ??= new ResizeObserver(() => {
      if (this.#host.clientWidth === 0) return;
      this.#waiting?.disconnect();
      this.#waiting = undefined;
      this.#host.requestUpdate();
    });
    this.#waiting.observe(this.#host);
  }
}

const canvasTokens = [
  'page',
  'ink',
  'muted',
  'outline',
  'line',
  'wash',
  'pos-3',
  'neg-3',
  'pos-text',
  'neg-text',
  ...Array.from({ length: 10 }, (_, index) => `class-${index}`),
];
