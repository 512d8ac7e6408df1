// Programs out of our own pages: the first code block of a page, and that block made short enough for a
// test. The text is the page's; only how much it trains is changed.
import ts from 'typescript';

/** The first `js`, `ts` or `html` block of a Markdown text as `{ language, code }`. */
export function firstBlock(markdown) {
  const match = /^```(js|javascript|ts|typescript|html)\r?\n([\s\S]*?)^```/m.exec(markdown);
  if (!match) return undefined;
  const language = match[1].startsWith('t') ? 'ts' : match[1].startsWith('j') ? 'js' : 'html';
  return { language, code: match[2] };
}

/** Two steps on 128 digits instead of epochs on 60,000. */
export function shortened(code) {
  return code
    .replace(/trainer\.fit\(await mnist\(([^)]*)\)/g, 'trainer.fit((await mnist($1)).take(128)')
    .replace(/epochs: \d+/g, 'epochs: 1');
}

/** TypeScript without its types. */
export function asJavaScript({ language, code }) {
  if (language === 'js') return code;
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}
