/** Pictures by every way that a visitor has: real files, a stubbed camera, the pad, samples; what is wrong is told and loses nothing. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { touchScreen } from '../../../test/touch-screen.js';
import { decodeState, encodeState } from '../../state/link-state.js';
import { seedSummary } from '../../../test/seed-record.js';
import type { CnnImageChangeEvent } from '../../events/image-change.js';
import type { CnnInputChangeEvent } from '../../events/input-change.js';
import type { CameraAccess } from './camera.js';
import type { CnnImageSource } from './image-source.js';

beforeAll(async () => {
  await import('./image-source.js');
  await import('../convolution/convolution.js');
  await import('../pixels/pixels.js');
  await import('../pooling/pooling.js');
  await import('../shape-calculator/shape-calculator.js');
});

type Painter = (context: CanvasRenderingContext2D) => void;

/** Left half red, right half blue. */
const twoColours: Painter = (context) => {
  const { width, height } = context.canvas;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
};

function canvasOf(width: number, height: number, paint: Painter = twoColours): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  paint(canvas.getContext('2d')!);
  return canvas;
}

/** A file as a browser writes it. */
async function fileOf(
  width: number,
  height: number,
  { name = 'photo.png', type = 'image/png', paint = twoColours } = {},
): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvasOf(width, height, paint).toBlob(resolve, type),
  );
  return new File([blob!], name, { type });
}

