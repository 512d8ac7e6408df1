/** `<cnn-dataset-grid>`, unregistered. */
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnInputChangeEvent } from '../../events/input-change.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { choice } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { placeIn } from '../../parts/place-in.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { InputSender } from '../draw-pad/input-sender.js';
import { messages } from './dataset-grid.messages.js';
import type { DatasetGridMessages } from './dataset-grid.messages.js';
import { styles } from './dataset-grid.styles.js';
import { SheetPainter } from './draw-sheet.js';
import type { Caption } from './draw-sheet.js';
import { imageAt, leavesRange } from './images.js';
import { pager } from './pager.js';
import { classCounts, gridFlaw, indicesOf, nameOf, placeAfter } from './selection.js';
import type { ClassCount, GridData, GridFlaw } from './selection.js';
import { originOf, placeAt, sheetOf } from './sheet.js';
import type { Sheet } from './sheet.js';

/** Room for a name below each image. */
const captionHeight = 20;
/** Of the frame round an image that is taken; the style knows it too. */
const markWidth = 3;
/** Classes have ten colours. */
const classColours = 10;

/** What is on the page that is shown. */
interface Page {
  readonly sheet: Sheet;
  /** Of all images that the filter leaves. */
  readonly all: readonly number[];
  readonly page: number;
  readonly pageCount: number;
  readonly pageSize: number;
  readonly start: number;
  readonly shown: readonly number[];
}

/**
 * @tagname cnn-dataset-grid
 * @summary A data set to look through: thumbnails with their classes, page by page, all or of one class; one that is taken goes to the network.
 * @event {CnnInputChangeEvent} cnn-input-change - The visitor took an image (origin `sample`); preventable.
 * @csspart base - All of it.
 * @csspart grid - The page of thumbnails.
 * @csspart readout - The image that is pointed at or taken, in words.
 * @csspart table-button - Opens the table of the same page.
 * @csspart table - That table.
 */
