import { afterEach, describe, expect, it, vi } from 'vitest';
import { toImageBatch, toImageData } from '../index.js';
import type { ImageSource } from '../index.js';

afterEach(() => vi.restoreAllMocks());

const fround = (...numbers: number[]) => numbers.map(Math.fround);
const bytesOf = async (...source: Parameters<typeof toImageBatch>) =>
  Array.from((await toImageBatch(...source)).data, (value) => Math.fround(value * 255));
const big32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A PNG of straight RGBA, which no canvas writes without loss. `chunks` come before the pixels. */
async function png(width: number, height: number, rgba: readonly number[], ...chunks: number[][]) {
  const lines = Array.from({ length: height }, (_, y) => [
    0,
    ...rgba.slice(y * width * 4, (y + 1) * width * 4),
  ]);
  const packed = new Blob([Uint8Array.from(lines.flat())])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  const pixels = new Uint8Array(await new Response(packed).arrayBuffer());
  return new File(
    [
      Uint8Array.from([
        ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
        ...chunk('IHDR', [...big32(width), ...big32(height), 8, 6, 0, 0, 0]),
        ...chunks.flat(),
        ...chunk('IDAT', [...pixels]),
        ...chunk('IEND', []),
      ]),
    ],
    'picture.png',
    { type: 'image/png' },
  );
}

function chunk(type: string, content: number[]): number[] {
  const checked = [...[...type].map((c) => c.charCodeAt(0)), ...content];
  let crc = 0xffffffff;
  for (const byte of checked) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return [...big32(content.length), ...checked, ...big32(~crc)];
}

/** An upright JPEG of 32 x 16: left half red, right half blue; with an EXIF orientation in front. */
async function jpeg(orientation: number): Promise<File> {
  const canvas = new OffscreenCanvas(32, 16);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 16, 16);
  context.fillStyle = '#00f';
  context.fillRect(16, 0, 16, 16);
  const stored = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })).arrayBuffer(),
  );
  // Exif, then a big-endian TIFF with one entry: tag 0x112 (orientation), one SHORT.
  const exif = [
    ...[0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ];
  const segment = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return new File([stored.subarray(0, 2), segment, stored.subarray(2)], 'photo.jpg', { type: 'image/jpeg' });
}

const four = [255, 0, 0, 255, 0, 128, 0, 255, 0, 0, 51, 255, 10, 20, 30, 255];
const fourColours = [255, 0, 0, 0, 128, 0, 0, 0, 51, 10, 20, 30];

async function shown(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  return image;
}

