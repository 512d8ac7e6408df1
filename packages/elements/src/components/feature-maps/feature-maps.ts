/** Registers `<cnn-feature-maps>`. */
import { define } from '../../define.js';
import { CnnFeatureMaps } from './feature-maps.component.js';

define('cnn-feature-maps', CnnFeatureMaps);

export { CnnFeatureMaps };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-feature-maps': CnnFeatureMaps;
  }
}
