/** `<cnn-histogram>`, unregistered. */
import type { ActivationRecord } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { RecordReader } from '../../controllers/record-reader.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import { toggle } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { bars, binAt } from './bars.js';
import { distributionOf } from './distribution.js';
import type { Bin, Distribution } from './distribution.js';
import { readNumbers } from './feed.js';
import type { Numbered } from './feed.js';
import { messages } from './histogram.messages.js';
import type { HistogramMessages } from './histogram.messages.js';
import { styles } from './histogram.styles.js';
import { valueText } from './value-text.js';

/**
 * @tagname cnn-histogram
 * @summary How the numbers of one tensor are spread: bars on both sides of 0, mean, standard deviation, zeros, and what is no number.
 * @csspart base - All of it.
 * @csspart plot - The bars.
 * @csspart readout - The bar that is pointed at, in numbers.
 * @csspart facts - The statistics.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnHistogram extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** Numbers to show, instead of a record's or a session's. */
  @property({ attribute: false }) values: ArrayLike<number> | undefined;
  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Which tensor: `conv1/filter`, `dense1/output`, `conv2/gradient`, …; the first weight without it. */
  @property() path: string | undefined;
  /** Counts on a logarithmic scale: rare values are seen beside frequent ones. */
  @property({ type: Boolean, reflect: true }) log = false;

  protected override readonly pace = 4;
  /** Index of the bar that is pointed at. */
  @state() private pointed: number | undefined;
  readonly #reader = new RecordReader();
  readonly #distribution = new Last<Distribution>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The bars of another tensor are others.
    if (changed.has('values') || changed.has('data') || changed.has('path')) this.pointed = undefined;
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const found = this.#find();
    if (found.state !== 'ready') return note(this.themes.probe(), noteText(found, words), isProblem(found));
    const { values, path } = found;
    if (values.length === 0) return note(this.themes.probe(), words.noValues, false);
    const distribution = this.#distribution.of([values], () => distributionOf(values));
    return html`${this.themes.probe()}
      <div part="base">${this.#picture(distribution, path, words, numbers)}</div>`;
  }

  #find(): Numbered {
    const { values, path, data } = this;
    const given = values || data === undefined ? undefined : this.#reader.read(data);
    if (!(given instanceof Error))
      return readNumbers({ values, path, data: given }, this.view, (sources) => this.sources.watch(sources));
    this.sources.watch([]);
    return { state: 'failed', reason: given.message };
  }

  #picture(
    distribution: Distribution,
    path: string | undefined,
    words: HistogramMessages,
    numbers: Numbers,
  ): TemplateResult {
    const title = path === undefined ? words.values : words.title(path);
    const { bins, most } = distribution;
    const hasBars = bins.length > 0;
    return html`<div class="head">
        <b>${title}</b>
        ${hasBars ? html`<span class="muted small">${words.most(numbers.integer(most), this.log)}</span>` : nothing}
        ${hasBars ? toggle(words.log, this.log, (isOn) => (this.log = isOn)) : nothing}
      </div>
      ${
        hasBars
          ? this.#bars(distribution, title, path, words, numbers)
          : html`<p class="note" role="alert">${words.noneFinite(numbers.integer(distribution.length))}</p>`
      }
      ${this.#facts(distribution, words, numbers)}
      ${tableTwin(() => tableOf(distribution, title, words, numbers), this.table, words, this.toggleTable)}`;
  }

  #bars(
    distribution: Distribution,
    title: string,
    path: string | undefined,
    words: HistogramMessages,
    numbers: Numbers,
  ): TemplateResult {
    const { bins, step, left, right } = distribution;
    const at = this.pointed === undefined ? undefined : Math.min(this.pointed, bins.length - 1);
    const said = at === undefined ? undefined : binText(bins[at]!, distribution, words, numbers);
    const end = (bin: number): string => valueText(bin * step, step, 0, numbers);
    const sentence = words.sentence(
      title,
      numbers.integer(distribution.length),
      valueText(distribution.mean, step, 2, numbers),
      valueText(distribution.deviation, step, 2, numbers),
    );
    return html`<div
        class="plot ${path?.endsWith('/gradient') ? 'gradient' : ''}"
        part="plot"
        role="slider"
        tabindex="0"
        aria-label="${sentence} ${words.keys}"
        aria-valuemin="0"
        aria-valuemax=${bins.length - 1}
        aria-valuenow=${at ?? 0}
        aria-valuetext=${said ?? sentence}
        @keydown=${(event: KeyboardEvent) => this.#keyed(event, distribution)}
        @pointermove=${(event: PointerEvent) => this.#under(event, distribution)}
        @pointerdown=${(event: PointerEvent) => this.#under(event, distribution)}
        @pointerleave=${(event: PointerEvent) => {
          if (event.pointerType === 'mouse') this.pointed = undefined;
        }}
      >
        ${bars(distribution, this.log, at)}
      </div>
      <div class="ends num small muted" dir="ltr" aria-hidden="true">
        ${left > 0 ? html`<span>${end(-left)}</span>` : nothing}<span>0</span>${
          right > 0 ? html`<span>${end(right)}</span>` : nothing
        }
      </div>
      <p class="readout" part="readout" aria-live=${this.live}>
        ${said ?? `${words.hint} ${words.meanMark}`}
      </p>`;
  }

  #facts(distribution: Distribution, words: HistogramMessages, numbers: Numbers): TemplateResult {
    const { length, mean, deviation, smallest, largest, zeros, step, notNumbers, infinite } = distribution;
    const write = (value: number): string => valueText(value, step, 2, numbers);
    const facts = [
      [words.facts.count, numbers.integer(length)],
      [words.facts.mean, write(mean)],
      [words.facts.deviation, write(deviation)],
      [words.facts.range, words.from(write(smallest), write(largest))],
      [words.facts.zeros, shareText(zeros / length, words, numbers)],
    ] as const;
    return html`<dl class="facts" part="facts">
        ${facts.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd class="num">${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        notNumbers + infinite > 0
          ? html`<p class="note problem">
              ${words.notFinite(numbers.integer(notNumbers), numbers.integer(infinite))}
            </p>`
          : nothing
      }`;
  }

  #keyed(event: KeyboardEvent, { bins }: Distribution): void {
    const last = bins.length - 1;
    const at = this.pointed === undefined ? undefined : Math.min(this.pointed, last);
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: at === undefined ? last : at - 1,
      ArrowDown: at === undefined ? last : at - 1,
      ArrowRight: at === undefined ? 0 : at + 1,
      ArrowUp: at === undefined ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (next !== undefined) this.pointed = Math.max(0, Math.min(last, next));
    else if (event.key === 'Escape' && this.pointed !== undefined) this.pointed = undefined;
    else return;
    event.preventDefault();
  }

  #under(event: PointerEvent, distribution: Distribution): void {
    // Listened to where the bars are.
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    this.pointed = binAt(distribution, (event.clientX - left) / width);
  }
}

