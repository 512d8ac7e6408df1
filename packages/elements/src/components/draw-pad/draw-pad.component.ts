/** `<cnn-draw-pad>`, unregistered: where a visitor draws. How a drawing becomes 28 x 28 is `draw/prepare-digit.ts`' work. */
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { digitSize, prepareDigit } from '../../draw/prepare-digit.js';
import type { Point, Stroke } from '../../draw/stroke.js';
import { CnnInputChangeEvent } from '../../events/input-change.js';
import type { InputOrigin } from '../../events/input-change.js';
import type { Numbers } from '../../messages/numbers.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Planes } from '../../render/paint.js';
import { scalarsOf, setScalars } from '../../state/element-state.js';
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { badSetting } from '../../state/state-errors.js';
import { packStrokes, unpackStrokes } from '../../draw/stroke-text.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { tables } from './draw-pad.messages.js';
import type { DrawPadMessages } from './draw-pad.messages.js';
import { drawPadStyles } from './draw-pad.styles.js';
import { InputSender } from './input-sender.js';
import { paintPad } from './paint-pad.js';
import { keyStep, Pen } from './pen.js';

const pixelScale = { kind: 'pixel', limit: 1 } as const;

/**
 * @tagname cnn-draw-pad
 * @summary Draw a digit by mouse, finger, pen or keyboard; the network gets it as MNIST was made.
 * @event {CnnInputChangeEvent} cnn-input-change - The visitor changed the image; at most once a frame, preventable.
 * @csspart base - The pad.
 * @csspart samples - The row of pictures to choose from.
 * @csspart seen - The picture that the network sees, with its switch.
 */
export class CnnDrawPad extends CnnElement {
  static override styles = [tokens, base, drawPadStyles];

  /** Pictures to choose from, one image each. */
  @property({ attribute: false }) samples: readonly ImageBatch[] = [];
  /** The image as the network sees it. Set it to show one; drawing replaces it. */
  @property({ attribute: false }) value: ImageBatch | undefined;
  /** Leaves size and place as they were drawn. */
  @property({ type: Boolean, attribute: 'no-centre', reflect: true }) noCentre = false;
  /** Leaves out the second picture, where the network beside it shows it. */
  @property({ type: Boolean, attribute: 'no-preview', reflect: true }) noPreview = false;
  /** Diameter of the pen as a share of the pad's side. */
  @property({ type: Number, attribute: 'pen-width' }) penWidth = 0.085;

  @state() private announcement = '';
  @query('.pad') private readonly pad!: HTMLElement | null;
  @query('.pad canvas') private readonly canvas!: HTMLCanvasElement | null;

  readonly #pen = new Pen();
  readonly #sender = new InputSender();
  #pending: InputOrigin | undefined;
  #drawingPointer: number | undefined;
  #usesKeys = false;
  #sent: { readonly session: ModelSession; readonly value: ImageBatch } | undefined;
  #planes: Planes | undefined;

  /** The drawing as vector points in a square of side 1. */
  get strokes(): readonly Stroke[] {
    return this.#pen.strokes;
  }

  /**
   * The drawing and the settings as plain data, for a link. An image that was not drawn here is left out, unless it is a sample.
   * @throws StateError when set to what is no state of a pad; nothing is changed then.
   */
  get state(): LinkState<object> {
    const { strokes } = this;
    const sample = this.value ? this.samples.indexOf(this.value) : -1;
    const drawn = strokes.length > 0 ? { strokes: packStrokes(strokes) } : {};
    const chosen = strokes.length === 0 && sample >= 0 ? { sample } : {};
    const isOmitted =
      strokes.length === 0 && sample === -1 && this.value !== undefined && !isBlank(this.value);
    const settings = { ...scalarsOf(this), ...drawn, ...chosen };
    return linkState(this.localName, settings, isOmitted ? ['image'] : []);
  }
  set state(data: unknown) {
    const { settings } = readLinkState(data, this.localName);
    const { strokes: packed, sample, ...scalars } = settings;
    const strokes = packed === undefined ? [] : unpackStrokes(packed);
    if (!strokes) throw badSetting('strokes', 'lists of steps inside the pad', packed);
    const image = typeof sample === 'number' ? this.samples[sample] : undefined;
    if (sample !== undefined && !image) throw badSetting('sample', 'the number of a sample', sample);
    setScalars(this, scalars);
    if (image) this.#choose(image);
    else {
      this.#pen.replace(strokes);
      this.#touch('drawing');
    }
  }

