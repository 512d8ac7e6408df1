/** `<cnn-cell>`, unregistered: the X-ray. What a level shows is its views' work, the arithmetic that of `xray/`. */
import type { ActivationRecord, SessionState } from '@convlens/types';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnCommandEvent } from '../../events/command.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import type { Unit } from '../../events/unit-select.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { choice, stepper } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { sumFigureStyles } from '../../parts/sum-figure.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { valueGridStyles } from '../../parts/value-grid.styles.js';
import { strongestCell } from '../../scene/travel.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import type { CellAddress } from '../../trace/explain.js';
import { tapsOf } from '../../trace/stages.js';
import { ranking } from '../../trace/trace.js';
import type { Trace } from '../../trace/trace.js';
import { unroll } from '../../xray/unroll.js';
import type { Level, Pick } from '../../xray/unroll.js';
import { xrayStyles } from '../../xray/xray.styles.js';
import { adamUpdate, gradientOf, positionsOf, weightIndex } from '../../xray/weight-step.js';
import type { WeightAddress } from '../../xray/weight-step.js';
import { cellFigureStyles } from '../../parts/cell-figures.styles.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { termStyles } from '../../parts/term-rows.styles.js';
import { TraceFeed } from '../../controllers/trace-feed.js';
import { backwardView, small } from './backward-view.js';
import { cellTable } from '../../xray/cell-table.js';
import { messages } from './cell.messages.js';
import type { CellMessages } from './cell.messages.js';
import { styles } from './cell.styles.js';
import { forwardView } from '../../xray/forward-view.js';
import { nameOf } from '../../xray/names.js';
import { readStep } from './step-feed.js';
import type { ShownStep } from './step-feed.js';

/** A cell, or as much of it as is told. */
type Asked = { readonly [Part in keyof Unit]?: Unit[Part] | undefined };

/**
 * @tagname cnn-cell
 * @summary The X-ray: any number of the network taken apart down to pixels, and one weight's training step back from the loss.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose another cell; preventable.
 * @event {CnnCommandEvent} cnn-command - The visitor asked for a training step; preventable.
 * @csspart base - All of it.
 * @csspart level - One number and what made it.
 * @csspart sum - Window, kernel, products and running sum of a level; or its list of products.
 * @csspart equation - A sum as a line of text.
 * @csspart activation - What the activation makes of a sum.
 * @csspart gradient - The gradient of the chosen weight.
 * @csspart readout - All of it in a sentence.
 * @csspart table-button - Opens the table of every product.
 * @csspart table - That table.
 */
export class CnnCell extends CnnElement {
  static override styles = [
    tokens,
    base,
    settingsStyles,
    valueGridStyles,
    sumFigureStyles,
    cellFigureStyles,
    termStyles,
    signedBarStyles,
    xrayStyles,
    styles,
  ];

  /** A recorded moment; without it the session's live one. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Whose cell, by the layer's name; the last layer unless told. */
  @property() layer: string | undefined;
  /** Map or unit, from 0; the strongest unless told. */
  @property({ type: Number }) unit: number | undefined;
  /** Place in the map, from 0; the strongest unless told. */
  @property({ type: Number }) row: number | undefined;
  @property({ type: Number }) column: number | undefined;
  /** Takes apart what another view of the page points at, as long as one does. */
  @property({ type: Boolean, reflect: true }) follow = false;
  /** `forward`: what made the number; `backward`: what a training step does because of it. */
  @property() direction: 'forward' | 'backward' = 'forward';

  @state() private picks: ReadonlyMap<number, Pick> = new Map();
  @state() private image: number | undefined;
  @state() private weight: WeightAddress | undefined;
  @state() private refusal: Error | undefined;

  protected override readonly pace = 4;
  readonly #size = new SizeController(this);
  readonly #feed = new TraceFeed();
  readonly #levels = new Last<readonly Level[]>();

