/** Registers `<cnn-model>`; a second copy of the package leaves the first in place. */
import { CnnModel } from './model.component.js';

declare global {
  interface HTMLElementTagNameMap {
    'cnn-model': CnnModel;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('cnn-model'))
  customElements.define('cnn-model', CnnModel);
