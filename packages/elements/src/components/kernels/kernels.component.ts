/** `<cnn-kernels>`, unregistered. */
import type { ActivationRecord, LayerSummary, ModelSummary } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { FilmReel } from '../../film/film-reel.js';
import { filmStrip } from '../../film/film-strip.js';
import { filmStyles } from '../../film/film.styles.js';
import { savePicture } from '../../film/save-picture.js';
import { RecordReader } from '../../controllers/record-reader.js';
import type { Numbers } from '../../messages/numbers.js';
import { largestSize } from '../../render/scale.js';
import { placeIn } from '../../parts/place-in.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { weightTap } from '../../trace/stages.js';
import { gridOf, indexOf, neighbour, placeAt, sizeOf } from './kernel-grid.js';
import type { KernelGrid, WeightPlace } from './kernel-grid.js';
import { KernelPainter } from './kernel-painter.js';
import { messages } from './kernels.messages.js';
import type { KernelsMessages } from './kernels.messages.js';
import { styles } from './kernels.styles.js';
import { styleOf } from '../../parts/style-of.js';

interface Shown {
  readonly layer: LayerSummary;
  readonly values: ArrayLike<number>;
  readonly grid: KernelGrid;
  /** The largest weight's size, where the scale ends on both sides. */
  readonly limit: number;
}

/**
 * @tagname cnn-kernels
 * @summary The kernels of one convolution: every weight as a colour, blue below zero and orange above, on one scale.
 * @csspart base - All of it.
 * @csspart grid - The picture.
 * @csspart film - The moments of the run.
 * @csspart readout - The weight that is pointed at, in numbers.
 */
export class CnnKernels extends CnnElement {
  static override styles = [tokens, base, filmStyles, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Name of a convolution; the first one without it. */
  @property() layer: string | undefined;
  /** Keeps moments of a run to scrub through. */
  @property({ type: Boolean, reflect: true }) film = false;

  protected override readonly pace = 4;
  readonly #reader = new RecordReader();
  @state() private place: WeightPlace | undefined;
  readonly #painter = new KernelPainter();
  readonly #heldPainter = new KernelPainter();
  readonly #reel = new FilmReel(this);
  #available = 320;
  readonly #resizing =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver(([entry]) => this.#resized(entry!.contentRect.width));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing?.disconnect();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown();
    return html`${this.themes.probe()}${shown instanceof Error || shown === undefined ? this.#empty(shown) : this.#picture(shown)}`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const shown = this.#shown();
    if (!shown || shown instanceof Error) return;
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.grid canvas');
    const held = this.renderRoot.querySelector<HTMLCanvasElement>('canvas.held');
    if (canvas) this.#draw(canvas, this.#painter, shown.values, shown);
    if (held && this.#reel.held) this.#draw(held, this.#heldPainter, this.#reel.held.value, shown);
  }

  /** What there is to show; an error, or `undefined` while there is nothing yet. */
  #shown(): Shown | Error | undefined {
    const given = this.#given();
    const view = given ? undefined : this.view;
    const stateSource = view?.session.state;
    const model = given instanceof Error ? undefined : (given?.model ?? stateSource?.current?.model);
    const layer = findLayer(model, this.layer);
    const request = layer && weightTap(layer, 'filter');
    // A film is of every step that there is time to look at.
    const tap = request && view?.tap(this.film ? { path: request.path } : request);
    this.sources.watch([stateSource, tap]);
    this.#reel.follow(this.film ? tap : undefined);
    if (given instanceof Error) return given;
    const live = (this.film ? this.#reel.shown?.value : undefined) ?? tap?.current?.data;
    const values = layer && (given?.tensors[`${layer.name}/filter`]?.data ?? live);
    if (!layer || !values) return tap?.error ?? stateSource?.error;
    const [height, width, inputs, filters] = layer.weights['filter'] as readonly [
      number,
      number,
      number,
      number,
    ];
    return {
      layer,
      values,
      // Two moments side by side are on one scale.
      limit: Math.max(largestSize(values), largestSize(this.#reel.held?.value ?? [])),
      grid: gridOf({ height, width, inputs, filters }, this.#available),
    };
  }

  #given(): ActivationRecord | Error | undefined {
    return this.data === undefined ? undefined : this.#reader.read(this.data);
  }

  #empty(error: Error | undefined): TemplateResult {
    const { words } = this.speak(messages);
    const given = this.#given();
    const model =
      given instanceof Error ? undefined : (given?.model ?? this.view?.session.state.current?.model);
    const layer = findLayer(model, this.layer);
    const text = error
      ? words.failed(error.message)
      : model && !layer
        ? words.noKernels
        : given && layer
          ? words.notRecorded(layer.name)
          : this.view
            ? words.loading
            : words.noModel;
    return html`<p class="note" role=${error ? 'alert' : 'status'}>${text}</p>`;
  }

  #picture({ layer, values, grid, limit }: Shown): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const { height, width, inputs, filters } = grid;
    const end = numbers.fixed(limit, 2);
    const sentence = words.sentence(
      layer.name,
      numbers.integer(filters),
      numbers.integer(inputs),
      height,
      width,
      end,
    );
    const [w, h] = sizeOf(grid);
    const value = this.place && numbers.signed(values[indexOf(grid, this.place)]!, 4);
    return html`<div part="base">
      <div class="head">
        <b>${words.title(layer.name)}</b>
        <span class="num muted small"
          >${words.shape(height, width, numbers.integer(inputs), numbers.integer(filters))}</span
        >
        <span class="legend num"
          >${numbers.signed(-limit, 2)}<i class="signed"></i>${numbers.signed(limit, 2)}</span
        >
      </div>
      <div
        part="grid"
        class="grid"
        tabindex="0"
        role="group"
        aria-label=${sentence}
        @keydown=${(event: KeyboardEvent) => this.#keyed(event, grid)}
        @pointermove=${(event: PointerEvent) => this.#pointed(event, grid)}
        @pointerdown=${(event: PointerEvent) => this.#pointed(event, grid)}
        @pointerleave=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#point(undefined)}
      >
        <canvas
          class="pixels"
          role="img"
          aria-label=${sentence}
          ${styleOf({ width: `${w}px`, height: `${h}px` })}
        ></canvas>
      </div>
      ${this.#heldPicture([w, h], words, numbers)}
      ${this.film && !this.data ? filmStrip(this.#reel, words, numbers, () => this.#save(layer)) : nothing}
      <p part="readout" class="readout" aria-live=${this.live}>
        ${this.place && value ? words.cell(this.place.filter + 1, this.place.input + 1, this.place.row, this.place.column, value) : words.hint}
      </p>
      ${tableTwin(() => tableOf(values, grid, this.place, words, numbers), this.table, words, this.toggleTable)}
    </div>`;
  }

  #heldPicture(
    [width, height]: readonly [number, number],
    words: KernelsMessages,
    numbers: Numbers,
  ): TemplateResult | typeof nothing {
    const { held } = this.#reel;
    if (!held) return nothing;
    const label = words.heldAt(numbers.integer(held.step));
    return html`<p class="small muted">${label}</p>
      <canvas
        class="pixels held"
        role="img"
        aria-label=${label}
        ${styleOf({ width: `${width}px`, height: `${height}px` })}
      ></canvas>`;
  }