describe('a file', () => {
  it('of PNG gives its pixels as they are stored', async () => {
    const batch = await toImageBatch(await png(2, 2, four));
    expect(batch.shape).toEqual([1, 2, 2, 3]);
    expect([...batch.data]).toEqual(fround(...fourColours.map((byte) => byte / 255)));
  });

  it('is not converted by the gamma or the colours that it names', async () => {
    // 100,000 is a gamma of 1, far from sRGB; the primaries are those of BT.2020.
    const gamma = chunk('gAMA', big32(100_000));
    const primaries = chunk(
      'cHRM',
      [31270, 32900, 70800, 29200, 17000, 79700, 13100, 4600].flatMap((value) => big32(value)),
    );
    const file = await png(2, 2, four, gamma, primaries);
    expect(await bytesOf(file)).toEqual(fourColours);
    expect(await bytesOf(await shown(file))).toEqual(fourColours);
  });

  it('with every colour at every alpha is laid on the background exactly', async () => {
    const rgba = Array.from({ length: 65536 }, (_, i) => [i % 256, 255 - (i % 256), (i * 7) % 256, i >> 8]);
    const file = await png(256, 256, rgba.flat());
    for (const grey of [0, 1]) {
      const { data } = await toImageBatch(file, { background: [grey, grey, grey] });
      const wrong = rgba.filter(([r, g, b, a], pixel) =>
        [r!, g!, b!].some(
          (colour, c) => data[pixel * 3 + c] !== Math.fround((colour * a! + grey * 255 * (255 - a!)) / 65025),
        ),
      );
      expect(wrong).toHaveLength(0);
    }
  });

  it('of JPEG is turned as its EXIF orientation says', async () => {
    const upright = await toImageBatch(await jpeg(1));
    expect(upright.shape).toEqual([1, 16, 32, 3]);
    const turned = await toImageBatch(await jpeg(6));
    expect(turned.shape).toEqual([1, 32, 16, 3]);
    // Orientation 6: the left side of the stored picture is the upper one. Chroma is subsampled at the seam only.
    const colour = (row: number) => [...turned.data.subarray(row * 48, row * 48 + 3)].map(Math.round);
    expect([colour(0), colour(12), colour(20), colour(31)]).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect((await toImageBatch(await shown(await jpeg(6)))).shape).toEqual([1, 32, 16, 3]);
    expect((await toImageBatch(await jpeg(6), { maxSize: 8 })).shape).toEqual([1, 8, 4, 3]);
  });

  it('of more than 16 megapixels is refused by its header, before it is decoded', async () => {
    const decoder = vi.spyOn(globalThis, 'createImageBitmap');
    const large = await png(4001, 4000, []);
    await expect(toImageBatch(large)).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      imageSize: { width: 4001, height: 4000 },
      message: expect.stringContaining('"picture.png" of 4001 x 4000'),
    });
    expect(decoder).not.toHaveBeenCalled();
  });

  it('of 16 megapixels is read, in parts that leave the page time to draw', async () => {
    const canvas = new OffscreenCanvas(4000, 4000);
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'rgb(51 102 204)';
    context.fillRect(0, 0, 4000, 4000);
    const file = await canvas.convertToBlob();
    let frames = 0;
    const count = () => {
      frames++;
      handle = requestAnimationFrame(count);
    };
    let handle = requestAnimationFrame(count);
    const { data } = await toImageBatch(file, { width: 2, height: 1 });
    cancelAnimationFrame(handle);
    expect([...data]).toEqual(fround(0.2, 0.4, 0.8, 0.2, 0.4, 0.8));
    expect(frames).toBeGreaterThan(4);
  });

  it('of more than 64 MB is refused before it is read', async () => {
    const file = new File([new Uint8Array(64_000_001)], 'film.png');
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
    await expect(toImageBatch(file)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringContaining('"film.png"'),
    });
    expect(read).not.toHaveBeenCalled();
  });

  it('that is no picture, or a damaged one, is refused by its name', async () => {
    const file = async (name: string, ...parts: BlobPart[]) => new File(parts, name);
    const whole = await png(2, 2, four);
    await expect(toImageBatch(await file('notes.txt', 'Dear diary'))).rejects.toMatchObject({
      code: 'NOT_AN_IMAGE',
      message: expect.stringContaining('"notes.txt"'),
    });
    await expect(toImageBatch(await file('empty.png'))).rejects.toMatchObject({ code: 'NOT_AN_IMAGE' });
    await expect(toImageBatch(await file('drawing.svg', '<svg/>'))).rejects.toThrow(
      /put an SVG drawing into an <img>/,
    );
    const photo = await jpeg(1);
    for (const [name, torn] of [
      ['torn.png', whole.slice(0, 40)],
      ['torn.jpg', photo.slice(0, photo.size - 20)],
    ] as const)
      await expect(toImageBatch(await file(name, torn))).rejects.toMatchObject({
        code: 'IMAGE_BROKEN',
        message: expect.stringContaining(`"${name}"`),
      });
  });
});

