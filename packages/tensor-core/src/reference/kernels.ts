/** The whole table. */
import type { KernelTable } from '../kernels.js';
import * as arithmetic from './arithmetic.js';
import { cast } from './cast.js';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './conv2d.js';
import { dropout } from './dropout.js';
import { conv2dBias, matMulBias } from './fused.js';
import { matMul } from './mat-mul.js';
import { maxPool2d, maxPool2dBackprop } from './max-pool2d.js';
import * as movement from './movement.js';
import { adamStep, momentumStep, sgdStep } from './optimizers.js';
import * as reductions from './reductions.js';
import { softmaxCrossEntropy, softmaxCrossEntropyBackprop } from './softmax-cross-entropy.js';
import { logSoftmax, logSoftmaxBackprop, softmax, softmaxBackprop } from './softmax.js';
import type { View } from './view.js';

/**
 * Reference kernels over any memory that can show its tensors as typed arrays.
 * @example referenceKernels((tensor) => arrays.get(tensor.buffer)).conv2d
 */
export function referenceKernels(view: View): KernelTable {
  return {
    add: arithmetic.add(view),
    subtract: arithmetic.subtract(view),
    multiply: arithmetic.multiply(view),
    divide: arithmetic.divide(view),
    negate: arithmetic.negate(view),
    exp: arithmetic.exp(view),
    log: arithmetic.log(view),
    sqrt: arithmetic.sqrt(view),
    square: arithmetic.square(view),
    cast: cast(view),
    fill: movement.fill(view),

    sum: reductions.sum(view),
    mean: reductions.mean(view),
    max: reductions.max(view),
    maxBackprop: reductions.maxBackprop(view),
    argMax: reductions.argMax(view),

    transpose: movement.transpose(view),
    broadcastTo: movement.broadcastTo(view),
    slice: movement.slice(view),
    concat: movement.concat(view),
    pad: movement.pad(view),

    matMul: matMul(view),
    matMulBias: matMulBias(view),
    conv2d: conv2d(view),
    conv2dBias: conv2dBias(view),
    conv2dBackpropInput: conv2dBackpropInput(view),
    conv2dBackpropFilter: conv2dBackpropFilter(view),
    maxPool2d: maxPool2d(view),
    maxPool2dBackprop: maxPool2dBackprop(view),

    relu: arithmetic.relu(view),
    reluBackprop: arithmetic.reluBackprop(view),
    sigmoid: arithmetic.sigmoid(view),
    tanh: arithmetic.tanh(view),
    softmax: softmax(view),
    softmaxBackprop: softmaxBackprop(view),
    logSoftmax: logSoftmax(view),
    logSoftmaxBackprop: logSoftmaxBackprop(view),
    softmaxCrossEntropy: softmaxCrossEntropy(view),
    softmaxCrossEntropyBackprop: softmaxCrossEntropyBackprop(view),
    dropout: dropout(view),

    sgdStep: sgdStep(view),
    momentumStep: momentumStep(view),
    adamStep: adamStep(view),
    assign: movement.assign(view),
  };
}
