/** The fast kernels: all that the seed network runs. */
import type { Device } from '../device.js';
import type { FastKernels } from '../route.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { conv2d, conv2dBias } from './conv2d.js';
import { add, multiply, relu, reluBackprop, subtract } from './elementwise.js';
import { matMul, matMulBias } from './mat-mul.js';
import { maxPool2d, maxPool2dBackprop } from './max-pool2d.js';
import { broadcastTo, concat, fill } from './movement.js';
import { adamStep, momentumStep, sgdStep } from './optimizers.js';
import { softmax, softmaxCrossEntropy, softmaxCrossEntropyBackprop } from './softmax.js';
import { mean, sum } from './sum.js';

export const fastKernels = (device: Device): FastKernels => ({
  conv2d: conv2d(device),
  conv2dBias: conv2dBias(device),
  conv2dBackpropInput: conv2dBackpropInput(device),
  conv2dBackpropFilter: conv2dBackpropFilter(device),
  matMul: matMul(device),
  matMulBias: matMulBias(device),
  maxPool2d: maxPool2d(device),
  maxPool2dBackprop: maxPool2dBackprop(device),
  add: add(device),
  subtract: subtract(device),
  multiply: multiply(device),
  relu: relu(device),
  reluBackprop: reluBackprop(device),
  fill: fill(device),
  broadcastTo: broadcastTo(device),
  concat: concat(device),
  sum: sum(device),
  mean: mean(device),
  softmax: softmax(device),
  softmaxCrossEntropy: softmaxCrossEntropy(device),
  softmaxCrossEntropyBackprop: softmaxCrossEntropyBackprop(device),
  sgdStep: sgdStep(device),
  momentumStep: momentumStep(device),
  adamStep: adamStep(device),
});
