/** Keras layers with snake_case settings; the rows have no batch axis. */
import { Skip } from '../skips.js';
import { decode } from '../tensors.js';
import { runLayer } from './layer.js';

export async function run(row, { runtime }) {
  const values = new Map(
    Object.entries(row.inputs).map(([name, tensor]) => [name, withBatch(decode(tensor))]),
  );
  for (const { layer, config, weights, inputs, outputs } of row.nodes) {
    if (inputs.length !== 1) throw new Skip('op', layer);
    const settings = Object.fromEntries(
      Object.entries(config).map(([key, value]) => [camelCase(key), value]),
    );
    const x = values.get(inputs[0]);
    values.set(outputs[0], await runLayer(runtime, layer, settings, weights.map(decode), x));
  }
  return Object.fromEntries(Object.keys(row.expected).map((name) => [name, withoutBatch(values.get(name))]));
}

const camelCase = (key) => key.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const withBatch = ({ shape, ...rest }) => ({ ...rest, shape: [1, ...shape] });
const withoutBatch = ({ shape, ...rest }) => ({ ...rest, shape: shape.slice(1) });
