// A static file server for the built site, on the loopback address only.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Serves `folder` at the first free port from `firstPort` on; resolves to `{ url, server }`. */
export async function serveFolder(folder, { firstPort = 4173 } = {}) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, request.url);
    const missing = join(folder, '404.html');
    const body = file ?? (existsSync(missing) ? missing : undefined);
    response.statusCode = file ? 200 : 404;
    response.setHeader('cache-control', 'no-cache');
    if (!body) return response.end('Not found');
    response.setHeader('content-type', contentTypes[extname(body)] ?? 'application/octet-stream');
    response.setHeader('content-length', statSync(body).size);
    if (request.method === 'HEAD') return response.end();
    createReadStream(body).pipe(response);
  });
  const port = await listen(server, firstPort, firstPort + 20);
  return { url: `http://127.0.0.1:${port}/`, server };
}

/** `/a` may be the file `a`, `a.html` or `a/index.html`; anything outside the folder is missing. */
function fileFor(folder, url) {
  let path;
  try {
    path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
  } catch {
    return undefined;
  }
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  return [path, `${path}.html`, join(path, 'index.html')].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

function listen(server, port, lastPort) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port >= lastPort) return reject(error);
      resolve(listen(server, port + 1, lastPort));
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      resolve(server.address().port);
    });
  });
}
