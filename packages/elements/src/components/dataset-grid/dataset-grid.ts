/** Registers `<cnn-dataset-grid>`. */
import { define } from '../../define.js';
import { CnnDatasetGrid } from './dataset-grid.component.js';

define('cnn-dataset-grid', CnnDatasetGrid);

export { CnnDatasetGrid };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-dataset-grid': CnnDatasetGrid;
  }
}
