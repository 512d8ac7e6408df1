/** `<cnn-shape-calculator>`, unregistered. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import type { Numbers } from '../../messages/numbers.js';
import { outputFormula } from '../../parts/output-formula.js';
import { choice, stepper } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { codeFor } from './code.js';
import type { Library } from './code.js';
import { numbersOf } from './layer.js';
import type { Broken, LayerNumbers, LayerSettings } from './layer.js';
import { messages } from './shape-calculator.messages.js';
import type { ShapeCalculatorMessages } from './shape-calculator.messages.js';
import { styles } from './shape-calculator.styles.js';

const libraries: readonly Library[] = ['ConvLens', 'Keras', 'PyTorch'];

/** `same`, `valid`, or the text of a number. */
const paddingConverter = {
  fromAttribute: (text: string | null): 'same' | 'valid' | number =>
    text === 'same' || text === 'valid' ? text : Number(text ?? 0),
};

/**
 * @tagname cnn-shape-calculator
 * @summary A convolutional layer in numbers: the output-size formula with its numbers in it, parameters, multiplications, and the same layer in three libraries.
 * @csspart base - All of it.
 * @csspart formula - The output size with these numbers in it.
 * @csspart code - One library's code.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnShapeCalculator extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** Cells of the input from top to bottom. */
  @property({ type: Number }) height = 28;
  /** Cells of the input from side to side. */
  @property({ type: Number }) width = 28;
  /** Channels of the input. */
  @property({ type: Number }) channels = 1;
  /** Feature maps that the layer makes. */
  @property({ type: Number }) filters = 8;
  /** Cells of a side of the kernel. */
  @property({ type: Number }) kernel = 5;
  /** Cells from one place of the window to the next. */
  @property({ type: Number }) stride = 1;
  /** `same`, `valid`, or cells added on each of the four sides. */
  @property({ converter: paddingConverter }) padding: 'same' | 'valid' | number = 'same';
  /** Distance between neighbouring cells of the window. */
  @property({ type: Number }) dilation = 1;
  /** Into how many parts channels and filters are split. */
  @property({ type: Number }) groups = 1;

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const settings = this.#settings;
    const answer = numbersOf(settings);
    return html`${this.themes.probe()}
      <div part="base">
        ${this.#controls(settings, answer, words)}
        ${'plan' in answer ? this.#numbers(settings, answer, words, numbers) : this.#illegal(settings, answer, words, numbers)}
      </div>`;
  }

  get #settings(): LayerSettings {
    const { height, width, channels, filters, kernel, stride, padding, dilation, groups } = this;
    return { height, width, channels, filters, kernel, stride, padding, dilation, groups };
  }

  #controls(
    settings: LayerSettings,
    answer: LayerNumbers | Broken,
    words: ShapeCalculatorMessages,
  ): TemplateResult {
    const turn = (name: keyof typeof ranges): TemplateResult =>
      stepper(words.settings[name], this[name], ranges[name], words, (value) => (this[name] = value));
    const way = typeof this.padding === 'number' ? 'cells' : this.padding;
    const plan = 'plan' in answer ? answer.plan : undefined;
    const padded = plan
      ? plan.pads.top + plan.pads.bottom
      : typeof this.padding === 'number'
        ? 2 * this.padding
        : 0;
    return html`<div class="settings">
      ${turn('height')} ${turn('width')} ${turn('channels')} ${turn('filters')} ${turn('kernel')}
      ${turn('stride')}
      ${choice(words.padding, way, words.paddings, false, (chosen) => {
        this.padding = chosen === 'same' || chosen === 'valid' ? chosen : 0;
      })}
      ${
        typeof this.padding === 'number'
          ? stepper(words.settings.cells, this.padding, [0, 10], words, (cells) => (this.padding = cells))
          : nothing
      }
      ${turn('dilation')} ${turn('groups')}
      ${outputFormula(
        {
          input: settings.height,
          padding: padded,
          dilation: settings.dilation,
          window: settings.kernel,
          stride: settings.stride,
          output: plan?.output[0],
          isTransposed: false,
        },
        words.formula,
      )}
    </div>`;
  }

  #numbers(
    settings: LayerSettings,
    answer: LayerNumbers,
    words: ShapeCalculatorMessages,
    numbers: Numbers,
  ): TemplateResult {
    const { plan, parameters, macs, sees } = answer;
    const { kernel, channels, groups, filters } = settings;
    const weights = `${kernel}·${kernel}·${channels / groups}·${filters}`;
    const rows = [
      [words.output, [...plan.output, filters].map((size) => numbers.integer(size)).join(' × '), ''],
      [words.parameters, numbers.integer(parameters), `${weights} + ${filters}, ${words.weightsAndBiases}`],
      [words.macs, numbers.integer(macs), `${weights}·${plan.output[0]}·${plan.output[1]}`],
      [words.sees, `${sees} × ${sees}`, words.seesCells],
    ] as const;
    return html`<dl class="numbers-of" aria-live="polite">
        ${rows.map(
          ([name, value, from]) =>
            html`<div>
              <dt>${name}</dt>
              <dd><span class="num large">${value}</span><span class="small muted">${from}</span></dd>
            </div>`,
        )}
      </dl>
      <div class="codes">
        ${libraries.map(
          (library) =>
            html`<div>
              <p class="small muted">${words.asCode(library)}</p>
              <pre part="code" class="num" tabindex="0" role="region" aria-label=${words.asCode(library)}>
${codeFor(library, settings, plan)}</pre>
            </div>`,
        )}
      </div>
      ${tableTwin(
        () => ({
          caption: words.tableOf,
          head: [words.what, words.number],
          rows: rows.map(([name, value]) => [name, value]),
        }),
        this.table,
        words,
        this.toggleTable,
      )}`;
  }

  #illegal(
    { channels, filters, groups }: LayerSettings,
    broken: Broken,
    words: ShapeCalculatorMessages,
    numbers: Numbers,
  ): TemplateResult {
    const isWindow = broken.rule === 'window';
    const rule = isWindow
      ? broken.message
      : words.groupsRule(numbers.integer(channels), numbers.integer(filters), numbers.integer(groups));
    const nearest = numbers.integer(broken.nearest);
    const mend = (): void => {
      if (isWindow) this.kernel = broken.nearest;
      else this.groups = broken.nearest;
    };
    return html`<div class="illegal" role="alert">
      <b>${words.illegal}</b>
      <p class="note">${rule}</p>
      <button type="button" class="button" part="nearest" @click=${mend}>
        ${isWindow ? words.useKernel(nearest) : words.useGroups(nearest)}
      </button>
    </div>`;
  }
}

const ranges = {
  height: [1, 1024],
  width: [1, 1024],
  channels: [1, 1024],
  filters: [1, 1024],
  kernel: [1, 11],
  stride: [1, 8],
  dilation: [1, 6],
  groups: [1, 1024],
} as const;
