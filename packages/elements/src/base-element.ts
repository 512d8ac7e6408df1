/** What all elements share: session, theme, language, one render a frame. It draws nothing itself. */
import type { ModelSession } from '@convlens/types';
import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { selectionContext, sessionContext } from './context.js';
import { askAgainWhenDefined } from './controllers/provider-wait.js';
import { SessionView } from './controllers/session-view.js';
import { SourceController } from './controllers/source-controller.js';
import { ThemeController } from './controllers/theme-controller.js';
import type { Unit } from './events/unit-select.js';
import type { Playhead } from './selection.js';
import { chooseTable, nearestLanguage } from './messages/language.js';
import type { MessageTables } from './messages/language.js';
import { Numbers } from './messages/numbers.js';

export abstract class CnnElement extends LitElement {
  /** The network to watch; without it, that of the nearest host which provides one (`<cnn-model>`). */
  @property({ attribute: false }) session: ModelSession | undefined;
  /** `light`, `dark` or `auto` (the system's); without it the page's `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Shows the same numbers as a table below the picture. */
  @property({ type: Boolean, reflect: true }) table = false;
  /**
   * How often it has rendered: at most once a frame. For tests.
   * @internal
   */
  renderCount = 0;

  /** While a run goes on it renders in one frame of so many: what changes slowly leaves room for what changes fast. */
  protected readonly pace: number = 1;
  protected readonly sources = new SourceController(this);
  protected readonly themes = new ThemeController(this);
  readonly #consumer = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  readonly #pointer = new ContextConsumer(this, { context: selectionContext, subscribe: true });
  readonly #pointed = new SourceController(this);
  #view: SessionView | undefined;
  #numbers: { readonly language: string; readonly numbers: Numbers } | undefined;
  #stopAsking: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#consumer.value)
      this.#stopAsking = askAgainWhenDefined(this, () => {
        this.#consumer.hostConnected();
        this.#pointer.hostConnected();
      });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopAsking?.();
  }

  /** The session that counts: the property's, else the context's. */
  protected get view(): SessionView | undefined {
    const session = this.session ?? this.#consumer.value;
    if (session !== this.#view?.session) this.#view = session && new SessionView(session);
    return this.#view;
  }

  /** What is pointed at in any view of the same host. Whoever asks while rendering is drawn again when it changes. */
  protected get linked(): Unit | undefined {
    this.#pointed.watch([this.#pointer.value]);
    return this.#pointer.value?.current;
  }

  /** Where a training step that is shown slowly is. */
  protected get playhead(): Playhead | undefined {
    this.#pointed.watch([this.#pointer.value]);
    return this.#pointer.value?.playhead;
  }

  /** Lets the other views show a training step slowly; undefined ends it. */
  protected play(at: Playhead | undefined): void {
    this.#pointer.value?.play(at);
  }

  /** Lets the other views show the same; undefined lets go of it. */
  protected link(unit: Unit | undefined): void {
    this.#pointer.value?.point(unit);
  }

  /** For `aria-live`: while a run goes on, numbers change by themselves, and nobody could listen to that. */
  protected get live(): 'polite' | 'off' {
    return this.view?.session.state.current?.phase === 'training' ? 'off' : 'polite';
  }

  protected readonly toggleTable = (): void => {
    this.table = !this.table;
  };

  protected speak<M>(tables: MessageTables<M>): { readonly words: M; readonly numbers: Numbers } {
    const { language, words } = chooseTable(tables, nearestLanguage(this));
    if (this.#numbers?.language !== language) this.#numbers = { language, numbers: new Numbers(language) };
    return { words, numbers: this.#numbers.numbers };
  }

  /** Later renders wait for a frame and are made together; the first is made at once, so that nothing jumps. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextFrame();
    for (let frame = 1; this.live === 'off' && frame < this.pace; frame++) await nextFrame();
    this.renderCount += 1;
    await super.scheduleUpdate();
  }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
