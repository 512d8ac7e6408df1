/** `<cnn-network>`, unregistered: the whole network in one picture. What a cell says and how a map opens are its neighbours' work. */
import type { ActivationRecord } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordFeed } from '../../controllers/record-feed.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import type { Unit } from '../../events/unit-select.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { placeIn } from '../../parts/place-in.js';
import { choice } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { sumFigureStyles } from '../../parts/sum-figure.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { valueGridStyles } from '../../parts/value-grid.styles.js';
import type { SceneLayout } from '../../scene/boxes.js';
import { cellAt, layoutScene } from '../../scene/layout.js';
import { directionOf, strongestCell, travel } from '../../scene/travel.js';
import { scalarsOf, setScalars } from '../../state/element-state.js';
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { readUnit } from '../../state/read-unit.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import type { CellAddress } from '../../trace/explain.js';
import { stepTapsOf, tapsOf } from '../../trace/stages.js';
import { lookInside } from '../../trace/look-inside.js';
import { Trace } from '../../trace/trace.js';
import type { ScaleSharing } from '../../trace/trace.js';
import { xrayStyles } from '../../xray/xray.styles.js';
import { cellFigureStyles } from '../../parts/cell-figures.styles.js';
import { signedBarStyles } from '../../parts/signed-bar.styles.js';
import { termStyles } from '../../parts/term-rows.styles.js';
import { cellZoom } from './cell-zoom.js';
import { caption } from './captions.js';
import { describe, titleOf } from './describe.js';
import { fieldOf } from '../../scene/field.js';
import { tables } from './network.messages.js';
import type { NetworkMessages } from './network.messages.js';
import { networkStyles } from './network.styles.js';
import { emptyText, readout, sentence } from './texts.js';
import { animateFrom, zoomPanel } from './zoom-frame.js';
import { Zooming } from './zooming.js';
import { zoomStyles } from './zoom.styles.js';
import { networkTable } from './network-table.js';
import { ScenePainter } from './scene-painter.js';
import { slowMoment, slowSentence } from './slow-motion.js';
import { scores } from './scores.js';
import { styleOf } from '../../parts/style-of.js';

/**
 * @tagname cnn-network
 * @summary The whole network: input, kernels, every feature map, the classifier and its verdict.
 * @slot input - A `<cnn-draw-pad>`, or another source of images: stands before the network and is joined to it.
 * @slot aside - What goes with it: below the input where there is room, else below the network.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor opened a map or went back; preventable.
 * @csspart base - The picture with its captions.
 * @csspart readout - The line that says what is pointed at.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 * @cssproperty --cnn-page - Paper: zero of every scale.
 * @cssproperty --cnn-ink - Ink.
 */
export class CnnNetwork extends CnnElement {
  static override styles = [
    tokens,
    base,
    networkStyles,
    zoomStyles,
    settingsStyles,
    valueGridStyles,
    sumFigureStyles,
    cellFigureStyles,
    termStyles,
    signedBarStyles,
    xrayStyles,
  ];

  /** A recorded moment; without it the session's live one. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** CSS pixels a cell of a map: 2 beside other things, 3 alone. */
  @property({ type: Number }) unit = 2;
  /** How far one end of the colour scales holds: `map`, `layer` or `shared` by all layers. */
  @property() scale: ScaleSharing = 'layer';
  /** What is looked into: a map; one of its cells, with `row` and `column`; a unit. Undefined is the whole network. */
  @property({ attribute: false }) opened: Unit | undefined;

  /** What is opened and how it is drawn, as plain data for a link. @throws StateError when set to what is no such state. */
  get state(): LinkState<object> {
    return linkState(this.localName, {
      ...scalarsOf(this),
      ...(this.opened && { opened: { ...this.opened } }),
    });
  }
  set state(data: unknown) {
    const { opened, ...scalars } = readLinkState(data, this.localName).settings;
    const unit = opened === undefined ? undefined : readUnit(opened);
    setScalars(this, scalars);
    this.opened = unit;
  }

  protected override readonly pace = 2;
  @state() private pointed: CellAddress | undefined;
  @query('.tensors') private readonly tensors!: HTMLCanvasElement | null;
  @query('.edges') private readonly edges!: HTMLCanvasElement | null;
  @query('.walk') private readonly walk!: HTMLElement | null;

