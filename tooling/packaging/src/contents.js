// What a tarball must hold and must not: pure, over its file names and its manifest.

const forbidden = [
  [/(^|\/)(src|test|assembly|scripts|reports|node_modules)\//, 'a source or development folder'],
  [/\.(test|stories)\./, 'a test or a story'],
  [/(tsconfig|vitest\.).*\.(json|js)$/, 'a tool’s configuration'],
  [/\.tsbuildinfo$/, 'a build cache'],
];

/** Returns one sentence for each thing that is wrong. */
export function problemsOf({ files, manifest }) {
  const problems = [];
  for (const file of ['README.md', 'LICENSE']) if (!files.includes(file)) problems.push(`lacks ${file}`);
  for (const file of files) {
    const match = forbidden.find(([pattern]) => pattern.test(file));
    if (match) problems.push(`holds ${file}, ${match[1]}`);
  }
  const text = JSON.stringify({ ...manifest, devDependencies: {}, publishConfig: {} });
  for (const word of ['@convlens/source', 'workspace:', 'catalog:']) {
    if (text.includes(word)) problems.push(`its package.json still says ${word}`);
  }
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    if (/^\d/.test(range)) problems.push(`pins ${name} to ${range}: published dependencies are ranges`);
  }
  for (const target of exportTargets(manifest.exports)) {
    if (!target.includes('*') && !files.includes(target.replace('./', '')))
      problems.push(`exports ${target}, which it lacks`);
  }
  return problems;
}

function exportTargets(exports) {
  if (typeof exports === 'string') return [exports];
  return Object.values(exports ?? {}).flatMap(exportTargets);
}
