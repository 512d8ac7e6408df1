/** `<cnn-image-source>`, unregistered: where a visitor's picture comes from. How a file becomes numbers is `@convlens/datasets`' work. */
import { DatasetError, toImageBatch } from '@convlens/datasets';
import type { ImageSource } from '@convlens/datasets';
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { digitSize } from '../../draw/prepare-digit.js';
import { CnnImageChangeEvent } from '../../events/image-change.js';
import { CnnInputChangeEvent } from '../../events/input-change.js';
import type { InputOrigin } from '../../events/input-change.js';
import { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import { choice } from '../../parts/settings.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { scalarsOf, setScalars } from '../../state/element-state.js';
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import type { CnnDrawPad } from '../draw-pad/draw-pad.component.js';
import { InputSender } from '../draw-pad/input-sender.js';
import { cameraPanel } from './camera-panel.js';
import { Camera, isPlaying } from './camera.js';
import type { CameraAccess } from './camera.js';
import { drawingSide, drawnPicture } from './drawn-picture.js';
import { filePanel } from './file-panel.js';
import { holdsFiles, isMeantFor, pictureAmong } from './files.js';
import { messages } from './image-source.messages.js';
import type { ImageSourceMessages, RefusalKind } from './image-source.messages.js';
import { styles } from './image-source.styles.js';
import { Inputs } from './inputs.js';
import type { DrawnInput } from './inputs.js';
import type { Invert, NetworkInput } from './network-input.js';
import { channelsTable, networkSteps, stepsTable } from './network-steps.js';
import { pictureCanvas } from './picture-canvas.js';
import { isPicture, mostSide } from './picture.js';
import { digitSamples, photoSamples } from './samples.js';
import type { Sample } from './samples.js';
import { samplesPanel } from './samples-panel.js';
import type { NamedSample } from './samples-panel.js';
import { silentSession } from './silent-session.js';
import { flawsOf, Targets } from './targets.js';
import { wayOf, wayPanel, wayTabs } from './ways.js';
import type { Way } from './ways.js';

const defaultSide = 256;
/** Ten pictures a second are a film; where less motion is asked for, one a second is a row of stills. */
const [livePeriodMs, calmPeriodMs] = [100, 1000];

/** Where a picture comes from, and what it is called. */
interface Origin {
  readonly origin: InputOrigin;
  /** Of a file or a sample; the way's own word without it. */
  readonly name?: string;
  /** How many files came with it, of which it was the one to be taken. */
  readonly files?: number;
}

/** What was refused, and in the error's own sentence why. */
interface Refusal {
  readonly kind: RefusalKind;
  readonly size: readonly [width: number, height: number] | undefined;
  readonly reason: string;
}

/**
 * @tagname cnn-image-source
 * @summary An image from drawing, file, webcam or samples; it goes to the elements that `targets` names, to the page and to a network.
 * @event {CnnImageChangeEvent} cnn-image-change - The visitor brought a picture (`for="photo"`); preventable.
 * @event {CnnInputChangeEvent} cnn-input-change - The visitor brought an input, 28 × 28 grey (`for="network"`); preventable.
 * @csspart base - All of it.
 * @csspart tabs - The four ways to a picture.
 * @csspart samples - The pictures to take.
 * @csspart choose - Opens the dialog for a file.
 * @csspart camera-start - Asks for the camera.
 * @csspart camera-stop - Lets go of it.
 * @csspart video - What the camera sees.
 * @csspart still - Takes one picture of it.
 * @csspart picture - The picture that was taken last.
 * @csspart steps - How it becomes what the network sees.
 * @csspart readout - That picture in words.
 * @csspart refusal - A picture that was not taken, and why.
 * @csspart privacy - Says that pictures stay in the page.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class CnnImageSource extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /** `photo`: red, green and blue, up to `max-size`; `network`: 28 × 28 grey, and it goes to the session. */
  @property({ reflect: true }) for: 'photo' | 'network' = 'photo';
  /** Ids of elements beside this one that are given every picture: `pixels lab`. */
  @property() targets = '';
  /** Pixels of the longest side at most; larger pictures are made smaller, with their ratio kept. */
  @property({ type: Number, attribute: 'max-size' }) maxSize = defaultSide;
  /** The way that is open: `samples`, `draw`, `file` or `camera`. */
  @property({ reflect: true }) from: Way = 'samples';
  /** For a network: whether light and dark change places; `auto`, `yes` or `no`. */
  @property({ reflect: true }) invert: Invert = 'auto';
  /** Pictures to take, one image each of one or three channels; some that are drawn by arithmetic unless told. */
  @property({ attribute: false }) samples: readonly ImageBatch[] | undefined;
  /** The picture that was taken last. Set it to show one, and to give it to the targets and the session. */
  @property({ attribute: false }) image: ImageBatch | undefined;
  /** Where a camera is asked for: the browser unless told. */
  @property({ attribute: false }) mediaDevices: CameraAccess | undefined;

  @state() private refusal: Refusal | undefined;
  @state() private isPrevented = false;
  /** Name of what is being read. */
  @state() private reading: string | undefined;
  @state() private isOver = false;
  @query('select') private readonly choice!: HTMLSelectElement | null;
  @query('video') private readonly video!: HTMLVideoElement | null;

  readonly #camera = new Camera(this);
  readonly #targets = new Targets();
  readonly #sender = new InputSender();
  readonly #inputs = new Inputs();
  readonly #builtIn = new Last<readonly Sample[]>();
  #taken: { readonly image: ImageBatch; readonly origin: Origin } | undefined;
  #sent: { readonly session: ModelSession; readonly input: ImageBatch } | undefined;
  #hasPad = false;
  /** Raised with every picture: one that is slow to read does not replace a later one. */
  #turn = 0;

  /** The picture as a network of digits reads it, `[1, 28, 28, 1]`. */
  get input(): ImageBatch | undefined {
    return this.image && isPicture(this.image) ? this.#inputs.of(this.image, this.invert).input : undefined;
  }

  /**
   * The settings as plain data, for a link. The picture is never in it and stays when one is set; `omitted` names it.
   * @throws StateError when set to what is no state of this element; nothing is changed then.
   */
  get state(): LinkState<object> {
    const { words } = this.speak(messages);
    return linkState(this.localName, scalarsOf(this), this.image ? [words.omitted] : []);
  }
  set state(data: unknown) {
    setScalars(this, readLinkState(data, this.localName).settings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('paste', this.#onPaste);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const way = wayOf(this.from);
    if (changed.has('from') && way !== 'camera') this.#camera.stop();
    this.#hasPad ||= way === 'draw';
  }

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const way = wayOf(this.from);
    const isForNetwork = this.for === 'network';
    this.sources.watch(isForNetwork ? [this.view?.session.state] : []);
    const image = this.image && isPicture(this.image) ? this.image : undefined;
    const made = image && isForNetwork ? this.#inputs.of(image, this.invert) : undefined;
    return html`${this.themes.probe()}
      <div
        part="base"
        @dragenter=${this.#onDrag}
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDragLeave}
        @drop=${this.#onDrop}
      >
        ${wayTabs(words.label, words.ways, way, (to) => (this.from = to))}
        <div class="columns">
          <div class="panels">
            ${wayPanel('samples', way, this.#samples(words, numbers))}
            ${wayPanel('draw', way, this.#hasPad ? this.#pad() : nothing)}
            ${wayPanel(
              'file',
              way,
              filePanel(words, (files) => this.#takeFiles(files)),
            )}
            ${wayPanel('camera', way, this.#cameraPanel(words))}
          </div>
          <div class="result">
            ${image ? this.#result(image, made, words, numbers) : nothing}
            <p class="readout" part="readout" aria-live=${this.#camera.isLive ? 'off' : 'polite'}>
              ${this.#said(words, numbers)}
            </p>
            ${this.#refused(words, numbers)}
          </div>
        </div>
        ${this.#notes(words, numbers)}
        ${isForNetwork ? html`<p class="note small">${words.digitsOnly}</p>` : nothing}
        <p class="note small" part="privacy">${words.privacy}</p>
        ${image ? this.#table(image, made, words, numbers) : nothing}
        ${this.isOver ? html`<p class="over"><span>${words.dropHere}</span></p>` : nothing}
      </div>`;
  }

  protected override updated(): void {
    const { image } = this;
    if (!image || !isPicture(image)) return;
    const isForNetwork = this.for === 'network';
    const given = isForNetwork ? this.#inputs.of(image, this.invert).input : image;
    this.#targets.give(this.getRootNode(), this.targets, given, () => this.requestUpdate());
    const session = this.view?.session;
    if (!isForNetwork || !session || this.#otherShape()) return;
    if (this.#sent?.session === session && this.#sent.input === given) return;
    this.#sent = { session, input: given };
    this.#sender.send(session, given);
  }

  #samples(words: ImageSourceMessages, numbers: Numbers): TemplateResult {
    const named: readonly NamedSample[] =
      this.samples?.map((image, index) => ({ name: words.sample(numbers.integer(index + 1)), image })) ??
      this.#builtIn
        .of([this.for], this.for === 'network' ? digitSamples : photoSamples)
        .map(({ name, image }) => ({ name: words.sampleNames[name], image }));
    return samplesPanel(
      named,
      this.image,
      words,
      (value) => numbers.integer(value),
      ({ name, image }) => this.#offer(image, { origin: 'sample', name }),
    );
  }

  #pad(): TemplateResult {
    return html`<cnn-draw-pad
      class=${this.for === 'network' ? 'with-switch' : ''}
      no-preview
      .session=${silentSession}
      .theme=${this.theme}
      @cnn-input-change=${this.#onDrawing}
    ></cnn-draw-pad>`;
  }

  #cameraPanel(words: ImageSourceMessages): TemplateResult {
    return cameraPanel(this.#camera.state, this.#camera.isLive, words, {
      start: () => void this.#camera.start(this.mediaDevices ?? navigator.mediaDevices),
      stop: () => this.#camera.stop(),
      still: () => this.#still(),
      setLive: (isLive) => this.#setLive(isLive),
    });
  }

  #result(
    image: ImageBatch,
    made: NetworkInput | DrawnInput | undefined,
    words: ImageSourceMessages,
    numbers: Numbers,
  ): TemplateResult {
    if (!made)
      return html`<canvas
        class="picture large framed"
        part="picture"
        role="img"
        aria-label=${this.#said(words, numbers)}
        ${pictureCanvas(image)}
      ></canvas>`;
    return html`${networkSteps(image, made, this.themes.palette.ramps, words, numbers)}
    ${
      'grey' in made
        ? html`<div class="settings">
            ${choice(words.invert, this.invert, words.inverts, false, (invert) => this.#reinvert(invert))}
          </div>`
        : nothing
    }`;
  }

  #table(
    image: ImageBatch,
    made: NetworkInput | DrawnInput | undefined,
    words: ImageSourceMessages,
    numbers: Numbers,
  ): TemplateResult {
    const makeTable = () =>
      made ? stepsTable(image, made, words, numbers) : channelsTable(image, words, numbers);
    return tableTwin(makeTable, this.table, words, this.toggleTable);
  }

  /** The picture in one sentence, or what to do for one. */
  #said(words: ImageSourceMessages, numbers: Numbers): string {
    if (this.reading !== undefined) return words.reading(this.reading);
    const { image } = this;
    if (!image || !isPicture(image)) return words.nothing;
    const [, height, width, channels] = image.shape;
    const size = words.size(numbers.integer(height), numbers.integer(width), numbers.integer(channels));
    return words.taken(this.#nameOf(image, words), size);
  }

  #nameOf(image: ImageBatch, words: ImageSourceMessages): string {
    const { origin, name } = this.#originOf(image) ?? {};
    if (name !== undefined) return name;
    if (origin === 'camera') return words.fromCamera;
    return origin === 'drawing' || origin === 'clear' ? words.drawing : words.given;
  }

  /** Undefined for a picture that the page has set. */
  #originOf(image: ImageBatch | undefined): Origin | undefined {
    return this.#taken?.image === image ? this.#taken?.origin : undefined;
  }

  #refused(words: ImageSourceMessages, numbers: Numbers): TemplateResult | typeof nothing {
    if (this.isPrevented) return html`<p class="note" role="status">${words.prevented}</p>`;
    if (!this.refusal) return nothing;
    const { kind, size, reason } = this.refusal;
    const sides = size?.map((side) => numbers.integer(side)).join(' × ') ?? '';
    return html`<div class="refusal" part="refusal" role="alert">
      <b>${words.refusals[kind](sides)}</b>
      <p class="note small">${reason}</p>
      ${this.image ? html`<p class="note small">${words.kept}</p>` : nothing}
    </div>`;
  }

  #notes(words: ImageSourceMessages, numbers: Numbers): readonly TemplateResult[] {
    const { image, maxSize } = this;
    const problem = (text: string): TemplateResult => html`<p class="note small problem">${text}</p>`;
    const notes: TemplateResult[] = [];
    const { name = '', files = 1 } = this.#originOf(image) ?? {};
    if (files > 1)
      notes.push(
        html`<p class="note small" role="status">${words.firstFile(name, numbers.integer(files))}</p>`,
      );
    if (image && !isPicture(image)) {
      const shape = Array.isArray(image.shape) ? image.shape.join(', ') : String(image.shape);
      const length = numbers.integer(Number(image.data?.length ?? 0));
      notes.push(problem(words.illegal(shape, length, numbers.integer(mostSide))));
    }
    if (this.#side !== maxSize)
      notes.push(problem(words.badMaxSize(String(maxSize), numbers.integer(mostSide), String(defaultSide))));
    // A target may still be on its way while the page is read: it is missed when it is needed.
    if (image)
      for (const { rule, id } of flawsOf(this.getRootNode(), this.targets))
        notes.push(problem(rule === 'absent' ? words.absentTarget(id) : words.noPictureTarget(id)));
    if (this.for !== 'network') return notes;
    const failure = this.view?.session.state.error;
    if (failure) notes.push(problem(words.failed(failure.message)));
    const network = this.#otherShape();
    if (network) notes.push(problem(words.otherShape(network.join(' × '))));
    return notes;
  }

  get #side(): number {
    const { maxSize } = this;
    return Number.isInteger(maxSize) && maxSize >= 1 && maxSize <= mostSide ? maxSize : defaultSide;
  }

  /** The shape that the network reads, where it is another than the one that is made here. */
  #otherShape(): readonly number[] | undefined {
    const reads = this.view?.session.state.current?.model.inputShape;
    return reads && reads.join() !== [digitSize, digitSize, 1].join() ? reads : undefined;
  }

  /** First the page, then the targets and the session. */
  #offer(image: ImageBatch, origin: Origin): void {
    this.#turn += 1;
    this.reading = undefined;
    this.refusal = undefined;
    this.isPrevented = !this.#ask(image, origin.origin, this.invert);
    if (this.isPrevented) return;
    this.#taken = { image, origin };
    this.image = image;
  }

  #ask(image: ImageBatch, origin: InputOrigin, invert: Invert): boolean {
    return this.dispatchEvent(
      this.for === 'network'
        ? new CnnInputChangeEvent(this.#inputs.of(image, invert).input, origin)
        : new CnnImageChangeEvent(image),
    );
  }

  #reinvert(invert: Invert): void {
    const { image } = this;
    if (!image || this.#ask(image, this.#originOf(image)?.origin ?? 'sample', invert)) this.invert = invert;
    // The choice shows again what is so: its own value is the visitor's, whatever the template says.
    else this.choice!.value = this.invert;
  }

  async #read(source: ImageSource, origin: Origin): Promise<void> {
    const turn = ++this.#turn;
    const { words } = this.speak(messages);
    this.#camera.freeze();
    this.refusal = undefined;
    this.isPrevented = false;
    this.reading = origin.name ?? words.given;
    try {
      const image = await toImageBatch(source, { maxSize: this.#side });
      if (turn === this.#turn) this.#offer(image, origin);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.reading = undefined;
      this.refusal = refusalOf(error);
    }
  }

  #takeFiles(files: FileList | undefined): void {
    const file = pictureAmong(files);
    if (!file) return;
    void this.#read(file, { origin: 'file', name: file.name, files: files?.length ?? 1 });
  }

  readonly #onDrawing = (event: CnnInputChangeEvent): void => {
    // What the page hears of is this element's own event.
    event.stopPropagation();
    event.preventDefault();
    const { strokes, penWidth } = event.currentTarget as CnnDrawPad;
    const image = drawnPicture({ strokes, penWidth }, Math.min(drawingSide, this.#side));
    this.#inputs.remember(image, event.images);
    this.#offer(image, { origin: event.origin });
  };

  #still(): void {
    const { video } = this;
    if (!video) return;
    if (!isPlaying(video)) video.addEventListener('timeupdate', () => this.#still(), { once: true });
    else void this.#read(video, { origin: 'camera', name: this.speak(messages).words.fromCamera });
  }

  #setLive(isLive: boolean): void {
    if (!isLive) return this.#camera.freeze();
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#camera.live(isCalm ? calmPeriodMs : livePeriodMs, () => this.#frame());
  }

  async #frame(): Promise<void> {
    const { video } = this;
    if (!video || !isPlaying(video) || this.ownerDocument.hidden) return;
    try {
      const image = await toImageBatch(video, { maxSize: this.#side });
      if (this.#camera.isLive) this.#offer(image, { origin: 'camera' });
    } catch (error) {
      if (!this.#camera.isLive) return;
      this.#camera.freeze();
      this.refusal = refusalOf(error);
    }
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (!files?.length || !isMeantFor(this, event)) return;
    event.preventDefault();
    this.#takeFiles(files);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.isOver = true;
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const { currentTarget, relatedTarget } = event;
    if (!(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget)))
      this.isOver = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.isOver = false;
    this.#takeFiles(event.dataTransfer?.files);
  };
}

const kinds: Readonly<Record<string, RefusalKind>> = {
  IMAGE_TOO_LARGE: 'tooLarge',
  IMAGE_BROKEN: 'broken',
  NOT_AN_IMAGE: 'notAnImage',
};

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DatasetError)) return { kind: 'other', size: undefined, reason: String(error) };
  const { code, imageSize, message } = error;
  const kind = Object.hasOwn(kinds, code) ? kinds[code]! : 'other';
  return { kind, size: imageSize && [imageSize.width, imageSize.height], reason: message };
}
