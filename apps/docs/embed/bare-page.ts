// The HTML of a lab's bare page.
import type { Lesson } from '../labs/lessons.js';

/** Scripts, workers and styles of this origin, WebAssembly, pictures that the page makes itself; HTML by Lit alone. */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html convlens',
].join('; ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param stage The lab's own HTML. It waits in a template, so that elements come up with all that they need. */
export const barePage = ({ name, title, words }: Lesson, stage: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <title>${escaped(title)} · ConvLens</title>
  </head>
  <body>
    <main class="wrap" data-lab="${name}">
      <h1>${escaped(title)}</h1>
      <div class="lab">
        <div class="lab-words">${words.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}</div>
        <div class="lab-place" aria-busy="true"><p class="muted" role="status">Starting the network …</p></div>
      </div>
    </main>
    <template>${stage}</template>
    <script type="module" src="/embed/start.ts"></script>
  </body>
</html>
`;
