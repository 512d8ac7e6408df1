/** Registers `<cnn-shape-calculator>`. */
import { define } from '../../define.js';
import { CnnShapeCalculator } from './shape-calculator.component.js';

define('cnn-shape-calculator', CnnShapeCalculator);

export { CnnShapeCalculator };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-shape-calculator': CnnShapeCalculator;
  }
}
