/** `<cnn-convolution>`, unregistered: the Convolution Lab. Numbers are `problem.ts`' work, pictures that of its neighbours. */
import type { ImageBatch, Source, TapValue } from '@convlens/types';
import type { PaddingMode } from '@convlens/geometry';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnKernelChangeEvent } from '../../events/kernel-change.js';
import { Last } from '../../last.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { sumFigureStyles } from '../../parts/sum-figure.styles.js';
import { valueGridStyles } from '../../parts/value-grid.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { messages } from './convolution.messages.js';
import { styles } from './convolution.styles.js';
import { KernelEditing } from './kernel-editing.js';
import { drawLinks } from './links.js';
import { labView } from './lab-view.js';
import type { Cell, Lab } from './lab.js';
import { outputTable } from './output-table.js';
import { Playing } from './playing.js';
import { presets, resized, withWeight } from './presets.js';
import type { KernelMatrix } from './presets.js';
import { solve, strongest, termsAt } from './problem.js';
import type { Picture } from '../../parts/value-grid.js';
import type { Illegal, LabSettings, Solved } from './problem.js';
import { samplePicture } from './sample.js';
import { isKernel, learnedChips, learnedLayer, pictureOf } from './source.js';
import type { Chip } from './chips.js';

/**
 * @tagname cnn-convolution
 * @summary The Convolution Lab: a kernel that anyone can edit slides over a picture, with every product in real numbers.
 * @event {CnnKernelChangeEvent} cnn-kernel-change - The visitor changed a weight, the size, the bias or took another kernel; preventable.
 * @csspart base - All of it.
 * @csspart formula - The output size with these numbers in it.
 * @csspart sum - Window, kernel, products and running sum of the chosen cell.
 * @csspart equation - The same as a line of text.
 * @csspart readout - The chosen cell in a sentence.
 * @csspart table-button - Opens the table of the output.
 * @csspart table - That table.
 */
export class CnnConvolution extends CnnElement {
  static override styles = [tokens, base, settingsStyles, valueGridStyles, sumFigureStyles, styles];

  /** The image, `[1, height, width, channels]`, at most 256 cells a side; without it the session's input, else a 7. */
  @property({ attribute: false }) data: ImageBatch | undefined;
  /** Which channel of the image, from 0. */
  @property({ type: Number }) channel = 0;
  /** Rows of weights, 1 to 11 of 1 to 11; Sobel's for horizontal edges unless told. */
  @property({ attribute: false }) kernel: KernelMatrix = presets.sobelY;
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

  @state() private cell: Cell | undefined;
  @state() private isPinned = false;
  @state() private refused: { readonly key: string; readonly text: string } | undefined;

