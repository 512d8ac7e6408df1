// A hundred digits learned by heart, by a network that halves its maps with max-pooling and by one that halves them with a stride:
// the same number of parameters, trained here and now in this page.
import {
  adam,
  Conv2D,
  cpu,
  Dense,
  evaluate,
  Flatten,
  MaxPooling2D,
  mnist,
  Runtime,
  Sequential,
  softmaxCrossEntropy,
  Trainer,
} from 'convlens';

export const epochs = 30;

export interface ByHeart {
  readonly parameters: number;
  /** Shares that are read right, 0 to 1: of the digits that were learned, and of ones that were not. */
  readonly known: number;
  readonly unseen: number;
}

/**
 * @param onEpoch Told after each epoch, from 1.
 * @throws The reason of `left` once that is aborted.
 */
export async function learnByHeart(
  halving: 'pooling' | 'stride',
  left?: AbortSignal,
  onEpoch: (epoch: number) => void = () => {},
): Promise<ByHeart> {
  // Both from the 10,000 that the site's own training never sees; here the first hundred are what is learned.
  const digits = await mnist({ split: 'test', limit: 1000 });
  const [learned, unseen] = [digits.take(100), digits.slice(100, 600)];
  const model = new Sequential({
    inputShape: [28, 28, 1],
    classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
    layers: [
      new Conv2D({
        filters: 8,
        kernelSize: 5,
        strides: halving === 'stride' ? 2 : 1,
        padding: 'same',
        activation: 'relu',
      }),
      ...(halving === 'pooling' ? [new MaxPooling2D({ poolSize: 2 })] : []),
      new Flatten(),
      new Dense({ units: 10 }),
    ],
  });
  const runtime = new Runtime(await cpu());
  try {
    model.build(runtime, { seed: 1 });
    const trainer = new Trainer({
      model,
      optimizer: adam({ learningRate: 0.005 }),
      loss: softmaxCrossEntropy(),
    });
    const signal = left && { signal: left };
    for await (const event of trainer.fit(learned, { epochs, batchSize: 20, ...signal }))
      if (event.type === 'epoch') onEpoch(event.epoch);
    return {
      parameters: model.summary().parameterCount,
      known: (await evaluate(model, learned, signal)).accuracy,
      unseen: (await evaluate(model, unseen, signal)).accuracy,
    };
  } finally {
    await runtime.dispose();
  }
}
