/** `<cnn-confusion-matrix>`, unregistered. */
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnExampleSelectEvent } from '../../events/example-select.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import { legend } from '../../parts/legend.js';
import { tableTwin } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { SheetPainter } from '../dataset-grid/draw-sheet.js';
import { imageFlaw, leavesRange } from '../dataset-grid/images.js';
import { sheetOf } from '../dataset-grid/sheet.js';
import { cellAt, cellSize, neighbour } from './board.js';
import { messages } from './confusion-matrix.messages.js';
import type { ConfusionMatrixMessages } from './confusion-matrix.messages.js';
import { styles } from './confusion-matrix.styles.js';
import { confusionTable } from './confusion-table.js';
import { drawBoard } from './draw-board.js';
import { percentCell } from './percent-cell.js';
import { examplesOf, tallyOf, worstOf } from './tally.js';
import type { ConfusionCell, ConfusionData, Tally, TallyFlaw } from './tally.js';

/** So many examples are shown of one cell. */
const mostExamples = 24;

/**
 * @tagname cnn-confusion-matrix
 * @summary What a classifier takes for what: counts by actual and predicted class, recall and precision of each, and the examples behind a number.
 * @event {CnnExampleSelectEvent} cnn-example-select - The visitor chose the examples of one cell, or put them away; preventable.
 * @csspart base - All of it.
 * @csspart matrix - The cells between their names.
 * @csspart readout - The cell that is pointed at, in words.
 * @csspart examples - The examples of the chosen cell.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnConfusionMatrix extends CnnElement {
  static override styles = [tokens, base, styles];

  /** What the network said, what it should have said, and the examples themselves where they are at hand. */
  @property({ attribute: false }) data: ConfusionData | undefined;
  /** The cell whose examples are shown. */
  @property({ attribute: false }) selected: ConfusionCell | undefined;

  @state() private pointed: ConfusionCell | undefined;
  @query('.board') private readonly board!: HTMLElement | null;
  @query('.pick canvas') private readonly canvas!: HTMLCanvasElement | null;
  @query('.examples canvas') private readonly pictures!: HTMLCanvasElement | null;

  readonly #size = new SizeController(this);
  readonly #tally = new Last<Tally | TallyFlaw>();
  readonly #examples = new Last<readonly number[]>();
  readonly #leavesRange = new Last<boolean>();
  readonly #painter = new SheetPainter();
  readonly #drawn = new Last<void>();
  readonly #drawnPictures = new Last<void>();
  /** Whether the cell that is pointed at has to be brought into sight: keys have led there. */
  #follows = false;

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const { data } = this;
    const tally = data && this.#tallyOf(data);
    if (!data || !tally) return this.#note(words.empty, false);
    if ('flaw' in tally) return this.#note(words.flawed(tally), true);
    if (tally.total + tally.leftOut === 0) return this.#note(words.empty, false);
    return html`${this.themes.probe()}
      <div part="base">
        <p class="facts">
          <b class="num">${this.#percent(tally.right / tally.total, words, numbers)}</b>
          ${this.#facts(data, tally, words, numbers)}
        </p>
        ${this.#matrix(data, tally, words, numbers)}
        <p class="readout" part="readout" aria-live="polite">
          ${this.pointed ? this.#cellText(data, tally, this.pointed, words, numbers) : words.hint}
        </p>
        ${this.#leftOut(data, tally, words, numbers)} ${this.#chosen(data, tally, words, numbers)}
        ${tableTwin(() => confusionTable(data, tally, words, numbers), this.table, words, this.toggleTable)}
      </div>`;
  }

  /** Other data may have fewer classes than the cell that is pointed at. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.pointed = undefined;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#size.observe('host', this);
    const tally = this.data && this.#tallyOf(this.data);
    if (!tally || 'flaw' in tally) return;
    const cell = this.#cell(tally);
    const { board, canvas, pictures } = this;
    board?.style.setProperty('--n', String(tally.classes));
    board?.style.setProperty('--cell', `${cell}px`);
    for (const mark of this.renderRoot.querySelectorAll<HTMLElement>('.pick i')) {
      const place = mark.className === 'chosen' ? this.selected : this.pointed;
      mark.style.setProperty('--row', String(place?.actual ?? 0));
      mark.style.setProperty('--column', String(place?.predicted ?? 0));
      if (this.#follows && mark.className === 'pointed')
        mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.#follows = false;
    const { palette } = this.themes;
    if (canvas) this.#drawn.of([canvas, tally, cell, palette], () => drawBoard(canvas, tally, cell, palette));
    const images = this.data?.images;
    if (!pictures || !images) return;
    const shown = this.#shown();
    const sheet = sheetOf([images.shape[1], images.shape[2]], this.#available, shown.length, 0, mostExamples);
    this.#drawnPictures.of([pictures, images, shown[0], shown.length, sheet.columns, palette], () =>
      this.#painter.draw(pictures, sheet, images, shown, palette),
    );
  }

  #note(text: string, isProblem: boolean): TemplateResult {
    return html`${this.themes.probe()}
      <p class="note" part="base" role=${isProblem ? 'alert' : 'status'}>${text}</p>`;
  }

  #matrix(
    data: ConfusionData,
    tally: Tally,
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): TemplateResult {
    const { classNames } = data;
    const cell = this.#cell(tally);
    const isUpright = classNames.some((name) => name.length * 7 > cell);
    const span = (text: string, isOn: boolean): TemplateResult =>
      html`<span class=${isOn ? 'on' : ''} title=${text}>${text}</span>`;
    const { pointed } = this;
    const accuracy = this.#percent(tally.right / tally.total, words, numbers);
    return html`<div class="frame" part="matrix">
        <div dir="ltr" class="board small muted ${cell < 16 ? 'crowded' : ''}">
          <span class="over">${words.predicted} →</span>
          <span class="corner">${words.actual} ↓</span>
          <div class="heads ${isUpright ? 'upright' : ''}" aria-hidden="true">
            ${classNames.map((name, at) => span(name, at === pointed?.predicted))}
          </div>
          <span class="recall-name">${words.recall}</span>
          <div class="names" aria-hidden="true">
            ${classNames.map((name, at) => span(name, at === pointed?.actual))}
          </div>
          <div
            class="pick"
            role="application"
            tabindex="0"
            aria-label="${words.label}. ${words.keys}"
            @keydown=${(event: KeyboardEvent) => this.#keyed(event, tally)}
            @pointermove=${(event: PointerEvent) => (this.pointed = this.#cellUnder(event, tally))}
            @pointerleave=${(event: PointerEvent) => {
              if (event.pointerType === 'mouse') this.pointed = undefined;
            }}
            @click=${(event: MouseEvent) => this.#clicked(event, tally)}
          >
            <canvas role="img" aria-label="${accuracy} ${this.#facts(data, tally, words, numbers)}"></canvas>
            ${this.selected && isInside(this.selected, tally) ? html`<i class="chosen"></i>` : nothing}
            ${pointed ? html`<i class="pointed"></i>` : nothing}
          </div>
          <div class="recalls num" aria-hidden="true">
            ${tally.recall.map((share) => html`<span>${percentCell(share, numbers)}</span>`)}
          </div>
          <div class="precisions num" aria-hidden="true">
            ${tally.precision.map((share) => html`<span>${percentCell(share, numbers)}</span>`)}
          </div>
          <span class="under">${words.precision}</span>
        </div>
      </div>
      <div class="key small muted">
        ${
          tally.largestError > 0
            ? html`<span
                >${words.scale} ${legend({ kind: 'pixel', limit: tally.largestError }, numbers)}</span
              >`
            : nothing
        }
        <span>${words.diagonal}</span>
      </div>`;
  }

  /** What follows the accuracy in percent. */
  #facts(
    { classNames }: ConfusionData,
    tally: Tally,
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): string {
    const accuracy = words.accuracy(numbers.integer(tally.right), numbers.integer(tally.total));
    const worst = worstOf(tally);
    if (!worst) return tally.total > 0 ? `${accuracy} ${words.noMistake}` : accuracy;
    const count = numbers.integer(tally.largestError);
    return `${accuracy} ${words.worst(classNames[worst.actual]!, classNames[worst.predicted]!, count)}`;
  }

  #cellText(
    { classNames }: ConfusionData,
    { classes, counts }: Tally,
    { actual, predicted }: ConfusionCell,
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): string {
    const count = counts[actual * classes + predicted]!;
    const all = counts
      .subarray(actual * classes, (actual + 1) * classes)
      .reduce((sum, each) => sum + each, 0);
    const share = this.#percent(count / all, words, numbers);
    const written = numbers.integer(count);
    return actual === predicted
      ? words.rightCell(classNames[actual]!, written, share)
      : words.cell(classNames[actual]!, classNames[predicted]!, written, share);
  }

  /** Of none there is no share, and nothing is `0 %`, not less than a tenth. */
  #percent(share: number, words: ConfusionMatrixMessages, numbers: Numbers): string {
    if (Number.isNaN(share)) return words.ofNone;
    return share === 0 ? words.percent(numbers.integer(0)) : percentText(share, words, numbers);
  }

  #leftOut(
    { actual, predicted }: ConfusionData,
    { leftOut, firstLeftOut }: Tally,
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): TemplateResult | typeof nothing {
    if (leftOut === 0) return nothing;
    const text = words.leftOut(
      numbers.integer(leftOut),
      numbers.integer(firstLeftOut),
      String(actual[firstLeftOut]),
      String(predicted[firstLeftOut]),
    );
    return html`<p class="note problem" role="alert">${text}</p>`;
  }

  #chosen(
    data: ConfusionData,
    tally: Tally,
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): TemplateResult | typeof nothing {
    const { selected } = this;
    if (!selected || !isInside(selected, tally)) return nothing;
    const names = [data.classNames[selected.actual]!, data.classNames[selected.predicted]!] as const;
    const found = this.#found(data, selected);
    const shown = this.#shown();
    const title =
      found.length === 0
        ? words.noExamples(...names)
        : words.examples(...names, numbers.integer(found.length));
    const more = found.length - shown.length;
    return html`<section class="examples" part="examples" aria-label=${title}>
      <p class="head note" aria-live="polite">
        <b>${title}</b>
        <button type="button" class="text-button" @click=${() => this.#choose(undefined)}>
          ${words.close}
        </button>
      </p>
      ${found.length === 0 ? nothing : this.#pictures(data, shown, words, numbers)}
      ${more > 0 ? html`<p class="note small more">${words.moreExamples(numbers.integer(more))}</p>` : nothing}
    </section>`;
  }

  #pictures(
    { images, actual }: ConfusionData,
    shown: readonly number[],
    words: ConfusionMatrixMessages,
    numbers: Numbers,
  ): TemplateResult {
    const list = shown.map((index) => numbers.integer(index)).join(', ');
    if (!images) return html`<p class="note num small">${words.numbersOnly(list)}</p>`;
    const flaw =
      imageFlaw(images) ??
      (images.shape[0] === actual.length
        ? undefined
        : ({
            flaw: 'count',
            images: numbers.integer(images.shape[0]),
            examples: numbers.integer(actual.length),
          } as const));
    if (flaw)
      return html`<p class="note problem" role="alert">${words.noPictures(flaw)}</p>
        <p class="note num small">${words.numbersOnly(list)}</p>`;
    const leaves = this.#leavesRange.of([images, this.selected], () => leavesRange(images, shown));
    return html`<canvas role="img" aria-label=${words.pictures(list)}></canvas>
      ${leaves ? html`<p class="note small problem">${words.outside}</p>` : nothing}`;
  }

  #tallyOf(data: ConfusionData): Tally | TallyFlaw {
    return this.#tally.of([data], () => tallyOf(data));
  }

  #found(data: ConfusionData, cell: ConfusionCell): readonly number[] {
    return this.#examples.of([data, cell.actual, cell.predicted], () => examplesOf(data, cell));
  }

  #shown(): readonly number[] {
    return this.data && this.selected ? this.#found(this.data, this.selected).slice(0, mostExamples) : [];
  }

  get #available(): number {
    return this.#size.of('host')?.width ?? 320;
  }

  #cell({ classes, counts }: Tally): number {
    const longest = Math.max(...(this.data?.classNames ?? []).map((name) => name.length));
    // Names of rows on one side, recall on the other.
    const beside = Math.max(56, Math.min(104, 8 + longest * 7)) + 32;
    return cellSize(classes, this.#available - beside, String(Math.max(...counts)).length);
  }

  #cellUnder(event: MouseEvent, { classes }: Tally): ConfusionCell | undefined {
    // Listened to where the cells are.
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return cellAt(classes, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  #clicked(event: MouseEvent, tally: Tally): void {
    const cell = this.#cellUnder(event, tally);
    if (!cell) return;
    this.pointed = cell;
    this.#choose(isSame(cell, this.selected) ? undefined : cell);
  }

  #choose(cell: ConfusionCell | undefined): void {
    const indices = this.data && cell ? this.#found(this.data, cell) : [];
    if (this.dispatchEvent(new CnnExampleSelectEvent(cell?.actual, cell?.predicted, indices)))
      this.selected = cell;
  }

  #keyed(event: KeyboardEvent, tally: Tally): void {
    const at = this.pointed ?? { actual: 0, predicted: 0 };
    const next =
      this.pointed || !event.key.startsWith('Arrow') ? neighbour(tally.classes, at, event.key) : at;
    if (next) {
      this.pointed = next;
      this.#follows = true;
    } else if ((event.key === 'Enter' || event.key === ' ') && this.pointed)
      this.#choose(isSame(at, this.selected) ? undefined : at);
    else if (event.key === 'Escape' && this.selected) this.#choose(undefined);
    else return;
    event.preventDefault();
  }
}

const isInside = ({ actual, predicted }: ConfusionCell, { classes }: Tally): boolean =>
  actual < classes && predicted < classes;

const isSame = (a: ConfusionCell, b: ConfusionCell | undefined): boolean =>
  a.actual === b?.actual && a.predicted === b.predicted;
