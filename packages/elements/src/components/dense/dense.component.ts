/** `<cnn-dense>`, unregistered. The sum is `dense-sum.ts`' work, where a product leads that of `origin.ts`. */
import type { ActivationRecord } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import type { Unit } from '../../events/unit-select.js';
import type { Numbers } from '../../messages/numbers.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { legend } from '../../parts/legend.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { splitSum } from '../../trace/back-trace.js';
import type { Trace } from '../../trace/trace.js';
import { cellFigureStyles } from '../../parts/cell-figures.styles.js';
import { beyond, cellRange, overlay } from '../../parts/cell-figures.js';
import { classChips } from '../../parts/class-chips.js';
import { chipStyles } from '../../parts/class-chips.styles.js';
import { denseIndices, denseSum, placeOf } from './dense-sum.js';
import type { DensePlace, DenseSum } from './dense-sum.js';
import { denseTaps } from './dense-taps.js';
import { messages } from './dense.messages.js';
import type { DenseMessages } from './dense.messages.js';
import { styles } from './dense.styles.js';
import { listOf } from '../../parts/list-of.js';
import { inputName, nameOf } from './names.js';
import { cellBehind, cellPanel, sumBehind } from './origin.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { digits, termList } from '../../parts/term-rows.js';
import { termStyles } from '../../parts/term-rows.styles.js';
import { TraceFeed } from '../../controllers/trace-feed.js';
import { unitAt, unitBeside, unitGrid } from './unit-grid.js';
import type { UnitGrid } from './unit-grid.js';

/** The table holds so many terms, the largest first, and the others as one row. */
const tableTerms = 200;

/**
 * @tagname cnn-dense
 * @summary The weighted sum of one unit or score: its largest products, the rest, the bias, and the way back to where each comes from.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose a unit, a score or the map of a cell; preventable.
 * @csspart base - All of it.
 * @csspart units - All units of the layer.
 * @csspart sum - The products, the bias and what they make.
 * @csspart cell - The cell that the chosen product comes from.
 * @csspart readout - The sum in a sentence.
 * @csspart table-button - Opens the table of the products.
 * @csspart table - That table.
 */
export class CnnDense extends CnnElement {
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
  /** Name of a dense layer; the last one without it. */
  @property() layer: string | undefined;
  /** Which of its units, from 0; the strongest without it. */
  @property({ type: Number }) unit: number | undefined;
  /** So many products are named, the others are one. */
  @property({ type: Number }) top = 8;

  protected override readonly pace = 3;
  @state() private chosenInput: number | undefined;
  /** The sums that the visitor came through, the first one first. */
  @state() private trail: readonly Unit[] = [];

