/** Registers `<cnn-draw-pad>`. */
import { define } from '../../define.js';
import { CnnDrawPad } from './draw-pad.component.js';

define('cnn-draw-pad', CnnDrawPad);

export { CnnDrawPad };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-draw-pad': CnnDrawPad;
  }
}
