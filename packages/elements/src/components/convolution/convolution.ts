/** Registers `<cnn-convolution>`. */
import { define } from '../../define.js';
import { CnnConvolution } from './convolution.component.js';

define('cnn-convolution', CnnConvolution);

export { CnnConvolution };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-convolution': CnnConvolution;
  }
}
