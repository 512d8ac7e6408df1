/** `<cnn-flatten>`, unregistered. How a score is split is `trace/back-trace.ts`' work, where maps stand that of `kernel-grid.ts`. */
import type { ActivationRecord } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { legend } from '../../parts/legend.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { largestSize } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { cellAtIndex } from '../../trace/back-trace.js';
import { cellIndex } from '../../trace/explain.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace, Values } from '../../trace/trace.js';
import { fieldFigure, fieldSize } from '../../parts/cell-figures.js';
import { cellFigureStyles } from '../../parts/cell-figures.styles.js';
import { classChips } from '../../parts/class-chips.js';
import { chipStyles } from '../../parts/class-chips.styles.js';
import { listOf } from '../../parts/list-of.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { termStyles } from '../../parts/term-rows.styles.js';
import { TraceFeed } from '../../controllers/trace-feed.js';
import { unitAt, unitBeside } from '../dense/unit-grid.js';
import { gridOf, neighbour, placeAt, sizeOf } from '../kernels/kernel-grid.js';
import type { KernelGrid } from '../kernels/kernel-grid.js';
import { flatPlace, flattenTaps } from './flat-place.js';
import type { FlatPlace } from './flat-place.js';
import type { FlatPicture } from './flat-picture.js';
import { flatTable, scoreSum } from './score-sum.js';
import { messages } from './flatten.messages.js';
import { styles } from './flatten.styles.js';
import { SheetPainter, sheetMargin } from './sheet-painter.js';
import { tracedScore } from './traced.js';
import { indexLine, vectorFigure } from './vector-figure.js';
import { vectorRows } from './vector-rows.js';

/**
 * @tagname cnn-flatten
 * @summary How maps become one row of numbers: each number's cell and each cell's number, and a score traced back through the row to the maps and the pixels.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose a score, or the map of a cell; preventable.
 * @csspart base - All of it.
 * @csspart input - The input with the pixels that can reach the cell.
 * @csspart maps - The maps.
 * @csspart parts - What each of their cells puts into the score.
 * @csspart vector - The same numbers in one row.
 * @csspart index - The number of the cell, and the formula of it.
 * @csspart sum - The cells that put most into the score, the others, the biases and the score.
 * @csspart readout - The cell in a sentence.
 * @csspart table-button - Opens the table of the numbers.
 * @csspart table - That table.
 */
export class CnnFlatten extends CnnElement {
  static override styles = [
    tokens,
    base,
    settingsStyles,
    signedBarStyles,
    chipStyles,
    termStyles,
    cellFigureStyles,
    styles,
  ];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Name of a flatten layer; the first one without it. */
  @property() layer: string | undefined;
  /** The score that is traced back, from 0; the largest without it. */
  @property({ type: Number }) unit: number | undefined;
  /** The number of the row that is shown, from 0; the one that puts most into the score without it. */
  @property({ type: Number }) number: number | undefined;
  /** So many cells are named, the others are one. */
  @property({ type: Number }) top = 6;

  protected override readonly pace = 4;
  @state() private pointed: number | undefined;
  /** What was typed and is no number of the row. */
  @state() private refused: string | undefined;

