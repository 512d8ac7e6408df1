/** The module of the backward pass, losses and optimizers. */
export { conv2dBackpropFilter } from './conv2d-backprop-filter';
export { maxPool2dBackprop } from './max-pool2d';
export { reluBackprop } from './elementwise';
export { sumRows } from './sum-rows';
export { softmaxCrossEntropy, softmaxCrossEntropyBackprop } from './softmax';
export { adamStep, momentumStep, sgdStep } from './optimizers';
export { heapBase } from './heap-base';
