import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findViolations } from '../cruise.js';
import { edges, findCycle } from '../edges.js';

function repository(files) {
  const folder = mkdtempSync(join(tmpdir(), 'convlens-boundaries-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('the edges form a hierarchy', () => {
  expect(findCycle(edges)).toBeUndefined();
});

test('a table that leads back to a package names it', () => {
  expect(findCycle({ a: ['b'], b: ['c'], c: ['a'] })).toBe('a');
});

test('an element that imports a layer is found', async () => {
  const folder = repository({
    'packages/elements/src/index.ts': "export { a } from '../../layers/src/index.js';",
    'packages/layers/src/index.ts': 'export const a = 1;',
  });
  const { violations } = await findViolations(folder);
  expect(violations.map(({ rule }) => rule)).toContain('elements-imports-only-its-own-edges');
});

test('a type import counts as an import', async () => {
  const folder = repository({
    'packages/types/src/index.ts':
      "import type { A } from '../../geometry/src/index.js';\nexport type B = A;",
    'packages/geometry/src/index.ts': 'export type A = number;',
  });
  expect((await findViolations(folder)).violations).toHaveLength(1);
});

test('two modules that import each other are found', async () => {
  const folder = repository({
    'packages/layers/src/a.ts': "import { b } from './b.js';\nexport const a = () => b;",
    'packages/layers/src/b.ts': "import { a } from './a.js';\nexport const b = () => a;",
  });
  expect((await findViolations(folder)).violations.map(({ rule }) => rule)).toContain('no-circular-modules');
});

test('a layer that imports the core is allowed', async () => {
  const folder = repository({
    'packages/layers/src/index.ts': "export { a } from '../../tensor-core/src/index.js';",
    'packages/tensor-core/src/index.ts': 'export const a = 1;',
  });
  expect((await findViolations(folder)).violations).toEqual([]);
});
