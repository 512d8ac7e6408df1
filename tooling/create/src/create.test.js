import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { lists } from './lists.js';
import { elementFiles, namesOf } from './templates.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const element = join(root, 'packages/elements');
const read = (path) => readFileSync(join(root, path), 'utf8');
const [name, summary] = ['weight-norms', 'How large the weights of each layer are.'];

describe('a new element', () => {
  it('compiles under the strictest settings, as it comes', () => {
    const folder = join(element, 'src/components', name);
    const files = new Map(
      Object.entries(elementFiles(name, summary)).map(([path, text]) => [join(folder, path), text]),
    );
    const { config } = ts.readConfigFile(join(element, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, element);
    const host = ts.createCompilerHost(options);
    const [exists, load] = [host.fileExists.bind(host), host.readFile.bind(host)];
    // The files are nowhere but here: nothing is left behind where a test ends early.
    host.fileExists = (path) => files.has(path) || exists(path);
    host.readFile = (path) => files.get(path) ?? load(path);
    // Else the compiler asks first whether the folder is there.
    host.directoryExists = undefined;
    const roots = [...files.keys()].filter((path) => !path.includes('.test.'));
    const found = ts
      .getPreEmitDiagnostics(ts.createProgram(roots, options, host))
      .filter(({ file }) => file && files.has(file.fileName))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect([roots.length, found]).toEqual([5, []]);
  }, 60_000);
  it.each(Object.entries(lists))('is entered in %s once', (path, enter) => {
    const before = read(path);
    const once = enter(before, namesOf(name), summary);
    expect(once).toContain(name);
    expect(enter(once, namesOf(name), summary)).toBe(once);
    // What was there is there still, line by line; the last of a JSON list may have gained a comma.
    const bare = (text) => text.split('\n').map((line) => line.replace(/,$/, ''));
    const added = bare(once);
    for (const line of bare(before)) {
      expect(added).toContain(line);
      added.splice(added.indexOf(line), 1);
    }
  });
  it('leaves package.json a JSON file with both halves of the element', () => {
    const path = 'packages/elements/package.json';
    const { sideEffects } = JSON.parse(lists[path](read(path), namesOf(name), summary));
    expect(sideEffects).toContain(`./dist/components/${name}/${name}.js`);
    expect(sideEffects).toContain(`./src/components/${name}/${name}.ts`);
  });
});
