/** Trained weights as files, and beside each what made it. Data only: `load()` of `@convlens/layers` reads them. */
export { files } from './files.js';