  #save({ name }: LayerSummary): void {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.grid canvas');
    if (canvas) savePicture(canvas, `${name}-filter-step-${this.#reel.shown?.step ?? 0}`);
  }

  #draw(canvas: HTMLCanvasElement, painter: KernelPainter, values: ArrayLike<number>, shown: Shown): void {
    const { grid, limit } = shown;
    const { linked } = this;
    const isLinked = linked?.layer === shown.layer.name && linked.unit < grid.filters;
    const place =
      this.place ?? (isLinked ? { filter: linked.unit, input: 0, row: -1, column: -1 } : undefined);
    painter.draw(canvas, { values, grid, limit, place, palette: this.themes.palette });
  }

  #keyed(event: KeyboardEvent, grid: KernelGrid): void {
    if (event.key === 'Escape') return this.#point(undefined);
    const start = { filter: 0, input: 0, row: 0, column: 0 };
    const next = this.place
      ? neighbour(grid, this.place, event.key)
      : event.key.startsWith('Arrow')
        ? start
        : undefined;
    if (!next) return;
    event.preventDefault();
    this.#point(next);
  }

  #point(place: WeightPlace | undefined): void {
    this.place = place;
    const shown = this.#shown();
    if (!shown || shown instanceof Error) return;
    this.link(place && { layer: shown.layer.name, unit: place.filter });
  }

  #pointed(event: PointerEvent, grid: KernelGrid): void {
    // Listened to where the kernels are drawn.
    const place = placeAt(grid, ...placeIn(event.currentTarget as HTMLElement, event));
    this.#point(place ?? this.place);
  }

  #resized(width: number): void {
    if (width < 1 || Math.round(width) === this.#available) return;
    this.#available = Math.round(width);
    this.requestUpdate();
  }
}

/** The layer of that name, or the first that has filters. */
function findLayer(model: ModelSummary | undefined, name: string | undefined): LayerSummary | undefined {
  return model?.layers.find(
    (layer) => (name === undefined || layer.name === name) && layer.weights['filter']?.length === 4,
  );
}

/** The kernel that is pointed at, or the first. */
function tableOf(
  values: ArrayLike<number>,
  grid: KernelGrid,
  place: WeightPlace | undefined,
  words: KernelsMessages,
  numbers: Numbers,
): TableData {
  const { filter, input } = place ?? { filter: 0, input: 0 };
  const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  const weight = (row: number, column: number): string =>
    numbers.signed(values[indexOf(grid, { filter, input, row, column })]!, 4);
  return {
    caption: words.tableOf(filter + 1, input + 1),
    head: [words.rowColumn, ...range(grid.width).map((column) => numbers.integer(column))],
    rows: range(grid.height).map((row) => [
      numbers.integer(row),
      ...range(grid.width).map((column) => weight(row, column)),
    ]),
  };
}