const transferOf = (...files: readonly File[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
};

const said = (element: CnnImageSource): string => inside(element, '[part="readout"]').textContent!.trim();

/** Until nothing is read any more. */
async function done(element: CnnImageSource): Promise<void> {
  await vi.waitFor(async () => {
    await settle(element);
    expect(said(element)).not.toContain('Reading');
  }, 30_000);
}

async function choose(element: CnnImageSource, ...files: readonly File[]): Promise<void> {
  const input = inside(element, 'input[type="file"]') as HTMLInputElement;
  input.files = transferOf(...files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await done(element);
}

/** How often pictures came, and which. */
function images(element: CnnImageSource): ImageBatch[] {
  const heard: ImageBatch[] = [];
  element.addEventListener('cnn-image-change', ({ image }: CnnImageChangeEvent) => heard.push(image));
  return heard;
}

/** The colour of one pixel, in bytes. */
const pixel = ({ shape: [, , width], data }: ImageBatch, row: number, column: number): readonly number[] =>
  [0, 1, 2].map((channel) => Math.round(data[(row * width + column) * 3 + channel]! * 255));

describe('<cnn-image-source>, files', () => {
  it('reads a PNG as the numbers that are stored', async () => {
    const element = await mount('cnn-image-source', { from: 'file' });
    const heard = images(element);
    await choose(element, await fileOf(6, 4));
    expect(heard).toHaveLength(1);
    expect(heard[0]!.shape).toEqual([1, 4, 6, 3]);
    expect([pixel(heard[0]!, 0, 0), pixel(heard[0]!, 3, 5)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
    expect(element.image).toBe(heard[0]);
    expect(said(element)).toBe('photo.png, 4 × 6 × 3');
  });

  it('makes a JPEG as small as max-size, with its ratio kept', async () => {
    const element = await mount('cnn-image-source', { maxSize: 64 });
    await choose(element, await fileOf(640, 320, { name: 'photo.jpg', type: 'image/jpeg' }));
    expect(element.image!.shape).toEqual([1, 32, 64, 3]);
    // JPEG is not exact, and red stays red.
    const [red, green, blue] = pixel(element.image!, 16, 8) as [number, number, number];
    expect(red).toBeGreaterThan(245);
    expect(Math.max(green, blue)).toBeLessThan(10);
  });

  it('reads 16 megapixels, and refuses more with their size and without losing the picture before', async () => {
    const element = await mount('cnn-image-source');
    await choose(element, await fileOf(4000, 4000, { name: 'large.png' }));
    expect(element.image!.shape).toEqual([1, 256, 256, 3]);
    const before = element.image;
    const heard = images(element);
    await choose(element, await fileOf(4001, 4001, { name: 'larger.png' }));
    const refusal = inside(element, '[role="alert"]').textContent!;
    expect(refusal).toContain('This picture is too large: 4,001 × 4,001 pixels.');
    expect(refusal).toContain('expected at most 16 megapixels, received "larger.png" of 4001 x 4001 pixels');
    expect(refusal).toContain('The picture before it is still there.');
    expect(element.image).toBe(before);
    expect(heard).toEqual([]);
    expect(said(element)).toBe('large.png, 256 × 256 × 3');
    // The next good one takes the message away.
    await choose(element, await fileOf(2, 2));
    expect(element.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
  });

  it('tells a broken file from one that is no picture', async () => {
    const element = await mount('cnn-image-source');
    const whole = new Uint8Array(await (await fileOf(64, 64)).arrayBuffer());
    await choose(element, new File([whole.slice(0, 60)], 'half.png', { type: 'image/png' }));
    expect(inside(element, '[role="alert"]').textContent).toContain('This picture is broken.');
    expect(inside(element, '[role="alert"]').textContent).toContain('"half.png"');
    await choose(element, new File(['Dear diary'], 'diary.png', { type: 'image/png' }));
    expect(inside(element, '[role="alert"]').textContent).toContain('This is no picture.');
    expect(element.image).toBeUndefined();
    expect(said(element)).toContain('No picture yet.');
  });

  it.each(['good', 'bad'])('shows a name that looks like a tag as text, of a %s file', async (kind) => {
    const name = '<img src=x onerror="window.hacked = true">.png';
    const element = await mount('cnn-image-source');
    const good = await fileOf(2, 2, { name });
    await choose(element, kind === 'good' ? good : new File(['no'], name, { type: 'image/png' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
    expect('hacked' in window).toBe(false);
    const place = kind === 'good' ? '[part="readout"]' : '[role="alert"]';
    expect(inside(element, place).textContent).toContain('<img src=x onerror=');
  });

  it('asks the page first, and keeps what there is where the page says no', async () => {
    const element = await mount('cnn-image-source');
    await choose(element, await fileOf(2, 2));
    const before = element.image;
    element.addEventListener('cnn-image-change', (event) => event.preventDefault());
    await choose(element, await fileOf(3, 3));
    expect(element.image).toBe(before);
    expect(inside(element, '.result').textContent).toContain('The page did not take this picture.');
  });

  it('keeps the newest of two files, whichever is read first', async () => {
    const element = await mount('cnn-image-source');
    const heard = images(element);
    const input = inside(element, 'input[type="file"]') as HTMLInputElement;
    for (const file of [
      await fileOf(3000, 3000, { name: 'slow.png' }),
      await fileOf(2, 2, { name: 'quick.png' }),
    ]) {
      input.files = transferOf(file).files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(heard).toHaveLength(1);
    expect(said(element)).toBe('quick.png, 2 × 2 × 3');
  });

  it('takes a file that is dropped, shows where it may be, and leaves dragged text to the page', async () => {
    const element = await mount('cnn-image-source');
    const drag = (type: string, dataTransfer: DataTransfer): boolean =>
      inside(element, '.columns').dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      );
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');
    expect(drag('dragover', text)).toBe(true);
    const files = transferOf(await fileOf(5, 5, { name: 'dropped.png' }), await fileOf(2, 2));
    expect(drag('dragover', files)).toBe(false);
    await settle(element);
    expect(inside(element, '.over').textContent).toBe('Drop the picture here.');
    expect(drag('drop', files)).toBe(false);
    await done(element);
    expect(element.shadowRoot!.querySelector('.over')).toBeNull();
    expect(said(element)).toBe('dropped.png, 5 × 5 × 3');
    expect(inside(element, '[part="base"]').textContent).toContain(
      'One picture at a time: dropped.png of 2 files.',
    );
  });

  it('takes a picture that is pasted while it has the focus, and no paste that is meant for others', async () => {
    const element = await mount('cnn-image-source');
    const field = document.createElement('input');
    element.before(field);
    const clipboardData = transferOf(await fileOf(7, 7, { name: 'pasted.png' }));
    const paste = (target: EventTarget): boolean =>
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
    expect(paste(field)).toBe(true);
    expect(paste(inside(element, '[role="tab"]'))).toBe(false);
    await done(element);
    expect(said(element)).toBe('pasted.png, 7 × 7 × 3');
    element.remove();
    expect(paste(document.body)).toBe(true);
  });
});

/** A camera whose picture is a canvas that is painted 30 times a second. */
function fakeCamera(): { readonly devices: CameraAccess; readonly streams: MediaStream[] } {
  const canvas = canvasOf(64, 48);
  let shift = 0;
  const timer = setInterval(() => {
    const context = canvas.getContext('2d')!;
    twoColours(context);
    // Something moves, so that every picture is a new one.
    context.fillStyle = '#fff';
    context.fillRect((shift++ * 4) % 64, 40, 4, 8);
  }, 33);
  onTestFinished(() => clearInterval(timer));
  const streams: MediaStream[] = [];
  const devices: CameraAccess = {
    getUserMedia: async () => {
      const stream = canvas.captureStream();
      streams.push(stream);
      return stream;
    },
  };
  return { devices, streams };
}

const states = (stream: MediaStream): readonly string[] =>
  stream.getTracks().map(({ readyState }) => readyState);

async function withCamera(
  properties: Partial<CnnImageSource> = {},
): Promise<{ readonly element: CnnImageSource; readonly streams: MediaStream[] }> {
  const { devices, streams } = fakeCamera();
  const element = await mount('cnn-image-source', { from: 'camera', mediaDevices: devices, ...properties });
  inside(element, '[part="camera-start"]').click();
  await vi.waitFor(() => inside(element, 'video'));
  return { element, streams };
}

describe('<cnn-image-source>, camera', () => {
  it('is not asked for before the visitor presses the button', async () => {
    const getUserMedia = vi.fn();
    const element = await mount('cnn-image-source', { from: 'camera', mediaDevices: { getUserMedia } });
    expect(getUserMedia).not.toHaveBeenCalled();
    expect(inside(element, '#panel-camera').textContent).toContain('only when you press the button');
    inside(element, '[part="camera-start"]').click();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect(getUserMedia.mock.calls[0]![0]).toMatchObject({ audio: false });
  });

  it('takes a still, and lets go of the camera when it is stopped', async () => {
    const { element, streams } = await withCamera();
    const heard = images(element);
    inside(element, '[part="still"]').click();
    await vi.waitFor(() => expect(heard).toHaveLength(1), 10_000);
    await done(element);
    expect(heard[0]!.shape).toEqual([1, 48, 64, 3]);
    const [red, , blue] = pixel(heard[0]!, 10, 60) as [number, number, number];
    expect(blue - red).toBeGreaterThan(150);
    expect(said(element)).toBe('camera, 48 × 64 × 3');
    expect(states(streams[0]!)).toEqual(['live']);
    expect(inside(element, '#panel-camera [aria-live]').textContent).toBe('The camera is on.');
    inside(element, '[part="camera-stop"]').click();
    await settle(element);
    expect(states(streams[0]!)).toEqual(['ended']);
    expect(inside(element, '#panel-camera [aria-live]').textContent).toBe('The camera is off.');
    expect(element.shadowRoot!.querySelector('video')).toBeNull();
    expect(element.image).toBe(heard[0]);
  });

  it('sends up to ten pictures a second while it is live, and none after', async () => {
    const { element } = await withCamera();
    const times: number[] = [];
    element.addEventListener('cnn-image-change', () => times.push(performance.now()));
    const began = vi.fn();
    inside(element, 'video').addEventListener('emptied', began);
    const clicked = performance.now();
    inside(element, '.toggle input').click();
    await vi.waitFor(() => expect(times.length).toBeGreaterThan(8), 30_000);
    // A timer may be a millisecond early; the first picture comes at once.
    times.forEach((time, index) => expect(time - clicked).toBeGreaterThan(index * 100 - 2));
    // The film goes on: it does not begin anew with every picture.
    expect(began).not.toHaveBeenCalled();
    await settle(element);
    // Nobody can listen to ten sentences a second.
    expect(inside(element, '[part="readout"]').getAttribute('aria-live')).toBe('off');
    inside(element, '.toggle input').click();
    await settle(element);
    const count = times.length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(times).toHaveLength(count);
    expect(inside(element, '[part="readout"]').getAttribute('aria-live')).toBe('polite');
  });

  it('sends one picture a second where less motion is asked for', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
    const { element } = await withCamera();
    const times: number[] = [];
    element.addEventListener('cnn-image-change', () => times.push(performance.now()));
    const clicked = performance.now();
    inside(element, '.toggle input').click();
    await vi.waitFor(() => expect(times.length).toBeGreaterThan(1), 30_000);
    times.forEach((time, index) => expect(time - clicked).toBeGreaterThan(index * 1000 - 2));
  });

  it.each([
    ['another way is opened', (element: CnnImageSource) => inside(element, '#tab-samples').click()],
    ['the element leaves the page', (element: CnnImageSource) => element.remove()],
  ])('lets go of the camera when %s', async (_when, leave) => {
    const { element, streams } = await withCamera();
    const heard = images(element);
    inside(element, '.toggle input').click();
    leave(element);
    await settle(element);
    expect(states(streams[0]!)).toEqual(['ended']);
    const count = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toHaveLength(count);
  });

  it('lets go of a camera that is granted after the visitor has changed their mind', async () => {
    const { devices, streams } = fakeCamera();
    let grant = (): void => {};
    const slow: CameraAccess = {
      getUserMedia: async (wanted) => {
        await new Promise<void>((resolve) => (grant = resolve));
        return devices.getUserMedia(wanted);
      },
    };
    const element = await mount('cnn-image-source', { from: 'camera', mediaDevices: slow });
    inside(element, '[part="camera-start"]').click();
    await settle(element);
    expect(inside(element, '#panel-camera').textContent).toContain('The browser asks');
    inside(element, '[part="camera-stop"]').click();
    grant();
    await vi.waitFor(() => expect(streams.map(states)).toEqual([['ended']]));
    await settle(element);
    expect(element.shadowRoot!.querySelector('video')).toBeNull();
  });

  it.each([
    ['NotAllowedError', 'The camera was refused.'],
    ['NotFoundError', 'There is no camera.'],
    ['NotReadableError', 'another program may be using it'],
    ['OverconstrainedError', 'The camera did not start. Too wide'],
  ])('says what to do after %s', async (name, sentence) => {
    const mediaDevices: CameraAccess = {
      getUserMedia: () => Promise.reject(new DOMException('Too wide', name)),
    };
    const element = await mount('cnn-image-source', { from: 'camera', mediaDevices });
    inside(element, '[part="camera-start"]').click();
    await vi.waitFor(() => expect(inside(element, '[role="alert"]').textContent).toContain(sentence));
    expect(inside(element, '[part="camera-start"]').textContent).toContain('Try again');
  });

  it('says so where the page may not ask at all', async () => {
    const spy = vi.spyOn(navigator, 'mediaDevices', 'get');
    // As it is on a page without https, whatever the DOM's types say.
    spy.mockReturnValue(undefined as unknown as MediaDevices);
    onTestFinished(() => spy.mockRestore());
    const element = await mount('cnn-image-source', { from: 'camera' });
    inside(element, '[part="camera-start"]').click();
    await settle(element);
    expect(inside(element, '[role="alert"]').textContent).toContain('begins with https');
  });

  it('says so when the camera is unplugged', async () => {
    const { element, streams } = await withCamera();
    streams[0]!.getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
    await settle(element);
    expect(inside(element, '[role="alert"]').textContent).toContain('stopped by itself');
    expect(states(streams[0]!)).toEqual(['ended']);
  });
});

describe('<cnn-image-source>, samples and drawing', () => {
  it('takes a sample by pointer and by keys, and marks it', async () => {
    const element = await mount('cnn-image-source');
    const heard = images(element);
    const thumbs = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.thumb')];
    thumbs[1]!.click();
    await settle(element);
    expect(thumbs.map((thumb) => thumb.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
      'false',
      'false',
      'false',
    ]);
    expect(said(element)).toBe('rings, 96 × 96 × 3');
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await settle(element);
    expect(said(element)).toBe('colour disc, 96 × 96 × 3');
    expect(heard).toHaveLength(2);
  });

  it("shows the page's own samples, and says which one is none", async () => {
    const samples: ImageBatch[] = [
      { shape: [1, 1, 2, 3], data: Uint8Array.of(255, 0, 0, 0, 0, 255) },
      { shape: [1, 2, 2, 3], data: new Float32Array(5) },
    ];
    const element = await mount('cnn-image-source', { samples });
    expect(element.shadowRoot!.querySelectorAll('.thumb')).toHaveLength(1);
    expect(inside(element, '.samples').textContent).toContain('sample 2 is no picture');
    inside(element, '.thumb').click();
    await settle(element);
    expect(element.image).toBe(samples[0]);
    expect(said(element)).toBe('sample 1, 1 × 2 × 3');
  });

  it('goes from way to way by arrow keys', async () => {
    const element = await mount('cnn-image-source');
    inside(element, '#tab-samples').focus();
    for (const [key, way] of [
      ['ArrowRight', 'draw'],
      ['End', 'camera'],
      ['ArrowRight', 'samples'],
      ['ArrowLeft', 'camera'],
      ['Home', 'samples'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      expect(element.from).toBe(way);
      expect(element.shadowRoot!.activeElement!.id).toBe(`tab-${way}`);
      expect(inside(element, '[role="tabpanel"]:not([hidden])').id).toBe(`panel-${way}`);
    }
  });

  it('turns a drawing by keys into black ink on white paper, and fires its own event alone', async () => {
    const element = await mount('cnn-image-source', { from: 'draw' });
    const heard = images(element);
    let inputs = 0;
    element.addEventListener('cnn-input-change', () => (inputs += 1));
    const pad = inside(element, 'cnn-draw-pad');
    await settle(pad);
    inside(pad, '.pad').focus();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight} ');
    await settle(pad);
    await settle(element);
    const image = heard.at(-1)!;
    expect(image.shape).toEqual([1, 112, 112, 3]);
    expect([pixel(image, 0, 0), pixel(image, 56, 57)]).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
    expect(inputs).toBe(0);
    expect(said(element)).toBe('drawing, 112 × 112 × 3');
  });
});

describe('<cnn-image-source targets>', () => {
  /** A teacher's page: no script beside the elements' own. */
  async function page(
    html: string,
  ): Promise<{ readonly main: HTMLElement; readonly source: CnnImageSource }> {
    const main = makePage();
    main.insertAdjacentHTML('beforeend', html);
    const source = main.querySelector('cnn-image-source')!;
    await settle(source);
    return { main, source };
  }

  it('gives every picture to the elements that it names, each by its own property', async () => {
    const { main, source } = await page(
      '<cnn-image-source targets="lab pixels pool"></cnn-image-source><cnn-convolution id="lab"></cnn-convolution><cnn-pixels id="pixels"></cnn-pixels><cnn-pooling id="pool"></cnn-pooling>',
    );
    expect(main.querySelector('cnn-convolution')!.data).toBeUndefined();
    inside(source, '.thumb').click();
    await settle(source);
    expect(source.image).toBeDefined();
    expect(main.querySelector('cnn-convolution')!.data).toBe(source.image);
    expect(main.querySelector('cnn-pixels')!.image).toBe(source.image);
    expect(main.querySelector('cnn-pooling')!.image).toBe(source.image);
    expect(source.shadowRoot!.querySelector('.problem')).toBeNull();
  });

  it('gives none that the page has prevented', async () => {
    const { main, source } = await page(
      '<cnn-image-source targets="lab"></cnn-image-source><cnn-convolution id="lab"></cnn-convolution>',
    );
    source.addEventListener('cnn-image-change', (event) => event.preventDefault());
    inside(source, '.thumb').click();
    await settle(source);
    expect(main.querySelector('cnn-convolution')!.data).toBeUndefined();
  });

  it('finds them in its own shadow root, and waits for one that is defined later', async () => {
    const host = document.createElement('div');
    makePage().append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML =
      '<cnn-image-source targets="late"></cnn-image-source><test-late-lab id="late"></test-late-lab>';
    const source = root.querySelector('cnn-image-source')!;
    await settle(source);
    inside(source, '.thumb').click();
    await settle(source);
    class LateLab extends HTMLElement {
      image: ImageBatch | undefined = undefined;
    }
    customElements.define('test-late-lab', LateLab);
    await settle(source);
    expect((root.querySelector('test-late-lab') as LateLab).image).toBe(source.image);
  });

  it('says which target is absent and which takes no picture', async () => {
    const { source } = await page(
      '<cnn-image-source targets="nobody sizes"></cnn-image-source><cnn-shape-calculator id="sizes"></cnn-shape-calculator>',
    );
    inside(source, '.thumb').click();
    await settle(source);
    const problems = [...source.shadowRoot!.querySelectorAll('.problem')].map(
      ({ textContent }) => textContent,
    );
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('with the id “nobody”, received none');
    expect(problems[1]).toContain('“sizes”');
  });

  it('does not give a picture twice: what a target is shown in between stays', async () => {
    const { main, source } = await page(
      '<cnn-image-source targets="pixels"></cnn-image-source><cnn-pixels id="pixels"></cnn-pixels>',
    );
    inside(source, '.thumb').click();
    await settle(source);
    const other = { shape: [1, 1, 1], data: [0.5] };
    main.querySelector('cnn-pixels')!.image = other;
    source.requestUpdate();
    await settle(source);
    expect(main.querySelector('cnn-pixels')!.image).toBe(other);
  });
});

/** White paper with a black square in its middle, wider than high. */
const note: Painter = (context) => {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 112, 56);
  context.fillStyle = '#000';
  context.fillRect(42, 14, 28, 28);
};

const noteFile = (): Promise<File> => fileOf(112, 56, { name: 'note.png', paint: note });

describe('<cnn-image-source for="network">', () => {
  it('sends 28 × 28 grey to the session, ink 1 on paper 0, after the page was asked', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-image-source', { for: 'network', session });
    const heard: CnnInputChangeEvent[] = [];
    element.addEventListener('cnn-input-change', (event) => heard.push(event));
    await choose(element, await noteFile());
    expect(heard.map(({ origin }) => origin)).toEqual(['file']);
    const { images: input } = heard[0]!;
    expect(input.shape).toEqual([1, 28, 28, 1]);
    // By hand: of 56 x 56 in the middle, rows and columns 14 to 41 are black: cells 7 to 20 of 28.
    const at = (row: number, column: number): number => input.data[row * 28 + column]!;
    expect([at(6, 7), at(7, 6), at(7, 7), at(20, 20), at(21, 20), at(0, 0)]).toEqual([0, 0, 1, 1, 0, 0]);
    expect(Array.from(input.data).reduce((sum, value) => sum + value, 0)).toBe(14 * 14);
    expect(session.commands).toEqual([{ type: 'input', images: input }]);
    expect(element.input).toBe(input);
    element.addEventListener('cnn-input-change', (event) => event.preventDefault());
    inside(element, '.thumb').click();
    await settle(element);
    expect(session.commands).toHaveLength(1);
    expect(element.input).toBe(input);
  });

  it('shows every step with its numbers, and says what the network was trained on', async () => {
    const element = await mount('cnn-image-source', { for: 'network', table: true });
    await choose(element, await noteFile());
    const steps = [...element.shadowRoot!.querySelectorAll('.steps li')].map((step) =>
      step.textContent!.replace(/\s+/g, ' ').trim(),
    );
    // By hand: 28 x 28 of 56 x 56 is black, so the mean is 0.75.
    expect(steps).toEqual([
      'picture middle 56 × 56',
      'grey mean 0.75',
      'inverted 1 is ink, 0 is paper',
      'what the network sees 28 × 28',
    ]);
    const rows = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent!.trim()),
    );
    expect(rows).toEqual([
      ['picture', '56 × 112', '', '', ''],
      ['grey', '56 × 56', '0.750', '0.000', '1.000'],
      ['inverted', '56 × 56', '0.250', '0.000', '1.000'],
      ['what the network sees', '28 × 28', '0.250', '0.000', '1.000'],
    ]);
    expect(inside(element, '[part="base"]').textContent).toContain('trained on handwritten digits');
  });

  it('turns light and dark round when it is told to, asks first, and sends it again', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-image-source', { for: 'network', session });
    await choose(element, await noteFile());
    const select = inside(element, 'select') as HTMLSelectElement;
    const turn = async (value: string): Promise<void> => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(element);
    };
    await turn('no');
    expect(session.commands).toHaveLength(2);
    expect([element.input!.data[0], element.input!.data[14 * 28 + 14]]).toEqual([1, 0]);
    element.addEventListener('cnn-input-change', (event) => event.preventDefault(), { once: true });
    await turn('auto');
    expect([element.invert, select.value, session.commands.length]).toEqual(['no', 'no', 2]);
  });

  it('sends a drawing as the pad prepares it, once, and by this element alone', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-image-source', { for: 'network', from: 'draw', session });
    const pad = inside(element, 'cnn-draw-pad') as HTMLElementTagNameMap['cnn-draw-pad'];
    await settle(pad);
    inside(pad, '.pad').focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown} ');
    await settle(pad);
    await settle(element);
    expect(element.input).toBe(pad.value);
    expect(session.commands.at(-1)).toEqual({ type: 'input', images: pad.value });
    const sent = session.commands.map((command) => command.type === 'input' && command.images);
    expect(new Set(sent).size).toBe(sent.length);
    expect(element.shadowRoot!.querySelectorAll('.steps li')).toHaveLength(2);
  });

  it('gives its targets what the network reads', async () => {
    const main = makePage();
    main.insertAdjacentHTML(
      'beforeend',
      '<cnn-image-source for="network" targets="lab"></cnn-image-source><cnn-convolution id="lab"></cnn-convolution>',
    );
    const source = main.querySelector('cnn-image-source')!;
    await settle(source);
    inside(source, '.thumb').click();
    await settle(source);
    expect(main.querySelector('cnn-convolution')!.data).toBe(source.input);
    expect(source.input!.shape).toEqual([1, 28, 28, 1]);
  });

  it('sends an image that the page sets, and fires no event for it', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-image-source', { for: 'network', session });
    let told = 0;
    element.addEventListener('cnn-input-change', () => (told += 1));
    element.image = { shape: [1, 28, 28, 1], data: new Float32Array(784) };
    await settle(element);
    expect([told, session.commands.length]).toEqual([0, 1]);
  });

  it('sends nothing to a network that reads something else, and says so', async () => {
    const session = new FakeSession();
    session.state.set(fakeState({ model: { ...seedSummary, inputShape: [64, 64, 3] } }));
    const element = await mount('cnn-image-source', { for: 'network', session });
    inside(element, '.thumb').click();
    await settle(element);
    expect(session.commands).toEqual([]);
    expect(inside(element, '.problem').textContent).toContain('The network reads 64 × 64 × 3');
  });
});

