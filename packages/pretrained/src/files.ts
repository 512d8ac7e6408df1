/** Where each file is; one literal a file, so that bundlers find them. */

export const files = {
  /** The weights: safetensors, with the architecture in its metadata. */
  'seed-network.safetensors': new URL('../weights/seed-network.safetensors', import.meta.url),
  /** Command, seed, package versions, accuracy and SHA-256. */
  'seed-network.json': new URL('../weights/seed-network.json', import.meta.url),
} as const;
