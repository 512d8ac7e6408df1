/** `<cnn-activation>`, unregistered: the Non-linearity Lab. Numbers are `study.ts`' and `answers.ts`' work, pictures that of the views. */
import { isActivationName } from '@convlens/geometry';
import type { ActivationName, ActivationRecord, ImageBatch, ModelCommand } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordFeed } from '../../controllers/record-feed.js';
import type { Feed } from '../../controllers/record-feed.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnCommandEvent } from '../../events/command.js';
import { Last } from '../../last.js';
import { bendsOf } from '../../linear/bends.js';
import type { EqualKernel } from '../../linear/equal-kernel.js';
import { LinearError } from '../../linear/errors.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { Trace } from '../../trace/trace.js';
import { activationTable } from './activation-table.js';
import { messages } from './activation.messages.js';
import type { ActivationMessages } from './activation.messages.js';
import { styles } from './activation.styles.js';
import { compare, LinearAnswers, weightsOfMap } from './answers.js';
import type { Comparison } from './answers.js';
import { isOfLayer } from './lab.js';
import type { Lab, LinearPart, Where } from './lab.js';
import { labView } from './lab-view.js';
import { changedSince, LearnedSetting, settingOf } from './learned.js';
import type { Setting } from './learned.js';
import { neighbourOf, strongestCell } from './map-figure.js';
import type { Cell } from './map-figure.js';
import { pictureStudy } from './picture-study.js';
import { sampleStudy, studiedStages, studyOf } from './study.js';
import type { LayerStudy, Study } from './study.js';
import { tapsOf } from './taps.js';

/** A name that is none of a function is none. */
const functionConverter = {
  fromAttribute: (text: string | null): ActivationName | undefined =>
    isActivationName(text) ? text : undefined,
};

/**
 * @tagname cnn-activation
 * @summary The Non-linearity Lab: the function after a layer's sums as a curve with its derivative, one map before and after it, and what is left of a network without any.
 * @event {CnnCommandEvent} cnn-command - Another function or pooling was chosen, or training from scratch; `preventDefault()` keeps the command from the session.
 * @csspart base - All of it.
 * @csspart curve - The curve and its derivative.
 * @csspart readout - The chosen cell in a sentence.
 * @csspart advice - That the weights were learned with something else, and the button that trains.
 * @csspart retrain - That button.
 * @csspart linear - What is left without a function.
 * @csspart average - The button that pools by average.
 * @csspart agreement - How far the templates' scores are from the network's.
 * @csspart kernel - The one kernel of two convolutions, and what both ways make.
 * @csspart table-button - Opens the table of the map.
 * @csspart table - That table.
 */
