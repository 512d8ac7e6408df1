/** All 70,000 MNIST digits as files. Data only: `mnist()` of `@convlens/datasets` reads them. */
export { files } from './files.js';
