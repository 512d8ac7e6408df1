/** The module of the forward pass. */
export { padImage } from './pad-image';
export { packPanels } from './pack';
export { conv2d } from './conv2d';
export { maxPool2d } from './max-pool2d';
export { add, addRow, multiply, relu, subtract } from './elementwise';
export { softmax } from './softmax';
