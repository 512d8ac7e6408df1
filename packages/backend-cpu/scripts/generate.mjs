// Compiles the AssemblyScript modules and writes them as text, so that a bundler needs no rule for .wasm files.
import asc from 'assemblyscript/asc';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const flags = [
  '--runtime',
  'stub',
  '--noAssert',
  '-O3',
  '--importMemory',
  '--enable',
  'simd',
  '--baseDir',
  root,
];

mkdirSync(join(root, 'src/generated'), { recursive: true });
/** Modules share one memory: each keeps its tables in a window of its own, which ends where the next begins. */
const windowBytes = 32_768;
/** AssemblyScript keeps the first kilobyte free, so that no table lies at the null address. */
const firstBase = 1024;

for (const [index, name] of ['infer', 'train'].entries()) {
  const base = index === 0 ? firstBase : index * windowBytes;
  const files = new Map();
  const { error, stderr } = await asc.main(
    [`assembly/${name}.ts`, '-o', `${name}.wasm`, '--memoryBase', `${base}`, ...flags],
    {
      writeFile: (file, contents) => void files.set(file, contents),
    },
  );
  if (error) {
    console.error(String(stderr));
    throw error;
  }
  const bytes = files.get(`${name}.wasm`);
  const end = await heapBaseOf(bytes);
  if (end > (index + 1) * windowBytes)
    throw new Error(
      `${name}: expected tables that end before ${(index + 1) * windowBytes}, received ${end}. Give the modules larger windows.`,
    );
  const text = Buffer.from(bytes).toString('base64');
  writeFileSync(
    join(root, `src/generated/${name}.ts`),
    `// Made by scripts/generate.mjs from assembly/${name}.ts; not to be edited.\nexport const ${name}Module = '${text}';\n`,
  );
}

async function heapBaseOf(bytes) {
  const env = { memory: new WebAssembly.Memory({ initial: 64 }), abort: () => {} };
  const { instance } = await WebAssembly.instantiate(bytes, { env });
  return instance.exports.heapBase();
}
