import { expect, test } from 'vitest';
import { problemsOf } from './contents.js';

const good = {
  files: ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'],
  manifest: {
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies: { lit: '^3.3.3' },
  },
};

test('a package with its licence, README and exports has no problem', () => {
  expect(problemsOf(good)).toEqual([]);
});

test('a test, a source folder and a missing README are named', () => {
  const files = [
    'package.json',
    'LICENSE',
    'src/index.ts',
    'dist/index.test.js',
    'dist/index.js',
    'dist/index.d.ts',
  ];
  expect(problemsOf({ ...good, files })).toEqual([
    'lacks README.md',
    'holds src/index.ts, a source or development folder',
    'holds dist/index.test.js, a test or a story',
  ]);
});

test('the development condition must not be published', () => {
  const manifest = { exports: { '.': { '@convlens/source': './dist/index.js' } } };
  expect(problemsOf({ ...good, manifest })).toEqual(['its package.json still says @convlens/source']);
});

test('a pinned dependency and a workspace range are named', () => {
  const manifest = { ...good.manifest, dependencies: { lit: '3.3.3', '@convlens/types': 'workspace:^' } };
  expect(problemsOf({ ...good, manifest })).toEqual([
    'its package.json still says workspace:',
    'pins lit to 3.3.3: published dependencies are ranges',
  ]);
});

test('an export without its file is named', () => {
  const manifest = { exports: { './training': './dist/training.js' } };
  expect(problemsOf({ ...good, manifest })).toEqual(['exports ./dist/training.js, which it lacks']);
});
