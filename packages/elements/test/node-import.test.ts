import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const names = readdirSync(new URL('../src/components/', import.meta.url));

/** Lit brings a registry to Node; nothing of ours may be in it. */
const registered = (): readonly string[] => {
  const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
  return names.filter((name) => registry?.get(`cnn-${name}`));
};

describe('in Node', () => {
  it('importing the package throws nothing and defines nothing', async () => {
    const { defineAll } = await import('../src/define-all.js');
    const index = await import('../src/index.js');
    expect(Object.keys(index)).toContain('CnnNetwork');
    defineAll();
    expect(registered()).toEqual([]);
  });

  it('so does importing the files that register', async () => {
    for (const name of names) {
      const loaded: object = await import(`../src/components/${name}/${name}.ts`);
      expect(Object.keys(loaded)).toHaveLength(1);
    }
    expect(registered()).toEqual([]);
  });
});