describe('<cnn-image-source> as a whole', () => {
  it('says that nothing is uploaded, and loads nothing while it works', async () => {
    const element = await mount('cnn-image-source');
    expect(inside(element, '[part="privacy"]').textContent).toContain('nothing is uploaded');
    const before = performance.getEntriesByType('resource').length;
    await choose(element, await fileOf(8, 8));
    inside(element, '.thumb').click();
    await settle(element);
    expect(performance.getEntriesByType('resource').slice(before)).toEqual([]);
  });

  it('says what a picture that a page gives must be, and what is wrong with max-size', async () => {
    const element = await mount('cnn-image-source', {
      maxSize: 0.5,
      image: { shape: [1, 2, 2, 2], data: new Float32Array(8) },
    });
    const problems = [...element.shadowRoot!.querySelectorAll('.problem')].map(
      ({ textContent }) => textContent,
    );
    expect(problems[0]).toContain('received [1, 2, 2, 2] with 8');
    expect(problems[1]).toContain(
      'max-size: expected a whole number from 1 to 1,024, received 0.5. 256 is used.',
    );
  });

  it('writes its channels in a table', async () => {
    const element = await mount('cnn-image-source', { table: true });
    await choose(element, await fileOf(6, 4));
    const rows = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent!.trim()),
    );
    // By hand: half of it is red, the other half blue.
    expect(rows).toEqual([
      ['red', '4 × 6', '0.500', '0.000', '1.000'],
      ['green', '4 × 6', '0.000', '0.000', '0.000'],
      ['blue', '4 × 6', '0.500', '0.000', '1.000'],
    ]);
  });

  it.each(['samples', 'draw', 'file', 'camera'] as const)(
    'has targets of 24 pixels, fits into 328, and nothing that axe finds: %s',
    async (from) => {
      const page = makePage();
      page.style.width = '360px';
      page.style.boxSizing = 'border-box';
      const element = await mount('cnn-image-source', { for: 'network', from }, page);
      await choose(element, await noteFile());
      expect(element.scrollWidth).toBeLessThanOrEqual(328);
      const open = `[role="tab"], #panel-${from} button, select, .thumb`;
      for (const target of element.shadowRoot!.querySelectorAll<HTMLElement>(open)) {
        const { width, height } = target.getBoundingClientRect();
        if (width > 0) expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
      }
      expect(await violations(page)).toEqual([]);
    },
  );

  it('is operated by touch', async () => {
    await touchScreen();
    const element = await mount('cnn-image-source');
    const tap = async (selector: string): Promise<void> => {
      const { left, top, width, height } = inside(element, selector).getBoundingClientRect();
      // The test runs in a frame, which may be drawn smaller than it is.
      const frame = window.frameElement!.getBoundingClientRect();
      const scale = frame.width / innerWidth;
      const touchPoints = [
        { x: frame.left + (left + width / 2) * scale, y: frame.top + (top + height / 2) * scale },
      ];
      await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await settle(element);
    };
    await tap('.thumb');
    await vi.waitFor(() => expect(said(element)).toBe('colour disc, 96 × 96 × 3'));
    await tap('#tab-file');
    await vi.waitFor(() => expect(element.from).toBe('file'));
  });
});

describe('the state', () => {
  it('names a visitor’s photo as left out, and holds nothing of it', async () => {
    const element = await mount('cnn-image-source', { from: 'file', maxSize: 32 });
    expect(element.state.omitted).toEqual([]);
    await choose(element, await fileOf(40, 20, { name: 'passport.png' }));
    const text = JSON.stringify(element.state);
    expect(element.state.omitted).toEqual(['the given picture']);
    expect(text).not.toContain('passport');
    const fresh = await mount('cnn-image-source', {});
    fresh.state = decodeState(encodeState(element.state));
    expect([fresh.from, fresh.maxSize, fresh.image]).toEqual(['file', 32, undefined]);
    const { image } = element;
    element.state = fresh.state;
    expect(element.image).toBe(image);
  });
});
