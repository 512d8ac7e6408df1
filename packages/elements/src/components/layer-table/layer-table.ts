/** Registers `<cnn-layer-table>`. */
import { define } from '../../define.js';
import { CnnLayerTable } from './layer-table.component.js';

define('cnn-layer-table', CnnLayerTable);

export { CnnLayerTable };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-layer-table': CnnLayerTable;
  }
}
