/** `<cnn-convolution>`, unregistered: the Convolution Lab. Numbers are `problem.ts`' work, pictures that of its neighbours. */
import type { ImageBatch } from '@convlens/types';
import type { PaddingMode } from '@convlens/geometry';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { Last } from '../../last.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { sumFigureStyles } from '../../parts/sum-figure.styles.js';
import { termStyles } from '../../parts/term-rows.styles.js';
import { valueGridStyles } from '../../parts/value-grid.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { LinkState } from '../../state/link-state.js';
import { StateError } from '../../state/state-errors.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { CellChoice } from './cell-choice.js';
import { outputName, PlaneRamps } from './channel-names.js';
import type { ChannelMode } from './channel-modes.js';
import { messages } from './convolution.messages.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import { styles } from './convolution.styles.js';
import { KernelBook } from './kernel-book.js';
import type { Lab, Refused } from './lab.js';
import { LabActions } from './lab-actions.js';
import { labOf } from './lab-of.js';
import type { LabParts } from './lab-of.js';
import { LabSources } from './lab-sources.js';
import { labView } from './lab-view.js';
import { readLab } from './lab-state.js';
import type { LabState, PictureName } from './lab-state.js';
import { LearnedEdits } from './learned-edits.js';
import { drawLinks } from './links.js';
import { outputTable } from './output-table.js';
import { presets } from './presets.js';
import type { KernelMatrix } from './presets.js';
import type { Illegal, Problem, Solved } from './problem.js';
import type { LabImage } from './source.js';
import { stateOf } from './state-of.js';
import { WindowDrag } from './window-drag.js';

/**
 * @tagname cnn-convolution
 * @summary The Convolution Lab: kernels that anyone can edit slide over the channels of a picture, with every product in real numbers.
 * @event {CnnKernelChangeEvent} cnn-kernel-change - The visitor changed a weight, the size, the bias or took another kernel; preventable.
 * @event {CnnCommandEvent} cnn-command - With `edits-network`, a weight on its way to the network; `preventDefault()` keeps it here.
 * @csspart base - All of it.
 * @csspart formula - The output size with these numbers in it.
 * @csspart sum - Window, kernel, products and running sum of the chosen cell; of several channels, what each adds too.
 * @csspart equation - The same as a line of text.
 * @csspart readout - The chosen cell in a sentence.
 * @csspart table-button - Opens the table of the output.
 * @csspart table - That table.
 */
export class CnnConvolution extends CnnElement {
  static override styles = [
    ...[tokens, base, settingsStyles, valueGridStyles, sumFigureStyles, signedBarStyles, termStyles, styles],
  ];

  /** The image, `[1, height, width, channels]`, at most 256 cells a side; without it the session's input, else a 7. */
  @property({ attribute: false }) data: ImageBatch | undefined;
  /** `given` (the data, or what the network sees), or a sample: `seven`, `colour` (3 channels), `maps` (4 channels). */
  @property() picture: PictureName = 'given';
  /** `one` channel is convolved, all are `sum`med into one output, each has an output of its own (`depthwise`), or `groups` of them. */
  @property() mode: ChannelMode = 'one';
  /** Under `mode="groups"`: how many; they divide the channels. */
  @property({ type: Number }) groups = 2;
  /** Which channel of the image is looked at, from 0. */
  @property({ type: Number }) channel = 0;
  /** Rows of weights, 1 to 11 of 1 to 11, for every channel; Sobel's for horizontal edges unless told. */
  @property({ attribute: false }) kernel: KernelMatrix = presets.sobelY;
  /** One matrix a channel, all of one size; channels beyond them have `kernel`. Without it the channels share `kernel`. */
  @property({ attribute: false }) kernels: readonly KernelMatrix[] | undefined;
  /** Added to every sum. */
  @property({ type: Number }) bias = 0;
  /** Cells from one place of the window to the next. */
  @property({ type: Number }) stride = 1;
  /** Cells added on each of the four sides. */
  @property({ type: Number }) padding = 0;
  /** What is in the added cells: `zeros`, `reflect`, `replicate` or `circular`. */
  @property({ attribute: 'padding-mode' }) paddingMode: PaddingMode = 'zeros';
  /** Distance between neighbouring cells of the window. */
  @property({ type: Number }) dilation = 1;
  /** Spreads each input cell instead of gathering a window. */
  @property({ type: Boolean }) transposed = false;
  /** Turns the kernel by 180°, as mathematics does. */
  @property({ type: Boolean }) flipped = false;
  /** Sends edits of a learned kernel to the network that it came from, while that stands still. */
  @property({ type: Boolean, attribute: 'edits-network' }) editsNetwork = false;

