/** Registers `<cnn-histogram>`. */
import { define } from '../../define.js';
import { CnnHistogram } from './histogram.component.js';

define('cnn-histogram', CnnHistogram);

export { CnnHistogram };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-histogram': CnnHistogram;
  }
}
