/** Where each file is. Bundlers copy all that a module names: who needs one network imports its own module. */
import * as denseNetwork from './dense-network.js';
import * as denseNetworkPermuted from './dense-network-permuted.js';
import * as seedNetwork from './seed-network.js';
import * as seedNetworkPermuted from './seed-network-permuted.js';

export const files = {
  'seed-network.safetensors': seedNetwork.weights,
  'seed-network.json': seedNetwork.record,
  'seed-network-permuted.safetensors': seedNetworkPermuted.weights,
  'seed-network-permuted.json': seedNetworkPermuted.record,
  'dense-network.safetensors': denseNetwork.weights,
  'dense-network.json': denseNetwork.record,
  'dense-network-permuted.safetensors': denseNetworkPermuted.weights,
  'dense-network-permuted.json': denseNetworkPermuted.record,
} as const;
