/** Layers as TensorFlow.js writes them: camelCase settings, a batch axis, and models inside models. */
import { Skip } from '../skips.js';
import { decode } from '../tensors.js';
import { runLayer } from './layer.js';

export async function run({ layer, config, weights, inputs, kwargs }, { runtime }) {
  if (inputs.length !== 1) throw new Skip('op', layer);
  if (layer === 'Dropout' && kwargs?.training) throw new Skip('randomMask');
  const stored = weights.map(decode);
  const layers = layer === 'Sequential' ? config.layers : [{ className: layer, config }];
  let x = decode(inputs[0]);
  for (const { className, config: settings } of layers) {
    const count = className === 'Dense' || className === 'Conv2D' ? (settings.useBias ? 2 : 1) : 0;
    x = await runLayer(runtime, className, settings, stored.splice(0, count), x);
  }
  return [x];
}
