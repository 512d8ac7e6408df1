/** Registers `<cnn-confusion-matrix>`. */
import { define } from '../../define.js';
import { CnnConfusionMatrix } from './confusion-matrix.component.js';

define('cnn-confusion-matrix', CnnConfusionMatrix);

export { CnnConfusionMatrix };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-confusion-matrix': CnnConfusionMatrix;
  }
}
