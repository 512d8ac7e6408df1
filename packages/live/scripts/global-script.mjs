// `node scripts/global-script.mjs`, after `tsc`: writes dist/bundle/convlens.global.js, the one classic script for pages without
// modules (and for HTML files that are double-clicked, where modules are refused). It is three things in one file: the engine as a
// function, whose text becomes a worker; the elements; and a wrapper that, loaded as a worker, runs the engine alone.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const dist = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));

/** Where the engine is found is another question in a classic script: see src/global/engine-script.ts. */
const engineInsideTheScript = {
  name: 'engine-inside-the-script',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './engine-script.js' && importer === dist('engine/start-worker.js')
      ? dist('global/engine-script.js')
      : undefined,
};

const engine = await iife('engine/serve-engine.js');
const page = await iife('global.js', [engineInsideTheScript]);

writeFileSync(
  dist('bundle/convlens.global.js'),
  `/*! ConvLens, https://www.npmjs.com/package/@convlens/live, MIT. Elements and engine in one classic script. */
(function () {
"use strict";
function engine() {
"use strict";
${engine}
return convlens;
}
if (typeof document === "undefined") { engine().serveEngine(); return; }
if (globalThis.ConvLens?.elements) return;
var convlensScript = { address: document.currentScript?.src, engine: engine };
${page}
})();
`,
);

/** One entry with all that it needs, minified, as the declaration of a variable `convlens`. */
async function iife(entry, plugins = []) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      minify: true,
      lib: { entry: dist(entry), formats: ['iife'], name: 'convlens', fileName: () => 'convlens.js' },
      // 11 MB of digits are no part of a script: pages name their address (`data`).
      rolldownOptions: { external: ['@convlens/data-mnist'], output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}
