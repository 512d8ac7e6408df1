/** `<cnn-pooling>`, unregistered: the Pooling Lab. Numbers are `ways.ts`' work, pictures that of its neighbours. */
import type { PlainImage } from '@convlens/geometry';
import type { ActivationRecord, ImageBatch } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordFeed } from '../../controllers/record-feed.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnKernelChangeEvent } from '../../events/kernel-change.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import type { Palette } from '../../render/palette.js';
import { largestSize } from '../../render/scale.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { stagesOf } from '../../trace/stages.js';
import { Trace } from '../../trace/trace.js';
import { KernelEditing } from '../convolution/kernel-editing.js';
import { withWeight } from '../convolution/presets.js';
import type { KernelMatrix } from '../convolution/presets.js';
import { columnsAcross, columnsOf, columnWidth, gradientsAt, sharesOf } from './columns.js';
import type { PerWay } from './columns.js';
import type { Cell, Lab } from './lab.js';
import { MapPainter } from './map-painter.js';
import { Measuring } from './measuring.js';
import { messages } from './pooling.messages.js';
import type { PoolingMessages } from './pooling.messages.js';
import { styles } from './pooling.styles.js';
import { poolingTable } from './pooling-table.js';
import { mostStride, poolingView } from './pooling-view.js';
import { shifted } from './shift.js';
import type { Shift } from './shift.js';
import { channelOf, mapsOfImage, mapsOfTrace, sampleMaps, stageNamed } from './source.js';
import type { Maps } from './source.js';
import { costOf, equalKernel, kernelFor, runOf, solve, wayNames, windowSizes } from './ways.js';
import type { Illegal, PoolingSettings, Solved } from './ways.js';

/** Why there is nothing to pool. */
interface Note {
  readonly note: string;
  readonly role: 'alert' | 'status';
}

const mostShift = 8;
/** A convolution of more multiplications would hold the page up while it is timed. */
const mostTimed = 2e7;

const between = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.max(least, Math.min(most, Math.round(value))) : least;