  readonly #feed = new TraceFeed();
  readonly #size = new SizeController(this);
  #grid: UnitGrid | undefined;
  /** What the focus goes to after the next render. */
  #focus: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('layer') || changed.has('unit')) this.chosenInput = undefined;
  }

  protected override updated(): void {
    this.#size.observe('host', this);
    const units = this.renderRoot.querySelector<HTMLElement>('.units');
    units?.style.setProperty('--columns', String(this.#grid?.columns ?? 8));
    if (this.#focus) this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const { layer } = this;
    const feed = this.#feed.read(this.view, this.data, (model) => denseTaps(model, layer), layer ?? '');
    this.sources.watch(feed.sources);
    const { trace, state } = feed;
    if (state === 'failed') return this.#note(words.failed(feed.reason ?? ''), true);
    if (!trace) return this.#note(state === 'waiting' ? words.loading : words.noModel);
    const place = placeOf(trace, layer, this.unit);
    if (typeof place === 'string') return this.#note(this.#problem(trace, place, words, numbers), true);
    const sum = denseSum(trace, place);
    if ('missing' in sum)
      return state === 'waiting' || !this.data
        ? this.#note(words.loading)
        : this.#note(words.missing(sum.missing), true);
    return html`${this.themes.probe()}${this.#picture(trace, sum, words, numbers)}`;
  }

  #note(text: string, isAlert = false): TemplateResult {
    return html`${this.themes.probe()}
      <p class="note" role=${isAlert ? 'alert' : 'status'}>${text}</p>`;
  }

  #problem(
    { stages }: Trace,
    problem: 'noDense' | 'noLayer' | 'noUnit',
    words: DenseMessages,
    numbers: Numbers,
  ): string {
    const dense = denseIndices(stages).map((index) => stages[index]!);
    if (problem === 'noDense') return words.noDense;
    if (problem === 'noLayer')
      return words.noLayer(this.layer ?? '', dense.map(({ name }) => name).join(', '));
    const stage = dense.find(({ name }) => name === this.layer) ?? dense.at(-1)!;
    return words.noUnit(String(this.unit), stage.name, numbers.integer(stage.count - 1));
  }

  #picture(trace: Trace, sum: DenseSum, words: DenseMessages, numbers: Numbers): TemplateResult {
    const width = this.#size.of('host')?.width ?? (this.clientWidth || 960);
    const name = nameOf(trace, sum, words, numbers);
    const stage = trace.stages[sum.index]!;
    const before = trace.stages[sum.index - 1]!;
    const zeros = Array.from(sum.inputs).filter((value) => value === 0).length;
    const inputs = numbers.integer(sum.inputs.length);
    const leadsToUnits = sumBehind(trace.stages, sum.index, 0) !== undefined;
    return html`<div part="base" class=${classMap({ narrow: width < 560 })} @keydown=${this.#onKey}>
      ${this.#choices(trace, sum, words, numbers)} ${this.#units(trace, sum, width, words, numbers)}
      ${this.#path(trace, words, numbers)}
      <div class="head">
        <b>${words.title(name)}</b>
        <span class="small muted"
          >${words.shape(inputs, numbers.integer(stage.count))}, ${before.name} → ${stage.name}</span
        >
      </div>
      <div class="body">
        <div class="sum-of">
          ${this.#sum(trace, sum, name, words, numbers)} ${this.#after(trace, sum, words, numbers)}
        </div>
        ${this.#cell(trace, sum, words, numbers)}
      </div>
      <p class="readout" part="readout" aria-live=${this.live}>
        ${this.#sentence(trace, sum, name, words, numbers)}
      </p>
      <p class="note small">
        ${words.factors} ${zeros > 0 ? words.zeros(numbers.integer(zeros), inputs) : nothing}
        ${words.hint[leadsToUnits ? 'units' : 'cells']}
      </p>
      ${tableTwin(() => this.#table(trace, sum, name, words, numbers), this.table, words, this.toggleTable)}
    </div>`;
  }

  #choices(
    trace: Trace,
    { index, unit }: DensePlace,
    words: DenseMessages,
    numbers: Numbers,
  ): TemplateResult {
    const indices = denseIndices(trace.stages);
    const stage = trace.stages[index]!;
    const units = Array.from({ length: stage.count }, (_, each) =>
      stage.kind === 'scores' ? (stage.classNames[each] ?? String(each)) : numbers.integer(each),
    );
    return html`<div class="settings">
      ${listOf(
        words.layer,
        indices.map((each) => trace.stages[each]!.name),
        indices.indexOf(index),
        (chosen) => this.#choose({ layer: trace.stages[indices[chosen]!]!.name, unit: 0 }),
      )}
      ${listOf(words.unitLabel, units, unit, (chosen) => this.#choose({ layer: stage.name, unit: chosen }))}
    </div>`;
  }

  /** Scores are few and have names and colours; units are many and are cells. */
  #units(
    trace: Trace,
    { index, unit }: DensePlace,
    width: number,
    words: DenseMessages,
    numbers: Numbers,
  ): TemplateResult {
    const stage = trace.stages[index]!;
    if (stage.kind === 'scores')
      return classChips(words.classes, stage.classNames, unit, (chosen) =>
        this.#choose({ layer: stage.name, unit: chosen }),
      );
    const grid = unitGrid(stage.count, width);
    this.#grid = grid;
    const { columns, rows } = grid;
    const values = trace.memo(`units ${index} ${columns}`, () => {
      const padded = new Float32Array(columns * rows);
      padded.set(Array.from(trace.values(index) ?? []));
      return padded;
    });
    const label = words.units(stage.name, numbers.integer(stage.count));
    return html`<div
        class="units"
        part="units"
        tabindex="0"
        role="group"
        aria-label=${label}
        @click=${(event: MouseEvent) => this.#pick(event, stage.name, grid)}
        @keydown=${(event: KeyboardEvent) => this.#walk(event, stage.name, grid, unit)}
      >
        <canvas
          class="pixels framed"
          role="img"
          aria-label=${label}
          ${tensorCanvas(mapsOf(values, [rows, columns, 1]), trace.scale(index), this.themes.palette.ramps)}
        ></canvas>
        ${overlay(
          cellRange(Math.floor(unit / columns), unit % columns),
          [rows, columns],
          false,
          beyond(stage.count, columns, rows),
        )}
      </div>
      ${legend(trace.scale(index), numbers)}`;
  }

  #path(trace: Trace, words: DenseMessages, numbers: Numbers): TemplateResult | typeof nothing {
    // Another network may have come in the meantime.
    const places = this.trail.map(({ layer, unit }) => placeOf(trace, layer, unit));
    const names = places.map((place) =>
      typeof place === 'string' ? '' : nameOf(trace, place, words, numbers),
    );
    if (names.length === 0 || names.includes('')) return nothing;
    return html`<nav class="path" aria-label=${words.path}>
      <button type="button" class="button back" @click=${this.#back}>${words.back}</button>
      <span class="small muted">${words.path} ${names.join(' → ')}</span>
    </nav>`;
  }

  #sum(trace: Trace, sum: DenseSum, name: string, words: DenseMessages, numbers: Numbers): TemplateResult {
    const { index, products, inputs, weights } = sum;
    const { top, rest } = splitSum(products, Math.max(1, this.top));
    const factor = (value: number): string => numbers.fixed(value, digits.term);
    const stage = trace.stages[index]!;
    const isBent = (stage.layer?.config['activation'] ?? 'linear') !== 'linear';
    return termList({
      label: words.terms(name),
      terms: top.map(({ index: input, amount }) => ({
        index: input,
        amount,
        name: inputName(trace, index, input, words, numbers),
        factors: `${factor(inputs[input]!)} × ${factor(weights[input]!)}`,
        isChosen: input === this.chosenInput,
      })),
      rest:
        rest.count > 0 ? { name: words.rest(numbers.integer(rest.count)), amount: rest.amount } : undefined,
      bias: { name: words.bias, amount: sum.bias },
      sum: {
        name: stage.kind === 'scores' ? words.logit : isBent ? words.preactivation : words.output,
        amount: sum.sum,
      },
      numbers,
      choose: (input) => this.#traceBack(trace, sum, input),
    });
  }

  #cell(
    trace: Trace,
    { index }: DensePlace,
    words: DenseMessages,
    numbers: Numbers,
  ): TemplateResult | typeof nothing {
    const input = this.chosenInput;
    const cell = input === undefined ? undefined : cellBehind(trace.stages, index, input);
    if (!cell) return nothing;
    return cellPanel(trace, cell, input!, this.themes.palette.ramps, words, numbers);
  }

  /** What the layer makes of the sum, and whether it is the network's own number. */
  #after(
    trace: Trace,
    { index, sum, output, agrees }: DenseSum,
    words: DenseMessages,
    numbers: Numbers,
  ): TemplateResult | typeof nothing {
    const stage = trace.stages[index]!;
    if (output === undefined || (stage.kind !== 'units' && stage.kind !== 'scores')) return nothing;
    if (!agrees)
      return html`<p class="note small" part="other-moment">
        ${words.otherMoment(numbers.fixed(output, digits.term))}
      </p>`;
    if (stage.activation === 'linear') return nothing;
    const text = words.activated(
      words.activations[stage.activation],
      numbers.fixed(sum, digits.sum),
      numbers.fixed(output, digits.sum),
    );
    const isOff = stage.activation === 'relu' && output === 0;
    return html`<p class="after num" part="activation">${text}${isOff ? html`, ${words.off}` : nothing}</p>`;
  }

  #sentence(trace: Trace, sum: DenseSum, name: string, words: DenseMessages, numbers: Numbers): string {
    const first = splitSum(sum.products, 1).top[0];
    if (!first) return '';
    return words.sentence(
      name,
      numbers.fixed(sum.sum, digits.sum),
      numbers.integer(sum.products.length),
      inputName(trace, sum.index, first.index, words, numbers),
      numbers.signed(first.amount, digits.term),
    );
  }

  #table(trace: Trace, sum: DenseSum, name: string, words: DenseMessages, numbers: Numbers): TableData {
    const { top, rest } = splitSum(sum.products, tableTerms);
    const write = (value: number): string => numbers.fixed(value, 6);
    return {
      caption: words.table.caption(name),
      head: [words.table.from, words.table.number, words.table.weight, words.table.product],
      rows: [
        ...top.map(({ index: input, amount }) => [
          inputName(trace, sum.index, input, words, numbers),
          write(sum.inputs[input]!),
          write(sum.weights[input]!),
          write(amount),
        ]),
        ...(rest.count > 0 ? [[words.rest(numbers.integer(rest.count)), '', '', write(rest.amount)]] : []),
        [words.bias, '', '', write(sum.bias)],
        [name, '', '', numbers.fixed(sum.sum, 5)],
      ],
    };
  }

  /** Whether it was taken over. A unit that is chosen by itself begins a way of its own. */
  #choose(unit: Unit, trail: readonly Unit[] = []): boolean {
    const isTaken = this.dispatchEvent(new CnnUnitSelectEvent(unit));
    if (isTaken) {
      Object.assign(this, unit);
      this.trail = trail;
    }
    // Where the page said no, lists go back to what is shown.
    this.requestUpdate();
    return isTaken;
  }

  #traceBack(trace: Trace, from: DensePlace, input: number): void {
    const behind = sumBehind(trace.stages, from.index, input);
    if (behind) {
      const unit = { layer: trace.stages[behind.index]!.name, unit: behind.unit };
      const last = { layer: trace.stages[from.index]!.name, unit: from.unit };
      if (this.#choose(unit, [...this.trail, last])) this.#focus = '.back';
      return;
    }
    const cell = cellBehind(trace.stages, from.index, input);
    if (!cell) return;
    const { name } = trace.stages[cell.stage]!;
    if (this.dispatchEvent(new CnnUnitSelectEvent({ layer: name, unit: cell.unit })))
      this.chosenInput = this.chosenInput === input ? undefined : input;
  }

  readonly #back = (): void => {
    const last = this.trail.at(-1);
    const left = this.unit;
    if (!last || !this.#choose(last, this.trail.slice(0, -1))) return;
    this.#focus = `button.term[data-index="${left}"]`;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.chosenInput !== undefined) this.chosenInput = undefined;
    else if (this.trail.length > 0) this.#back();
    else return;
    event.preventDefault();
  };

  #pick(event: MouseEvent, layer: string, grid: UnitGrid): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const unit = unitAt(grid, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    if (unit !== undefined) this.#choose({ layer, unit });
  }

  #walk(event: KeyboardEvent, layer: string, grid: UnitGrid, unit: number): void {
    // Keys may come faster than frames.
    const next = unitBeside(grid, this.unit ?? unit, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.#choose({ layer, unit: next });
  }
}
