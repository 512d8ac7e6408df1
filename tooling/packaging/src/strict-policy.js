// The strictest Content-Security-Policy that a page with our elements needs no exception from, and a server that sends it with every
// file (a worker has the policy of its own script) and counts what browsers report.
import { createHash } from 'node:crypto';
import { serveFolder } from '../../setup/serve.mjs';

/** `hashes` lets inline scripts of these texts pass: an import map has no other place than the page. */
export function strictPolicy({ wasm = true, hashes = [] } = {}) {
  const scripts = ["'self'", ...(wasm ? ["'wasm-unsafe-eval'"] : []), ...hashes.map((hash) => `'${hash}'`)];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html convlens',
  ].join('; ');
}

/** As `script-src` names a text. */
export const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const reportPath = '/policy-reports';

/** `serveFolder` with a policy; `reports` grows by the text of each report. */
export async function serveStrictly(folder, policy, { firstPort = 4420 } = {}) {
  const { url, server } = await serveFolder(folder, { firstPort });
  const reports = [];
  const [serve] = server.listeners('request');
  server.removeAllListeners('request').on('request', (request, response) => {
    response.setHeader('content-security-policy', `${policy}; report-uri ${reportPath}`);
    if (request.url !== reportPath) return serve(request, response);
    let text = '';
    request
      .on('data', (chunk) => (text += chunk))
      .on('end', () => {
        reports.push(text);
        response.writeHead(204).end();
      });
  });
  return { url, server, reports };
}
