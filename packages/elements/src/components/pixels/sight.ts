/** All that the element shows of an image, and what a visitor may do with it: what its template is given. */
import type { Numbers } from '../../messages/numbers.js';
import type { Gestures } from './gestures.js';
import type { Pixels } from './image.js';
import type { PixelsLayout } from './layout.js';
import type { Mix } from './mixing.js';
import type { PanelName } from './panel.js';
import type { PixelFormat } from './pixel-text.js';
import type { PixelsMessages } from './pixels.messages.js';
import type { Summary } from './summary.js';
import type { Cell, Viewport } from './viewport.js';

export interface Cursor {
  readonly cell: Cell;
  /** The window in which it is looked at; the others mark the same pixel. */
  readonly panel: PanelName;
}

export interface Sight {
  readonly pixels: Pixels;
  readonly mix: Mix;
  readonly panels: readonly PanelName[];
  readonly layout: PixelsLayout;
  readonly viewport: Viewport;
  readonly cursor: Cursor | undefined;
  readonly format: PixelFormat;
  readonly notes: readonly string[];
  readonly words: PixelsMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  /** While a hand moves the picture, nobody could listen to where it is. */
  readonly isMoving: boolean;
  readonly gestures: Gestures;
  summaryOf(channel: number): Summary | undefined;
  setFormat(format: PixelFormat): void;
  remix(mix: Mix): void;
  closer(by: 1 | -1): void;
  showWhole(): void;
  showNumbers(): void;
  onKey(event: KeyboardEvent, panel: PanelName): void;
  onFocus(panel: PanelName): void;
  onMap(event: PointerEvent): void;
}