describe('what a page holds', () => {
  const canvas = (): HTMLCanvasElement => {
    const element = document.createElement('canvas');
    [element.width, element.height] = [2, 2];
    element.getContext('2d')!.putImageData(new ImageData(Uint8ClampedArray.from(four), 2), 0, 0);
    return element;
  };
  const offscreen = (): OffscreenCanvas => {
    const element = new OffscreenCanvas(2, 2);
    element.getContext('2d')!.putImageData(new ImageData(Uint8ClampedArray.from(four), 2), 0, 0);
    return element;
  };
  const svgImage = async (): Promise<SVGImageElement> => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    const loaded = new Promise((resolve) => image.addEventListener('load', resolve));
    image.setAttribute('href', URL.createObjectURL(await png(2, 2, four)));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(image);
    document.body.append(svg);
    await loaded;
    return image;
  };
  const kinds: Record<string, () => ImageSource | Promise<ImageSource>> = {
    'an <img>': async () => shown(await png(2, 2, four)),
    'an <img> that is still loading': async () => {
      const image = new Image();
      image.src = URL.createObjectURL(await png(2, 2, four));
      return image;
    },
    'an SVG <image>': svgImage,
    'a <canvas>': canvas,
    'an OffscreenCanvas': offscreen,
    'an ImageBitmap': () => createImageBitmap(canvas()),
    'an ImageData': () => new ImageData(Uint8ClampedArray.from(four), 2),
    'a VideoFrame': () => new VideoFrame(canvas(), { timestamp: 0 }),
    'a Blob without a type': async () => new Blob([await (await png(2, 2, four)).arrayBuffer()]),
  };
  it.each(Object.entries(kinds))('as %s gives the same numbers, and is left as it was', async (_, make) => {
    const source = await make();
    expect(await bytesOf(source)).toEqual(fourColours);
    expect(await bytesOf(source)).toEqual(fourColours);
  });

  it('as a <video> gives its frame, once there is one', async () => {
    const video = document.createElement('video');
    await expect(toImageBatch(video)).rejects.toMatchObject({ code: 'IMAGE_NOT_READY' });
    const painted = document.createElement('canvas');
    [painted.width, painted.height] = [64, 32];
    const context = painted.getContext('2d')!;
    context.fillStyle = '#0f0';
    video.srcObject = painted.captureStream();
    video.muted = true;
    context.fillRect(0, 0, 64, 32);
    await video.play();
    const { shape, data } = await toImageBatch(video);
    expect(shape).toEqual([1, 32, 64, 3]);
    expect([...data.subarray(0, 3)].map(Math.round)).toEqual([0, 1, 0]);
  });

  it('is refused where it holds no pixels', async () => {
    const closed = await createImageBitmap(canvas());
    closed.close();
    const broken = new Image();
    broken.src = 'data:image/png;base64,AAAA';
    const large = document.createElement('canvas');
    [large.width, large.height] = [4001, 4000];
    const refused: [source: unknown, code: string][] = [
      [closed, 'IMAGE_NOT_READY'],
      [new OffscreenCanvas(0, 5), 'IMAGE_NOT_READY'],
      [large, 'IMAGE_TOO_LARGE'],
      [broken, 'IMAGE_BROKEN'],
      [new Image(), 'IMAGE_BROKEN'],
      [document.createElementNS('http://www.w3.org/2000/svg', 'image'), 'IMAGE_BROKEN'],
      [document.createElement('div'), 'NOT_AN_IMAGE'],
      ['cat.png', 'NOT_AN_IMAGE'],
      [undefined, 'NOT_AN_IMAGE'],
    ];
    for (const [source, code] of refused)
      await expect(toImageBatch(source as ImageSource), String(source)).rejects.toMatchObject({
        name: 'DatasetError',
        code,
      });
  });

  it('of another origin is refused with what to do', async () => {
    const image = new Image();
    const address = new URL(location.href);
    address.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    // What the test's own server has at hand.
    address.pathname = '/__vitest__/favicon.svg';
    image.src = address.href;
    await image.decode();
    await expect(toImageBatch(image)).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
      message: expect.stringContaining('crossorigin'),
    });
  });
});

describe('toImageData', () => {
  it('gives what a canvas takes', async () => {
    const image = toImageData(await toImageBatch(await png(2, 2, four)));
    expect(image).toBeInstanceOf(ImageData);
    expect([image.width, image.height, ...image.data]).toEqual([2, 2, ...four]);
  });
});
