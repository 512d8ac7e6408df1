/** Rows that no single value answers: each function checks what the row says and answers `[true, …]`. */
import * as core from '@convlens/tensor-core';
import { Conv2D, Dense, Flatten, load, MaxPooling2D, Sequential, toSafetensors } from '@convlens/layers';
import { fillUniform, randomKey } from '@convlens/random';
import { decode, toTensor } from '../tensors.js';

export const properties = {
  async dropout(row, { runtime }) {
    const { rate } = row.attrs;
    const x = toTensor(runtime, decode(row.inputs.x), { requiresGrad: true });
    const y = core.dropout(x, { rate, key: randomKey(1, 'dropout') });
    const [values, inputs] = [await y.read(), await x.read()];
    const [gradient] = core.gradients(y, [x]);
    const dx = await gradient.read();
    const dropped = values.filter((value) => value === 0).length / values.length;
    const scale = 1 / (1 - rate);
    return [
      values.every((value, i) => value === 0 || Math.abs(value - inputs[i] * scale) < 1e-6 * Math.abs(value)),
      dropped >= 0.1 && dropped <= 0.4,
      dx.every((value, i) => Math.abs(value - (values[i] === 0 ? 0 : scale)) < 1e-6),
    ];
  },

  async initializer(row, { runtime }) {
    const { seed } = row.attrs;
    const weights = async (options) => {
      const model = new Sequential({
        layers: [
          new Conv2D({ name: 'a', filters: 4, kernelSize: 3, padding: 'same' }),
          new Conv2D({ name: 'b', filters: 4, kernelSize: 3, padding: 'same' }),
        ],
      });
      model.build(runtime, { inputShape: [8, 8, 2], ...options });
      const stored = await model.getWeights();
      const of = (name) => [...stored[name].data];
      const found = { a: of('a/filter'), b: of('b/filter') };
      model.dispose();
      return found;
    };
    const [first, second, other] = [
      await weights({ seed }),
      await weights({ seed }),
      await weights({ seed: seed + 1 }),
    ];
    const [unseeded, again] = [await weights({}), await weights({})];
    const limit = Math.sqrt(6 / (18 + 36));
    return [
      String(first.a) === String(second.a),
      String(first.a) !== String(other.a),
      String(first.a) !== String(first.b.slice(0, first.a.length)),
      first.a.every((value) => Math.abs(value) <= limit),
      String(unseeded.a) !== String(again.a),
    ];
  },

  /** Of the formats that the row lists, safetensors is built. */
  async roundTrip(row, { runtime }) {
    const model = new Sequential({
      layers: [
        new Conv2D({ filters: 2, kernelSize: 3 }),
        new MaxPooling2D({ poolSize: 2 }),
        new Flatten(),
        new Dense({ units: 3 }),
      ],
    });
    model.build(runtime, { inputShape: [8, 8, 1], seed: 3 });
    const bytes = await toSafetensors(model);
    const images = {
      shape: [4, 8, 8, 1],
      data: fillUniform(new Float32Array(4 * 64), randomKey(1, 'images')),
    };
    const copy = await load(bytes);
    copy.build(runtime);
    const [before, after] = [await model.predict(images), await copy.predict(images)];
    const names = Object.keys(await model.getWeights());
    const header = JSON.parse(
      Buffer.from(
        bytes.slice(8, 8 + Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))),
      ).toString(),
    );
    const isRefused = await refuses(withoutTensor(bytes, header, names[0]));
    const same = String(before.output.data) === String(after.output.data);
    model.dispose();
    copy.dispose();
    return [same, names.every((name) => name in header), isRefused];
  },
};

/** The same file, whose header does not name one of its weights. */
function withoutTensor(bytes, header, name) {
  const rest = Object.fromEntries(Object.entries(header).filter(([key]) => key !== name));
  const text = Buffer.from(JSON.stringify(rest));
  const start = 8 + Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return new Uint8Array(Buffer.concat([length, text, bytes.slice(start)]));
}

async function refuses(bytes) {
  try {
    await load(bytes);
    return false;
  } catch (error) {
    return typeof error.code === 'string';
  }
}
