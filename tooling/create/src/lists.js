/** Where an element has to be entered, and how: each takes a file's text and gives it back with the element in it, once. */

/** Puts a line among others of its kind, in their order. */
function amongSorted(text, line, isOfKind) {
  const lines = text.split('\n');
  if (lines.includes(line)) return text;
  const places = lines.flatMap((each, index) => (isOfKind(each) ? [index] : []));
  if (places.length === 0) throw new Error(`create: expected lines like ${line.trim()}, received none.`);
  const after = places.filter((index) => lines[index] < line).at(-1);
  lines.splice(after === undefined ? places[0] : after + 1, 0, line);
  return lines.join('\n');
}

/** Puts text before a marker that is there exactly once. */
function before(text, marker, added) {
  if (text.split(marker).length !== 2)
    throw new Error(
      `create: expected one place that reads ${JSON.stringify(marker)}, received none or several.`,
    );
  return text.replace(marker, () => added + marker);
}

const sideEffect = (text, { name }) => {
  const enter = (to, kind) =>
    amongSorted(to, `    "./${kind}/components/${name}/${name}.${kind === 'src' ? 'ts' : 'js'}",`, (line) =>
      line.startsWith(`    "./${kind}/components/`),
    );
  // The last line of the list has no comma.
  const comma = text.replace(/("\.\/src\/components\/[^"]+")\n {2}\]/, '$1,\n  ]');
  return enter(enter(comma, 'dist'), 'src').replace(/("\.\/src\/components\/[^"]+"),\n {2}\]/, '$1\n  ]');
};

const ofClass = (line) => /^export \{ Cnn\w+ \} from '\.\/components\//.test(line);

export const lists = {
  'packages/elements/package.json': sideEffect,
  'packages/elements/src/index.ts': (text, { name, className }) => {
    const line = `export { ${className} } from './components/${name}/${name}.component.js';`;
    if (text.includes(line)) return text;
    const rows = text.split('\n');
    rows.splice(rows.findLastIndex(ofClass) + 1, 0, line);
    return rows.join('\n');
  },
  'packages/elements/src/define-all.ts': (text, { name, className }) => {
    const imported = amongSorted(
      text,
      `import { ${className} } from './components/${name}/${name}.component.js';`,
      (line) => line.startsWith('import { Cnn'),
    );
    return amongSorted(imported, `  define('cnn-${name}', ${className});`, (line) =>
      line.startsWith("  define('cnn-"),
    );
  },
  'packages/elements/README.md': (text, { name }, summary) =>
    text.includes(`| \`<cnn-${name}>\``)
      ? text
      : amongSorted(text, `| \`<cnn-${name}>\` | ${summary} | \`.data\`, or a session |`, (line) =>
          /^\| `<cnn-[a-z-]+>` +\| /.test(line),
        ),
  'packages/elements/test/every-element.browser.test.ts': (text, { name }) =>
    text.includes(`'cnn-${name}'`)
      ? text
      : before(
          text,
          '\n] as const;\n\ndescribe.each(elements)',
          `\n  ['cnn-${name}', { data: record }, { data: nanRecord }],`,
        ),
  'apps/docs/pages/elements.data.ts': (text, { name }) =>
    text.includes(`  '${name}',`) ? text : before(text, '\n];\n\ndeclare const data', `\n  '${name}',`),
  'apps/docs/.vitepress/theme/elements/stories.ts': (text, { name }) =>
    text.includes(`'cnn-${name}'`)
      ? text
      : `${text.trimEnd().replace(/\n\};$/, '')}\n  'cnn-${name}': {
    story: 'Recorded',
    load: () => import('../../../../../packages/elements/src/components/${name}/${name}.stories.js'),
  },
};
`,
};
