/** `<cnn-pixels>`, unregistered: an image as numbers. Where it is looked at is `viewport.ts`' work, its colours are `mixing.ts`'. */
import type { ActivationRecord } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { CnnElement } from '../../base-element.js';
import { RecordFeed } from '../../controllers/record-feed.js';
import { SizeController } from '../../controllers/size-controller.js';
import { CnnImageChangeEvent } from '../../events/image-change.js';
import { Last } from '../../last.js';
import { settingsStyles } from '../../parts/settings.styles.js';
import { tableTwin } from '../../parts/table-twin.js';
import { scalarsOf, setScalars } from '../../state/element-state.js';
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { Gestures } from './gestures.js';
import { Glide } from './glide.js';
import { readImage } from './image.js';
import type { Broken, PixelImage, Pixels } from './image.js';
import { actOf, anchor, closer } from './keys.js';
import type { Act } from './keys.js';
import { layoutOf } from './layout.js';
import { mixedImage, parseMute, parseOrder, writeMute, writeOrder } from './mixing.js';
import type { Mix } from './mixing.js';
import { Painter } from './painter.js';
import { panelsOf } from './panel.js';
import type { PanelName } from './panel.js';
import type { PixelFormat } from './pixel-text.js';
import { messages } from './pixels.messages.js';
import type { PixelsMessages } from './pixels.messages.js';
import { styles } from './pixels.styles.js';
import { pixelsTable } from './pixels-table.js';
import { pixelsView } from './pixels-view.js';
import { samplePicture } from './sample.js';
import type { Cursor, Sight } from './sight.js';
import { summaryOf } from './summary.js';
import type { Summary } from './summary.js';
import { brokenText, notesOf } from './texts.js';
import { Viewport } from './viewport.js';
import type { View } from './viewport.js';

/** A cell in which three digits are easily read. */
const numbersCell = 28;

/** An image, or why there is none. */
type Found =
  | { readonly image: PixelImage; readonly isSample: boolean; readonly recordedAt: string | undefined }
  | { readonly text: string; readonly isError: boolean };

/**
 * @tagname cnn-pixels
 * @summary An image as numbers: the picture, its red, green and blue planes, and every value once a pixel is large enough.
 * @event {CnnImageChangeEvent} cnn-image-change - The visitor muted a channel or let another one feed it; preventable.
 * @csspart base - All of it.
 * @csspart map - The whole picture in small, with a frame round what is seen.
 * @csspart controls - The buttons that zoom.
 * @csspart seen - Which part is seen, in words.
 * @csspart window - One picture: all of them show the same part.
 * @csspart readout - The marked pixel in numbers.
 * @csspart table-button - Opens the table of the part that is seen.
 * @csspart table - That table.
 */
export class CnnPixels extends CnnElement {
  static override styles = [tokens, base, settingsStyles, styles];

  /**
   * The image, at most 1,024 pixels a side. Bytes and whole numbers above 1 are of 255, others of 1. Without it the input of
   * `data`, else of the session, else a sample.
   */
  @property({ attribute: false }) image: PixelImage | undefined;
  /** A recorded moment, whose input is shown. */
  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Lights that are put out: `r g`. */
  @property({ reflect: true }) mute: string | undefined;
  /** Which channel feeds red, green and blue: `b g r`, numbers from 0, or `-` for none. */
  @property({ reflect: true }) order: string | undefined;
  /** Numbers from 0 to 255 (`bytes`) or from 0 to 1 (`shares`). */
  @property() format: PixelFormat = 'bytes';

  @query('[part="base"]') private readonly base!: HTMLElement | null;