export class CnnDatasetGrid extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** Images with one class each. */
  @property({ attribute: false }) data: GridData | undefined;
  /** Rows of thumbnails on a page; how many stand in a row follows from the width. */
  @property({ type: Number }) rows = 5;
  /** Shows only images of this class; all without it. */
  @property({ type: Number }) label: number | undefined;
  /** Number of the image that is taken. */
  @property({ type: Number }) selected: number | undefined;

  /** Place among the images that the filter leaves: of the first one shown, and of the one that is pointed at. */
  @state() private start = 0;
  @state() private pointed: number | undefined;
  @query('.sheet canvas') private readonly canvas!: HTMLCanvasElement | null;

  readonly #size = new SizeController(this);
  readonly #sender = new InputSender();
  readonly #painter = new SheetPainter();
  readonly #flaw = new Last<GridFlaw | undefined>();
  readonly #counts = new Last<readonly ClassCount[]>();
  readonly #indices = new Last<readonly number[]>();
  readonly #leavesRange = new Last<boolean>();
  readonly #drawn = new Last<void>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('data') && !changed.has('label')) return;
    this.start = 0;
    this.pointed = undefined;
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const source = this.view?.session.state;
    this.sources.watch([source]);
    const { data } = this;
    if (!data)
      return this.#note(source?.error ? words.failed(source.error.message) : words.empty, !!source?.error);
    const flaw = this.#flawOf(data);
    if (flaw) return this.#note(words.flawed(flaw), true);
    if (data.images.shape[0] === 0) return this.#note(words.noImages, false);
    const counts = this.#counts.of([data], () => classCounts(data));
    const page = this.#page(data);
    return html`${this.themes.probe()}
      <div part="base">
        <div class="settings">
          ${this.#filter(data, counts, words, numbers)}
          ${
            page.shown.length === 0
              ? nothing
              : pager(page.page, page.pageCount, this.#range(page, words, numbers), words, (to) =>
                  this.#go(to, page),
                )
          }
        </div>
        ${page.shown.length === 0 ? html`<p class="note">${words.noneOfClass}</p>` : this.#sheet(data, page, words, numbers)}
        <p class="readout" part="readout" aria-live="polite">${this.#said(data, page, words, numbers)}</p>
        ${this.#notes(data, counts, page, words, numbers)}
        ${tableTwin(() => tableOf(data, page, words, numbers), this.table, words, this.toggleTable)}
      </div>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#size.observe('host', this);
    const { data, canvas } = this;
    if (!data || !canvas) return;
    const { sheet, shown, start } = this.#page(data);
    const { palette } = this.themes;
    const key = [canvas, data, this.label, start, shown.length, sheet.columns, palette];
    this.#drawn.of(key, () => {
      this.#painter.draw(canvas, sheet, data.images, shown, palette, (index) => this.#caption(data, index));
    });
    for (const mark of this.renderRoot.querySelectorAll<HTMLElement>('.sheet i')) {
      const index = Number(mark.dataset['image']);
      const [x, y] = originOf(sheet, shown.indexOf(index));
      // The mark stands round the image, in the margin of the sheet.
      const box = {
        '--x': x,
        '--y': y,
        '--w': sheet.width + 2 * markWidth,
        '--h': sheet.height + 2 * markWidth,
      };
      for (const [name, value] of Object.entries(box)) mark.style.setProperty(name, String(value));
    }
  }

  #note(text: string, isProblem: boolean): TemplateResult {
    return html`${this.themes.probe()}
      <p class="note" part="base" role=${isProblem ? 'alert' : 'status'}>${text}</p>`;
  }

  #filter(
    { labels }: GridData,
    counts: readonly ClassCount[],
    words: DatasetGridMessages,
    numbers: Numbers,
  ): TemplateResult {
    const options: Record<string, string> = { all: words.allClasses(numbers.integer(labels.length)) };
    for (const { label, name, count } of counts)
      options[`class ${label}`] = words.oneClass(
        name ?? words.unnamed(String(label)),
        numbers.integer(count),
      );
    const value = this.label === undefined ? 'all' : `class ${this.label}`;
    return choice(words.class, value, options, false, (chosen) => {
      this.label = chosen === 'all' ? undefined : Number(chosen.slice('class '.length));
    });
  }

  #sheet(data: GridData, page: Page, words: DatasetGridMessages, numbers: Numbers): TemplateResult {
    const mark = (name: string, index: number | undefined): TemplateResult | typeof nothing =>
      index !== undefined && page.shown.includes(index)
        ? html`<i class=${name} data-image=${index}></i>`
        : nothing;
    return html`<div
      class="sheet"
      part="grid"
      role="application"
      tabindex="0"
      aria-label="${words.label}. ${words.keys}"
      @keydown=${(event: KeyboardEvent) => this.#keyed(event, data, page)}
      @pointermove=${(event: PointerEvent) => (this.pointed = this.#under(event, page))}
      @pointerleave=${(event: PointerEvent) => {
        if (event.pointerType === 'mouse') this.pointed = undefined;
      }}
      @click=${(event: MouseEvent) => this.#clicked(event, data, page)}
    >
      <canvas role="img" aria-label=${this.#sentence(data, page, words, numbers)}></canvas>
      ${mark('chosen', this.selected)} ${mark('pointed', page.all[this.pointed ?? -1])}
    </div>`;
  }

  #range({ start, shown, all }: Page, words: DatasetGridMessages, numbers: Numbers): string {
    return words.range(
      numbers.integer(start + 1),
      numbers.integer(start + shown.length),
      numbers.integer(all.length),
    );
  }

  /** The page in one sentence. */
  #sentence(
    { classNames }: GridData,
    { start, shown, all }: Page,
    words: DatasetGridMessages,
    numbers: Numbers,
  ): string {
    const classes =
      this.label === undefined
        ? words.allClasses(numbers.integer(all.length))
        : (nameOf(this.label, classNames) ?? words.unnamedLong(String(this.label)));
    return words.page(
      numbers.integer(start + 1),
      numbers.integer(start + shown.length),
      numbers.integer(all.length),
      `${words.class}: ${classes}`,
    );
  }

  /** What is pointed at, else what is taken. */
  #said(data: GridData, { all }: Page, words: DatasetGridMessages, numbers: Numbers): string {
    const { selected } = this;
    const index = all[this.pointed ?? -1] ?? selected;
    if (index === undefined || !(index < data.labels.length)) return words.hint;
    const text = this.#imageText(data, index, words, numbers);
    return index === selected ? words.chosen(text) : text;
  }

  #imageText(
    { labels, classNames }: GridData,
    index: number,
    words: DatasetGridMessages,
    numbers: Numbers,
  ): string {
    const label = labels[index]!;
    const name = nameOf(label, classNames) ?? words.unnamedLong(String(label));
    return words.image(numbers.integer(index), name);
  }

  #notes(
    { images }: GridData,
    counts: readonly ClassCount[],
    { shown, start }: Page,
    words: DatasetGridMessages,
    numbers: Numbers,
  ): readonly TemplateResult[] {
    const unnamed = counts.reduce((sum, { name, count }) => (name === undefined ? sum + count : sum), 0);
    const network = this.#otherShape(images.shape.slice(1));
    const leaves = this.#leavesRange.of([images, this.label, start, shown.length], () =>
      leavesRange(images, shown),
    );
    const notes = [
      unnamed > 0 ? words.unnamedNote(numbers.integer(unnamed)) : '',
      leaves ? words.outside : '',
      network ? words.otherShape(network.join(' × '), images.shape.slice(1).join(' × ')) : '',
    ];
    return notes.filter((text) => text !== '').map((text) => html`<p class="note small problem">${text}</p>`);
  }

  /** The shape that the network reads, where it is not that of the images. */
  #otherShape(shape: readonly number[]): readonly number[] | undefined {
    const reads = this.view?.session.state.current?.model.inputShape;
    return reads && reads.join() !== shape.join() ? reads : undefined;
  }

  #caption({ labels, classNames }: GridData, index: number): Caption {
    const label = labels[index]!;
    const name = nameOf(label, classNames);
    return name === undefined
      ? { text: this.speak(messages).words.unnamed(String(label)), colour: undefined }
      : { text: name, colour: this.themes.palette.colour(`class-${label % classColours}`) };
  }

  #flawOf(data: GridData): GridFlaw | undefined {
    return this.#flaw.of([data], () => gridFlaw(data));
  }

  #page(data: GridData): Page {
    const all = this.#indices.of([data, this.label], () => indicesOf(data, this.label));
    const [, height, width] = data.images.shape;
    const available = this.#size.of('host')?.width ?? 320;
    const rows = Number.isFinite(this.rows) ? Math.max(1, Math.floor(this.rows)) : 5;
    const sheet = sheetOf([height, width], available, all.length, captionHeight, rows);
    const pageSize = sheet.columns * rows;
    // The first image stays on its page where the width, and with it the size of pages, changes.
    const page = Math.floor(Math.min(this.start, Math.max(0, all.length - 1)) / pageSize);
    const start = page * pageSize;
    return {
      sheet,
      all,
      page,
      pageCount: Math.ceil(all.length / pageSize),
      pageSize,
      start,
      shown: all.slice(start, start + pageSize),
    };
  }

  #go(to: number, { pageSize, pageCount }: Page): void {
    this.start = Math.max(0, Math.min(pageCount - 1, to)) * pageSize;
    this.pointed = undefined;
  }

  /** Place among all that the filter leaves. */
  #under(event: MouseEvent, { sheet, start, shown }: Page): number | undefined {
    const place = placeAt(sheet, ...placeIn(this.canvas!, event));
    return place === undefined || place >= shown.length ? undefined : start + place;
  }

  #clicked(event: MouseEvent, data: GridData, page: Page): void {
    const place = this.#under(event, page);
    if (place !== undefined) this.#take(data, page.all[place]!);
  }

  #keyed(event: KeyboardEvent, data: GridData, page: Page): void {
    const { all, sheet, pageSize, start } = page;
    if ((event.key === 'Enter' || event.key === ' ') && this.pointed !== undefined)
      this.#take(data, all[this.pointed]!);
    else if (event.key === 'Escape' && this.pointed !== undefined) this.pointed = undefined;
    else {
      const isEntering = this.pointed === undefined && event.key.startsWith('Arrow');
      const next = isEntering
        ? start
        : placeAfter(event.key, this.pointed ?? start, all.length, sheet.columns, pageSize);
      if (next === undefined) return;
      this.pointed = next;
      this.start = Math.floor(next / pageSize) * pageSize;
    }
    event.preventDefault();
  }

  /** First the page, then the session, which gets only what it can read. */
  #take(data: GridData, index: number): void {
    const images = imageAt(data.images, index);
    if (!this.dispatchEvent(new CnnInputChangeEvent(images, 'sample'))) return;
    this.selected = index;
    const session = this.view?.session;
    if (session && !this.#otherShape(images.shape.slice(1))) this.#sender.send(session, images);
  }
}

function tableOf(
  { images, labels, classNames }: GridData,
  { start, shown }: Page,
  words: DatasetGridMessages,
  numbers: Numbers,
): TableData {
  const toShare = images.data instanceof Uint8Array ? 1 / 255 : 1;
  const mean = (index: number): number => {
    const { data } = imageAt(images, index);
    let sum = 0;
    for (const value of data) sum += value;
    return (sum / data.length) * toShare;
  };
  return {
    caption: words.caption(numbers.integer(start + 1), numbers.integer(start + shown.length)),
    head: words.columns,
    rows: shown.map((index) => [
      numbers.integer(index),
      nameOf(labels[index]!, classNames) ?? words.unnamed(String(labels[index])),
      numbers.fixed(mean(index), 3),
    ]),
  };
}