  protected override updated(): void {
    this.#size.observe('host', this);
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const { state: feedState, trace, reason, sources } = this.#feed.read(this.view, this.data, tapsOf);
    const cell = trace && this.#cellOf(trace);
    const isBackward = this.direction === 'backward';
    const step =
      trace && cell && isBackward && this.view && !this.data ? this.#stepOf(trace, cell) : undefined;
    this.sources.watch([...sources, ...(step?.sources ?? [])]);
    const isNarrow = (this.#size.of('host')?.width ?? (this.clientWidth || 960)) < 640;
    if (!trace || feedState !== 'ready')
      return html`${this.themes.probe()}
        <p class="note" part="note">
          ${feedState === 'failed' ? words.failed(reason ?? '') : feedState === 'empty' ? words.noModel : words.loading}
        </p>`;
    const body = !cell
      ? html`<p class="note" role="alert">${words.noCell(this.layer ?? '')}</p>`
      : isBackward
        ? this.#backward(trace, cell, step?.shown, words, numbers)
        : this.#forward(trace, cell, words, numbers);
    return html`${this.themes.probe()}
      <div part="base" class=${classMap({ narrow: isNarrow })}>
        ${this.#settings(trace, cell, words)}${body}
      </div>`;
  }

  #forward(trace: Trace, cell: CellAddress, words: CellMessages, numbers: Numbers): TemplateResult {
    const levels = this.#levels.of([trace, JSON.stringify(cell), this.picks], () =>
      unroll(trace, cell, this.picks),
    );
    const [first] = levels;
    if (!first) return html`<p class="note">${words.unfinished(nameOf(trace, cell, words, numbers))}</p>`;
    const last = levels.at(-1)!;
    const place = last.kind === 'pixel' ? `[${last.cell.row}, ${last.cell.column}]` : '…';
    return html`${forwardView({ trace, levels, ramps: this.themes.palette.ramps, words, numbers, pick: this.#pick })}
      <p class="readout" part="readout" aria-live=${this.live}>
        ${words.sentence(nameOf(trace, cell, words, numbers), numbers.fixed(first.value, 3), numbers.integer(levels.length), place)}
      </p>
      ${tableTwin(() => cellTable(trace, first, words, numbers), this.table, words, this.toggleTable)}`;
  }

  #backward(
    trace: Trace,
    cell: CellAddress,
    shown: ShownStep | undefined,
    words: CellMessages,
    numbers: Numbers,
  ): TemplateResult {
    const session = this.view?.session.state.current;
    const stage = trace.stages[cell.stage]!;
    if (this.data || !session) return html`<p class="note">${words.needsSession}</p>`;
    if (!hasWeights(trace, cell.stage)) return html`<p class="note">${words.noWeights(stage.name)}</p>`;
    const isRunning = session.phase === 'training' || session.phase === 'preparing';
    const optimizer = session.optimizer;
    const button = html`<p>
      <button
        type="button"
        class="button"
        part="step"
        ?disabled=${isRunning || session.phase === 'ended'}
        @click=${this.#makeStep}
      >
        ${shown ? words.another : words.makeStep}
      </button>
    </p>`;
    if (this.refusal)
      return html`<p class="note" role="alert">${this.refusal.message}</p>
        ${button}`;
    if (!shown || !optimizer)
      return html`<p class="note">${isRunning ? words.running : words.noStep}</p>
        ${button}`;
    const { layer } = shown;
    const weight = this.#weightOf(shown, cell);
    const gradient = gradientOf(layer, weight);
    const image = Math.min(layer.rows - 1, this.image ?? strongestOf(gradient.byImage));
    const index = weightIndex(layer.stage, layer.before, weight);
    const update = adamUpdate(
      shown.weights[index]!,
      shown.gradient[index]!,
      [shown.moments[0][index]!, shown.moments[1][index]!],
      optimizer,
    );
    const shownAt = this.#placeOf(shown, cell, weight, image);
    const name = `${nameOf(trace, cell, words, numbers).replace(/ \[.*/, '')}, ${words.weightOf(numbers.integer(weight.row), numbers.integer(weight.column))}`;
    return html`${button}
      ${backwardView({
        trace,
        shown,
        cell: shownAt,
        weight,
        image,
        optimizer,
        palette: this.themes.palette,
        words,
        numbers,
        chooseImage: (chosen) => (this.image = chosen),
        chooseWeight: (chosen) => (this.weight = chosen),
        chooseCell: (row, column) => this.#choose(trace, { ...cell, row, column }),
      })}
      <p class="readout" part="readout" aria-live=${this.live}>
        ${words.backSentence(name, small(shown.gradient[index]!, numbers), numbers.fixed(shown.weights[index]!, 6), update ? numbers.fixed(update.weight, 6) : '…')}
      </p>`;
  }

  #settings(trace: Trace, cell: CellAddress | undefined, words: CellMessages): TemplateResult {
    const { stages } = trace;
    const names = Object.fromEntries(stages.map(({ name }) => [name, name]));
    const stage = cell && stages[cell.stage]!;
    const turn = (
      label: string,
      name: 'unit' | 'row' | 'column',
      count: number,
    ): TemplateResult | typeof nothing =>
      cell && count > 1
        ? stepper(label, cell[name], [0, count - 1], words, (value) =>
            this.#choose(trace, { ...cell, [name]: value }),
          )
        : nothing;
    return html`<div class="settings">
      ${choice(words.direction, this.direction, words.directions, false, (direction) => (this.direction = direction))}
      ${choice(words.layer, stage?.name ?? stages.at(-1)!.name, names, false, (name) => this.#chooseLayer(trace, name))}
      ${stage ? html`${turn(words.unit, 'unit', stage.count)}${turn(words.row, 'row', stage.size[0])}${turn(words.column, 'column', stage.size[1])}` : nothing}
    </div>`;
  }

  /** The cell that is asked for, completed by the strongest; undefined where there is none such. */
  #cellOf(trace: Trace): CellAddress | undefined {
    const { stages } = trace;
    const asked: Asked = (this.follow ? this.linked : undefined) ?? this;
    const index =
      asked.layer === undefined ? stages.length - 1 : stages.findIndex(({ name }) => name === asked.layer);
    const stage = stages[index];
    if (!stage) return undefined;
    const { count, size } = stage;
    const unit = asked.unit ?? this.#strongestUnit(trace, index);
    if (!isWithin(unit, count)) return undefined;
    const strongest = strongestCell(trace, index, unit);
    const [row, column] = [asked.row ?? strongest.row, asked.column ?? strongest.column];
    return isWithin(row, size[0]) && isWithin(column, size[1])
      ? { stage: index, unit, row, column }
      : undefined;
  }

  #strongestUnit(trace: Trace, index: number): number {
    const probabilities = trace.stages[index]!.kind === 'scores' ? trace.probabilities : undefined;
    if (probabilities) return ranking(probabilities)[0] ?? 0;
    const values = trace.values(index);
    return values ? strongestOf(values) % trace.stages[index]!.count : 0;
  }

  #stepOf(trace: Trace, cell: CellAddress): ReturnType<typeof readStep> | undefined {
    if (!hasWeights(trace, cell.stage)) return undefined;
    const settings: SessionState['settings'] | undefined = this.view?.session.state.current?.settings;
    return readStep(this.view!, trace.stages, cell.stage, settings?.batchSize ?? 64);
  }

  /** The one that was chosen, where it is one of this filter; else the one with the largest gradient. */
  #weightOf({ layer: { stage, before }, gradient }: ShownStep, { unit }: CellAddress): WeightAddress {
    const isMap = stage.kind === 'maps' && stage.plan !== undefined;
    const [height, width] = isMap ? stage.plan.window : ([1, 1] as const);
    const inputs = isMap ? before.count : before.count * before.size[0] * before.size[1];
    const chosen = this.weight && { ...this.weight, unit };
    if (chosen && chosen.row < height && chosen.column < width && chosen.from < inputs) return chosen;
    let best: WeightAddress = { unit, from: 0, row: 0, column: 0 };
    const sizeAt = (weight: WeightAddress): number =>
      Math.abs(gradient[weightIndex(stage, before, weight)] ?? 0);
    for (let from = 0; from < inputs; from++)
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
          const weight = { unit, from, row, column };
          if (sizeAt(weight) > sizeAt(best)) best = weight;
        }
    return best;
  }

  /** The position that was asked for, else the one that adds most to this weight's gradient. */
  #placeOf({ layer }: ShownStep, cell: CellAddress, weight: WeightAddress, image: number): CellAddress {
    if (this.row !== undefined && this.column !== undefined) return cell;
    const place = strongestOf(positionsOf(layer, weight, image));
    const width = layer.stage.size[1];
    return { ...cell, row: Math.floor(place / width), column: place % width };
  }

  readonly #pick = (stage: number, pick: Pick): void => {
    this.picks = new Map([...this.picks].filter(([at]) => at >= stage).concat([[stage, pick]]));
  };

  #choose(trace: Trace, cell: CellAddress): void {
    const { name } = trace.stages[cell.stage]!;
    const { unit, row, column } = cell;
    if (!this.dispatchEvent(new CnnUnitSelectEvent({ layer: name, unit, row, column }))) return;
    this.picks = new Map();
    Object.assign(this, { layer: name, unit, row, column });
  }

  #chooseLayer(trace: Trace, name: string): void {
    const stage = trace.stages.findIndex((each) => each.name === name);
    const unit = this.#strongestUnit(trace, stage);
    this.#choose(trace, strongestCell(trace, stage, unit));
  }

  readonly #makeStep = (): void => {
    this.refusal = undefined;
    const command = { type: 'step' } as const;
    if (!this.dispatchEvent(new CnnCommandEvent(command))) return;
    this.view?.session.send(command).catch((error: unknown) => {
      this.refusal = error instanceof Error ? error : new Error(String(error));
    });
  };
}

const isWithin = (value: number, count: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < count;

const hasWeights = ({ stages }: Trace, index: number): boolean =>
  index > 0 && Object.keys(stages[index]!.layer?.weights ?? {}).length > 0;

/** Place of the largest; 0 where none is a number. */
function strongestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if (Math.abs(values[index]!) > Math.abs(values[best]!)) best = index;
  return best;
}
