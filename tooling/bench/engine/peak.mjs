// Compiles the peak loop and runs it.
import asc from 'assemblyscript/asc';

const operationsARound = 13 * 4 * 2;

/** @returns a function that measures for about `ms` and answers in GFLOP/s */
export async function makePeak() {
  let binary;
  const flags = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd'];
  const { error, stderr } = await asc.main(
    ['simd-peak.assembly.ts', '-o', 'peak.wasm', ...flags, '--baseDir', import.meta.dirname],
    {
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
    },
  );
  if (error) throw new Error(String(stderr));
  const { instance } = await WebAssembly.instantiate(binary, { env: { abort() {} } });
  const rounds = 200_000;
  return (ms) => {
    const begin = performance.now();
    let done = 0;
    do {
      instance.exports.simdPeak(rounds);
      done += rounds;
    } while (performance.now() - begin < ms);
    return (done * operationsARound) / (performance.now() - begin) / 1e6;
  };
}
