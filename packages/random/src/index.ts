/** Random numbers as a pure function of seed, path and index: the same on every device, in every order. */
export { randomKey } from './key.js';
export type { RandomKey } from './key.js';
export { fillUniform, uniformAt } from './uniform.js';
export { permutation } from './permutation.js';
export { threefry2x32 } from './threefry.js';
