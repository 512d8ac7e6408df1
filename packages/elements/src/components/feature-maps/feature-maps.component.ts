/** `<cnn-feature-maps>`, unregistered. */
import type { ActivationRecord, LayerSummary, ModelSummary, Source, TapValue } from '@convlens/types';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { FilmReel } from '../../film/film-reel.js';
import { filmStrip } from '../../film/film-strip.js';
import { filmStyles } from '../../film/film.styles.js';
import { savePicture } from '../../film/save-picture.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { legend } from '../../parts/legend.js';
import { choice } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { styleOf } from '../../parts/style-of.js';
import { tableTwin } from '../../parts/table-twin.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Planes } from '../../render/paint.js';
import { largestSize } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { stagesOf } from '../../trace/stages.js';
import type { MapsStage, Stage } from '../../trace/stages.js';
import type { Values } from '../../trace/trace.js';
import { contactSheet } from './contact-sheet.js';
import { messages } from './feature-maps.messages.js';
import type { FeatureMapsMessages } from './feature-maps.messages.js';
import { styles } from './feature-maps.styles.js';
import { factsOf, limitsOf, strongestFirst } from './map-facts.js';
import type { Place, Ranked } from './map-facts.js';
import { patchRow } from './patches.js';

/** So many are named; the others are in the table. */
const mostRanked = 8;

interface Shown {
  readonly stage: MapsStage;
  readonly values: Values;
  readonly limits: Float64Array;
  readonly scale: Scale;
  readonly ranked: readonly Ranked[];
}

/** Both at once or neither: the pictures, and what they are of. */
interface AnswerTaps {
  readonly patches: Source<TapValue> | undefined;
  readonly facts: Source<TapValue> | undefined;
}

