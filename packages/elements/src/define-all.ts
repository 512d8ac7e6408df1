/** All elements at once, for scripts; importing it registers nothing, calling it does. */
import { CnnActivation } from './components/activation/activation.component.js';
import { CnnCell } from './components/cell/cell.component.js';
import { CnnConfusionMatrix } from './components/confusion-matrix/confusion-matrix.component.js';
import { CnnConvolution } from './components/convolution/convolution.component.js';
import { CnnDatasetGrid } from './components/dataset-grid/dataset-grid.component.js';
import { CnnDense } from './components/dense/dense.component.js';
import { CnnDrawPad } from './components/draw-pad/draw-pad.component.js';
import { CnnFeatureMaps } from './components/feature-maps/feature-maps.component.js';
import { CnnFlatten } from './components/flatten/flatten.component.js';
import { CnnHistogram } from './components/histogram/histogram.component.js';
import { CnnImageSource } from './components/image-source/image-source.component.js';
import { CnnKernels } from './components/kernels/kernels.component.js';
import { CnnLayerTable } from './components/layer-table/layer-table.component.js';
import { CnnNetwork } from './components/network/network.component.js';
import { CnnPixels } from './components/pixels/pixels.component.js';
import { CnnPooling } from './components/pooling/pooling.component.js';
import { CnnProbabilities } from './components/probabilities/probabilities.component.js';
import { CnnShapeCalculator } from './components/shape-calculator/shape-calculator.component.js';
import { CnnSoftmax } from './components/softmax/softmax.component.js';
import { CnnTrainingChart } from './components/training-chart/training-chart.component.js';
import { CnnTrainingControls } from './components/training-controls/training-controls.component.js';
import { define } from './define.js';

/** Registers every element of this package; names that are taken stay as they are. */
export function defineAll(): void {
  define('cnn-activation', CnnActivation);
  define('cnn-cell', CnnCell);
  define('cnn-confusion-matrix', CnnConfusionMatrix);
  define('cnn-convolution', CnnConvolution);
  define('cnn-dataset-grid', CnnDatasetGrid);
  define('cnn-dense', CnnDense);
  define('cnn-draw-pad', CnnDrawPad);
  define('cnn-feature-maps', CnnFeatureMaps);
  define('cnn-flatten', CnnFlatten);
  define('cnn-histogram', CnnHistogram);
  define('cnn-image-source', CnnImageSource);
  define('cnn-network', CnnNetwork);
  define('cnn-kernels', CnnKernels);
  define('cnn-layer-table', CnnLayerTable);
  define('cnn-pixels', CnnPixels);
  define('cnn-pooling', CnnPooling);
  define('cnn-probabilities', CnnProbabilities);
  define('cnn-shape-calculator', CnnShapeCalculator);
  define('cnn-softmax', CnnSoftmax);
  define('cnn-training-chart', CnnTrainingChart);
  define('cnn-training-controls', CnnTrainingControls);
}