  readonly #feed = new TraceFeed();
  readonly #size = new SizeController(this);
  readonly #sheets = { maps: new SheetPainter(), parts: new SheetPainter() };
  #picture: FlatPicture | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('number') || changed.has('data')) this.refused = undefined;
  }

  protected override updated(): void {
    this.#size.observe('host', this);
    if (this.#picture) this.#draw(this.#picture);
  }

  protected override render(): TemplateResult {
    const { words } = this.speak(messages);
    const { layer } = this;
    this.#picture = undefined;
    const feed = this.#feed.read(this.view, this.data, (model) => flattenTaps(model, layer), layer ?? '');
    this.sources.watch(feed.sources);
    const { trace, state } = feed;
    if (state === 'failed') return this.#note(words.failed(feed.reason ?? ''), true);
    if (!trace) return this.#note(state === 'waiting' ? words.loading : words.noModel);
    const place = flatPlace(trace.stages, layer);
    if (place === 'noFlatten') return this.#note(words.noFlatten, true);
    if (place === 'noLayer') return this.#note(words.noLayer(layer ?? ''), true);
    const values = trace.values(place.flat);
    if (!values)
      return this.data
        ? this.#note(words.missing(trace.stages[place.flat]!.path), true)
        : this.#note(words.loading);
    const wrong = this.#wrongUnit(trace, place);
    if (wrong) return this.#note(wrong, true);
    this.#picture = this.#pictureOf(trace, place, values);
    return html`${this.themes.probe()}${this.#view(this.#picture)}`;
  }

  #note(text: string, isAlert = false): TemplateResult {
    return html`${this.themes.probe()}
      <p class="note" role=${isAlert ? 'alert' : 'status'}>${text}</p>`;
  }

  #wrongUnit({ stages }: Trace, { scores }: FlatPlace): string | undefined {
    const { words, numbers } = this.speak(messages);
    if (scores === undefined || this.unit === undefined) return undefined;
    const { name, count } = stages[scores]!;
    const isUnit = Number.isInteger(this.unit) && this.unit >= 0 && this.unit < count;
    return isUnit ? undefined : words.noUnit(String(this.unit), name, numbers.integer(count - 1));
  }

  #pictureOf(trace: Trace, place: FlatPlace, values: Values): FlatPicture {
    const { words, numbers } = this.speak(messages);
    const stage = trace.stages[place.flat]!;
    const width = this.#size.of('host')?.width ?? (this.clientWidth || 960);
    const isTight = width < 960;
    const score =
      place.scores === undefined ? undefined : tracedScore(trace, place.scores, this.unit, words, numbers);
    const back = score && !('blockedBy' in score.back) ? score.back : undefined;
    const index = this.#shownIndex(back?.amounts ?? values, values.length);
    const { kind, limit } = trace.scale(place.flat);
    const [height, across] = stage.size;
    // Beside the input, which has 168 pixels, and two gaps of 32.
    const available = (isTight ? width : (width - 168 - 64) / 2) - 2 * sheetMargin;
    return {
      trace,
      place,
      values,
      score,
      back,
      index,
      cell: { stage: place.maps, ...cellAtIndex(stage, index) },
      scale: { kind, limit: limit || largestSize(values) },
      partScale: { kind: 'signed', limit: largestSize(back?.amounts ?? []) },
      grid: gridOf({ height, width: across, inputs: 1, filters: stage.count }, available),
      rows: vectorRows(values.length, stage.count, across, width),
      isTight,
      isNarrow: width < 560,
      top: Math.max(1, this.top),
      refused: this.refused,
      palette: this.themes.palette,
      words,
      numbers,
    };
  }

  /** What is pointed at, else what was chosen, else the largest. */
  #shownIndex(sizes: ArrayLike<number>, count: number): number {
    for (const index of [this.pointed, this.number]) {
      if (index !== undefined && Number.isInteger(index) && index >= 0 && index < count) return index;
    }
    let best = 0;
    for (let index = 1; index < count; index++) {
      if (Math.abs(sizes[index]!) > Math.abs(sizes[best]!)) best = index;
    }
    return best;
  }

  #view(picture: FlatPicture): TemplateResult {
    const { trace, place, cell, score, back, scale, partScale, isTight, isNarrow, palette } = picture;
    const { words, numbers } = picture;
    const stage = trace.stages[place.maps]!;
    const [rows, columns] = fieldSize(trace, cell).map((size) => numbers.integer(size)) as [string, string];
    const reach = words.field(rows, columns);
    const size = stage.size.join(' × ');
    const input = trace.stages[0]!.name;
    return html`<div part="base" class=${classMap({ tight: isTight, narrow: isNarrow })}>
      ${this.#scores(picture)}
      <div class="figures">
        <figure part="input">
          <figcaption><b>${words.inputTitle(input)}</b></figcaption>
          ${fieldFigure(trace, cell, palette.ramps, `${input}, ${reach}`)}
          <p class="small muted">${reach}</p>
        </figure>
        ${this.#sheet(picture, 'maps', words.mapsTitle(stage.name, numbers.integer(stage.count), size), scale)}
        ${score && back ? this.#sheet(picture, 'parts', words.partsTitle(score.name), partScale) : nothing}
      </div>
      ${vectorFigure(picture, {
        point: (event) => this.#pointVector(event),
        leave: this.#leave,
        choose: (event) => this.#chooseVector(event),
        key: this.#vectorKey,
      })}
      ${indexLine(picture, (typed) => this.#typed(typed))}
      <p class="readout" part="readout" aria-live=${this.live}>${this.#sentence(picture)}</p>
      ${scoreSum(picture, (index) => this.#choose(index))}
      ${tableTwin(() => flatTable(picture), this.table, words, this.toggleTable)}
    </div>`;
  }

  #scores({ trace, score, words, numbers }: FlatPicture): TemplateResult | typeof nothing {
    if (!score) return nothing;
    const stage = trace.stages[score.index]!;
    const choose = (unit: number): void => {
      if (this.dispatchEvent(new CnnUnitSelectEvent({ layer: stage.name, unit }))) this.unit = unit;
      this.requestUpdate();
    };
    if (stage.kind === 'scores')
      return html`<div class="chosen-score">
        <span class="small muted">${words.scoreOf}</span>
        ${classChips(words.scoreOf, stage.classNames, score.unit, choose)}
      </div>`;
    const names = Array.from({ length: stage.count }, (_, unit) => numbers.integer(unit));
    return html`<div class="chosen-score">${listOf(words.scoreOf, names, score.unit, choose)}</div>`;
  }

  #sheet(picture: FlatPicture, which: 'maps' | 'parts', title: string, scale: Scale): TemplateResult {
    const { words, numbers, grid } = picture;
    return html`<figure>
      <figcaption><b>${title}</b>${legend(scale, numbers)}</figcaption>
      <div
        class="sheet"
        part=${which}
        tabindex="0"
        role="group"
        aria-label="${title}. ${words.walk}"
        @pointermove=${(event: PointerEvent) => this.#pointSheet(event, grid)}
        @pointerleave=${this.#leave}
        @click=${(event: MouseEvent) => this.#chooseSheet(event, grid)}
        @keydown=${this.#sheetKey}
      >
        <canvas class="pixels" role="img" aria-label=${title} data-sheet=${which}></canvas>
      </div>
    </figure>`;
  }

  #sentence({ values, index, cell, trace, score, back, words, numbers }: FlatPicture): string {
    const { name } = trace.stages[cell.stage]!;
    const where = words.cell(name, numbers.integer(cell.unit), cell.row, cell.column);
    const value = numbers.fixed(values[index]!, 3);
    const count = numbers.integer(values.length);
    const read = words.sentence(numbers.integer(index), count, value, where);
    if (!score || !back) return read;
    const amount = numbers.signed(back.amounts[index]!, 4);
    return `${read} ${words.puts(amount, score.name, numbers.fixed(back.total, 3))}`;
  }

  #draw({ values, back, grid, rows, scale, partScale, cell, palette }: FlatPicture): void {
    const vector = this.renderRoot.querySelector<HTMLElement>('.vector');
    vector?.style.setProperty('--columns', String(rows.columns));
    vector?.style.setProperty('--cell', `${rows.cell}px`);
    const canvasOf = (which: string): HTMLCanvasElement | null =>
      this.renderRoot.querySelector<HTMLCanvasElement>(`[data-sheet="${which}"]`);
    const [maps, parts] = [canvasOf('maps'), canvasOf('parts')];
    if (maps) this.#sheets.maps.draw(maps, { values, grid, scale, marked: cell }, palette);
    if (parts && back)
      this.#sheets.parts.draw(parts, { values: back.amounts, grid, scale: partScale, marked: cell }, palette);
  }

  /** The place in the row of a cell of the maps. */
  #indexOf(cell: Omit<CellAddress, 'stage'>): number {
    const { trace, place } = this.#picture!;
    return cellIndex(trace.stages[place.flat]!, { stage: place.flat, ...cell });
  }

  #sheetIndex(event: MouseEvent, grid: KernelGrid): number | undefined {
    const canvas = (event.currentTarget as HTMLElement).querySelector('canvas');
    if (!this.#picture || !canvas) return undefined;
    const box = canvas.getBoundingClientRect();
    const zoom = box.width / (sizeOf(grid)[0] + 2 * sheetMargin);
    const [x, y] = [(event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom];
    const found = placeAt(grid, x - sheetMargin, y - sheetMargin);
    return found && this.#indexOf({ unit: found.filter, row: found.row, column: found.column });
  }

  #vectorIndex(event: MouseEvent): number | undefined {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (!this.#picture) return undefined;
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    return unitAt(this.#picture.rows, x, y);
  }

  #point(event: PointerEvent, index: number | undefined): void {
    if (event.pointerType !== 'touch') this.pointed = index;
  }

  #pointSheet(event: PointerEvent, grid: KernelGrid): void {
    this.#point(event, this.#sheetIndex(event, grid));
  }

  #pointVector(event: PointerEvent): void {
    this.#point(event, this.#vectorIndex(event));
  }

  #chooseSheet(event: MouseEvent, grid: KernelGrid): void {
    this.#choose(this.#sheetIndex(event, grid));
  }

  #chooseVector(event: MouseEvent): void {
    this.#choose(this.#vectorIndex(event));
  }

  readonly #leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.pointed = undefined;
  };

  /** Keeps a number after the pointer has gone. */
  #choose(index: number | undefined): void {
    if (index === undefined || !this.#picture) return;
    const { trace, place } = this.#picture;
    const { unit } = cellAtIndex(trace.stages[place.flat]!, index);
    const layer = trace.stages[place.maps]!.name;
    if (this.dispatchEvent(new CnnUnitSelectEvent({ layer, unit }))) this.number = index;
  }

  #typed(typed: string): void {
    const index = Number(typed);
    const count = this.#picture?.values.length ?? 0;
    const isPlace = typed.trim() !== '' && Number.isInteger(index) && index >= 0 && index < count;
    this.refused = isPlace ? undefined : typed;
    if (!isPlace) return;
    this.pointed = undefined;
    this.#choose(index);
  }

  /** Where the keys are: keys may come faster than frames. */
  get #at(): number {
    return this.pointed ?? this.number ?? this.#picture!.index;
  }

  readonly #sheetKey = (event: KeyboardEvent): void => {
    if (!this.#picture) return;
    const { trace, place, grid } = this.#picture;
    const { unit, row, column } = cellAtIndex(trace.stages[place.flat]!, this.#at);
    const next = neighbour(grid, { filter: unit, input: 0, row, column }, event.key);
    this.#walk(event, next && this.#indexOf({ unit: next.filter, row: next.row, column: next.column }));
  };

  readonly #vectorKey = (event: KeyboardEvent): void => {
    if (this.#picture) this.#walk(event, unitBeside(this.#picture.rows, this.#at, event.key));
  };

  #walk(event: KeyboardEvent, next: number | undefined): void {
    if (next !== undefined) this.pointed = next;
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#at);
    else if (event.key === 'Escape') this.pointed = this.number = undefined;
    else return;
    event.preventDefault();
  }
}
