/** Registers `<cnn-network>`. */
import { define } from '../../define.js';
import { CnnNetwork } from './network.component.js';

define('cnn-network', CnnNetwork);

export { CnnNetwork };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-network': CnnNetwork;
  }
}
