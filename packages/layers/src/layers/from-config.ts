/** From a class name and settings, as a model file has them, back to a layer. Layers of plugins are not known here. */
import type { LayerConfig } from '@convlens/types';
import { LayersError } from '../errors.js';
import { AveragePooling2D } from './average-pooling2d.js';
import { Conv2D } from './conv2d.js';
import { Dense } from './dense.js';
import { Dropout } from './dropout.js';
import { Flatten } from './flatten.js';
import { InputLayer } from './input-layer.js';
import type { Layer } from './layer.js';
import { MaxPooling2D } from './max-pooling2d.js';
import { ReLU } from './relu.js';
import { Softmax } from './softmax.js';

// The settings come from outside: `never` lets each constructor take them, and every constructor checks all that it reads.
const classes: ReadonlyMap<string, new (options: never) => Layer> = new Map<
  string,
  new (options: never) => Layer
>([
  ['AveragePooling2D', AveragePooling2D],
  ['Conv2D', Conv2D],
  ['Dense', Dense],
  ['Dropout', Dropout],
  ['Flatten', Flatten],
  ['InputLayer', InputLayer],
  ['MaxPooling2D', MaxPooling2D],
  ['ReLU', ReLU],
  ['Softmax', Softmax],
]);

/**
 * @throws LayersError `UNKNOWN_LAYER` for a class that is not built in, `INVALID_CONFIG` for its settings.
 * @example layerFromConfig('Dense', { units: 10 }, 'dense2')
 */
export function layerFromConfig(className: string, config: LayerConfig, name?: string): Layer {
  const LayerClass = classes.get(className);
  if (!LayerClass) {
    throw new LayersError(
      'UNKNOWN_LAYER',
      `load: expected a built-in layer (${[...classes.keys()].join(', ')}), received "${className}". Only built-in layers can be rebuilt from a file.`,
    );
  }
  return new LayerClass({ ...config, ...(name !== undefined && { name }) } as never);
}