  readonly #size = new SizeController(this);
  readonly #feed = new RecordFeed();
  readonly #slowFeed = new RecordFeed();
  readonly #painter = new ScenePainter();
  #trace: Trace | undefined;
  #record: ActivationRecord | undefined;
  #layout: SceneLayout | undefined;
  readonly #lastLayout = new Last<SceneLayout>();
  #tapped: string | undefined;
  #opensOnClick = false;
  #isTouch: boolean | undefined;
  #openedFrom: { readonly x: number; readonly y: number } | undefined;
  #takesFocus = false;
  readonly #zoom = this.#makeZooming();

  /**
   * How often the picture has been drawn: at most once a frame. For tests.
   * @internal
   */
  get drawCount(): number {
    return this.#painter.drawCount;
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(tables);
    const live = this.#feed.read(this.view, this.data, tapsOf);
    const slow =
      this.playhead && !this.data ? this.#slowFeed.read(this.view, undefined, stepTapsOf) : undefined;
    this.sources.watch([...live.sources, ...(slow?.sources ?? [])]);
    const feed = slow && this.playhead?.phase !== 'armed' && slow.record ? slow : live;
    const trace = this.#traceOf(feed.record);
    if (!trace)
      return html`${this.themes.probe()}${this.#side(undefined)}
        <p class="note" part="note">${emptyText(feed, words)}</p>`;
    const layout = this.#layoutOf(trace);
    const inner = this.#zoom.cell;
    if (inner)
      return this.#zoom.isTakenApart(inner)
        ? this.#takenApart(trace, layout, inner, words, numbers)
        : this.#zoomed(trace, layout, inner, words, numbers);
    const pointed = this.#shownAt(trace);
    const description = pointed && describe(trace, pointed, words, numbers);
    return html`${this.themes.probe()}
      <div class="stage" part="base" ${styleOf({ height: `${layout.height}px` })}>
        <div
          class="walk"
          role="application"
          tabindex="0"
          aria-label="${words.label}. ${words.keys}"
          ${styleOf({ height: `${layout.height}px` })}
          @keydown=${this.#onKey}
          @focus=${this.#onFocus}
          @pointermove=${this.#onPoint}
          @pointerleave=${this.#onLeave}
          @pointerdown=${this.#onPress}
          @click=${this.#onClick}
        >
          <canvas class="tensors" role="img" aria-label=${sentence(trace, words, numbers)}></canvas>
          <canvas class="edges" aria-hidden="true"></canvas>
        </div>
        ${this.#side(layout)}
        <div class="captions">
          ${trace.stages.map((_, index) => caption(trace, layout, index, words, numbers))}
        </div>
        <div class="scores" aria-hidden="true">${this.#scores(trace, layout, words, numbers)}</div>
        ${this.#field(trace, layout)}${this.#invitation(trace, layout, words)}
      </div>
      ${layout.flow === 'down' ? html`<div class="below"><slot name="aside"></slot></div>` : nothing}
      <div class="foot">
        ${readout(description, slowSentence(trace, this.playhead, words, numbers) ?? this.#rest(words), this.live)}
        ${choice(words.scale, this.scale, words.scales, false, (scale) => (this.scale = scale))}
      </div>
      ${tableTwin(() => networkTable(trace, words, numbers), this.table, words, this.toggleTable)}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('opened')) this.#moveFocus(changed.get('opened'));
    this.#draw();
    this.#size.observe('host', this);
    this.#size.observe('side', this.renderRoot.querySelector('.host'));
  }

  #draw(): void {
    const { tensors, edges } = this;
    if (!this.#trace || !this.#layout || !tensors || !edges) return;
    this.#painter.draw(
      { tensors, edges },
      this.#trace,
      this.#layout,
      this.themes.palette,
      this.#shownAt(this.#trace),
      slowMoment(this.#trace, this.playhead),
      this.live === 'off',
      this.#again,
    );
  }

  readonly #again = (): void => this.requestUpdate();

  #zoomed(
    trace: Trace,
    scene: SceneLayout,
    inner: CellAddress,
    words: NetworkMessages,
    numbers: Numbers,
  ): TemplateResult {
    const isDown = scene.flow === 'down';
    const view = lookInside(trace, inner)!;
    const panel = {
      trace,
      view,
      scene,
      palette: this.themes.palette,
      words,
      numbers,
      title: titleOf(trace, inner, words, numbers),
      onPoint: this.#zoom.onMapPoint,
      onKey: this.#zoom.onMapKey,
      leave: this.#zoom.leave,
      go: (unit: number): void => this.#open({ ...inner, unit }),
      toCell: (): void => this.#zoom.takeApart(inner),
    };
    return html`${this.themes.probe()}
      <div class="stage" part="base" @keydown=${this.#zoom.onKey}>
        ${this.#side(scene)}${zoomPanel(panel)}
      </div>
      ${isDown ? html`<div class="below"><slot name="aside"></slot></div>` : nothing}
      ${readout(describe(trace, inner, words, numbers), '', this.live)}
      ${view.strands.length > 1 ? html`<p class="note small">${words.kernelNote}</p>` : nothing}
      ${tableTwin(() => networkTable(trace, words, numbers), this.table, words, this.toggleTable)}`;
  }

  #takenApart(
    trace: Trace,
    scene: SceneLayout,
    cell: CellAddress,
    words: NetworkMessages,
    numbers: Numbers,
  ): TemplateResult {
    const { inside, leave } = this.#zoom;
    const zoom = {
      trace,
      cell,
      picks: inside.picks,
      scene,
      palette: this.themes.palette,
      words,
      numbers,
      pick: inside.pick,
      leave,
      toMap: this.#zoom.toMap(cell),
    };
    return html`${this.themes.probe()}
      <div class="stage" part="base" @keydown=${this.#zoom.onKey}>${this.#side(scene)}${cellZoom(zoom)}</div>
      ${scene.flow === 'down' ? html`<div class="below"><slot name="aside"></slot></div>` : nothing}
      ${readout(describe(trace, cell, words, numbers), '', this.live)}`;
  }

  /** Into the map that has opened, and back to the network when it closes. */
  #moveFocus(before: Unit | undefined): void {
    const hadFocus = this.#takesFocus;
    this.#takesFocus = false;
    const zoom = this.renderRoot.querySelector<HTMLElement>('.zoom');
    if (zoom && !before) animateFrom(zoom, this.#openedFrom);
    const target = zoom && (zoom.querySelector<HTMLElement>('.whole') ?? zoom);
    if (hadFocus) (target ?? this.walk)?.focus({ preventScroll: true });
  }

  #makeZooming(): Zooming {
    // Read when they are asked for: a class of its own knows no private fields of this one.
    const trace = (): Trace | undefined => this.#trace;
    const opened = (): Unit | undefined => this.opened;
    return new Zooming({
      get trace() {
        return trace();
      },
      get opened() {
        return opened();
      },
      open: (target) => this.#select(target),
      requestUpdate: () => this.requestUpdate(),
    });
  }

  /** Whether the page let it. */
  #select(target: Unit | undefined): boolean {
    if (!this.dispatchEvent(new CnnUnitSelectEvent(target))) return false;
    this.#takesFocus = true;
    this.opened = target;
    return true;
  }

  /** The cell that is pointed at here, else the one that another view points at. */
  #shownAt(trace: Trace): CellAddress | undefined {
    const { linked } = this;
    if (this.pointed || !linked) return this.pointed;
    const stage = trace.stages.findIndex(({ name }) => name === linked.layer);
    if (stage === -1 || !(linked.unit < trace.stages[stage]!.count)) return undefined;
    const strongest = strongestCell(trace, stage, linked.unit);
    const { row = strongest.row, column = strongest.column } = linked;
    return { ...strongest, row, column };
  }

  #traceOf(record: ActivationRecord | undefined): Trace | undefined {
    if (record !== this.#record || this.#trace?.sharing !== this.scale) {
      const isSameModel = record && record.model === this.#trace?.model;
      this.#trace = record && new Trace(record, isSameModel ? this.#trace!.stages : undefined, this.scale);
      this.#record = record;
      if (!isSameModel) this.pointed = undefined;
    }
    return this.#trace;
  }

  #layoutOf({ stages }: Trace): SceneLayout {
    const width = this.#size.of('host')?.width ?? this.clientWidth;
    const slotHeight = this.#size.of('side')?.height ?? 0;
    this.#layout = this.#lastLayout.of([stages, width, slotHeight, this.unit], () =>
      layoutScene(stages, { width: Math.max(280, width), unit: this.unit, slotHeight }),
    );
    return this.#layout;
  }

  #side(layout: SceneLayout | undefined): TemplateResult {
    const isDown = layout?.flow === 'down';
    const style = styleOf(layout && !isDown ? { width: '224px' } : {});
    return html`<div class=${classMap({ host: layout !== undefined, down: isDown })} ${style}>
      <slot name="input"></slot>${isDown ? nothing : html`<slot name="aside"></slot>`}
    </div>`;
  }

  #scores(
    trace: Trace,
    layout: SceneLayout,
    words: NetworkMessages,
    numbers: Numbers,
  ): readonly TemplateResult[] {
    return trace.stages.flatMap((stage, index) => {
      if (stage.kind !== 'scores') return [];
      const at = this.#shownAt(trace);
      const pointed = at?.stage === index ? at.unit : undefined;
      return scores(
        { trace, index, stage, layout, ramps: this.themes.palette.ramps, pointed },
        words,
        numbers,
      );
    });
  }

  #field(trace: Trace, layout: SceneLayout): TemplateResult | typeof nothing {
    const pointed = this.#shownAt(trace);
    const field = pointed && fieldOf(trace.stages, layout, pointed);
    if (!field) return nothing;
    const { x, y, width, height } = field;
    const place = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
    return html`<div class="field" part="field" ${styleOf(place)}></div>`;
  }

  #invitation(trace: Trace, layout: SceneLayout, words: NetworkMessages): TemplateResult | typeof nothing {
    if (trace.values(0)) return nothing;
    const box = layout.stages[1]?.boxes[0] ?? { x: 0, y: 0 };
    return html`<p class="invitation" ${styleOf({ left: `${box.x}px`, top: `${box.y}px` })}>
      ${words.noImage}
    </p>`;
  }

  #rest(words: NetworkMessages): string {
    // Asked once, until it is seen what the visitor uses: the answer makes the browser lay out the page in the middle of a render.
    this.#isTouch ??= this.ownerDocument.defaultView?.matchMedia('(hover: none)').matches ?? false;
    const recorded = this.data?.recordedAt ? ` ${words.recorded(this.data.recordedAt)}` : '';
    return `${this.#isTouch ? words.rest.touch : words.rest.pointer} ${words.edges}${recorded}`;
  }

  #cellUnder(event: PointerEvent | MouseEvent): CellAddress | undefined {
    if (!this.#trace || !this.#layout || !this.walk) return undefined;
    return cellAt(this.#trace.stages, this.#layout, ...placeIn(this.walk, event));
  }

  readonly #onPoint = (event: PointerEvent): void => {
    this.#isTouch = event.pointerType === 'touch';
    if (this.#isTouch) return;
    const cell = this.#cellUnder(event);
    if (this.walk) this.walk.style.cursor = cell ? 'pointer' : '';
    this.#point(cell);
  };

  readonly #onLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#point(undefined);
  };

  /** With a finger the first tap points and the second opens. */
  readonly #onPress = (event: PointerEvent): void => {
    const cell = this.#cellUnder(event);
    const key = cell && `${cell.stage} ${cell.unit}`;
    this.#opensOnClick = event.pointerType === 'mouse' || (key !== undefined && key === this.#tapped);
    this.#tapped = key;
    if (event.pointerType === 'touch') this.#point(cell);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const cell = this.#cellUnder(event);
    if (cell && this.#opensOnClick) this.#open(cell);
  };

  readonly #onFocus = (): void => {
    if (this.#trace && !this.pointed && this.walk?.matches(':focus-visible'))
      this.#point(strongestCell(this.#trace, 1, 0));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#trace || !this.#layout) return;
    const direction = directionOf(event.key, this.#layout.flow);
    if (direction) this.#point(travel(this.#trace, this.pointed, direction));
    else if (event.key === 'Enter' && this.pointed) this.#open(this.pointed);
    else if (event.key === 'Escape' && this.pointed) this.#point(undefined);
    else return;
    event.preventDefault();
  };

  #point(cell: CellAddress | undefined): void {
    if (JSON.stringify(cell) === JSON.stringify(this.pointed)) return;
    this.pointed = cell;
    const stage = cell && this.#trace!.stages[cell.stage]!;
    // A strip is a map in another form: others know it by that map.
    const layer = stage?.kind === 'strips' ? this.#trace!.stages[cell!.stage - 1]!.name : stage?.name;
    this.link(
      layer === undefined ? undefined : { layer, unit: cell!.unit, row: cell!.row, column: cell!.column },
    );
  }

  #open(cell: CellAddress): void {
    const { stages } = this.#trace!;
    // A strip is the map before it in another form; the other kinds have no inside to show.
    const stage = stages[cell.stage]!.kind === 'strips' ? cell.stage - 1 : cell.stage;
    const { kind, name } = stages[stage]!;
    const target = { layer: name, unit: cell.unit };
    if (!this.dispatchEvent(new CnnUnitSelectEvent(target)) || kind === 'image') return;
    const from = this.#layout?.stages[stage]?.boxes[cell.unit];
    this.#openedFrom = from && { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    this.#takesFocus = this.opened === undefined;
    this.pointed = { ...cell, stage };
    this.#zoom.inside.lookAt(this.pointed);
    this.opened = target;
  }
}
