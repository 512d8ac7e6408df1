// The program that everything serves stands in three places; they must not drift apart. It is run from the architecture page
// on packed packages, by tooling/packaging.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const withoutLayout = (code: string) => code.replaceAll(/\s+/g, ' ').trim();

/** The first code block that imports from 'convlens'. */
function programOf(markdown: string): string {
  const block = /```(?:ts|js)\n(import [^`]*from 'convlens';[^`]*)```/.exec(markdown)?.[1];
  if (block === undefined) throw new Error('No program here.');
  return withoutLayout(block);
}

describe('the program', () => {
  const example = programOf(read('apps/docs/pages/packages.md'));

  it('is the same in the README as on the Packages page', () => {
    expect(programOf(read('README.md'))).toBe(example);
  });

  it('is the same in the architecture as on the Packages page', () => {
    expect(programOf(read('docs/architecture.md'))).toBe(example);
  });

  it('has at most 12 lines of code', () => {
    const lines = programOf(read('README.md')).split(';').length - 1;
    expect(lines).toBeLessThanOrEqual(12);
  });
});