/**
 * @tagname cnn-pooling
 * @summary The Pooling Lab: max, average, L2, a strided convolution and none side by side on one map, with what each keeps, costs and changes when the map is shifted by a cell, and where its gradient goes. Max, average and L2 have no parameters: there is nothing to learn in them. Pooling does not by itself prevent overfitting.
 * @event {CnnKernelChangeEvent} cnn-kernel-change - The visitor changed a weight of the strided convolution; preventable.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose another map of the network's layer; preventable.
 * @csspart base - All of it.
 * @csspart formula - The output size with these numbers in it.
 * @csspart kernel - The weights of the strided convolution.
 * @csspart measure - The button that times the ways.
 * @csspart note - What dots or gradients mean.
 * @csspart timed - What was timed.
 * @csspart sums - How each way makes its number of the chosen window.
 * @csspart shift-readout - What the shift has changed, in a sentence.
 * @csspart readout - The chosen cell in a sentence, for screen readers.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnPooling extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** An image, `[1, height, width, channels]`, at most 256 cells a side, in the place of a network's maps; without both a 7. */
  @property({ attribute: false }) image: ImageBatch | undefined;
  /** A recorded moment of a network, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Whose maps of the network: a layer's name or `input`; those that its first pooling reads unless told. */
  @property() layer: string | undefined;
  /** Which of the maps, from 0. */
  @property({ type: Number }) channel = 0;
  /** Cells of a side of the window, 2 to 4. */
  @property({ attribute: 'window-size', type: Number }) windowSize = 2;
  /** Cells from one window to the next, 1 to 4; as the window unless told, so that windows do not overlap. */
  @property({ type: Number }) stride: number | undefined;
  /** Rows of weights of the strided convolution, as many as the window's; equal weights, the average, where it does not fit. */
  @property({ attribute: false }) kernel: KernelMatrix | undefined;
  /** Shows where the gradient goes, in the place of the input. */
  @property({ type: Boolean }) gradient = false;

  protected override readonly pace = 2;
  @state() private shift: Shift = [0, 0];
  @state() private cell: Cell | undefined;
  @state() private isPinned = false;
  @state() private refused: { readonly key: string; readonly text: string } | undefined;

  readonly #size = new SizeController(this);
  readonly #measuring = new Measuring(this);
  readonly #feed = new RecordFeed();
  readonly #given = new Last<Maps | undefined>();
  readonly #trace = new Last<Trace>();
  readonly #map = new Last<PlainImage>();
  readonly #moved = new Last<PlainImage>();
  readonly #kernel = new Last<KernelMatrix>();
  readonly #answer = new Last<Solved | Illegal>();
  readonly #before = new Last<Solved | Illegal>();
  readonly #shares = new Last<PerWay>();
  readonly #gradients = new Last<PerWay>();
  readonly #painters = new WeakMap<HTMLCanvasElement, MapPainter>();
  readonly #editing = new KernelEditing({
    weightOf: ([row, column]) => this.#settings.kernel[row]![column]!,
    set: (cell, weight) => this.#changeKernel(withWeight(this.#settings.kernel, cell, weight)),
    refuse: ([row, column], text) => (this.refused = { key: `${row} ${column}`, text }),
  });
  #lab: Lab | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kernel') || changed.has('windowSize')) this.refused = undefined;
  }

  protected override updated(): void {
    this.#size.observe('host', this);
    const sections = this.renderRoot.querySelectorAll('.column');
    sections.forEach((section, index) => {
      const column = this.#lab?.columns[index];
      for (const place of ['input', 'output'] as const) {
        const canvas = section.querySelector<HTMLCanvasElement>(`[data-map="${place}"]`);
        if (column && canvas) this.#painterOf(canvas).paint(column[place]);
      }
    });
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const maps = this.#maps(words);
    this.#lab = undefined;
    if ('note' in maps)
      return html`${this.themes.probe()}
        <p class="note" role=${maps.role}>${maps.note}</p>`;
    const settings = this.#settings;
    const map = this.#map.of([maps.image, this.channel], () => channelOf(maps.image, this.channel));
    const moved = this.#moved.of([map, ...this.shift], () => shifted(map, this.shift));
    const key = [settings.windowSize, settings.stride, settings.kernel];
    const answer = this.#answer.of([moved, ...key], () => solve(moved, settings));
    const before = this.#before.of([map, ...key], () => solve(map, settings));
    if ('error' in answer || 'error' in before) {
      // Both have the same size: either both fit or neither.
      const illegal = ('error' in answer ? answer : before) as Illegal;
      return html`${this.themes.probe()}
        <div part="base">${this.#illegal(illegal, words)}</div>`;
    }
    const lab = this.#labOf({ maps, map: moved, unmoved: map, solved: answer, before, words, numbers });
    this.#lab = lab;
    return html`${this.themes.probe()}
      <div part="base" class=${classMap({ narrow: lab.across < 5 })}>${poolingView(lab)}</div>
      ${tableTwin(() => poolingTable(lab), this.table, words, this.toggleTable)}`;
  }

  get #settings(): PoolingSettings {
    const windowSize = between(this.windowSize, ...windowSizes);
    const kernel = this.#kernel.of([this.kernel, windowSize], () => kernelFor(this.kernel, windowSize));
    return { windowSize, stride: between(this.stride ?? windowSize, 1, mostStride), kernel };
  }

  /** The image's, else the network's, else a picture to begin with. */
  #maps(words: PoolingMessages): Maps | Note {
    if (this.image) {
      this.sources.watch([]);
      const { image } = this;
      return (
        this.#given.of([image.data, image.shape], () => mapsOfImage(image)) ?? {
          note: words.badImage,
          role: 'alert',
        }
      );
    }
    const feed = this.#feed.read(
      this.view,
      this.data,
      (model) => {
        const stages = stagesOf(model);
        const stage = stages[stageNamed(stages, this.layer)];
        return stage ? [{ path: stage.path }] : [];
      },
      this.layer,
    );
    this.sources.watch(feed.sources);
    if (feed.state === 'failed') return { note: words.failed(feed.reason ?? ''), role: 'alert' };
    if (feed.state === 'empty')
      return this.#given.of([sampleMaps], sampleMaps) ?? { note: words.badImage, role: 'alert' };
    const { record } = feed;
    if (!record) return { note: words.loading, role: 'status' };
    const trace = this.#trace.of([record], () => new Trace(record));
    const index = stageNamed(trace.stages, this.layer);
    if (index < 0) return { note: words.noMaps(this.layer ?? ''), role: 'alert' };
    const maps = this.#given.of([trace, index], () => mapsOfTrace(trace, index));
    if (maps) return maps;
    if (feed.state === 'waiting') return { note: words.loading, role: 'status' };
    return { note: words.noValues(trace.stages[index]!.name), role: 'alert' };
  }

  #labOf(of: {
    readonly maps: Maps;
    /** Shifted. */
    readonly map: PlainImage;
    readonly unmoved: PlainImage;
    readonly solved: Solved;
    readonly before: Solved;
    readonly words: PoolingMessages;
    readonly numbers: Numbers;
  }): Lab {
    const { maps, map, solved, before, words, numbers } = of;
    const settings = this.#settings;
    const palette: Palette = this.themes.palette;
    const width = this.#size.of('host')?.width ?? (this.clientWidth || 960);
    const channels = maps.image.shape[2];
    const cell = this.#chosenOf(solved);
    const key = [map, ...Object.values(settings)];
    const shares = this.#shares.of(key, () => sharesOf(map, settings, solved));
    const pinned = this.isPinned ? cell : undefined;
    const gradients = this.gradient
      ? pinned
        ? this.#gradients.of([...key, ...pinned], () => gradientsAt(map, settings, solved, pinned))
        : shares
      : undefined;
    // One scale for all columns, so that what is spread looks spread.
    const limit = gradients ? Math.max(...wayNames.map((way) => largestSize(gradients[way]))) : 1;
    const gradientScale = { kind: 'signed', limit } as const;
    const columns = columnsOf({
      map,
      scale: maps.scaleOf(of.unmoved),
      solved,
      before,
      settings,
      channels,
      shares,
      gradients,
      gradientScale,
      cell,
      width: columnWidth(width),
      ramps: palette.ramps,
      gradientRamps: palette.gradientRamps,
      colour: palette.colour,
      write: (value, digits) => numbers.fixed(value, digits),
    });
    const { windowSize } = settings;
    const { multiplications } = costOf('convolution', channels, { windowSize, output: solved.plan.output });
    const isTooLarge = multiplications > mostTimed;
    const timing = [...maps.image.shape, ...Object.values(settings)].join(' ');
    return {
      solved,
      columns,
      settings,
      inputSize: [map.shape[0], map.shape[1]],
      layer: maps.layer,
      recordedAt: this.image ? undefined : this.data?.recordedAt,
      channel: between(this.channel, 0, channels - 1),
      channels,
      shift: this.shift,
      cell,
      isPinned: this.isPinned,
      isGradient: this.gradient,
      gradientScale,
      isEqual: this.#isEqual(settings),
      refused: this.refused,
      times: this.#measuring.timesOf(timing),
      isMeasuring: this.#measuring.isOn,
      isTooLarge,
      across: columnsAcross(width),
      isTight: columnWidth(width) < 200,
      words,
      numbers,
      live: this.live,
      editing: this.#editing,
      set: (change) => Object.assign(this, change),
      choose: (channel) => this.#choose(maps, channel),
      shiftBy: (down, right) => this.#shiftBy(down, right),
      putBack: () => (this.shift = [0, 0]),
      useEqual: () => this.#changeKernel(equalKernel(windowSize)),
      measure: () => {
        const ways = (['max', 'average', 'l2', 'convolution'] as const).filter(
          (way) => way !== 'convolution' || !isTooLarge,
        );
        const jobs = ways.map((way) => ({ way, run: runOf(way, maps.image, settings) }));
        void this.#measuring.start(timing, jobs);
      },
      point: (cell) => this.#point(cell),
      pin: (cell) => this.#pin(cell),
      onKey: this.#onKey,
      onShiftKey: this.#onShiftKey,
    };
  }

  #illegal({ error, nearest }: Illegal, words: PoolingMessages): TemplateResult {
    return html`<div class="illegal" role="alert">
      <b>${words.illegal}</b>
      <p class="note">${error.message}</p>
      ${
        nearest === undefined
          ? nothing
          : html`<button
              type="button"
              class="button"
              part="nearest"
              @click=${() => (this.windowSize = nearest)}
            >
              ${words.useWindow(String(nearest))}
            </button>`
      }
    </div>`;
  }

  #painterOf(canvas: HTMLCanvasElement): MapPainter {
    let painter = this.#painters.get(canvas);
    if (!painter) this.#painters.set(canvas, (painter = new MapPainter(canvas)));
    return painter;
  }

  /** The chosen cell where the output has it, else the largest of the maxima. */
  #chosenOf({ plan, outputs }: Solved): Cell {
    const [height, width] = plan.output;
    if (this.cell) return [Math.min(height - 1, this.cell[0]), Math.min(width - 1, this.cell[1])];
    const { values } = outputs.max;
    let best = 0;
    for (let at = 1; at < values.length; at++) if (values[at]! > values[best]!) best = at;
    return [Math.floor(best / width), best % width];
  }

  #isEqual({ kernel, windowSize }: PoolingSettings): boolean {
    return kernel.flat().join() === equalKernel(windowSize).flat().join();
  }

  #changeKernel(kernel: KernelMatrix): void {
    if (this.dispatchEvent(new CnnKernelChangeEvent(kernel, 0))) {
      this.kernel = kernel;
      this.refused = undefined;
    } else this.requestUpdate();
  }

  /** An image's channel is nobody's unit. */
  #choose({ layer }: Maps, channel: number): void {
    if (layer === undefined || this.dispatchEvent(new CnnUnitSelectEvent({ layer, unit: channel })))
      this.channel = channel;
    else this.requestUpdate();
  }

  #shiftBy(down: number, right: number): void {
    const [before, across] = this.shift;
    this.shift = [
      between(before + down, -mostShift, mostShift),
      between(across + right, -mostShift, mostShift),
    ];
  }

  #point(cell: Cell): void {
    if (!this.isPinned) this.cell = cell;
  }

  /** The same cell again lets go of it. */
  #pin(cell: Cell): void {
    const isSame = this.isPinned && this.cell?.join() === cell.join();
    this.cell = cell;
    this.isPinned = !isSame;
  }

  readonly #onShiftKey = (event: KeyboardEvent): void => {
    const step = arrowSteps[event.key];
    if (step) this.#shiftBy(...step);
    else if (event.key === 'Escape') this.shift = [0, 0];
    else return;
    event.preventDefault();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#lab) return;
    const { cell, solved } = this.#lab;
    const [height, width] = solved.plan.output;
    const step = arrowSteps[event.key];
    if (step)
      this.cell = [between(cell[0] + step[0], 0, height - 1), between(cell[1] + step[1], 0, width - 1)];
    else if (event.key === 'Enter' || event.key === ' ') this.#pin(cell);
    else if (event.key === 'Escape' && this.isPinned) this.isPinned = false;
    else return;
    event.preventDefault();
  };
}

const arrowSteps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};
