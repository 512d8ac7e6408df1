// Writes the module that names every file of the package in a form that bundlers understand.

/** `new URL('a literal', import.meta.url)` is the one pattern that Node, import maps and bundlers all follow. */
export function filesModule(names) {
  const lines = names.map((name) => `  '${name}': new URL('../data/${name}', import.meta.url),`);
  return `/** Where each file is. Written by \`pnpm data:mnist\`; one literal a file, so that bundlers find them. */

export const files: Readonly<Record<string, URL>> = {
${lines.join('\n')}
};
`;
}
