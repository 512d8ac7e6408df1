/** Registers `<cnn-activation>`. */
import { define } from '../../define.js';
import { CnnActivation } from './activation.component.js';

define('cnn-activation', CnnActivation);

export { CnnActivation };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-activation': CnnActivation;
  }
}
