// `pnpm bench engine`: the seed network through the public Trainer, data feeding included, against the peak of this machine
// measured in the same run, turn by turn: machines are shared, so only the ratio says something.
import { cpu } from '@convlens/backend-cpu';
import { mnist } from '@convlens/datasets';
import { seedNetwork } from '@convlens/layers';
import { adam, softmaxCrossEntropy, Trainer } from '@convlens/layers/training';
import { Runtime } from '@convlens/tensor-core';
import { makePeak } from './peak.mjs';

/** Forward and backward of one image: twice the multiply-accumulates of both passes (no gradient of the pixels). */
const flopAnImage = 5.0e6;
const batchSize = 64;
const rounds = 15;
const stepsARound = 40;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export async function benchEngine({ json }) {
  const peak = await makePeak();
  const runtime = new Runtime(await cpu());
  const model = seedNetwork();
  model.build(runtime, { seed: 1 });
  const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() });
  const steps = trainer.fit(await mnist(), { epochs: 10, batchSize });
  const train = async (count) => {
    const begin = performance.now();
    for (let done = 0; done < count;) if ((await steps.next()).value.type === 'step') done++;
    return (count * batchSize) / ((performance.now() - begin) / 1000);
  };
  peak(300);
  await train(60);
  const before = runtime.memory();
  const measured = [];
  for (let round = 0; round < rounds; round++)
    measured.push({ peak: peak(100), imagesPerSecond: await train(stepsARound) });
  const after = runtime.memory();
  await steps.return();

  const rate = ({ imagesPerSecond }) => (imagesPerSecond * flopAnImage) / 1e9;
  const result = {
    batchSize,
    peakGflops: median(measured.map((each) => each.peak)),
    imagesPerSecond: median(measured.map((each) => each.imagesPerSecond)),
    gflops: median(measured.map(rate)),
    shareOfPeak: median(measured.map((each) => rate(each) / each.peak)),
    allocations: after.allocations - before.allocations,
    node: process.version,
  };
  if (json) console.log(JSON.stringify(result));
  else {
    console.log(`peak of WebAssembly SIMD, one thread   ${result.peakGflops.toFixed(1)} GFLOP/s`);
    console.log(
      `training, batch ${batchSize}                     ${result.gflops.toFixed(1)} GFLOP/s   ${Math.round(result.imagesPerSecond)} images/s`,
    );
    console.log(
      `share of the peak                      ${(100 * result.shareOfPeak).toFixed(1)} %   (median of ${rounds} turns)`,
    );
    console.log(`buffers allocated after the warm-up    ${result.allocations}`);
    for (const [name, { by, calls }] of Object.entries(runtime.report().kernels))
      console.log(`  ${name.padEnd(28)} ${by.padEnd(34)} ${calls} calls`);
  }
}
