import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSupportedNode } from '../check-node.mjs';
import { serveFolder } from '../serve.mjs';

test.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
])('Node %s is supported: %s', (version, expected) => {
  expect(isSupportedNode(version)).toBe(expected);
});

describe('the server of the built site', () => {
  const parent = mkdtempSync(join(tmpdir(), 'convlens-serve-'));
  const site = join(parent, 'site');
  let served;

  beforeAll(async () => {
    mkdirSync(join(site, 'guide'), { recursive: true });
    writeFileSync(join(parent, 'secret.txt'), 'secret');
    writeFileSync(join(site, 'index.html'), 'home');
    writeFileSync(join(site, 'guide/index.html'), 'guide');
    writeFileSync(join(site, 'about.html'), 'about');
    writeFileSync(join(site, 'kernel.wasm'), 'wasm');
    served = await serveFolder(site, { firstPort: 4791 });
  });
  afterAll(() => served.server.close());

  const get = (path) => fetch(new URL(path, served.url));

  test('listens on the loopback address only', () => {
    expect(served.server.address().address).toBe('127.0.0.1');
  });

  test.each([
    ['/', 'home'],
    ['/about', 'about'],
    ['/guide/', 'guide'],
    ['/about?query#hash', 'about'],
  ])('answers %s with %s', async (path, text) => {
    expect(await (await get(path)).text()).toBe(text);
  });

  test('names the type of WebAssembly, so that browsers compile it while it streams', async () => {
    expect((await get('/kernel.wasm')).headers.get('content-type')).toBe('application/wasm');
  });

  test('answers what it has not with 404', async () => {
    expect((await get('/none')).status).toBe(404);
  });

  test('never leaves its folder', async () => {
    // fetch would take the dots out of the path before sending it.
    const { port } = served.server.address();
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/..%2fsecret.txt' }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(404);
  });

  test('takes the next port when one is in use', async () => {
    const second = await serveFolder(site, { firstPort: served.server.address().port });
    expect(second.server.address().port).toBe(served.server.address().port + 1);
    second.server.close();
  });
});
