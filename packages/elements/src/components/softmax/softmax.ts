/** Registers `<cnn-softmax>`. */
import { define } from '../../define.js';
import { CnnSoftmax } from './softmax.component.js';

define('cnn-softmax', CnnSoftmax);

export { CnnSoftmax };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-softmax': CnnSoftmax;
  }
}
