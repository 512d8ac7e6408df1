// `node scripts/global-scripts.mjs`, after `tsc`: writes dist/seed-network.global.js, the weights as a classic script for pages that
// may not fetch (an HTML file that is double-clicked). `<cnn-model src="#seed-network">` finds them there.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../', import.meta.url);

for (const name of ['seed-network']) {
  const text = readFileSync(new URL(`weights/${name}.safetensors`, folder)).toString('base64');
  const script = `/*! ${name} of @convlens/pretrained, MIT: a safetensors file as base64 text. */
((globalThis.ConvLens ??= {}).files ??= {})[${JSON.stringify(name)}] =
  ${JSON.stringify(text)};
`;
  writeFileSync(new URL(`dist/${name}.global.js`, folder), script);
  writeFileSync(new URL(`dist/${name}.global.d.ts`, folder), 'export {};\n');
}
