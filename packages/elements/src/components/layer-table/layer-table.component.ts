/** `<cnn-layer-table>`, unregistered. */
import type { ActivationRecord, ModelSummary } from '@convlens/types';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordReader } from '../../controllers/record-reader.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { messages } from './layer-table.messages.js';
import type { LayerTableMessages } from './layer-table.messages.js';
import { styles } from './layer-table.styles.js';
import { flawOf, isTrace, rowsOf } from './rows.js';
import type { LayerRow, LayerRows } from './rows.js';
import { settingsText } from './settings-text.js';

/**
 * @tagname cnn-layer-table
 * @summary A network as a table, one row a layer: settings, output, parameters and their share, multiplications, and how much of the input one number sees.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose a layer (`unit` 0 of it), or let go of it; preventable.
 * @csspart base - All of it.
 * @csspart table - The table, with the place that it scrolls in.
 * @csspart readout - The chosen layer in one sentence.
 */
export class CnnLayerTable extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A summary, or a recorded moment with one, instead of a session's. */
  @property({ attribute: false }) data: ModelSummary | ActivationRecord | undefined;
  /** Name of the layer that is chosen. */
  @property({ reflect: true }) selected: string | undefined;

  protected override readonly pace = 4;
  /** The row that the arrow keys stand on. */
  @state() private row = 0;
  readonly #reader = new RecordReader();
  readonly #rows = new Last<LayerRows>();

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const source = this.data === undefined ? this.view?.session.state : undefined;
    this.sources.watch([source]);
    const given = this.#given();
    if (given instanceof Error) return this.#note(words.failed(given.message), true);
    const model = given ?? source?.current?.model;
    if (!model) {
      const text = source?.error
        ? words.failed(source.error.message)
        : source
          ? words.loading
          : words.noModel;
      return this.#note(text, source?.error !== undefined);
    }
    const flaw = flawOf(model);
    if (flaw) return this.#note(words.flawed(flaw), true);
    if (model.layers.length === 0) return this.#note(words.noLayers, false);
    return this.#table(
      model,
      this.#rows.of([model], () => rowsOf(model)),
      words,
      numbers,
    );
  }

  #given(): ModelSummary | Error | undefined {
    const { data } = this;
    if (data === undefined || !isTrace(data)) return data;
    const read = this.#reader.read(data);
    return read instanceof Error ? read : read.model;
  }

  #note(text: string, isProblem: boolean): TemplateResult {
    return html`${this.themes.probe()}
      <p class="note" part="base" role=${isProblem ? 'alert' : 'status'}>${text}</p>`;
  }

  #table(model: ModelSummary, all: LayerRows, words: LayerTableMessages, numbers: Numbers): TemplateResult {
    const { columns } = words;
    const caption = words.caption(model.name, shapeText(model.inputShape));
    const chosen = all.rows.find(({ layer }) => layer.name === this.selected);
    return html`${this.themes.probe()}
      <div part="base">
        <div class="frame" part="table" tabindex="0" role="region" aria-label=${caption}>
          <table>
            <caption>
              ${caption}
            </caption>
            <thead>
              <tr>
                <th scope="col">${columns.layer}</th>
                <th scope="col">${columns.className}</th>
                <th scope="col">${columns.settings}</th>
                <th scope="col" class="end">${columns.output}</th>
                <th scope="col" class="end">${columns.parameters}</th>
                <th scope="col">${columns.share}</th>
                <th scope="col" class="end">${columns.macs}</th>
                <th scope="col" class="end">${columns.sees}</th>
              </tr>
            </thead>
            <tbody @keydown=${(event: KeyboardEvent) => this.#keyed(event, all.rows)}>
              ${all.rows.map((row, index) => this.#row(row, index, all, words, numbers))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">${words.total}</th>
                <td></td>
                <td></td>
                <td></td>
                <td class="num end">${numbers.integer(all.parameters)}</td>
                <td></td>
                <td class="num end">${numbers.integer(all.macs)}</td>
                <td></td>
              </tr>
            </tfoot>
          </table>
        </div>
        <p class="readout" part="readout" aria-live=${this.live}>
          ${chosen ? this.#sentence(chosen, all, words, numbers) : words.hint}
        </p>
        ${
          model.parameterCount === all.parameters
            ? nothing
            : html`<p class="note problem">
                ${words.otherTotal(numbers.integer(all.parameters), numbers.integer(model.parameterCount))}
              </p>`
        }
      </div>`;
  }

  #row(
    { layer, share, sees }: LayerRow,
    index: number,
    { rows }: LayerRows,
    words: LayerTableMessages,
    numbers: Numbers,
  ): TemplateResult {
    const isSelected = layer.name === this.selected;
    const entry = Math.min(this.row, rows.length - 1);
    // A click anywhere in the row; by keyboard its name is the button.
    return html`<tr
      class=${classMap({ selected: isSelected })}
      @click=${() => this.#choose(layer.name, index)}
    >
      <th scope="row">
        <button
          type="button"
          class="name"
          aria-pressed=${isSelected}
          tabindex=${index === entry ? 0 : -1}
          @focus=${() => (this.row = index)}
        >
          ${layer.name}
        </button>
      </th>
      <td>${layer.className}</td>
      <td>${settingsText(layer, words, numbers)}</td>
      <td class="num end">${shape(layer.outputShape)}</td>
      <td class="num end">${numbers.integer(layer.parameterCount)}</td>
      <td>${shareBar(layer.parameterCount === 0 ? 0 : share, words, numbers)}</td>
      <td class="num end">${numbers.integer(layer.macs)}</td>
      <td class="num end">${sees ? shape(sees) : html`<span class="muted">${words.unknownField}</span>`}</td>
    </tr>`;
  }

  #sentence(
    { layer, share, sees }: LayerRow,
    { parameters }: LayerRows,
    words: LayerTableMessages,
    numbers: Numbers,
  ): string {
    const text = words.row(
      layer.name,
      numbers.integer(layer.parameterCount),
      numbers.integer(parameters),
      shareText(layer.parameterCount === 0 ? 0 : share, words, numbers),
      numbers.integer(layer.macs),
    );
    return sees ? `${text} ${words.rowSees(shapeText(sees))}` : text;
  }

  /** The same layer again lets it go. */
  #choose(name: string, index: number): void {
    this.row = index;
    const next = name === this.selected ? undefined : name;
    const unit = next === undefined ? undefined : { layer: next, unit: 0 };
    if (this.dispatchEvent(new CnnUnitSelectEvent(unit))) this.selected = next;
  }

  #keyed(event: KeyboardEvent, rows: readonly LayerRow[]): void {
    const last = rows.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: this.row - 1,
      ArrowDown: this.row + 1,
      Home: 0,
      End: last,
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    this.renderRoot.querySelectorAll<HTMLElement>('.name')[Math.max(0, Math.min(last, next))]?.focus();
  }
}

const shapeText = (shape: readonly number[]): string => shape.join(' × ');

/** Height comes first where a page is read from right to left, too. */
const shape = (sizes: readonly number[]): TemplateResult => html`<span dir="ltr">${shapeText(sizes)}</span>`;

const shareText = (share: number, words: LayerTableMessages, numbers: Numbers): string =>
  share === 0 ? words.percent(numbers.integer(0)) : percentText(share, words, numbers);

const shareBar = (share: number, words: LayerTableMessages, numbers: Numbers): TemplateResult =>
  html`<span class="share">
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${Number.isFinite(share) ? share : 0} height="1"></rect>
    </svg>
    <span class="num">${shareText(share, words, numbers)}</span>
  </span>`;
