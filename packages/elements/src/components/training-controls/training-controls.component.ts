/** `<cnn-training-controls>`, unregistered. */
import type { ModelCommand, ModelSession, SessionState } from '@convlens/types';
import { html, nothing, svg } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { CnnElement } from '../../base-element.js';
import { CnnCommandEvent } from '../../events/command.js';
import type { Numbers } from '../../messages/numbers.js';
import { choice, toggle } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { SlowMotion } from './slow-motion.js';
import { messages } from './training-controls.messages.js';
import type { TrainingControlsMessages } from './training-controls.messages.js';
import { styles } from './training-controls.styles.js';

/**
 * @tagname cnn-training-controls
 * @summary Starts, pauses, steps and resets the training of the network, and says where it is.
 * @event {CnnCommandEvent} cnn-command - A button was pressed; `preventDefault()` keeps the command from the session.
 * @csspart base - All of it.
 * @csspart primary - The button that trains, pauses and resumes.
 * @csspart step - The button that makes one step.
 * @csspart slow - The places of a step that is shown slowly.
 * @csspart status - The line below.
 */
export class CnnTrainingControls extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** A state to show instead of a session's; commands then go out as events only. */
  @property({ attribute: false }) data: SessionState | undefined;

  /** Leaves out the button for one step. */
  @property({ type: Boolean, attribute: 'no-step' }) noStep = false;
  /** Leaves out learning rate and batch size. */
  @property({ type: Boolean, attribute: 'no-settings' }) noSettings = false;
  /** Leaves out the switch for slow motion. */
  @property({ type: Boolean, attribute: 'no-slow' }) noSlow = false;
  /** Shows a single step slowly: layer by layer forward, then backward, in every view of the same host. */
  @property({ type: Boolean, reflect: true }) slow = false;

  @state() private refusal: Error | undefined;
  readonly #motion = new SlowMotion(this, (at) =>
    this.play(at ?? (this.slow ? { phase: 'armed' } : undefined)),
  );
  /** The session that was seen with loaded weights: those are what a reset leads back to. */
  #loadedIn: ModelSession | undefined;

  protected override render(): TemplateResult {
    const source = this.data ? undefined : this.view?.session.state;
    this.sources.watch([source]);
    const shown = this.data ?? source?.current;
    if (shown?.weights === 'loaded') this.#loadedIn = this.view?.session;
    const { words, numbers } = this.speak(messages);
    return html`${this.themes.probe()}
      <div part="base" role="group" aria-label=${words.group}>
        ${this.#buttons(shown, words)}${this.#settings(shown, words, numbers)}${this.#slowMotion(words)}
        <p part="status" class="status">${this.#status(shown, source?.error, words, numbers)}</p>
        <p class="visually-hidden" role="status">${shown ? words.phases[shown.phase] : ''}</p>
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('slow')) return;
    // Views watch the step before it is made.
    if (this.slow) this.play({ phase: 'armed' });
    else if (changed.get('slow') !== undefined) {
      this.#motion.end();
      this.play(undefined);
    }
  }

  /** What is changed in mid-run takes effect with the next step. */
  #settings(
    shown: SessionState | undefined,
    words: TrainingControlsMessages,
    numbers: Numbers,
  ): TemplateResult {
    if (!shown || this.noSettings) return html`${nothing}`;
    const { learningRate, batchSize } = shown.settings;
    return html`<div class="settings">
      ${numberChoice(
        words.learningRate,
        learningRate,
        learningRates,
        (value) => numbers.scientific(value, 1),
        (value) => void this.#send({ type: 'setLearningRate', learningRate: value }),
      )}
      ${numberChoice(
        words.batchSize,
        batchSize,
        batchSizes,
        (value) => numbers.integer(value),
        (value) => void this.#send({ type: 'setBatchSize', batchSize: value }),
      )}
    </div>`;
  }

  /** The switch and, while a step is shown, its places to play, stop and scrub. */
  #slowMotion(words: TrainingControlsMessages): TemplateResult | typeof nothing {
    if (this.noSlow) return nothing;
    const { place, index, count, isPlaying } = this.#motion;
    const where = place && words.slowPlace[place.phase](place.layer);
    return html`${toggle(words.slow, this.slow, (isOn) => (this.slow = isOn))}
    ${
      place
        ? html`<div class="slow" part="slow">
            <button
              class="button icon"
              aria-label=${isPlaying ? words.pause : words.resume}
              @click=${this.#motion.toggle}
            >
              ${isPlaying ? pauseIcon : playIcon}
            </button>
            <input
              type="range"
              min="0"
              max=${count - 1}
              aria-label=${words.slowTime}
              aria-valuetext=${where!}
              .value=${live(String(index))}
              @input=${(event: Event) => this.#motion.goTo((event.target as HTMLInputElement).valueAsNumber)}
            />
            <span class="small" role="status">${where}</span>
          </div>`
        : nothing
    }`;
  }

  async #step(shown: SessionState | undefined): Promise<void> {
    this.#motion.end();
    // Views that have just heard of slow motion begin to watch in their next frame.
    if (this.slow) await twoFrames();
    const isDone = await this.#send({ type: 'step' });
    if (!isDone || !this.slow || !shown) return;
    const isStill = this.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#motion.begin(shown.model, !isStill);
  }

  #hasLoaded(shown: SessionState | undefined): boolean {
    return shown?.provenance !== undefined || (!this.data && this.#loadedIn === this.view?.session);
  }

  #buttons(shown: SessionState | undefined, words: TrainingControlsMessages): TemplateResult {
    const phase = shown?.phase ?? 'idle';
    const isWaiting = !shown || phase === 'preparing';
    const [text, icon, command] = primaryOf(phase, words);
    const hasRun = phase === 'training' || phase === 'paused' || phase === 'ended';
    return html`<div class="row">
        <button
          part="primary"
          class="button primary"
          ?disabled=${isWaiting}
          @click=${() => this.#send(command)}
        >
          ${icon}<span>${text}</span>
        </button>
        ${
          this.noStep
            ? nothing
            : html`<button
                part="step"
                class="button icon"
                aria-label=${words.step}
                title=${words.step}
                ?disabled=${isWaiting || phase === 'training' || phase === 'ended'}
                @click=${() => this.#step(shown)}
              >
                ${stepIcon}
              </button>`
        }
      </div>
      ${hasRun ? html`<button class="text-button" @click=${() => this.#send({ type: 'reset' })}>${this.#hasLoaded(shown) ? words.back : words.reset}</button>` : nothing}`;
  }

  #status(
    shown: SessionState | undefined,
    error: Error | undefined,
    words: TrainingControlsMessages,
    numbers: Numbers,
  ): string {
    if (this.refusal) return words.refused(this.refusal.message);
    if (error) return words.failed(error.message);
    if (!shown) return this.view ? words.loading : words.noModel;
    if (shown.error) return words.endedEarly(shown.error.message);
    const { name, refused } = shown.backend;
    const runsOn = refused === undefined ? words.runsOn : words.runsSlowlyOn;
    const engine = runsOn(name, words.ways[shown.engine.way]);
    if (shown.phase === 'idle') return `${weightsOf(shown, words, numbers)} ${engine}`;
    if (shown.phase === 'preparing') return words.phases.preparing;
    const place = words.place(
      numbers.integer(shown.step),
      numbers.integer(shown.plannedSteps),
      numbers.integer(Math.max(1, shown.epoch)),
    );
    const rate = shown.imagesPerSecond
      ? `, ${words.rate(numbers.integer(Math.round(shown.imagesPerSecond)))}`
      : '';
    return `${words.phases[shown.phase]}: ${place}${rate}. ${engine}`;
  }

  /** Whether the session has done it. */
  async #send(command: ModelCommand): Promise<boolean> {
    this.refusal = undefined;
    if (!this.dispatchEvent(new CnnCommandEvent(command))) return false;
    if (command.type !== 'step') this.#motion.end();
    try {
      await this.view?.session.send(command);
      return this.view !== undefined;
    } catch (error) {
      this.refusal = error instanceof Error ? error : new Error(String(error));
      return false;
    }
  }
}

const learningRates = [0.0001, 0.0003, 0.001, 0.002, 0.005, 0.01, 0.03] as const;
const batchSizes = [1, 8, 16, 32, 64, 128, 256] as const;

/** One of several numbers; one that is none of them is among them while it holds. */
function numberChoice(
  label: string,
  value: number,
  offered: readonly number[],
  write: (value: number) => string,
  set: (value: number) => void,
): TemplateResult {
  const all = [...new Set([...offered, value])].sort((a, b) => a - b);
  const options = Object.fromEntries(all.map((each) => [String(each), write(each)]));
  return choice(label, String(value), options, false, (chosen) => set(Number(chosen)));
}

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

function primaryOf(
  phase: SessionState['phase'],
  words: TrainingControlsMessages,
): readonly [string, SVGTemplateResult, ModelCommand] {
  if (phase === 'training') return [words.pause, pauseIcon, { type: 'pause' }];
  if (phase === 'paused') return [words.resume, playIcon, { type: 'train' }];
  return [phase === 'ended' ? words.again : words.train, playIcon, { type: 'train', from: 'scratch' }];
}

function weightsOf(
  { weights, provenance }: SessionState,
  words: TrainingControlsMessages,
  numbers: Numbers,
): string {
  if (weights !== 'loaded') return words.untrained;
  const { epochs, testAccuracy } = provenance ?? {};
  return words.loaded(
    epochs === undefined ? undefined : numbers.integer(epochs),
    testAccuracy === undefined ? undefined : words.percent(numbers.fixed(testAccuracy * 100, 2)),
  );
}

const icon = (shape: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
const playIcon = icon(svg`<path d="M4 2.5v11l9-5.5z"/>`);
const pauseIcon = icon(svg`<path d="M4 3h3v10H4zM9 3h3v10H9z"/>`);
const stepIcon = icon(svg`<path d="M3 3v10l7-5zM11 3h2v10h-2z"/>`);
