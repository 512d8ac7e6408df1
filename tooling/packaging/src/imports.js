// Importing a package in Node neither throws, nor defines an element, nor leaves a global behind.
import { runModule } from './consumer.js';
import { resultOf } from './results.js';

// These are imported in order to define; they must not throw, and that is all.
const definesOnPurpose = /^\.\/(define|components)/;
// One file for pages without a build step, with the browser's half of Lit inside, or a script that leaves a global on purpose.
const forPagesOnly = /^\.\/bundle|global$/;
const globalsOfLit = /^(lit|reactiveElement)/;

/** One result a package; `packed` as `packAll` returns it. */
export async function checkImports(folder, packed) {
  const results = [];
  for (const { name, manifest } of packed) {
    const entries = Object.keys(manifest.exports).filter(
      (key) => hasCode(manifest.exports[key]) && !key.includes('*') && !forPagesOnly.test(key),
    );
    if (entries.length === 0) continue;
    results.push(
      await resultOf(`import ${name}`, () =>
        runModule(folder, `import-${results.length}.mjs`, program(name, entries)),
      ),
    );
  }
  return results;
}

function hasCode(target) {
  return typeof target === 'object' ? 'default' in target : target.endsWith('.js');
}

function program(name, entries) {
  const specifier = (entry) => JSON.stringify(name + entry.slice(1));
  const quiet = entries.filter((entry) => !definesOnPurpose.test(entry));
  const defining = entries.filter((entry) => definesOnPurpose.test(entry));
  return `
const defined = [];
globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
const before = new Set(Object.getOwnPropertyNames(globalThis));
${quiet.map((entry) => `await import(${specifier(entry)});`).join('\n')}
const added = Object.getOwnPropertyNames(globalThis).filter((key) => !before.has(key) && !${globalsOfLit}.test(key));
if (defined.length > 0) throw new Error('defined on import: ' + defined);
if (added.length > 0) throw new Error('left on globalThis: ' + added);
${defining.map((entry) => `await import(${specifier(entry)});`).join('\n')}
`;
}
