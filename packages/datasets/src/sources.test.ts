import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mnist } from './index.js';

/** Five made-up digits: image i is all i, label 9 - i. */
const images = Uint8Array.from([
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  5,
  0,
  0,
  0,
  28,
  0,
  0,
  0,
  28,
  ...Array.from({ length: 5 * 784 }, (_, i) => Math.floor(i / 784)),
]);
const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 5, 9, 8, 7, 6, 5]);
const slice = (first: number, count: number) =>
  Uint8Array.from([
    0,
    0,
    8,
    3,
    0,
    0,
    0,
    count,
    0,
    0,
    0,
    28,
    0,
    0,
    0,
    28,
    ...images.subarray(16 + first * 784, 16 + (first + count) * 784),
  ]);
const shards = { a: gzipSync(slice(0, 2)), b: gzipSync(slice(2, 3)), l: gzipSync(labels) };
const shard = (file: keyof typeof shards, kind: string, first: number, count: number) => ({
  file,
  kind,
  split: 'test',
  first,
  count,
  bytes: shards[file].length,
});
const manifest = {
  format: 'convlens.shards',
  version: 1,
  splits: { train: 0, test: 5 },
  shards: [shard('b', 'images', 2, 3), shard('a', 'images', 0, 2), shard('l', 'labels', 0, 5)],
};
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function expectAllFive(
  source: string | URL | { images: Uint8Array; labels: Uint8Array },
): Promise<void> {
  const data = await mnist({ source, split: 'test' });
  expect([...data.labels]).toEqual([9, 8, 7, 6, 5]);
  expect(data.images.shape).toEqual([5, 28, 28, 1]);
  expect([0, 1, 2, 3, 4].map((i) => data.images.data[i * 784 + 783])).toEqual([0, 1, 2, 3, 4]);
  expect((await mnist({ source, split: 'test', limit: 3 })).length).toBe(3);
}

describe('bytes', () => {
  it('of the two IDX files are read, gzipped or not', async () => {
    await expectAllFive({ images, labels });
    await expectAllFive({ images: gzipSync(images), labels });
  });

  it('that are no digits are refused', async () => {
    await expect(mnist({ source: { images: labels, labels } })).rejects.toThrow(
      /28 x 28 bytes, received Uint8Array of shape \[5\]/,
    );
    await expect(mnist({ source: { images, labels: images } })).rejects.toMatchObject({ code: 'NOT_MNIST' });
    await expect(mnist({ source: { images: slice(0, 3), labels } })).rejects.toThrow(/expected 3 labels/);
    const eleven = Uint8Array.from(labels, (byte, i) => (i === 8 ? 11 : byte));
    await expect(mnist({ source: { images, labels: eleven } })).rejects.toMatchObject({
      code: 'INVALID_DATASET',
    });
  });
});

