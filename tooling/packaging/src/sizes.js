// What each element costs a page: its bundle with Lit, minified and zipped, less what every element needs (Lit and the base element).
// Measured as a user of Vite gets it from the tarballs, and held against element-sizes.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../setup/run.mjs';
import { productionBuild } from './production-build.js';
import { budgetsFor, overrunsOf, tableOf } from './size-budgets.js';
import { result } from './results.js';

const file = join(root, 'tooling/packaging/element-sizes.json');

/**
 * One result for the elements, each within its budget, and one a limit. `folder` has the tarballs installed; with `write` the budgets
 * are made anew of what is measured, with a tenth to grow by, and the limits stay.
 */
export async function checkSizes(folder, { write = false } = {}) {
  const sizes = await measureSizes(folder);
  const { limits, aims, budgets: known } = JSON.parse(readFileSync(file, 'utf8'));
  const budgets = write ? budgetsFor(sizes.elements) : known;
  if (write) writeFileSync(file, `${JSON.stringify({ limits, aims, budgets }, null, 2)}\n`);
  console.log(tableOf(sizes.elements, budgets));
  console.log(tableOf(sizes.totals, limits));
  // What is not reached yet fails nothing, and is said every time.
  for (const [name, aim] of Object.entries(aims))
    if (sizes.totals[name] > aim) console.log(`aim missed: ${name}, ${sizes.totals[name]} of ${aim} bytes`);
  return [
    result('own size of each element', overrunsOf(sizes.elements, budgets)),
    ...Object.entries(sizes.totals).map(([name, bytes]) =>
      result(`size of ${name}`, overrunsOf({ [name]: bytes }, limits)),
    ),
  ];
}

/** `{ elements, totals }`, bytes by name: what each element adds to the base, and whole bundles with Lit. */
async function measureSizes(folder) {
  const elements = join(folder, 'node_modules/@convlens/elements/dist');
  const zipped = (code) => zippedBytes(folder, code);
  const base = await zipped(
    `import { CnnElement } from ${JSON.stringify(join(elements, 'base-element.js'))};
    customElements.define('x-base', class extends CnnElement {});`,
  );
  const own = {};
  for (const name of readdirSync(join(elements, 'components')).sort()) {
    if (!existsSync(join(elements, `components/${name}/${name}.js`))) continue;
    const whole = await zipped(`import '@convlens/elements/components/${name}/${name}';`);
    own[`cnn-${name}`] = whole - base;
  }
  const all = await zipped(`import { defineAll } from '@convlens/elements/define-all'; defineAll();`);
  const totals = {
    'Lit and the base element': base,
    'the Convolution Lab with Lit': base + own['cnn-convolution'],
    'all elements with Lit': all,
  };
  return { elements: own, totals };
}

async function zippedBytes(folder, code) {
  const entry = '\0entry';
  const { output } = await productionBuild({
    root: folder,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'entry' } },
  });
  return output.reduce((sum, { code: text }) => sum + (text ? gzipSync(text, { level: 9 }).length : 0), 0);
}