  readonly #size = new SizeController(this);
  readonly #picture = new Last<Picture | undefined>();
  readonly #answer = new Last<Solved | Illegal>();
  readonly #playing = new Playing(this, () => this.#walk(1));
  readonly #editing = new KernelEditing({
    weightOf: ([row, column]) => this.kernel[row]![column]!,
    set: (cell, weight) => this.#changeKernel(withWeight(this.kernel, cell, weight)),
    refuse: ([row, column], text) => (this.refused = { key: `${row} ${column}`, text }),
  });
  #solved: Solved | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kernel')) this.refused = undefined;
  }

  protected override updated(): void {
    const figures = this.renderRoot.querySelector('.figures');
    if (figures) drawLinks(figures);
    this.#size.observe('host', this);
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const sources = this.#sources();
    const { images } = sources;
    const picture = this.#picture.of([images?.data, images?.shape, this.channel], () =>
      images ? pictureOf(images, this.channel) : samplePicture(),
    );
    if (!picture || !isKernel(this.kernel))
      return html`${this.themes.probe()}
        <p class="note" role="alert">${picture ? words.badKernel : words.badImage}</p>`;
    const settings = this.#settings;
    const answer = this.#answer.of([picture, this.kernel, this.bias, ...Object.values(settings)], () =>
      solve(picture, this.kernel, settings, this.bias),
    );
    this.#solved = 'output' in answer ? answer : undefined;
    const chosen = this.#solved && this.#chosenOf(this.#solved);
    const width = this.#size.of('host')?.width ?? (this.clientWidth || 960);
    const lab: Lab = {
      picture,
      kernel: this.kernel,
      bias: this.bias,
      settings,
      channel: this.channel,
      channels: images?.shape[3] ?? 1,
      answer,
      cell: chosen,
      isPinned: this.isPinned,
      isPlaying: this.#playing.isOn,
      refused: this.refused,
      learned: sources.learned,
      width,
      ramps: this.themes.palette.ramps,
      words,
      numbers,
      live: this.live,
      terms: chosen ? termsAt(picture, this.kernel, settings, chosen) : [],
      editing: this.#editing,
      take: ({ kernel, bias = 0, padding = this.padding }) => {
        if (this.#changeKernel(kernel, bias)) this.padding = padding;
      },
      resize: (height, across) => this.#changeKernel(resized(this.kernel, height, across)),
      setBias: (bias) => this.#changeKernel(this.kernel, bias),
      set: (change) => Object.assign(this, change),
      point: (cell) => this.#point(cell),
      pin: (cell) => this.#pin(cell),
      walk: (by) => this.#walk(by),
      goTo: (index) => this.#goTo(index),
      togglePlaying: this.#playing.toggle,
      onKey: this.#onKey,
    };
    return html`${this.themes.probe()}
      <div part="base" class=${classMap({ narrow: width < 760 })}>${labView(lab)}</div>
      ${this.#solved ? tableTwin(() => outputTable(this.#solved!.output, words, numbers), this.table, words, this.toggleTable) : nothing}`;
  }

  get #settings(): LabSettings {
    const { stride, padding, dilation, paddingMode, transposed, flipped } = this;
    return {
      stride,
      padding,
      dilation,
      paddingMode: transposed ? 'zeros' : paddingMode,
      isTransposed: transposed,
      isFlipped: flipped,
    };
  }

  /** What the session has to offer; subscribed to only where it is used. */
  #sources(): { readonly images: ImageBatch | undefined; readonly learned: readonly Chip[] } {
    const session = this.view?.session.state;
    const layer = learnedLayer(session?.current?.model);
    const input = this.data || !this.view ? undefined : this.view.tap({ path: 'input' });
    const weight = (name: string): Source<TapValue> | undefined =>
      layer && this.view?.tap({ path: `${layer.name}/${name}`, every: 16 });
    const [filter, bias] = [weight('filter'), weight('bias')];
    this.sources.watch([session, input, filter, bias]);
    const seen = input?.current;
    const shape = seen?.shape as ImageBatch['shape'] | undefined;
    return {
      images: this.data ?? (seen && shape && { shape, data: seen.data }),
      learned: layer && filter?.current ? learnedChips(layer, filter.current, bias?.current) : [],
    };
  }

  /** The chosen cell where the output has it, else the strongest. */
  #chosenOf({ output }: Solved): Cell {
    const [height, width] = output.size;
    if (!this.cell) return strongest(output);
    return [Math.min(height - 1, this.cell[0]), Math.min(width - 1, this.cell[1])];
  }

  /** Whether it was taken over. */
  #changeKernel(kernel: KernelMatrix, bias = this.bias): boolean {
    const isTaken =
      isKernel(kernel) && Number.isFinite(bias) && this.dispatchEvent(new CnnKernelChangeEvent(kernel, bias));
    if (isTaken) {
      Object.assign(this, { kernel, bias });
      this.refused = undefined;
    } else this.requestUpdate();
    return isTaken;
  }

  #point(cell: Cell): void {
    if (!this.isPinned && !this.#playing.isOn) this.cell = cell;
  }

  /** The same cell again lets go of it. */
  #pin(cell: Cell): void {
    const isSame = this.isPinned && this.cell?.join() === cell.join();
    this.#playing.stop();
    this.cell = cell;
    this.isPinned = !isSame;
  }

  #walk(by: number): void {
    if (!this.#solved) return this.#playing.stop();
    const [row, column] = this.#chosenOf(this.#solved);
    const [height, width] = this.#solved.output.size;
    const count = height * width;
    this.#goTo((row * width + column + by + count) % count);
  }

  #goTo(index: number): void {
    const width = this.#solved?.output.size[1] ?? 1;
    this.cell = [Math.floor(index / width), index % width];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#solved) return;
    const [height, width] = this.#solved.output.size;
    const [row, column] = this.#chosenOf(this.#solved);
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step) {
      this.cell = [
        Math.min(height - 1, Math.max(0, row + step[0]!)),
        Math.min(width - 1, Math.max(0, column + step[1]!)),
      ];
    } else if (event.key === 'Enter' || event.key === ' ') this.#pin([row, column]);
    else if (event.key === 'Escape' && this.isPinned) this.isPinned = false;
    else return;
    event.preventDefault();
  };
}
