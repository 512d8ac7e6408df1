/** Registers `<cnn-training-controls>`. */
import { define } from '../../define.js';
import { CnnTrainingControls } from './training-controls.component.js';

define('cnn-training-controls', CnnTrainingControls);

export { CnnTrainingControls };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-training-controls': CnnTrainingControls;
  }
}
