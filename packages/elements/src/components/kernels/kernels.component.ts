/** `<cnn-kernels>`, unregistered. */
import type { ActivationRecord, LayerSummary, ModelSummary } from '@convlens/types';
import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import type { Numbers } from '../../messages/numbers.js';
import { kernelsOf } from '../../render/paint.js';
import { largestSize } from '../../render/scale.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { weightTap } from '../../trace/stages.js';
import { gridOf, indexOf, neighbour, originOf, placeAt, sizeOf } from './kernel-grid.js';
import type { KernelGrid, WeightPlace } from './kernel-grid.js';
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
 * @csspart readout - The weight that is pointed at, in numbers.
 */
export class CnnKernels extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Name of a convolution; the first one without it. */
  @property() layer: string | undefined;

  protected override readonly pace = 4;
  @state() private place: WeightPlace | undefined;
  readonly #strips: TileCanvas[] = [];
  #drawn: readonly unknown[] = [];
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
    const canvas = this.renderRoot.querySelector('canvas');
    if (shown && !(shown instanceof Error) && canvas) this.#draw(canvas, shown);
  }

  /** What there is to show; an error, or `undefined` while there is nothing yet. */
  #shown(): Shown | Error | undefined {
    const stateSource = this.data ? undefined : this.view?.session.state;
    const layer = findLayer(this.data?.model ?? stateSource?.current?.model, this.layer);
    const tap = layer && !this.data ? this.view?.tap(weightTap(layer, 'filter')) : undefined;
    this.sources.watch([stateSource, tap]);
    const values = layer && (this.data?.tensors[`${layer.name}/filter`]?.data ?? tap?.current?.data);
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
      limit: largestSize(values),
      grid: gridOf({ height, width, inputs, filters }, this.#available),
    };
  }

  #empty(error: Error | undefined): TemplateResult {
    const { words } = this.speak(messages);
    const model = this.data?.model ?? this.view?.session.state.current?.model;
    const text = error
      ? words.failed(error.message)
      : model && !findLayer(model, this.layer)
        ? words.noKernels
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
        @pointerleave=${(event: PointerEvent) => event.pointerType === 'mouse' && (this.place = undefined)}
      >
        <canvas
          class="pixels"
          role="img"
          aria-label=${sentence}
          ${styleOf({ width: `${w}px`, height: `${h}px` })}
        ></canvas>
      </div>
      <p part="readout" class="readout" aria-live=${this.live}>
        ${this.place && value ? words.cell(this.place.filter + 1, this.place.input + 1, this.place.row, this.place.column, value) : words.hint}
      </p>
      ${tableTwin(() => tableOf(values, grid, this.place, words, numbers), this.table, words, this.toggleTable)}
    </div>`;
  }

  #draw(canvas: HTMLCanvasElement, { values, grid, limit }: Shown): void {
    const context = canvas.getContext('2d');
    const key = [canvas, values, grid.columns, grid.cell, this.place, this.themes.palette];
    if (!context || key.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = key;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = sizeOf(grid).map((size) => Math.round(size * ratio)) as [number, number];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const { ramps, colour } = this.themes.palette;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    context.strokeStyle = colour('line');
    context.lineWidth = 1;
    for (let input = 0; input < grid.inputs; input++) {
      const planes = kernelsOf(values, [grid.height, grid.width, grid.inputs, grid.filters], input);
      const strip = this.#stripOf(canvas.ownerDocument, input).paint(
        planes,
        { kind: 'signed', limit },
        ramps,
      );
      for (let filter = 0; filter < grid.filters; filter++) {
        const [x, y] = originOf(grid, filter, input);
        const [w, h] = [grid.width * grid.cell, grid.height * grid.cell];
        context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
        context.drawImage(strip, filter * grid.width, 0, grid.width, grid.height, x, y, w, h);
      }
    }
    if (this.place) this.#mark(context, grid, this.place, colour('ink'));
  }

  /** The kernels of one input channel, one pixel a weight. */
  #stripOf(owner: Document, input: number): TileCanvas {
    return (this.#strips[input] ??= new TileCanvas(owner.createElement('canvas')));
  }

  #mark(
    context: CanvasRenderingContext2D,
    grid: KernelGrid,
    { filter, input, row, column }: WeightPlace,
    ink: string,
  ): void {
    const [x, y] = originOf(grid, filter, input);
    context.strokeStyle = ink;
    context.lineWidth = 1.5;
    context.strokeRect(x - 1.5, y - 1.5, grid.width * grid.cell + 3, grid.height * grid.cell + 3);
    context.strokeRect(x + column * grid.cell, y + row * grid.cell, grid.cell, grid.cell);
  }

  #keyed(event: KeyboardEvent, grid: KernelGrid): void {
    if (event.key === 'Escape') {
      this.place = undefined;
      return;
    }
    const start = { filter: 0, input: 0, row: 0, column: 0 };
    const next = this.place
      ? neighbour(grid, this.place, event.key)
      : event.key.startsWith('Arrow')
        ? start
        : undefined;
    if (!next) return;
    event.preventDefault();
    this.place = next;
  }

  #pointed(event: PointerEvent, grid: KernelGrid): void {
    const { left, top, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const zoom = width / sizeOf(grid)[0];
    this.place = placeAt(grid, (event.clientX - left) / zoom, (event.clientY - top) / zoom) ?? this.place;
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