  /** Takes back the last stroke. */
  undo(): void {
    this.#pen.undo();
    this.#touch('drawing');
  }

  /** Empties the pad. */
  clear(): void {
    this.#pen.clear();
    this.#touch('clear');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOfStrokes = this.#pending === 'drawing' || this.#pending === 'clear';
    const isRedone = changed.has('noCentre') && this.#pen.strokes.length > 0;
    if (isOfStrokes || isRedone) this.value = this.#prepare();
    else if (changed.has('value') && this.value) this.#pen.clear();
    if (changed.has('value') || isOfStrokes || isRedone) this.#planes = planesOf(this.value);
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(tables);
    const { ramps } = this.themes.palette;
    const isEmpty = !this.value || (this.#pen.strokes.length === 0 && isBlank(this.value));
    const count = this.#pen.strokes.length;
    return html`${this.themes.probe()}
      <div
        class="pad"
        part="base"
        role="application"
        tabindex="0"
        aria-label="${words.label}. ${words.keys}"
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
        @keydown=${this.#onKey}
        @blur=${this.#onBlur}
      >
        <canvas
          role="img"
          aria-label="${words.drawn}: ${isEmpty ? words.empty : words.strokes(count, numbers.integer(count))}"
        ></canvas>
        ${isEmpty ? html`<span class="hint small" aria-hidden="true">${words.hint}</span>` : nothing}
      </div>
      <div class="row small under">
        <span class="muted">${this.samples.length > 0 ? words.hintWithSamples : words.hint}</span>
        <span class="buttons">
          <button type="button" class="text-button" ?disabled=${count === 0} @click=${this.#onUndo}>
            ${words.undo}
          </button>
          <button type="button" class="text-button" ?disabled=${isEmpty} @click=${this.#onClear}>
            ${words.clear}
          </button>
        </span>
      </div>
      ${this.samples.length > 0 ? this.#samples(words, numbers) : nothing}
      <div class="seen small" part="seen">
        ${
          this.noPreview
            ? nothing
            : html`<canvas
                class="pixels framed"
                role="img"
                aria-label=${words.seen}
                ${tensorCanvas(this.#planes ?? emptyPlanes, pixelScale, ramps)}
              ></canvas>`
        }
        <div>
          ${this.noPreview ? nothing : html`<div>${words.seen}</div>`}
          <label class="switch muted"
            ><input
              type="checkbox"
              .checked=${!this.noCentre}
              @change=${this.#onCentre}
            />${words.seenAs(!this.noCentre)}</label
          >
        </div>
      </div>
      <span class="visually-hidden" aria-live="polite">${this.announcement}</span>`;
  }

  protected override updated(): void {
    const showsStrokes = this.#pen.strokes.length > 0;
    if (this.canvas)
      paintPad(this.canvas, {
        strokes: this.#pen.strokes,
        penWidth: this.penWidth,
        image: showsStrokes ? undefined : this.#planes,
        cursor: this.#usesKeys ? this.#pen.place : undefined,
        isPenDown: this.#pen.isDown,
        palette: this.themes.palette,
      });
    this.#tell();
  }

  /** First the page, then the session; an image that a host has set goes to the session without an event. */
  #tell(): void {
    const origin = this.#pending;
    this.#pending = undefined;
    const { value } = this;
    const session = this.view?.session;
    if (value && origin && !this.dispatchEvent(new CnnInputChangeEvent(value, origin))) {
      // Prevented: what is shown is not what the session has, and that is the host's wish.
      if (session) this.#sent = { session, value };
      return;
    }
    if (!value || !session || (this.#sent?.session === session && this.#sent.value === value)) return;
    this.#sent = { session, value };
    this.#sender.send(session, value);
  }

  #prepare(): ImageBatch {
    const data = prepareDigit({ strokes: this.#pen.strokes, penWidth: this.penWidth }, !this.noCentre);
    return { shape: [1, digitSize, digitSize, 1], data };
  }

  #touch(origin: InputOrigin): void {
    this.#pending = origin;
    this.requestUpdate();
  }

  #samples(words: DrawPadMessages, numbers: Numbers): TemplateResult {
    const { ramps } = this.themes.palette;
    return html`<div class="samples" part="samples" role="group" aria-label=${words.samples}>
      ${this.samples.map(
        (sample, index) =>
          html`<button
            type="button"
            class="thumb"
            aria-label=${words.sample(numbers.integer(index + 1))}
            aria-pressed=${sample === this.value}
            @click=${() => this.#choose(sample)}
          >
            <canvas class="pixels" ${tensorCanvas(planesOf(sample), pixelScale, ramps)}></canvas>
          </button>`,
      )}
    </div>`;
  }

  #choose(sample: ImageBatch): void {
    this.#pen.clear();
    this.value = sample;
    this.#touch('sample');
  }

  readonly #onUndo = (): void => {
    this.undo();
    this.announcement = this.speak(tables).words.undone;
  };
  readonly #onClear = (): void => {
    this.clear();
    this.announcement = this.speak(tables).words.cleared;
  };
  readonly #onCentre = (event: Event): void => {
    this.noCentre = !(event.target as HTMLInputElement).checked;
    if (this.#pen.strokes.length > 0) this.#touch('drawing');
  };

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.pad!.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#drawingPointer !== undefined) return;
    this.#drawingPointer = event.pointerId;
    this.#usesKeys = false;
    this.pad?.setPointerCapture(event.pointerId);
    this.#pen.down(this.#pointOf(event));
    this.#touch('drawing');
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#drawingPointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const moment of events.length > 0 ? events : [event]) this.#pen.move(this.#pointOf(moment));
    this.#touch('drawing');
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#drawingPointer) return;
    this.#drawingPointer = undefined;
    this.#pen.up();
    this.#touch('drawing');
  };

