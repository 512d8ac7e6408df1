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
for (const name of ['infer', 'train']) {
  const files = new Map();
  const { error, stderr } = await asc.main([`assembly/${name}.ts`, '-o', `${name}.wasm`, ...flags], {
    writeFile: (file, contents) => void files.set(file, contents),
  });
  if (error) {
    console.error(String(stderr));
    throw error;
  }
  const text = Buffer.from(files.get(`${name}.wasm`)).toString('base64');
  writeFileSync(
    join(root, `src/generated/${name}.ts`),
    `// Made by scripts/generate.mjs from assembly/${name}.ts; not to be edited.\nexport const ${name}Module = '${text}';\n`,
  );
}
