/** `<cnn-training-chart>`, unregistered. */
import type { TrainingHistory } from '@convlens/types';
import { bisectCenter } from 'd3-array';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import type { Numbers } from '../../messages/numbers.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { TableData } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { drawStrip } from './draw-strip.js';
import { columnsOf, lossDomain, placeOfStep, stepAtPlace } from './series.js';
import { messages } from './training-chart.messages.js';
import type { TrainingChartMessages } from './training-chart.messages.js';
import { styles } from './training-chart.styles.js';

const stripHeight = 44;

/**
 * @tagname cnn-training-chart
 * @summary Loss (on a log scale) and accuracy of a run, step by step; a moment can be picked by pointer or keys.
 * @csspart base - The figure.
 * @csspart plot - One strip.
 */
export class CnnTrainingChart extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A run to show instead of a session's. */
  @property({ attribute: false }) data: TrainingHistory | undefined;

  protected override readonly pace = 4;

  /** Index of the step that is looked at. */
  @state() private cursor: number | undefined;
  #width = 226;
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
    const source = this.data ? undefined : this.view?.session.history;
    this.sources.watch([source, this.data ? undefined : this.view?.session.state]);
    const { words, numbers } = this.speak(messages);
    const history = this.#history;
    const [low, high] = lossDomain(history);
    const count = history.step.length;
    const at = this.cursor === undefined ? count - 1 : Math.min(this.cursor, count - 1);
    const validated = history.validation.at(-1);
    const accuracy = this.cursor === undefined && validated ? validated.accuracy : history.accuracy[at];
    const sentence = count === 0 ? words.empty : this.#sentence(history, at, words, numbers);
    return html`${this.themes.probe()}
      <figure
        part="base"
        tabindex=${count > 0 ? 0 : -1}
        role="slider"
        aria-label=${words.title}
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, count - 1)}
        aria-valuenow=${Math.max(0, at)}
        aria-valuetext=${sentence}
        aria-disabled=${count === 0}
        @keydown=${this.#keyed}
        @pointermove=${this.#pointed}
        @pointerdown=${this.#pointed}
        @pointerleave=${this.#left}
      >
        <div class="head">
          <span>${words.loss}</span
          ><span class="muted">${words.logScale(String(low), numbers.fixed(high, 1))}</span>
          <span class="now num">${count === 0 ? '–' : numbers.fixed(history.loss[at]!, 3)}</span>
        </div>
        <div part="plot" class="plot"><canvas class="loss"></canvas></div>
        <div class="head">
          <span>${words.accuracy}</span><span class="muted">${words.percentScale}</span>
          <span class="now num"
            >${accuracy === undefined ? '–' : words.percent(numbers.fixed(accuracy * 100, 1))}</span
          >
        </div>
        <div part="plot" class="plot"><canvas class="accuracy"></canvas></div>
      </figure>
      <p class="line">${sentence}</p>
      ${
        count === 0
          ? nothing
          : tableTwin(() => tableOf(history, words, numbers), this.table, words, this.toggleTable)
      }`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const history = this.#history;
    const count = history.step.length;
    const end = this.#end;
    const cursor =
      this.cursor === undefined || count < 2
        ? undefined
        : placeOfStep(history.step[Math.min(this.cursor, count - 1)]!, end);
    const points = (key: 'loss' | 'accuracy') =>
      history.validation.map((each) => ({ at: placeOfStep(each.step, end), value: each[key] }));
    this.#draw('loss', {
      columns: columnsOf(history.step, history.loss, end, this.#width),
      domain: lossDomain(history),
      isLog: true,
      points: points('loss'),
      cursor,
    });
    this.#draw('accuracy', {
      columns: columnsOf(history.step, history.accuracy, end, this.#width),
      domain: [0, 1],
      isLog: false,
      points: points('accuracy'),
      cursor,
    });
  }

  get #history(): TrainingHistory {
    return (
      this.data ?? this.view?.session.history.current ?? { step: [], loss: [], accuracy: [], validation: [] }
    );
  }

  /** The axis ends where the run will: so the curve grows towards a fixed end. */
  get #end(): number {
    const last = this.#history.step.at(-1) ?? 1;
    return this.data ? last : Math.max(last, this.view?.session.state.current?.plannedSteps ?? 0);
  }

  #draw(name: 'loss' | 'accuracy', strip: Parameters<typeof drawStrip>[3]): void {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${name}`);
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = [Math.round(this.#width * ratio), Math.round(stripHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { colour } = this.themes.palette;
    drawStrip(context, this.#width, stripHeight, strip, {
      ink: colour('ink'),
      outline: colour('outline'),
      line: colour('line'),
    });
  }

  #sentence(
    { step, loss, accuracy }: TrainingHistory,
    at: number,
    words: TrainingChartMessages,
    numbers: Numbers,
  ): string {
    return words.at(
      numbers.integer(step[at]!),
      numbers.fixed(loss[at]!, 3),
      words.percent(numbers.fixed(accuracy[at]! * 100, 1)),
    );
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const last = this.#history.step.length - 1;
    const at = this.cursor ?? last;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 50,
      PageUp: at + 50,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (event.key === 'Escape') this.cursor = undefined;
    if (next === undefined || last < 0) return;
    event.preventDefault();
    this.cursor = Math.min(last, Math.max(0, next));
  };

  readonly #pointed = (event: PointerEvent): void => {
    const last = this.#history.step.length - 1;
    const { left, width } = this.getBoundingClientRect();
    if (last >= 0 && width > 0)
      this.cursor = bisectCenter(this.#history.step, stepAtPlace((event.clientX - left) / width, this.#end));
  };

  /** A finger that is lifted leaves what it has chosen. */
  readonly #left = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.cursor = undefined;
  };

  #resized(width: number): void {
    if (width < 1 || Math.round(width) === this.#width) return;
    this.#width = Math.round(width);
    this.requestUpdate();
  }
}

/** A dozen moments, evenly spaced: the whole run would be thousands of rows. */
function tableOf(
  { step, loss, accuracy }: TrainingHistory,
  words: TrainingChartMessages,
  numbers: Numbers,
): TableData {
  const count = Math.min(12, step.length);
  const rows = Array.from({ length: count }, (_, row) => {
    const at = Math.round((row * (step.length - 1)) / Math.max(1, count - 1));
    return [
      numbers.integer(step[at]!),
      numbers.fixed(loss[at]!, 4),
      words.percent(numbers.fixed(accuracy[at]! * 100, 1)),
    ];
  });
  return { caption: words.caption, head: [words.stepColumn, words.loss, words.accuracy], rows };
}