  readonly #size = new SizeController(this);
  readonly #feed = new RecordFeed();
  readonly #sample = new Last<PixelImage>();
  readonly #pixels = new Last<Pixels | Broken>();
  readonly #mix = new Last<Mix & { readonly wrong: WrongWords }>();
  readonly #summaries = new Last<Map<number, Summary | undefined>>();
  readonly #painter = new Painter();
  readonly #glide = new Glide(this, (view) => this.#show(view));
  readonly #gestures = new Gestures({
    viewport: () => this.#viewport(),
    show: (view) => {
      this.#glide.stop();
      this.#show(view);
    },
    point: (window, at) => {
      const cell = this.#viewport()?.cellAt(at);
      const panel = this.#sight?.panels[Number(window.dataset['panel'])];
      if (cell && panel !== undefined) this.#mark({ cell, panel });
    },
    moving: (isMoving) => {
      this.#isMoving = isMoving;
      this.requestUpdate();
    },
  });
  #sight: Sight | undefined;
  /** Undefined shows the whole picture, whatever the room. */
  #look: View | undefined;
  #cursor: Cursor | undefined;
  #isMoving = false;

  /**
   * The settings as plain data, for a link. `image` is never in it and stays when one is set; `omitted` names it.
   * @throws StateError when set to what is no state of this element; nothing is changed then.
   */
  get state(): LinkState<object> {
    const { words } = this.speak(messages);
    return linkState(this.localName, scalarsOf(this), this.image ? [words.omitted] : []);
  }
  set state(data: unknown) {
    setScalars(this, readLinkState(data, this.localName).settings);
  }

  /**
   * How often the windows have been drawn. For tests.
   * @internal
   */
  get drawCount(): number {
    return this.#painter.drawCount;
  }

  protected override render(): TemplateResult {
    const { words } = this.speak(messages);
    const found = this.#find(words);
    if ('text' in found) {
      this.#forget();
      return html`${this.themes.probe()}
        <p class="note" role=${found.isError ? 'alert' : 'status'}>${found.text}</p>`;
    }
    const pixels = this.#pixels.of([found.image.data, found.image.shape], () => readImage(found.image));
    if ('rule' in pixels) {
      this.#forget();
      return this.#illegal(pixels);
    }
    const sight = this.#sightOf(pixels, found);
    this.#sight = sight;
    const near = !sight.viewport.isWhole;
    return html`${this.themes.probe()}
      <div part="base" class=${classMap({ [`across-${sight.layout.across}`]: true, near })}>
        ${pixelsView(sight)}
      </div>
      ${tableTwin(
        () => pixelsTable(pixels, sight.viewport, sight.format, sight.words, sight.numbers),
        this.table,
        words,
        this.toggleTable,
      )}`;
  }

  protected override updated(): void {
    this.#size.observe('host', this);
    if (this.#sight && this.base) this.#painter.draw(this.base, this.#sight, this.themes.palette);
  }

  #find(words: PixelsMessages): Found {
    if (this.image) {
      this.sources.watch([]);
      return { image: this.image, isSample: false, recordedAt: undefined };
    }
    const feed = this.#feed.read(this.view, this.data, () => [{ path: 'input' }]);
    this.sources.watch(feed.sources);
    const image = feed.record?.tensors['input'];
    if (image) return { image, isSample: false, recordedAt: this.data?.recordedAt };
    if (feed.state === 'failed') return { text: words.failed(feed.reason ?? ''), isError: true };
    if (this.data) return { text: words.noInput, isError: false };
    if (feed.state !== 'empty') return { text: words.loading, isError: false };
    return { image: this.#sample.of([], samplePicture), isSample: true, recordedAt: undefined };
  }

  #illegal(broken: Broken): TemplateResult {
    const { words, numbers } = this.speak(messages);
    return html`${this.themes.probe()}
      <div class="illegal" role="alert">
        <b>${words.illegal}</b>
        <p class="note">${brokenText(broken, words, numbers)}</p>
      </div>`;
  }

  #sightOf(pixels: Pixels, found: Extract<Found, { readonly image: PixelImage }>): Sight {
    const { words, numbers } = this.speak(messages);
    const before = this.#sight?.pixels;
    if (before && (before.width !== pixels.width || before.height !== pixels.height)) this.#forget();
    const mix = this.#mixOf(pixels);
    const layout = layoutOf(
      this.#size.of('host')?.width ?? (this.clientWidth || 960),
      pixels,
      pixels.channels > 1,
    );
    const { isSample, recordedAt } = found;
    return {
      pixels,
      mix,
      panels: panelsOf(pixels),
      layout,
      viewport: new Viewport(pixels, layout.window, this.#look),
      cursor: this.#cursor,
      format: this.format === 'shares' ? 'shares' : 'bytes',
      notes: notesOf(pixels, { isSample, recordedAt, wrong: mix.wrong }, words, numbers),
      words,
      numbers,
      live: this.live,
      isMoving: this.#isMoving || this.#glide.target !== undefined,
      gestures: this.#gestures,
      summaryOf: (channel) => this.#summaryOf(pixels, channel),
      setFormat: (format) => (this.format = format),
      remix: (next) => this.#remix(pixels, next),
      closer: (by) => this.#toward((viewport) => closer(viewport, by, this.#cursor?.cell)),
      showWhole: () =>
        this.#toward((viewport) => ({
          kind: 'look',
          view: viewport.zoomed(viewport.least),
          glides: true,
        })),
      showNumbers: () =>
        this.#toward((viewport) => ({
          kind: 'look',
          view: viewport.zoomed(numbersCell, anchor(viewport, this.#cursor?.cell)),
          glides: true,
        })),
      onKey: (event, panel) => this.#onKey(event, panel),
      onFocus: (panel) => {
        if (this.#cursor) this.#mark({ ...this.#cursor, panel });
      },
      onMap: this.#onMap,
    };
  }

  #mixOf({ channels }: Pixels): Mix & { readonly wrong: WrongWords } {
    const { mute, order } = this;
    return this.#mix.of([mute, order, channels], () => {
      const muted = parseMute(mute ?? '');
      const feeds = parseOrder(order ?? '', channels);
      return {
        muted: muted.value,
        feeds: feeds.value,
        wrong: channels === 1 ? { mute: [], order: [] } : { mute: muted.wrong, order: feeds.wrong },
      };
    });
  }

  #summaryOf(pixels: Pixels, channel: number): Summary | undefined {
    const made = this.#summaries.of([pixels], () => new Map());
    if (!made.has(channel)) made.set(channel, summaryOf(pixels, channel));
    return made.get(channel);
  }

  /** First the page, then the picture. */
  #remix(pixels: Pixels, mix: Mix): void {
    if (this.dispatchEvent(new CnnImageChangeEvent(mixedImage(pixels, mix)))) {
      this.mute = writeMute(mix.muted) || undefined;
      this.order = writeOrder(mix.feeds, pixels.channels) || undefined;
    } else this.requestUpdate();
  }

  /** What was looked at has no place in another picture. */
  #forget(): void {
    this.#glide.stop();
    this.#sight = undefined;
    this.#look = undefined;
    this.#cursor = undefined;
  }

  #viewport(look = this.#look): Viewport | undefined {
    const { pixels, layout } = this.#sight ?? {};
    return pixels && layout && new Viewport(pixels, layout.window, look);
  }

  #show(view: View): void {
    const least = this.#viewport()?.least ?? 0;
    this.#look = view.cell <= least ? undefined : view;
    this.requestUpdate();
  }

  #mark(cursor: Cursor | undefined): void {
    const { cell, panel } = this.#cursor ?? {};
    if (cursor?.cell.join() === cell?.join() && cursor?.panel === panel) return;
    this.#cursor = cursor;
    this.requestUpdate();
  }

  /** Presses that follow each other add up, also while the picture is still on its way. */
  #toward(makeAct: (viewport: Viewport) => Act | undefined, panel: PanelName = 'picture'): boolean {
    const now = this.#viewport();
    const ahead = this.#viewport(this.#glide.target ?? this.#look);
    const act = ahead && makeAct(ahead);
    if (!act || !now) return false;
    if (act.kind === 'leave') this.#mark(undefined);
    else if (act.kind === 'look' && act.glides) this.#glide.to(now, act.view);
    else this.#show(act.view);
    if (act.kind === 'walk') {
      this.#glide.stop();
      this.#mark({ cell: act.cell, panel });
    }
    return true;
  }

  #onKey(event: KeyboardEvent, panel: PanelName): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.#toward((viewport) => actOf(event, viewport, this.#cursor?.cell), panel)) event.preventDefault();
  }

  readonly #onMap = (event: PointerEvent): void => {
    const map = event.currentTarget as HTMLElement;
    const viewport = this.#viewport();
    if (!viewport || (event.buttons & 1) === 0) return;
    if (event.type === 'pointerdown') map.setPointerCapture(event.pointerId);
    const { left, top, width, height } = map.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
    this.#glide.stop();
    this.#show(viewport.centredOn(x * viewport.picture.width, y * viewport.picture.height));
  };
}

interface WrongWords {
  readonly mute: readonly string[];
  readonly order: readonly string[];
}