/**
 * @tagname cnn-feature-maps
 * @summary Every map of one layer, over a run as a film, and what each answers to.
 * @event {CnnUnitSelectEvent} cnn-unit-select - The visitor chose a map; preventable.
 * @csspart base - All of it.
 * @csspart maps - The maps.
 * @csspart film - The moments of the run.
 * @csspart patches - What the chosen map answers to.
 * @csspart ranking - The maps by their largest answer.
 * @csspart readout - The chosen map in a sentence.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnFeatureMaps extends CnnElement {
  static override styles = [tokens, base, settingsStyles, filmStyles, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Name of a layer with maps; the first one without it. */
  @property() layer: string | undefined;
  /** The chosen map, from 0. */
  @property({ type: Number }) unit = 0;
  /** How far one end of the colour scale holds: `map` or `layer`. */
  @property() scale: 'map' | 'layer' = 'layer';
  /** Keeps moments of a run to scrub through. */
  @property({ type: Boolean, reflect: true }) film = false;
  /** Looks for what the chosen map answers to most among the digits that the network trains on. */
  @property({ type: Boolean, reflect: true }) answers = false;

  protected override readonly pace = 2;
  @state() private isTouched = false;
  /** Where a map was clicked: the ranking is of what answers there. */
  @state() private near: Place | undefined;
  readonly #reel = new FilmReel(this);
  readonly #stages = new Last<readonly Stage[]>();
  readonly #shown = new Last<Shown>();
  readonly #heldShown = new Last<Shown>();

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const state = this.data ? undefined : this.view?.session.state;
    const model = this.data?.model ?? state?.current?.model;
    const stage = model && this.#stageOf(model);
    const tap = stage && !this.data ? this.view?.tap({ path: stage.path }) : undefined;
    const wantsAnswers = this.answers && stage !== undefined && !this.data && this.view !== undefined;
    const [patches, facts] = ['patches', 'answers'].map((part) =>
      wantsAnswers ? this.view?.tap({ path: `${stage.name}/${part}` }) : undefined,
    );
    this.sources.watch([state, tap, patches, facts]);
    this.#reel.follow(this.film ? tap : undefined);
    const values = stage && this.#valuesOf(stage, tap?.current);
    if (!stage || !values) {
      const error = tap?.error ?? state?.error;
      const text = error
        ? words.failed(error.message)
        : model
          ? stage
            ? words.noImage
            : words.noMaps(this.layer)
          : this.view
            ? words.loading
            : words.noModel;
      return html`${this.themes.probe()}
        <p class="note" role=${error ? 'alert' : 'status'}>${text}</p>`;
    }
    const shown = this.#shown.of([stage, values, this.scale, this.near], () => this.#prepare(stage, values));
    const { held } = this.#reel;
    const heldShown =
      held &&
      this.#heldShown.of([stage, held.value, this.scale, this.near], () => this.#prepare(stage, held.value));
    return html`${this.themes.probe()}
      <div part="base">
        ${this.#head(shown, words, numbers)}
        <div class="side-by-side">
          ${
            held && heldShown
              ? html`<div>
                  <p class="small muted">${words.heldAt(numbers.integer(held.step))}</p>
                  ${this.#maps(heldShown, words, numbers, false)}
                </div>`
              : nothing
          }
          <div>
            ${held ? html`<p class="small muted">${words.moment(numbers.integer(this.#reel.shown?.step ?? 0))}</p>` : nothing}
            ${this.#maps(shown, words, numbers, true)}
          </div>
        </div>
        ${this.film && !this.data ? filmStrip(this.#reel, words, numbers, () => this.#save(shown, words, numbers)) : nothing}
        ${this.#ranking(shown, words, numbers)}${this.#readout(shown, words, numbers)}
        ${this.#answersOf(shown, model.classNames, { patches, facts }, words, numbers)}
        ${tableTwin(() => this.#table(shown, words, numbers), this.table, words, this.toggleTable)}
      </div>`;
  }

  #stageOf(model: ModelSummary): MapsStage | undefined {
    const stages = this.#stages.of([model], () => stagesOf(model));
    return stages.find(
      (stage): stage is MapsStage =>
        stage.kind === 'maps' && (this.layer === undefined || stage.name === this.layer),
    );
  }

  /** Of the moment that is looked at. */
  #valuesOf(stage: MapsStage, value: TapValue | undefined): Values | undefined {
    const shown = this.film ? this.#reel.shown?.value : undefined;
    const data = this.data ? this.data.tensors[stage.path]?.data : (shown ?? value?.data);
    return data?.length === stage.size[0] * stage.size[1] * stage.count ? data : undefined;
  }

  #prepare(stage: MapsStage, values: Values): Shown {
    const kind = stage.scale === 'pixel' ? 'activation' : stage.scale;
    return {
      stage,
      values,
      limits: limitsOf(values, stage.count),
      ranked: strongestFirst(values, [...stage.size, stage.count], this.near),
      scale: { kind, limit: largestSize(values) },
    };
  }

  #planesOf({ stage, values, limits }: Shown): Planes {
    const planes = mapsOf(values, [stage.size[0], stage.size[1], stage.count]);
    return this.scale === 'map' ? { ...planes, limits } : planes;
  }

  #head({ stage, scale }: Shown, words: FeatureMapsMessages, numbers: Numbers): TemplateResult {
    const [height, width] = stage.size;
    return html`<div class="head">
      <b>${words.title(stage.name)}</b>
      <span class="num muted small"
        >${words.shape(numbers.integer(stage.count), numbers.integer(height), numbers.integer(width))}</span
      >
      ${this.scale === 'map' ? html`<span class="small muted">${words.ownScale}</span>` : legend(scale, numbers)}
      ${choice(words.scale, this.scale, words.scales, false, (chosen) => (this.scale = chosen))}
    </div>`;
  }

  #maps(shown: Shown, words: FeatureMapsMessages, numbers: Numbers, isChosen: boolean): TemplateResult {
    const { stage, scale, limits } = shown;
    const planes = this.#planesOf(shown);
    const [height, width] = stage.size;
    const zoom = Math.max(1, Math.min(8, Math.floor((stage.count > 12 ? 70 : 96) / Math.max(height, width))));
    const size = styleOf({ '--map-width': `${width * zoom}px`, '--map-height': `${height * zoom}px` });
    const picture = (unit: number): TemplateResult => {
      const own = { ...planes, count: 1, offset: unit, ...(planes.limits && { limits: [limits[unit]!] }) };
      return html`<canvas class="pixels" ${tensorCanvas(own, scale, this.themes.palette.ramps)}></canvas>`;
    };
    const units = Array.from({ length: stage.count }, (_, unit) => unit);
    const { linked } = this;
    const isLinked = (unit: number): boolean => linked?.layer === stage.name && linked.unit === unit;
    if (!isChosen)
      return html`<div class="maps" aria-hidden="true" ${size}>
        ${units.map((unit) => html`<span class="held">${picture(unit)}</span>`)}
      </div>`;
    return html`<div
      class="maps"
      part="maps"
      role="group"
      aria-label=${words.title(stage.name)}
      ${size}
      @keydown=${this.#onKey}
    >
      ${units.map(
        (unit) =>
          html`<button
            type="button"
            class=${isLinked(unit) ? 'linked' : ''}
            data-unit=${unit}
            aria-pressed=${unit === this.unit}
            aria-label=${words.map(numbers.integer(unit), numbers.fixed(limits[unit]!, 2))}
            tabindex=${unit === Math.min(this.unit, stage.count - 1) ? 0 : -1}
            @click=${(event: MouseEvent) => this.#choose(stage.name, unit, clickedCell(event, stage.size))}
            @focus=${() => this.link({ layer: stage.name, unit })}
            @pointerenter=${() => this.link({ layer: stage.name, unit })}
            @pointerleave=${() => this.link(undefined)}
          >
            ${picture(unit)}
          </button>`,
      )}
    </div>`;
  }

  /** Which map answers most to this image, without being asked. */
  #ranking({ ranked }: Shown, words: FeatureMapsMessages, numbers: Numbers): TemplateResult | typeof nothing {
    if (ranked.length < 2) return nothing;
    const rest = ranked.length - mostRanked;
    const others = rest > 0 ? numbers.integer(rest) : undefined;
    const maps = ranked
      .slice(0, mostRanked)
      .map(({ unit, largest }) => words.ranked(numbers.integer(unit), numbers.fixed(largest, 2)));
    return html`<p class="ranking small muted num" part="ranking">
      ${
        this.near
          ? words.rankingNear(numbers.integer(this.near[0]), numbers.integer(this.near[1]), maps, others)
          : words.ranking(maps, others)
      }
    </p>`;
  }

  #readout({ stage, values }: Shown, words: FeatureMapsMessages, numbers: Numbers): TemplateResult {
    const { largest, row, column, on } = factsOf(values, [...stage.size, stage.count], this.unit);
    const isThere = this.unit >= 0 && this.unit < stage.count;
    const text =
      isThere && this.isTouched
        ? words.sentence(
            stage.name,
            numbers.integer(this.unit),
            numbers.fixed(largest, 3),
            numbers.integer(row),
            numbers.integer(column),
            numbers.integer(on),
          )
        : words.hint;
    return html`<p class="readout" part="readout" aria-live=${this.live}>${text}</p>`;
  }

  #answersOf(
    { stage }: Shown,
    classNames: readonly string[] | undefined,
    taps: AnswerTaps,
    words: FeatureMapsMessages,
    numbers: Numbers,
  ): TemplateResult {
    const button = html`<button
      type="button"
      class="button"
      part="answers-button"
      aria-expanded=${this.answers}
      @click=${() => (this.answers = !this.answers)}
    >
      ${words.answers}
    </button>`;
    if (!this.answers) return html`<div class="answers">${button}</div>`;
    const state = this.data ? undefined : this.view?.session.state;
    if (!state)
      return html`<div class="answers">
        ${button}
        <p class="note small">${words.answersNeedSession}</p>
      </div>`;
    const [patches, facts] = [taps.patches?.current, taps.facts?.current];
    const found = patches && facts ? { patches, facts } : undefined;
    // Digits that cannot load when training pauses fail the session, not the taps.
    const error = taps.patches?.error ?? taps.facts?.error ?? (found ? undefined : state.error);
    if (error)
      return html`<div class="answers">
        ${button}
        <p class="note small" role="alert">${words.answersFailed(error.message)}</p>
      </div>`;
    const isTraining = state.current?.phase === 'training';
    const ramps = this.themes.palette.ramps;
    return html`<div class="answers">
      ${button}
      ${found || isTraining ? nothing : html`<p class="note small" role="status">${words.looking}</p>`}
      ${isTraining ? html`<p class="note small" role="status">${words.looksInPause}</p>` : nothing}
      ${
        found &&
        html`<p class="note small">${words.answersTo(stage.name, numbers.integer(this.unit))}</p>
          ${patchRow(found.patches, found.facts, this.unit, classNames, ramps, words, numbers)}`
      }
    </div>`;
  }

  #table({ stage, values }: Shown, words: FeatureMapsMessages, numbers: Numbers) {
    const { table } = words;
    return {
      caption: table.caption(stage.name),
      head: [table.map, table.largest, table.place, table.mean, table.on],
      rows: Array.from({ length: stage.count }, (_, unit) => {
        const { largest, row, column, mean, on } = factsOf(values, [...stage.size, stage.count], unit);
        return [
          numbers.integer(unit),
          numbers.fixed(largest, 4),
          `[${row}, ${column}]`,
          numbers.fixed(mean, 4),
          numbers.integer(on),
        ];
      }),
    };
  }

  #save(shown: Shown, words: FeatureMapsMessages, numbers: Numbers): void {
    const step = this.#reel.shown?.step ?? 0;
    const title = `${words.title(shown.stage.name)}, ${words.moment(numbers.integer(step))}`;
    const planes = this.#planesOf(shown);
    const sheet = contactSheet(this.ownerDocument, planes, shown.scale, this.themes.palette, title);
    savePicture(sheet, `${shown.stage.name}-step-${step}`);
  }

  #choose(layer: LayerSummary['name'], unit: number, place: Place | undefined): void {
    const cell = place && { row: place[0], column: place[1] };
    if (!this.dispatchEvent(new CnnUnitSelectEvent({ layer, unit, ...cell }))) return;
    this.unit = unit;
    this.near = place;
    this.isTouched = true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : by && at + by;
    const next = to === undefined || at < 0 ? undefined : buttons[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
}

/** The cell of a map that a pointer has clicked; undefined for a click that keys or a script have made. */
function clickedCell(event: MouseEvent, [height, width]: readonly [number, number]): Place | undefined {
  if (event.detail === 0) return undefined;
  // Listened to where the map is drawn.
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const within = (share: number, length: number): number =>
    Math.max(0, Math.min(length - 1, Math.floor(share * length)));
  return [
    within((event.clientY - box.top) / box.height, height),
    within((event.clientX - box.left) / box.width, width),
  ];
}