  readonly #onBlur = (): void => {
    if (this.#drawingPointer !== undefined) return;
    this.#usesKeys = false;
    this.#pen.up();
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || this.#drawingPointer !== undefined) return;
    const { x, y } = this.#pen.place;
    const step = event.shiftKey ? keyStep / 2 : keyStep;
    const arrows: Record<string, Point> = {
      ArrowLeft: { x: x - step, y },
      ArrowRight: { x: x + step, y },
      ArrowUp: { x, y: y - step },
      ArrowDown: { x, y: y + step },
    };
    const arrow = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined;
    const wasDown = this.#pen.isDown;
    if (arrow) this.#pen.move(arrow);
    else if (event.key === ' ' || event.key === 'Enter') {
      if (wasDown) this.#pen.up();
      else this.#pen.down();
    } else if (event.key === 'Escape' && wasDown) this.#pen.up();
    else if (event.key === 'Backspace' || (event.key === 'z' && (event.ctrlKey || event.metaKey)))
      this.#onUndo();
    else if (event.key === 'Delete') this.#onClear();
    else return;
    event.preventDefault();
    this.#usesKeys = true;
    if (this.#pen.isDown) this.#touch('drawing');
    else this.requestUpdate();
    if (event.key !== 'Backspace' && event.key !== 'Delete' && event.key !== 'z') this.#announcePlace();
  };

  #announcePlace(): void {
    const { words, numbers } = this.speak(tables);
    const cell = (share: number): string =>
      numbers.integer(Math.min(digitSize - 1, Math.floor(share * digitSize)));
    const { x, y } = this.#pen.place;
    this.announcement = words.place(cell(y), cell(x), this.#pen.isDown);
  }
}

const emptyPlanes: Planes = mapsOf(new Float32Array(digitSize * digitSize), [digitSize, digitSize, 1]);

/** Bytes are shares of 255; of several channels the first is shown. */
function planesOf(images: ImageBatch | undefined): Planes | undefined {
  if (!images) return undefined;
  const [, height, width, channels] = images.shape;
  const values =
    images.data instanceof Uint8Array ? Float32Array.from(images.data, (value) => value / 255) : images.data;
  return { ...mapsOf(values, [height, width, channels]), count: 1 };
}

const isBlank = ({ data }: ImageBatch): boolean => data.every((value) => value === 0);
