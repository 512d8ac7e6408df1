/** Registers `<cnn-cell>`. */
import { define } from '../../define.js';
import { CnnCell } from './cell.component.js';

define('cnn-cell', CnnCell);

export { CnnCell };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-cell': CnnCell;
  }
}