const note = (probe: TemplateResult, text: string, isAlert: boolean): TemplateResult =>
  html`${probe}
    <p class="note" part="base" role=${isAlert ? 'alert' : 'status'}>${text}</p>`;

type Missing = Exclude<Numbered, { readonly state: 'ready' }>;

const isProblem = ({ state }: Missing): boolean => state !== 'empty' && state !== 'waiting';

function noteText(missing: Missing, words: HistogramMessages): string {
  switch (missing.state) {
    case 'empty':
      return words.empty;
    case 'waiting':
      return words.loading;
    case 'failed':
      return words.failed(missing.reason);
    case 'no list':
      return words.noList(missing.received);
    case 'unknown':
      return words.unknown(missing.path, missing.known);
    default:
      return missing satisfies never;
  }
}

const shareText = (share: number, words: HistogramMessages, numbers: Numbers): string =>
  share === 0 ? words.percent(numbers.integer(0)) : percentText(share, words, numbers);

function binText(
  { side, from, to, count }: Bin,
  { length, step }: Distribution,
  words: HistogramMessages,
  numbers: Numbers,
): string {
  const share = shareText(count / length, words, numbers);
  const written = numbers.integer(count);
  return side === 'zero'
    ? words.zeroBin(written, share)
    : words.bin(valueText(from, step, 0, numbers), valueText(to, step, 0, numbers), written, share);
}

function tableOf(
  { bins, length, step, notNumbers, infinite }: Distribution,
  title: string,
  words: HistogramMessages,
  numbers: Numbers,
): TableData {
  const row = (name: string, count: number): readonly string[] => [
    name,
    numbers.integer(count),
    shareText(count / length, words, numbers),
  ];
  const edge = (value: number): string => valueText(value, step, 0, numbers);
  return {
    caption: words.caption(title),
    head: words.columns,
    rows: [
      ...bins.map(({ side, from, to, count }) =>
        row(side === 'zero' ? words.zeroName : words.binName(edge(from), edge(to)), count),
      ),
      row(words.notNumbers, notNumbers),
      row(words.infinite, infinite),
    ],
  };
}
