/** Registers `<cnn-training-chart>`. */
import { define } from '../../define.js';
import { CnnTrainingChart } from './training-chart.component.js';

define('cnn-training-chart', CnnTrainingChart);

export { CnnTrainingChart };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-training-chart': CnnTrainingChart;
  }
}
