/**
 * Trained weights as files, and beside each what made it. Data only: `load()` of `@convlens/layers` reads them.
 * One network alone is at `./seed-network`, `./seed-network-permuted`, `./dense-network` or `./dense-network-permuted`.
 */
export { files } from './files.js';
