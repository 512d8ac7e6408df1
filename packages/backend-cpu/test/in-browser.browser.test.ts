// The kernels start in a browser as they do in Node, and give way to the reference kernels where they may not start.
import { conv2dBias, fill, gradients, Runtime, sum } from '@convlens/tensor-core';
import { afterEach, expect, it, vi } from 'vitest';
import { cpu } from '../src/index.js';

afterEach(() => vi.restoreAllMocks());

/** Nine ones under a window of ones, and a bias: 9.5; each weight meets 16 positions. */
async function convolve(runtime: Runtime): Promise<readonly [number, number]> {
  const x = fill(runtime, [1, 6, 6, 1], 1);
  const filter = runtime.tensor(new Float32Array(9).fill(1), [3, 3, 1, 1], { requiresGrad: true });
  const y = conv2dBias(x, filter, fill(runtime, [1], 0.5), { activation: 'relu' });
  const [dFilter] = gradients(sum(y), [filter]);
  return [(await y.read())[0]!, (await dFilter!.read())[0]!];
}

it('runs WebAssembly SIMD in this browser', async () => {
  const runtime = new Runtime(await cpu());
  expect(await convolve(runtime)).toEqual([9.5, 16]);
  expect(runtime.report().kernels['conv2dBias']).toEqual({ by: 'wasm-simd', calls: 1 });
});

it('runs the reference kernels where a policy refuses WebAssembly, and says so', async () => {
  // What a page with the policy `script-src 'self'` gets.
  vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new WebAssembly.CompileError('Refused to compile'));
  const backend = await cpu();
  const runtime = new Runtime(backend);
  expect(backend.refused).toBe('Refused to compile');
  expect(await convolve(runtime)).toEqual([9.5, 16]);
  expect(runtime.report().kernels['conv2dBias']).toEqual({ by: 'reference', calls: 1 });
});
