/** `<cnn-training-controls>`, unregistered. */
import type { ModelCommand, ModelSession, SessionState } from '@convlens/types';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { CnnCommandEvent } from '../../events/command.js';
import type { Numbers } from '../../messages/numbers.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
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
 * @csspart status - The line below.
 */
export class CnnTrainingControls extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A state to show instead of a session's; commands then go out as events only. */
  @property({ attribute: false }) data: SessionState | undefined;

  @state() private refusal: Error | undefined;
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
        ${this.#buttons(shown, words)}
        <p part="status" class="status">${this.#status(shown, source?.error, words, numbers)}</p>
        <p class="visually-hidden" role="status">${shown ? words.phases[shown.phase] : ''}</p>
      </div>`;
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
        <button
          part="step"
          class="button icon"
          aria-label=${words.step}
          title=${words.step}
          ?disabled=${isWaiting || phase === 'training' || phase === 'ended'}
          @click=${() => this.#send({ type: 'step' })}
        >
          ${stepIcon}
        </button>
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

  #send(command: ModelCommand): void {
    this.refusal = undefined;
    if (!this.dispatchEvent(new CnnCommandEvent(command))) return;
    this.view?.session.send(command).catch((error: unknown) => {
      this.refusal = error instanceof Error ? error : new Error(String(error));
    });
  }
}

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
