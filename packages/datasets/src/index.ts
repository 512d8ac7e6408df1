/** Images as typed arrays: MNIST, the IDX format it is kept in, views of either, and the pictures of a page. */
export { mnist } from './mnist.js';
export type { MnistOptions, MnistSource } from './mnist.js';
export { Dataset } from './dataset.js';
export type { BatchOptions, DatasetOptions, Split } from './dataset.js';
export { permutePixels } from './permute-pixels.js';
export { toImageBatch } from './images/to-image-batch.js';
export type { ImageBatchOptions } from './images/to-image-batch.js';
export type { ImageSource, PixelData } from './images/image-source.js';
export { toImageData, toRgba } from './images/to-image-data.js';
export { resizeArea } from './images/resize-area.js';
export { readImageSize } from './images/image-size.js';
export type { ImageSize } from './images/image-size.js';
export { readIdx } from './read-idx.js';
export { parseIdx } from './idx.js';
export type { IdxArray, IdxData } from './idx.js';
export { DatasetError } from './errors.js';
export type { DatasetErrorCode } from './errors.js';
