/** Where the seed network is that was trained on the digits. */

/** The weights: safetensors, with the architecture in its metadata. */
export const weights = new URL('../weights/seed-network.safetensors', import.meta.url);
/** Command, seed, package versions, accuracy and SHA-256. */
export const record = new URL('../weights/seed-network.json', import.meta.url);
