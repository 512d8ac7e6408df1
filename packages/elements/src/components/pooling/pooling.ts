/** Registers `<cnn-pooling>`. */
import { define } from '../../define.js';
import { CnnPooling } from './pooling.component.js';

define('cnn-pooling', CnnPooling);

export { CnnPooling };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-pooling': CnnPooling;
  }
}
