/** `<cnn-softmax>`, unregistered. The arithmetic is `softmax-steps.ts`' work, the columns that of `columns.ts`. */
import type { ActivationRecord } from '@convlens/types';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { toggle } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { TraceFeed } from '../../controllers/trace-feed.js';
import { columns, equation } from './columns.js';
import type { Columns } from './columns.js';
import { logitsIn, logitsPlace, logitsTaps } from './logits.js';
import { messages } from './softmax.messages.js';
import type { SoftmaxMessages } from './softmax.messages.js';
import { fromSlider, softmaxSteps, temperatures, toSlider } from './softmax-steps.js';
import { styles } from './softmax.styles.js';

/** What is shown: numbers with their classes, or why there are none. */
interface Given {
  readonly logits: ArrayLike<number>;
  readonly names: readonly string[] | undefined;
  readonly layer: string;
}

/**
 * @tagname cnn-softmax
 * @summary Softmax step by step: logit, exp and share of every class, the sum of the exps, a temperature, and why the largest logit may be taken away.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose a class; preventable.
 * @csspart base - All of it.
 * @csspart columns - Logits, exps and shares.
 * @csspart sum - The sum of the exps.
 * @csspart equation - The share of the chosen class as a line of text.
 * @csspart table-button - Opens the table of all steps.
 * @csspart table - That table.
 */
export class CnnSoftmax extends CnnElement {
  static override styles = [tokens, base, settingsStyles, signedBarStyles, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Plain logits, one a class, instead of a network. */
  @property({ attribute: false }) logits: ArrayLike<number> | undefined;
  /** Names of the classes of `logits`; their numbers without it. */
  @property({ attribute: false }) classNames: readonly string[] | undefined;
  /** What logits are divided by first, 0.1 to 10. */
  @property({ type: Number }) temperature = 1;
  /** Takes the largest away before the exp, as every library does. */
  @property({ type: Boolean, reflect: true }) shifted = false;
  /** The class whose share is written out, from 0; the one with the largest without it. */
  @property({ type: Number }) unit: number | undefined;

  protected override readonly pace = 3;
  readonly #feed = new TraceFeed();

  protected override render(): TemplateResult {
    const { words } = this.speak(messages);
    const given = this.#given(words);
    return html`${this.themes.probe()}${typeof given === 'string' ? this.#note(given) : this.#picture(given)}`;
  }

  /** What there is to show, or the sentence to say instead. */
  #given(words: SoftmaxMessages): Given | string {
    const { temperature } = this;
    const isTemperature = temperature >= temperatures.least && temperature <= temperatures.most;
    if (this.logits) {
      this.sources.watch([]);
      if (!isTemperature) return words.badTemperature(String(temperature));
      if (!(this.logits.length > 0)) return words.noLogits;
      return { logits: this.logits, names: this.classNames, layer: 'logits' };
    }
    const { state, trace, record, reason, sources } = this.#feed.read(this.view, this.data, logitsTaps);
    this.sources.watch(sources);
    if (state === 'failed') return words.failed(reason ?? '');
    if (!isTemperature) return words.badTemperature(String(temperature));
    if (!trace || !record) return state === 'waiting' ? words.loading : words.noModel;
    const place = logitsPlace(trace.stages);
    if (!place) return words.noDense;
    const logits = logitsIn(record, place);
    if (!logits) return state === 'waiting' ? words.loading : words.missing(place.path);
    return { logits, names: trace.model.classNames, layer: place.layer };
  }

  #note(text: string): TemplateResult {
    const { words } = this.speak(messages);
    const isState = text === words.loading || text === words.noModel;
    return html`<p class="note" role=${isState ? 'status' : 'alert'}>${text}</p>`;
  }

  #picture({ logits, names, layer }: Given): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const { temperature, shifted } = this;
    const softmax = softmaxSteps(logits, temperature, shifted);
    const isChosen = this.unit !== undefined && softmax.rows[this.unit] !== undefined;
    const picture: Columns = {
      softmax,
      temperature,
      isShifted: shifted,
      names: softmax.rows.map(({ index }) => names?.[index] ?? String(index)),
      chosen: isChosen ? this.unit! : (softmax.first ?? 0),
      words,
      numbers,
      live: this.live,
      choose: (index) => this.#choose(layer, index),
      onKey: (event) => this.#keyed(event, layer),
    };
    const largest = numbers.fixed(softmax.largest, 3);
    const isFinite = softmax.rows.every(({ logit }) => Number.isFinite(logit));
    const warning = softmax.first === undefined ? (isFinite ? words.overflow : words.noAnswer) : undefined;
    const side = temperature === 1 ? 'one' : temperature < 1 ? 'below' : 'above';
    return html`<div part="base">
      <div class="settings">
        <label class="temperature">
          <span class="small muted">${words.temperature}</span>
          <output class="num small">${temperature}</output>
          <input
            type="range"
            min=${toSlider(temperatures.least)}
            max=${toSlider(temperatures.most)}
            step="0.02"
            aria-valuetext=${String(temperature)}
            .value=${String(toSlider(temperature))}
            @input=${(event: Event) =>
              (this.temperature = fromSlider((event.target as HTMLInputElement).valueAsNumber))}
          />
        </label>
        <button
          type="button"
          class="button"
          ?disabled=${temperature === 1}
          @click=${() => (this.temperature = 1)}
        >
          ${words.resetTemperature}
        </button>
        ${toggle(words.shift, shifted, (isOn) => (this.shifted = isOn))}
      </div>
      ${columns(picture)} ${warning ? html`<p class="note" role="alert">${warning}</p>` : equation(picture)}
      ${
        isFinite
          ? html`<p class="note small" part="note">
              ${words.temperatureNote[side]}
              ${shifted ? words.shiftedNote(largest) : words.shiftNote(largest)}
            </p>`
          : nothing
      }
      ${tableTwin(() => stepsTable(picture), this.table, words, this.toggleTable)}
    </div>`;
  }

  #choose(layer: string, unit: number): void {
    if (this.dispatchEvent(new CnnUnitSelectEvent({ layer, unit }))) this.unit = unit;
  }

  /** Up and down the rows, as they stand. */
  #keyed(event: KeyboardEvent, layer: string): void {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.matches('.name')) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.name')];
    const at = rows.indexOf(target);
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = next === undefined ? undefined : rows[next];
    if (!row) return;
    event.preventDefault();
    // At once: keys may come faster than frames.
    row.focus();
    this.#choose(layer, Number(row.dataset['index']));
  }
}

/** All steps of all classes, one row a class. */
function stepsTable({ softmax, temperature, names, words, numbers }: Columns): TableData {
  return {
    caption: words.tableOf(String(temperature)),
    head: [
      words.classColumn,
      words.logitColumn,
      words.scaledColumn,
      words.exponentColumn,
      words.powerColumn,
      words.shareColumn,
    ],
    rows: softmax.rows.map(({ index, logit, scaled, exponent, power, share }) => [
      names[index]!,
      numbers.fixed(logit, 5),
      numbers.fixed(scaled, 5),
      numbers.fixed(exponent, 5),
      power >= 1e6 ? power.toExponential(5) : numbers.fixed(power, 6),
      numbers.fixed(share, 6),
    ]),
  };
}
