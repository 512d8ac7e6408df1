/** Kernels in plain TypeScript, to be read and to check others against; and a backend of nothing else. */
export { referenceKernels } from './kernels.js';
export { reference } from './reference.js';
export type { ReferenceKernel, View } from './view.js';
