/** What an opened map is drawn from. */
import type { Numbers } from '../../messages/numbers.js';
import type { Palette } from '../../render/palette.js';
import type { InsideView } from '../../trace/look-inside.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';
import type { ZoomLayout } from './zoom-layout.js';

export interface ZoomPicture {
  readonly trace: Trace;
  readonly view: InsideView;
  readonly layout: ZoomLayout;
  readonly palette: Palette;
  readonly words: NetworkMessages;
  readonly numbers: Numbers;
  readonly title: string;
  readonly onPoint: (event: PointerEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}
