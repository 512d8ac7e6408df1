/** `<cnn-model>`: a network for the elements inside it. Defining it is `./model.js`'s work. */
import { Selection, selectionContext, sessionContext } from '@convlens/elements';
import type { ModelSession } from '@convlens/types';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { shareEngine } from '../engine/shared-engines.js';
import type { Lease } from '../engine/shared-engines.js';
import type { StartOptions } from '../engine/start-worker.js';
import type { EngineConfig } from '../protocol.js';
import { CnnModelErrorEvent, CnnModelReadyEvent } from './model.events.js';
import { english } from './model.messages.js';
import { pageFileName, readPageFile } from './page-files.js';

/**
 * @summary Runs a network in a worker and gives it to the elements inside.
 * @slot - Elements that watch or command the network.
 * @event {CnnModelReadyEvent} cnn-model-ready - The network is there.
 * @event {CnnModelErrorEvent} cnn-model-error - It could not be started, or an engine failed.
 * @csspart status - The line that is shown while the network starts, or when it cannot.
 */
export class CnnModel extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    [part='status'] {
      color: var(--cnn-muted, inherit);
      font:
        14px/20px system-ui,
        sans-serif;
      margin: 0 0 12px;
    }
  `;

  /**
   * Address of a model file (safetensors saved by ConvLens), or `#` and the name of one that a script has put into the page
   * (`#seed-network`); the untrained seed network without it.
   */
  @property() src: string | undefined;
  /** Address of a folder of digits to train on; the package `@convlens/data-mnist` without it, where a bundler can find it. */
  @property() data: string | undefined;
  /** Decides weights and order of training; 1 unless told. */
  @property({ type: Number }) seed: number | undefined;
  @property({ type: Number }) epochs: number | undefined;
  @property({ type: Number, attribute: 'batch-size' }) batchSize: number | undefined;
  @property({ type: Number, attribute: 'learning-rate' }) learningRate: number | undefined;
  /** Name of a backend that the worker offers; its first unless told. */
  @property() backend: string | undefined;
  /** How the engine is started: a worker of the host's, other ways, another deadline. */
  @property({ attribute: false }) start: StartOptions = {};

  @state() private problem: Error | undefined;
  @state() private isReady = false;

  readonly #provider = new ContextProvider(this, { context: sessionContext, initialValue: undefined });
  #lease: Lease | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    // What is pointed at in one view inside is shown by the others.
    new ContextProvider(this, { context: selectionContext, initialValue: new Selection() });
  }

  /** The session that the elements inside get. */
  get session(): ModelSession | undefined {
    return this.#lease?.session;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const settings = ['src', 'data', 'seed', 'epochs', 'batchSize', 'learningRate', 'backend'] as const;
    if (!this.hasUpdated || settings.some((name) => changed.has(name))) this.#connect();
  }

  protected override render(): TemplateResult {
    const text = this.problem
      ? english.failed(this.problem.message)
      : this.isReady
        ? undefined
        : english.loading;
    return html`${text ? html`<p part="status" role=${this.problem ? 'alert' : 'status'}>${text}</p>` : nothing}<slot
      ></slot>`;
  }

  #connect(): void {
    let config: EngineConfig;
    try {
      const name = this.src === undefined ? undefined : pageFileName(this.src);
      const file = name === undefined ? undefined : readPageFile(name, this.ownerDocument);
      if (name !== undefined && !file) return this.#connectWhenParsed();
      config = { ...this.#config(), ...(file && { file }) };
    } catch (error) {
      this.#disconnect();
      return this.#tell(false, error as Error);
    }
    // The new one first: an engine that both want lives on.
    const before = this.#lease;
    this.#unsubscribe?.();
    this.#lease = shareEngine(this.ownerDocument, config, this.start);
    before?.release();
    this.#unsubscribe = this.#lease.session.state.subscribe(() => this.#changed());
    this.#provider.setValue(this.#lease.session);
    this.#changed();
  }

  /** The script that brings the file may stand further down in the page. */
  #connectWhenParsed(): void {
    const connect = (): void => void (this.isConnected && this.#connect());
    this.ownerDocument.addEventListener('DOMContentLoaded', connect, { once: true });
  }

  #disconnect(): void {
    this.#unsubscribe?.();
    this.#lease?.release();
    this.#lease = undefined;
    this.#provider.setValue(undefined);
  }

  #config(): EngineConfig {
    const absolute = (address: string): string => new URL(address, this.ownerDocument.baseURI).href;
    const { seed, epochs, batchSize, learningRate } = this;
    const settings = { seed, epochs, batchSize, learningRate };
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
    return {
      ...(this.src !== undefined && {
        src: pageFileName(this.src) === undefined ? absolute(this.src) : this.src,
      }),
      ...(this.data !== undefined && { data: absolute(this.data) }),
      ...(this.backend !== undefined && { backend: this.backend }),
      ...(Object.keys(given).length > 0 && { settings: given }),
    };
  }

  #changed(): void {
    const { state: source } = this.#lease!.session;
    this.#tell(source.current !== undefined, source.state === 'error' ? source.error : undefined);
  }

  #tell(isReady: boolean, problem: Error | undefined): void {
    const wasReady = this.isReady;
    const hadProblem = this.problem;
    this.isReady = isReady;
    this.problem = problem;
    if (isReady && !wasReady) this.dispatchEvent(new CnnModelReadyEvent());
    if (problem && problem !== hadProblem) this.dispatchEvent(new CnnModelErrorEvent(problem));
  }
}