describe('a folder on the disk', () => {
  let root: string;
  beforeAll(async () => (root = await mkdtemp(join(tmpdir(), 'convlens digits '))));
  afterAll(() => rm(root, { recursive: true }));
  const folder = async (name: string, files: Record<string, Uint8Array>) => {
    await mkdir(join(root, name));
    for (const [file, bytes] of Object.entries(files)) await writeFile(join(root, name, file), bytes);
    return join(root, name);
  };

  it('may hold the original files under any of their usual names', async () => {
    await expectAllFive(
      await folder('plain', { 't10k-images-idx3-ubyte': images, 't10k-labels-idx1-ubyte': labels }),
    );
    await expectAllFive(
      await folder('gz', {
        't10k-images-idx3-ubyte.gz': gzipSync(images),
        't10k-labels-idx1-ubyte.gz': gzipSync(labels),
      }),
    );
    await expectAllFive(
      await folder('dotted', { 't10k-images.idx3-ubyte': images, 't10k-labels.idx1-ubyte': labels }),
    );
  });

  it('may hold shards, in any order of the manifest, by path or file URL', async () => {
    const path = await folder('shards', { ...shards, 'manifest.json': json(manifest) });
    await expectAllFive(path);
    await expectAllFive(pathToFileURL(path));
    await expectAllFive(pathToFileURL(path).href + '/');
  });

  it('that is empty or absent is answered with the names that it should hold', async () => {
    await expect(mnist({ source: join(root, 'nowhere') })).rejects.toThrow(
      /manifest\.json or train-labels-idx1-ubyte or train-labels-idx1-ubyte\.gz/,
    );
    await expect(mnist({ source: await folder('empty', {}) })).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
    await expect(
      mnist({ source: await folder('torn', { 'manifest.json': json(manifest) }), split: 'test' }),
    ).rejects.toThrow(/expected \w at file:/);
  });

  it('whose manifest lies is answered with a typed error', async () => {
    const [b, a, l] = manifest.shards as [object, object, object];
    const lies: [name: string, manifest: unknown, code: string][] = [
      ['no JSON', undefined, 'MANIFEST'],
      ['another format', { ...manifest, format: 'convlens.model' }, 'MANIFEST'],
      ['a later version', { ...manifest, version: 2 }, 'MANIFEST'],
      ['null', null, 'MANIFEST'],
      ['no shards', { ...manifest, shards: {} }, 'MANIFEST'],
      ['a path out of the folder', { ...manifest, shards: [{ ...a, file: '../a' }] }, 'MANIFEST'],
      ['four billion rows', { ...manifest, splits: { train: 0, test: 2 ** 32 } }, 'MANIFEST'],
      ['a negative first', { ...manifest, shards: [{ ...a, first: -1 }] }, 'MANIFEST'],
      ['an unknown kind', { ...manifest, shards: [{ ...a, kind: 'pixels' }] }, 'MANIFEST'],
      ['a gap', { ...manifest, shards: [b, l] }, 'SHARDS_MISSING'],
      ['an end that is missing', { ...manifest, shards: [a, l] }, 'SHARDS_MISSING'],
      ['more rows than the shard has', { ...manifest, shards: [b, { ...a, count: 3 }, l] }, 'SHARDS_MISSING'],
      [
        'other rows than the shard has',
        { ...manifest, splits: { train: 0, test: 4 }, shards: [a, { ...b, count: 2 }, l] },
        'IDX_TOO_LARGE',
      ],
      ['another file for the pixels', { ...manifest, shards: [a, { ...b, file: 'l' }, l] }, 'NOT_MNIST'],
    ];
    for (const [name, lie, code] of lies) {
      const source = await folder(name, {
        ...shards,
        'manifest.json': lie === undefined ? json('x').subarray(1) : json(lie),
      });
      await expect(mnist({ source, split: 'test' }), name).rejects.toMatchObject({
        name: 'DatasetError',
        code,
      });
    }
  });
});

describe('a URL', () => {
  let server: Server;
  let base: string;
  const requests: string[] = [];
  const answer: RequestListener = (request, response) => {
    requests.push(request.url!);
    const name = request.url!.split('/').at(-1)!;
    if (request.url!.startsWith('/shards/') && name === 'manifest.json')
      return response.end(JSON.stringify(manifest));
    if (request.url!.startsWith('/shards/') && Object.hasOwn(shards, name))
      return response.end(shards[name as keyof typeof shards]);
    if (request.url!.startsWith('/classic/') && name === 't10k-images-idx3-ubyte')
      return response.end(images);
    // A server that knows of gzip: the client unpacks it unasked.
    if (request.url!.startsWith('/classic/') && name === 't10k-labels-idx1-ubyte')
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(labels));
    if (request.url!.startsWith('/endless/')) return endless(response);
    if (request.url!.startsWith('/broken/')) return response.writeHead(500).end();
    // As servers of single-page apps do: everything is a page.
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html>');
  };
  beforeAll(async () => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    base = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('of shards is read, with or without a slash at its end', async () => {
    await expectAllFive(`${base}/shards/`);
    await expectAllFive(new URL(`${base}/shards`));
  });

  it('is asked for no shard that the limit does not need', async () => {
    requests.length = 0;
    await mnist({ source: `${base}/shards`, split: 'test', limit: 2 });
    expect(requests.sort()).toEqual(['/shards/a', '/shards/l', '/shards/manifest.json']);
  });

  it('of the original files is read, also where the server answers every other name with a page', async () => {
    await expectAllFive(`${base}/classic`);
    await expect(mnist({ source: `${base}/page` })).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });

  it('that sends without end is left at the size that a manifest may have', async () => {
    await expect(mnist({ source: `${base}/endless` })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('that fails says so, with the address', async () => {
    await expect(mnist({ source: `${base}/broken` })).rejects.toThrow(
      /expected to read http.*manifest\.json, received status 500/,
    );
    await expect(mnist({ source: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ code: 'FETCH_FAILED' });
  });
});

function endless(response: Parameters<RequestListener>[1]): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65536)));
  };
  response.on('drain', more);
  more();
}

describe('without a source and without the data package', () => {
  it('mnist says what to install', async () => {
    vi.doMock('@convlens/data-mnist', () => {
      throw new Error('Cannot find package');
    });
    await expect(mnist()).rejects.toMatchObject({
      code: 'DATA_PACKAGE_MISSING',
      message: expect.stringContaining('npm install @convlens/data-mnist'),
    });
    vi.doUnmock('@convlens/data-mnist');
  });
});
