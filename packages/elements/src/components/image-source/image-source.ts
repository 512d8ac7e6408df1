/** Registers `<cnn-image-source>`, and the pad that is drawn on inside it. */
import { define } from '../../define.js';
import { CnnDrawPad } from '../draw-pad/draw-pad.component.js';
import { CnnImageSource } from './image-source.component.js';

define('cnn-draw-pad', CnnDrawPad);
define('cnn-image-source', CnnImageSource);

export { CnnImageSource };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-image-source': CnnImageSource;
  }
}
