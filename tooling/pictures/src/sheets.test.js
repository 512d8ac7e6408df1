// What is on which sheet. The pictures themselves are looked at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { divide, names, sheetPage } from './sheets.js';
import { pagesIn, storiesIn } from './subjects.js';

const subjects = (sizes) =>
  sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${group}-${index}`,
      group: `g${group}`,
      name: `${index}`,
    })),
  );

describe('sheets', () => {
  it.each([
    [[18, 9, 9, 11, 12, 10, 15, 14, 12, 13, 12, 16, 13, 17, 12, 8, 16], 8],
    [[1, 1, 1, 40], 4],
    [[30], 8],
    [[2, 2], 8],
  ])('hold every one of %j once, in order, on at most %i', (sizes, count) => {
    const all = subjects(sizes);
    const parts = divide(all, count);
    expect(parts.flat()).toEqual(all);
    expect(parts.length).toBeLessThanOrEqual(count);
    for (const part of parts)
      expect(
        parts.filter((other) => other !== part && other.some(({ group }) => group === part[0].group)),
      ).toEqual([]);
  });

  it('are named by what is on them', () => {
    expect(names([{ of: 'elements' }, { of: 'elements' }, { of: 'pages' }])).toEqual([
      'elements-1',
      'elements-2',
      'pages-1',
    ]);
  });

  it('caption each subject and show it four times', () => {
    const page = sheetPage({ subjects: [{ id: 'a/b', group: 'A', name: 'x < y' }] }, 'A');
    expect(page).toContain('<figcaption>x &lt; y</figcaption>');
    expect([...page.matchAll(/src="([^"]+)"/g)].map(([, source]) => source)).toEqual([
      'a_b-1440-light.png',
      'a_b-1440-dark.png',
      'a_b-360-light.png',
      'a_b-360-dark.png',
    ]);
  });
});

describe('subjects', () => {
  it('are stories by title, whatever the order of the index, and no pages of documentation', () => {
    const entry = (id, title, type = 'story') => ({ id, title, name: id, type });
    const entries = [
      entry('b--2', 'B'),
      entry('a--1', 'A'),
      entry('b--docs', 'B', 'docs'),
      entry('b--1', 'B'),
    ];
    expect(storiesIn({ entries }).map(({ id }) => id)).toEqual(['a--1', 'b--2', 'b--1']);
  });

  it('are all pages of a site but the one for what is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    mkdirSync(join(folder, 'labs'));
    for (const file of ['index.html', '404.html', 'labs/index.html', 'labs/bend.html', 'labs/bend.js'])
      writeFileSync(join(folder, file), '');
    expect(pagesIn(folder).map(({ path }) => path)).toEqual(['', 'labs/', 'labs/bend']);
    rmSync(folder, { recursive: true });
  });
});
