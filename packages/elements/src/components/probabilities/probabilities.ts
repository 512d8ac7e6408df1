/** Registers `<cnn-probabilities>`. */
import { define } from '../../define.js';
import { CnnProbabilities } from './probabilities.component.js';

define('cnn-probabilities', CnnProbabilities);

export { CnnProbabilities };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-probabilities': CnnProbabilities;
  }
}
