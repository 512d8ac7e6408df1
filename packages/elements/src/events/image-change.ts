/** The visitor has made another image of the one that is shown, or has brought one. */
import type { ImageBatch } from '@convlens/types';

/** Fired by `<cnn-pixels>` and `<cnn-image-source>` before it is taken over; `preventDefault()` keeps the image as it was. */
export class CnnImageChangeEvent extends Event {
  static readonly type = 'cnn-image-change';
  /** One image, `[1, height, width, 3]`: bytes as `Uint8Array`, else shares from 0 to 1; a muted channel is 0. */
  readonly image: ImageBatch;
  constructor(image: ImageBatch) {
    super(CnnImageChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.image = image;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-image-change': CnnImageChangeEvent;
  }
}
