/** The visitor has made or chosen another image. */
import type { ImageBatch } from '@convlens/types';

export type InputOrigin = 'drawing' | 'sample' | 'file' | 'camera' | 'clear';

/** Fired at most once a frame, by `<cnn-draw-pad>` and others that make an input. `preventDefault()` keeps the image from the session. */
export class CnnInputChangeEvent extends Event {
  static readonly type = 'cnn-input-change';
  /** One image, `[1, 28, 28, 1]`, as the network is to see it. */
  readonly images: ImageBatch;
  readonly origin: InputOrigin;
  constructor(images: ImageBatch, origin: InputOrigin) {
    super(CnnInputChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.images = images;
    this.origin = origin;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-input-change': CnnInputChangeEvent;
  }
}
