/** The network as a visitor meets it: pointing, walking, looking inside, coming back; and as a page meets it: drawn once a frame. */
import { beforeAll, describe, expect, it } from 'vitest';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { digit, digitImage, seedRecord } from '../../../test/seed-record.js';
import type { CnnNetwork } from './network.js';

beforeAll(() => import('./network.js'));

async function wide(properties: Partial<CnnNetwork> = { data: seedRecord() }): Promise<CnnNetwork> {
  const page = makePage();
  page.style.width = '1312px';
  return mount('cnn-network', properties, page);
}

async function press(network: CnnNetwork, selector: string, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    inside(network, selector).dispatchEvent(event);
    await settle(network);
  }
}

/** In shares of the whole picture. */
function pointer(network: CnnNetwork, type: string, x: number, y: number, pointerType: string): void {
  const walk = inside(network, '.walk');
  const { left, top } = walk.getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y, bubbles: true, composed: true, pointerType };
  walk.dispatchEvent(type === 'click' ? new MouseEvent('click', at) : new PointerEvent(type, at));
}

const readout = (network: CnnNetwork): string =>
  inside(network, '.readout').textContent!.replace(/\s+/g, ' ').trim();

describe('<cnn-network>', () => {
  it('says what the network reads, in words', async () => {
    const network = await wide();
    const label = inside(network, 'canvas').getAttribute('aria-label')!;
    expect(label).toMatch(/^The network reads \d with \d+\s%; second is \d with \d+\s%\.$/);
  });

  it('gives value, place and sum of the cell that the mouse points at', async () => {
    const network = await wide();
    // Somewhere in the left half lies the input; the readout names it.
    pointer(network, 'pointermove', 100, 256, 'mouse');
    await settle(network);
    expect(readout(network)).toMatch(/^input \[\d+, \d+, 0\] = \d\.\d{3}/);
    pointer(network, 'pointerleave', 0, 0, 'mouse');
    await settle(network);
    expect(readout(network)).toContain('Point at any cell');
  });

  it('asks for taps once a finger has been on it, whatever the screen says of itself', async () => {
    const network = await wide();
    pointer(network, 'pointermove', 100, 256, 'mouse');
    pointer(network, 'pointermove', 100, 256, 'touch');
    pointer(network, 'pointerleave', 0, 0, 'mouse');
    await settle(network);
    expect(readout(network)).toContain('Tap any map');
  });

  it('walks by arrow keys and writes the sum out', async () => {
    const network = await wide();
    // The first arrow begins at the first map of the first layer.
    await press(network, '.walk', 'ArrowRight', 'ArrowRight');
    expect(readout(network)).toMatch(/^pool1, map 0 .* max\(.*\) = /);
    await press(network, '.walk', 'ArrowRight');
    const text = readout(network);
    const sum = /ReLU\(([^)]*)\) = ([−\d.]+)/.exec(text)!;
    // A reader who adds the terms up gets the number shown.
    const terms = sum[1]!
      .replaceAll('−', '-')
      .replaceAll(' ', '')
      .match(/[+-]?[\d.]+/g)!
      .map(Number);
    expect(terms.length).toBe(9);
    expect(
      Math.max(
        0,
        terms.reduce((total, term) => total + term, 0),
      ),
    ).toBeCloseTo(Number(sum[2]), 1);
  });

  it('lights the receptive field on the input', async () => {
    const network = await wide();
    await press(network, '.walk', 'ArrowRight');
    expect(network.shadowRoot!.querySelector('.field')).not.toBeNull();
    const field = inside(network, '.field').getBoundingClientRect();
    // 5 x 5 cells of 8 px, cut at the border.
    expect(Math.round(field.width)).toBeLessThanOrEqual(40);
  });

  it('opens a map by Enter, moves its cell by arrows, and gives the focus back on Escape', async () => {
    const network = await wide();
    inside(network, '.walk').focus();
    await press(network, '.walk', 'Escape', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(network.opened?.layer).toBe('pool1');
    const whole = inside(network, '.whole');
    expect(network.shadowRoot!.activeElement).toBe(whole);
    const before = inside(network, '[aria-current]').textContent;
    await press(network, '.whole', 'ArrowUp', 'ArrowLeft');
    expect(inside(network, '[aria-current]').textContent).not.toBe(before);
    await press(network, '.whole', 'PageDown');
    expect(network.opened?.unit).toBe(1);
    await press(network, '.whole', 'Escape');
    expect(network.opened).toBeUndefined();
    expect(network.shadowRoot!.activeElement).toBe(inside(network, '.walk'));
  });

  it('goes on from a map to one cell, and step by step back by Escape', async () => {
    const network = await wide();
    inside(network, '.walk').focus();
    await press(network, '.walk', 'Escape', 'ArrowRight', 'Enter');
    expect(network.opened).toEqual({ layer: 'conv1', unit: 0 });
    const shown = /\[(\d+), (\d+)\]/.exec(inside(network, '[aria-current]').textContent!)!;
    await press(network, '.whole', 'Enter');
    expect(network.opened).toEqual({
      layer: 'conv1',
      unit: 0,
      row: Number(shown[1]),
      column: Number(shown[2]),
    });
    const levels = [...network.shadowRoot!.querySelectorAll('.level .name')].map(
      (title) => title.textContent,
    );
    expect(levels[0]).toBe(`conv1, map 0 ${shown[0]}`);
    expect(levels.at(-1)).toMatch(/^pixel /);
    expect(readout(network)).toContain(`[${shown[1]}, ${shown[2]}, 0]`);
    await press(network, '.zoom', 'Escape');
    expect(network.opened).toEqual({ layer: 'conv1', unit: 0 });
    await press(network, '.whole', 'Escape');
    expect(network.opened).toBeUndefined();
    expect(network.shadowRoot!.activeElement).toBe(inside(network, '.walk'));
  });

  it('takes a score apart at once: it has no map to look into', async () => {
    const network = await wide();
    network.opened = { layer: 'dense2', unit: 9 };
    await settle(network);
    const crumbs = [...network.shadowRoot!.querySelectorAll('.crumbs li')].map((crumb) =>
      crumb.textContent!.trim(),
    );
    expect(crumbs).toEqual(['Network', 'dense2', 'class 9']);
    expect(inside(network, '.level .name').textContent).toBe('score of 9');
    inside(network, '.crumbs button').click();
    await settle(network);
    expect(network.opened).toBeUndefined();
  });

  it('draws each map on its own scale, on its layer’s, or on one for all', async () => {
    const network = await wide();
    const largest = (): readonly string[] =>
      [...network.shadowRoot!.querySelectorAll('.caption')].map(
        (caption) => caption.querySelector('.legend')?.textContent ?? '',
      );
    const byLayer = largest();
    network.scale = 'shared';
    await settle(network);
    const [, conv1, , conv2, , , dense1] = largest();
    expect([conv1, conv2]).toEqual([conv2, dense1!.replace(/^−/, '')]);
    expect(byLayer[1]).not.toBe(byLayer[3]);
    network.scale = 'map';
    await settle(network);
    expect(network.shadowRoot!.textContent).toContain('each map on its own scale');
  });

  it('with a finger points first and opens at the second tap', async () => {
    const network = await wide();
    const target = await placeOf(network, 'conv1');
    const touch = async (): Promise<void> => {
      pointer(network, 'pointerdown', target.x, target.y, 'touch');
      pointer(network, 'click', target.x, target.y, 'touch');
      await settle(network);
    };
    await touch();
    expect(network.opened).toBeUndefined();
    expect(readout(network)).toContain('conv1');
    await touch();
    expect(network.opened).toMatchObject({ layer: 'conv1' });
  });

  it('stays as it is where the page prevents it', async () => {
    const network = await wide();
    network.addEventListener('cnn-unit-select', (event) => event.preventDefault());
    await press(network, '.walk', 'ArrowRight', 'Enter');
    expect(network.opened).toBeUndefined();
  });

  it('draws once a frame, however many values arrive', async () => {
    const session = new FakeSession();
    const network = await wide({ session });
    const before = network.drawCount;
    for (let shift = 0; shift < 4; shift++) await session.send({ type: 'input', images: digitImage(shift) });
    await settle(network);
    expect(network.drawCount - before).toBe(1);
  });

  it('draws edges ten times a second while a run goes on, and misses none at the end', async () => {
    const edges = (network: CnnNetwork): string =>
      (inside(network, '.edges') as HTMLCanvasElement).toDataURL();
    const session = new FakeSession({ phase: 'training', weights: 'training' });
    const moving = await wide({ session });
    for (const shift of [1, 2, -6]) {
      await session.send({ type: 'input', images: digitImage(shift) });
      await moving.updateComplete;
    }
    await expect.poll(() => edges(moving) !== '' && moving.drawCount, { timeout: 1000 }).toBeGreaterThan(2);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await settle(moving);
    const seen = edges(moving);
    const still = await wide({ data: seedRecord(digit(-6)) });
    expect(seen).toBe(edges(still));
  });

  it('follows the session from one image to the next', async () => {
    const session = new FakeSession();
    const network = await wide({ session });
    const label = (): string => inside(network, 'canvas').getAttribute('aria-label')!;
    const before = label();
    await session.send({ type: 'input', images: digitImage(-6) });
    await settle(network);
    expect(label()).not.toBe(before);
  });

  it('invites to draw while there are weights and no image', async () => {
    const network = await wide({ session: new FakeSession({}, new Float32Array(0)) });
    expect(network.shadowRoot!.textContent).toContain('No image yet. Draw one.');
  });

  it('paints zero as the page, in both themes', async () => {
    for (const [theme, paper] of [
      ['light', [252, 251, 248]],
      ['dark', [15, 16, 19]],
    ] as const) {
      const page = makePage(theme);
      page.style.width = '1312px';
      const network = await mount('cnn-network', { data: seedRecord(digit()) }, page);
      const canvas = inside(network, 'canvas') as HTMLCanvasElement;
      // A corner of the input, where nothing is drawn: CSS pixel [3, H / 2 - 108] at the canvas's density.
      const density = canvas.width / canvas.clientWidth;
      const pixel = canvas.getContext('2d')!.getImageData(4 * density, (256 - 106) * density, 1, 1).data;
      expect([...pixel.slice(0, 3)]).toEqual(paper);
    }
  });
});

/** A point inside the first map of a layer, found by asking the element what lies there. */
async function placeOf(
  network: CnnNetwork,
  layer: string,
): Promise<{ readonly x: number; readonly y: number }> {
  for (let x = 240; x < 700; x += 8) {
    pointer(network, 'pointermove', x, 30, 'mouse');
    await network.updateComplete;
    if (readout(network).startsWith(layer)) return { x: x + 8, y: 30 };
  }
  throw new Error(`placeOf: expected ${layer} in the picture, received none. Look at the layout.`);
}
