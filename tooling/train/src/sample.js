// The accuracy on a few digits: a figure that CI can find again in a second.
import { cpu } from '@convlens/backend-cpu';
import { load } from '@convlens/layers';
import { evaluate } from '@convlens/layers/training';
import { Runtime } from '@convlens/tensor-core';
import { loadDigits } from './data.js';
import { parseOptions } from './options.js';

const digits = 1000;

/** How good a model file is on the first test digits of the command that made it. */
export async function sampleAccuracy(bytes, args) {
  const { test } = await loadDigits({ ...parseOptions(args), limit: digits });
  const runtime = new Runtime(await cpu());
  try {
    const model = await load(bytes);
    model.build(runtime);
    const { accuracy } = await evaluate(model, test);
    return { digits, accuracy };
  } finally {
    await runtime.dispose();
  }
}
