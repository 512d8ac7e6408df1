/** A short training run on made-up pictures, and its weights as one number: to be the same wherever it runs. */
import { fillUniform, randomKey } from '@convlens/random';
import type { TrainingData } from '@convlens/types';
import { adam, cosineDecay, cpu, Runtime, seedNetwork, softmaxCrossEntropy, Trainer } from '../src/index.js';

const pictures: TrainingData = {
  length: 256,
  imageShape: [28, 28, 1],
  gather(rows, images, labels) {
    rows.forEach((row, i) => {
      fillUniform(images.subarray(i * 784, (i + 1) * 784), randomKey(1, row));
      labels[i] = row % 10;
    });
  },
};

/** SHA-256 of all weights after eight steps, in hexadecimal. */
export async function weightsAfterEightSteps(): Promise<string> {
  const model = seedNetwork();
  model.build(new Runtime(await cpu()), { seed: 1 });
  const trainer = new Trainer({
    model,
    optimizer: adam(),
    loss: softmaxCrossEntropy({ labelSmoothing: 0.1 }),
    schedule: cosineDecay(),
  });
  for await (const event of trainer.fit(pictures, { batchSize: 32 })) void event;
  const weights = Object.values(await model.getWeights()).map(
    ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
  const all = new Uint8Array(weights.reduce((length, { byteLength }) => length + byteLength, 0));
  weights.reduce((at, bytes) => (all.set(bytes, at), at + bytes.byteLength), 0);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