export class CnnActivation extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** A recorded moment, instead of a session. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** A picture to bend instead: its edges, which have both signs. `[1, height, width, channels]`, at most 256 cells a side. */
  @property({ attribute: false }) image: ImageBatch | undefined;
  /** Name of a layer with a function after its sums; the first one without it. */
  @property() layer: string | undefined;
  /** Which of its maps, from 0. */
  @property({ type: Number }) unit = 0;
  /** The function to look at where no session lives: `linear`, `relu`, `leakyRelu`, `tanh` or `sigmoid`; the layer's own without it. */
  @property({ converter: functionConverter }) activation: ActivationName | undefined;

  protected override readonly pace = 4;
  @state() private cell: Cell | undefined;
  @state() private where: Where = 'all';
  @state() private kernelUnit = 0;
  @state() private refusal: string | undefined;

  readonly #size = new SizeController(this);
  readonly #feed = new RecordFeed();
  readonly #trace = new Last<Trace | undefined>();
  readonly #learned = new LearnedSetting();
  readonly #answers = new LinearAnswers();
  readonly #picture = new Last<Study | undefined>();
  readonly #plane = new Last<Float64Array>();
  readonly #comparison = new Last<Comparison | undefined>();

  protected override updated(): void {
    this.#size.observe('host', this);
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const isTraining = !this.data && this.live === 'off';
    const feed = this.#feed.read(
      this.view,
      this.data,
      (model) => tapsOf(model, this.layer, isTraining),
      `${this.layer ?? ''} ${isTraining}`,
    );
    this.sources.watch(feed.sources);
    const trace = this.#trace.of([feed.record], () => feed.record && new Trace(feed.record));
    const study = this.#study(feed, trace, words);
    if (typeof study === 'string')
      return html`${this.themes.probe()}
        <p class="note" role=${feed.state === 'failed' ? 'alert' : 'status'}>${study}</p>`;
    const name = isOfLayer(study)
      ? words.mapOf(study.layer, study.units > 1 ? study.unit : undefined)
      : this.image
        ? words.edges
        : words.sample;
    const lab = this.#lab(study, trace, isTraining, words);
    return html`${this.themes.probe()}
      <div part="base" class=${classMap({ narrow: lab.isNarrow })}>${labView(lab)}</div>
      ${tableTwin(() => activationTable(study, name, words, numbers), this.table, words, this.toggleTable)}`;
  }

  /** What there is to look at, or the sentence that says why there is nothing. */
  #study(feed: Feed, trace: Trace | undefined, words: ActivationMessages): Study | LayerStudy | string {
    if (this.image)
      return (
        this.#picture.of([this.image, this.activation], () =>
          pictureStudy(this.image!, this.activation ?? 'relu'),
        ) ?? words.badImage
      );
    if (feed.state === 'empty') return sampleStudy(this.activation ?? 'relu');
    if (feed.state === 'failed') return words.failed(feed.reason ?? '');
    if (!trace || feed.state === 'waiting') return words.loading;
    const studied = studiedStages(trace.stages);
    const index =
      this.layer === undefined ? studied[0] : studied.find((at) => trace.stages[at]!.name === this.layer);
    if (index === undefined) return words.noLayer;
    const chosen = this.data ? this.activation : undefined;
    const study = trace.memo(`study ${index} ${this.unit} ${chosen}`, () =>
      studyOf(trace, index, this.unit, chosen),
    );
    return study ?? (this.data ? words.noNumbers(trace.stages[index]!.name) : words.loading);
  }

  #lab(
    study: Study | LayerStudy,
    trace: Trace | undefined,
    isTraining: boolean,
    words: ActivationMessages,
  ): Lab {
    const { numbers } = this.speak(messages);
    const session = this.data ? undefined : this.view?.session;
    const phase = session?.state.current?.phase;
    return {
      study,
      cell: this.#cellOf(study),
      layers: trace ? studiedStages(trace.stages).map((index) => trace.stages[index]!.name) : [],
      where: session && this.where,
      changed: trace && this.#changed(trace),
      refusal: this.refusal,
      canTrain: phase !== 'training' && phase !== 'preparing',
      linear: trace && this.#linear(trace, isTraining),
      isNarrow: (this.#size.of('host')?.width ?? (this.clientWidth || 960)) < 720,
      isTable: this.table,
      ramps: this.themes.palette.ramps,
      words,
      numbers,
      live: this.live,
      choose: (activation) => this.#choose(activation, study),
      look: (change) => Object.assign(this, change),
      setWhere: (where) => (this.where = where),
      retrain: () => this.#send({ type: 'train', from: 'scratch' }),
      average: () => this.#send({ type: 'setPooling', layer: 'all', kind: 'average' }),
      point: (cell) => (this.cell = cell),
      walk: (key) => this.#walk(key, study),
      lookAtKernel: (unit) => (this.kernelUnit = unit),
    };
  }

  /** The chosen cell where the map has it, else the strongest. */
  #cellOf({ before, size: [height, width] }: Study): Cell {
    if (!this.cell) return strongestCell(before, width);
    return [Math.min(height - 1, this.cell[0]), Math.min(width - 1, this.cell[1])];
  }

  /** From the cell of now: two keys may come between one drawing and the next. */
  #walk(key: string, study: Study): boolean {
    const next = neighbourOf(this.#cellOf(study), key, study.size);
    if (!next) return false;
    this.cell = next;
    return true;
  }

  #changed(trace: Trace): Setting | undefined {
    const session = this.data ? undefined : this.view?.session;
    const now = session?.state.current;
    const learned = session && now && this.#learned.of(session, now);
    return learned && changedSince(learned, settingOf(trace.stages));
  }

  #linear(trace: Trace, isTraining: boolean): LinearPart | undefined {
    const { stages } = trace;
    const bends = bendsOf(stages);
    if (bends.some(({ kind }) => kind !== 'maximum')) return undefined;
    if (bends.length > 0) return { kind: 'maxima', bends, canAverage: !this.data };
    if (isTraining) return { kind: 'training' };
    const [first, last] = [stages[0]!, stages.at(-1)!];
    const kernel = this.#answers.kernel(trace);
    const found = kernel instanceof LinearError ? undefined : kernel;
    const kernelUnit = Math.min(this.kernelUnit, (found?.filter.shape[3] ?? 1) - 1);
    return {
      kind: 'linear',
      templates: last.kind === 'scores' ? this.#answers.templates(trace) : undefined,
      classNames: last.kind === 'scores' ? last.classNames : [],
      inputShape: [...first.size, first.count],
      kernel: found,
      kernelUnit,
      ...(found && this.#kernelMap(trace, found, kernelUnit)),
    };
  }

  /** Kept as they are while they are what they are: what is drawn twice is painted once. */
  #kernelMap(
    trace: Trace,
    kernel: EqualKernel,
    unit: number,
  ): { readonly plane: Float64Array; readonly comparison: Comparison | undefined } {
    return {
      plane: this.#plane.of([kernel, unit], () => weightsOfMap(kernel, unit)),
      comparison: this.#comparison.of([trace, kernel, unit], () => compare(trace, kernel, unit)),
    };
  }

  #choose(activation: ActivationName, study: Study | LayerStudy): void {
    if (this.data || !this.view || !isOfLayer(study)) {
      this.activation = activation;
      return;
    }
    const layer = this.where === 'all' ? 'all' : study.layer;
    this.#send({ type: 'setActivation', layer, activation });
  }

  #send(command: ModelCommand): void {
    this.refusal = undefined;
    if (!this.dispatchEvent(new CnnCommandEvent(command))) return;
    this.view?.session.send(command).catch((error: unknown) => {
      this.refusal = error instanceof Error ? error.message : String(error);
    });
  }
}
