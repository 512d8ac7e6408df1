/** Image data sets as typed arrays: MNIST, the IDX format it is kept in, and views of either. */
export { mnist } from './mnist.js';
export type { MnistOptions, MnistSource } from './mnist.js';
export { Dataset } from './dataset.js';
export type { BatchOptions, DatasetOptions, Split } from './dataset.js';
export { permutePixels } from './permute-pixels.js';
export { readIdx } from './read-idx.js';
export { parseIdx } from './idx.js';
export type { IdxArray, IdxData } from './idx.js';
export { DatasetError } from './errors.js';
export type { DatasetErrorCode } from './errors.js';
