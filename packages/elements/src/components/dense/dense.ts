/** Registers `<cnn-dense>`. */
import { define } from '../../define.js';
import { CnnDense } from './dense.component.js';

define('cnn-dense', CnnDense);

export { CnnDense };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-dense': CnnDense;
  }
}