  @state() private refused: Refused | undefined;
  @state() private stateError: StateError | undefined;

  readonly #size = new SizeController(this);
  readonly #book = new KernelBook(this);
  readonly #choice = new CellChoice(this);
  readonly #edits = new LearnedEdits(this, (command) => this.view?.session.send(command));
  readonly #parts: LabParts = {
    sources: new LabSources(this.sources),
    book: this.#book,
    choice: this.#choice,
    edits: this.#edits,
    actions: new LabActions(this, this.#book, this.#choice, this.#edits, (refused) => {
      this.refused = refused;
    }),
    dragging: new WindowDrag(),
    ramps: new PlaneRamps(),
    image: new Last<LabImage>(),
    problem: new Last<Problem>(),
    answer: new Last<Solved | Illegal>(),
  };

  /**
   * What the visitor sees as plain data, for a link: `encodeState(lab.state)`. Set, it is checked first; what is no state of this
   * element is told in a sentence, and nothing changes. `omitted` says what a link leaves out: pictures and trained weights.
   */
  get state(): LinkState<LabState> {
    return stateOf(this, this.#parts, this.speak(messages).words);
  }
  set state(data: unknown) {
    try {
      const { cell, kernels, bias = this.bias, ...settings } = readLab(data);
      const [kernel] = kernels ?? [];
      Object.assign(this, settings, { bias });
      if (kernel) Object.assign(this, kernels!.length === 1 ? { kernel, kernels: undefined } : { kernels });
      this.#choice.settle(cell);
      this.stateError = undefined;
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      this.stateError = error;
    }
  }

  protected override willUpdate(): void {
    this.#book.follow();
  }

  protected override updated(): void {
    const figures = this.renderRoot.querySelector('.figures');
    if (figures) drawLinks(figures);
    this.#size.observe('host', this);
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const width = this.#size.of('host')?.width ?? (this.clientWidth || 960);
    const lab = labOf(this, this.#parts, {
      view: this.view,
      ramps: this.themes.palette.ramps,
      live: this.live,
      refused: this.refused,
      width,
      words,
      numbers,
    });
    return html`${this.themes.probe()}${this.#badState(words)}
    ${
      lab === 'bad-image' || lab === 'bad-kernel'
        ? html`<p class="note" role="alert">${lab === 'bad-image' ? words.badImage : words.badKernel}</p>`
        : html`<div part="base" class=${classMap({ narrow: width < 760 })}>${labView(lab)}</div>
            ${this.#table(lab)}`
    }`;
  }

  #badState(words: ConvolutionMessages): TemplateResult | typeof nothing {
    if (!this.stateError) return nothing;
    return html`<p class="note bad-state" role="alert">${words.badState(this.stateError.message)}</p>`;
  }

  #table(lab: Lab): TemplateResult | typeof nothing {
    const { answer, map, words, numbers } = lab;
    if (!('outputs' in answer)) return nothing;
    const makeTable = (): ReturnType<typeof outputTable> =>
      outputTable(outputName(lab, map), answer.outputs[map]!, words, numbers);
    return tableTwin(makeTable, this.table, words, this.toggleTable);
  }
}
