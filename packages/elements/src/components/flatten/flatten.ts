/** Registers `<cnn-flatten>`. */
import { define } from '../../define.js';
import { CnnFlatten } from './flatten.component.js';

define('cnn-flatten', CnnFlatten);

export { CnnFlatten };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-flatten': CnnFlatten;
  }
}
