/** Where the dense network is that was trained on digits whose pixels had changed places. */

/** The weights: safetensors, with the architecture in its metadata. */
export const weights = new URL('../weights/dense-network-permuted.safetensors', import.meta.url);
/** Command, seed, package versions, accuracy and SHA-256. */
export const record = new URL('../weights/dense-network-permuted.json', import.meta.url);
/** What it reads: `permutePixels(images, permuteSeed)` of `@convlens/datasets`. */
export const permuteSeed = 1;
