/** `<cnn-shape-calculator>`, unregistered. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import type { LinkState } from '../../state/link-state.js';
import { StateError } from '../../state/state-errors.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { calculatorView } from './calculator-view.js';
import { firstLayer, readCalculator, writeCalculator } from './calculator-state.js';
import type { CalculatorState } from './calculator-state.js';
import { parseChain } from './chain.js';
import type { ChainLayer } from './chain.js';
import type { CopiedCode } from './code-view.js';
import { copyCode } from './copy-code.js';
import type { LayerSettings } from './layer.js';
import { messages } from './shape-calculator.messages.js';
import { styles } from './shape-calculator.styles.js';

/** `same`, `valid`, or the text of a number. */
const paddingConverter = {
  fromAttribute: (text: string | null): 'same' | 'valid' | number =>
    text === 'same' || text === 'valid' ? text : Number(text ?? 0),
};

/**
 * @tagname cnn-shape-calculator
 * @summary A convolutional layer in numbers: the output-size formula with its numbers in it, parameters, multiplications, what one cell sees of the image through the layers before, and the same layer in three libraries.
 * @csspart base - All of it.
 * @csspart formula - The output size with these numbers in it.
 * @csspart chain - The layers before.
 * @csspart add - The button that adds one.
 * @csspart code - One library's code.
 * @csspart copy - The button that copies it.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnShapeCalculator extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** Cells from top to bottom of the input, or of the image that the layers before begin with. */
  @property({ type: Number }) height = firstLayer.height;
  /** The same from side to side. */
  @property({ type: Number }) width = firstLayer.width;
  /** Channels of the layer's input. */
  @property({ type: Number }) channels = firstLayer.channels;
  /** Feature maps that the layer makes. */
  @property({ type: Number }) filters = firstLayer.filters;
  /** Cells of a side of the kernel. */
  @property({ type: Number }) kernel = firstLayer.kernel;
  /** Cells from one place of the window to the next. */
  @property({ type: Number }) stride = firstLayer.stride;
  /** `same`, `valid`, or cells added on each of the four sides. */
  @property({ converter: paddingConverter }) padding: 'same' | 'valid' | number = firstLayer.padding;
  /** Distance between neighbouring cells of the window. */
  @property({ type: Number }) dilation = firstLayer.dilation;
  /** Into how many parts channels and filters are split. */
  @property({ type: Number }) groups = firstLayer.groups;
  /** The layers before this one, from the image on: `{ kind, window, stride, padding, dilation }`, or text, `conv 5 same, pool 2`. */
  @property({ converter: { fromAttribute: (text) => text ?? '' } }) chain: readonly ChainLayer[] | string =
    [];

  @state() private copied: CopiedCode | undefined;
  @state() private stateError: StateError | undefined;

  /**
   * What is set as plain data, for a link: `encodeState(calculator.state)`. Set, it is checked first; what is no state of this element
   * is told in a sentence, and nothing changes.
   */
  get state(): LinkState<CalculatorState> {
    const layers = this.#layers;
    return writeCalculator({ ...this.#settings, chain: 'unread' in layers ? [] : layers });
  }
  set state(data: unknown) {
    try {
      Object.assign(this, readCalculator(data, firstLayer));
      this.stateError = undefined;
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      this.stateError = error;
    }
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    return html`${this.themes.probe()}
    ${
      this.stateError
        ? html`<p class="note bad-state" role="alert">${words.badState(this.stateError.message)}</p>`
        : nothing
    }
    ${calculatorView({
      settings: this.#settings,
      layers: this.#layers,
      copied: this.copied,
      isTable: this.table,
      words,
      numbers,
      set: (change) => Object.assign(this, change),
      copy: (code, place) => void this.#copy(code, place),
      toggleTable: this.toggleTable,
    })}`;
  }

  get #settings(): LayerSettings {
    const { height, width, channels, filters, kernel, stride, padding, dilation, groups } = this;
    return { height, width, channels, filters, kernel, stride, padding, dilation, groups };
  }

  get #layers(): ReturnType<typeof parseChain> {
    return typeof this.chain === 'string' ? parseChain(this.chain) : this.chain;
  }

  async #copy(code: string, place: Node): Promise<void> {
    this.copied = { code, how: await copyCode(code, place) };
  }
}
