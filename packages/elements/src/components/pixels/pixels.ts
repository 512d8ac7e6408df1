/** Registers `<cnn-pixels>`. */
import { define } from '../../define.js';
import { CnnPixels } from './pixels.component.js';

define('cnn-pixels', CnnPixels);

export { CnnPixels };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-pixels': CnnPixels;
  }
}
