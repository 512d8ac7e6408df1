/** `<cnn-probabilities>`, unregistered. A table is its own twin: nothing is drawn that is not written. */
import type { ActivationRecord, ModelSummary } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordReader } from '../../controllers/record-reader.js';
import { percentText } from '../../messages/percent.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { messages } from './probabilities.messages.js';
import { styles } from './probabilities.styles.js';
import { styleOf } from '../../parts/style-of.js';

interface Share {
  readonly index: number;
  readonly name: string;
  readonly value: number;
}

/**
 * @tagname cnn-probabilities
 * @summary How likely the network holds each class to be, as bars with the class's own colour and label.
 * @csspart base - The table.
 * @csspart bar - One bar.
 */
export class CnnProbabilities extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Only so many, the most likely first; all in their order unless told. */
  @property({ type: Number }) top: number | undefined;

  protected override readonly pace = 3;
  readonly #reader = new RecordReader();

  protected override render(): TemplateResult {
    const given = this.data === undefined ? undefined : this.#reader.read(this.data);
    const view = given ? undefined : this.view;
    const tap = view?.tap({ path: 'probabilities' });
    const state = view?.session.state;
    this.sources.watch([tap, state]);
    if (given instanceof Error) return html`${this.themes.probe()}${this.#empty(given)}`;
    const values = given?.tensors['probabilities']?.data ?? tap?.current?.data;
    const model = given?.model ?? state?.current?.model;
    return html`${this.themes.probe()}${values ? this.#table(values, model) : this.#empty(tap?.error ?? state?.error)}`;
  }

  #empty(error: Error | undefined): TemplateResult {
    const { words } = this.speak(messages);
    const text = error ? words.failed(error.message) : this.view ? words.loading : words.noModel;
    return html`<p class="note" role=${error ? 'alert' : 'status'}>${text}</p>`;
  }

  #table(values: ArrayLike<number>, model: ModelSummary | undefined): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const names = model?.classNames;
    // Other views know a class as a unit of the last layer.
    const layer = model?.layers.filter(({ className }) => className === 'Dense').at(-1)?.name;
    const { linked } = this;
    const shares = Array.from(values, (value, index): Share => ({
      index,
      value,
      name: names?.[index] ?? String(index),
    }));
    const first = shares.reduce<Share | undefined>(
      (best, share) => (share.value > (best?.value ?? -1) ? share : best),
      undefined,
    );
    const shown =
      this.top === undefined ? shares : [...shares].sort((a, b) => b.value - a.value).slice(0, this.top);
    return html`<table part="base">
      <caption class="visually-hidden" aria-live=${this.live}>
        ${words.title}.
        ${first ? words.verdict(first.name, percentText(first.value, words, numbers)) : words.noAnswer}
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${words.classColumn}</th>
          <td></td>
          <th scope="col">${words.shareColumn}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          ({ index, name, value }) =>
            html`<tr
              class=${classMap({ first: index === first?.index, linked: linked?.layer === layer && linked?.unit === index })}
              @pointerenter=${() => layer && this.link({ layer, unit: index })}
              @pointerleave=${() => this.link(undefined)}
            >
              <th scope="row" class="num">
                <span class="dot" ${styleOf({ background: `var(--class-${index % 10})` })}></span>${name}
              </th>
              <td>
                <div class="bar" part="bar">
                  <i ${styleOf({ width: `${Number.isFinite(value) ? value * 100 : 0}%` })}></i>
                </div>
              </td>
              <td class="share num">${percentText(value, words, numbers)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
