/** Registers `<cnn-kernels>`. */
import { define } from '../../define.js';
import { CnnKernels } from './kernels.component.js';

define('cnn-kernels', CnnKernels);

export { CnnKernels };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-kernels': CnnKernels;
  }
}
