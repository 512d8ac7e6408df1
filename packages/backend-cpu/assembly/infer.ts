/** The module of the forward pass. */
export { padImage } from './pad-image';
export { packPanels } from './pack';
export { conv2d } from './conv2d';
export { maxPool2d } from './max-pool2d';
export { add, addRow, multiply, relu, scale, subtract } from './elementwise';
export { copy, fill, spread } from './movement';
export { softmax } from './softmax';
export { heapBase } from './heap-base';
