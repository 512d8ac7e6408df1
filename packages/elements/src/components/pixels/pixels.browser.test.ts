/** The pixels by mouse, finger and keyboard: every value that is said or drawn is one that was put in. */
/// <reference types="@vitest/browser-playwright" />
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { digit, seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { decodeState, encodeState } from '../../state/link-state.js';
import type { PixelImage } from './image.js';
import type { CnnPixels } from './pixels.js';

beforeAll(() => import('./pixels.js'));

const size = 64;
/** Red is the row, green the column, blue 200 everywhere: a value tells where it stands. */
const places: PixelImage = {
  shape: [size, size, 3],
  data: Uint8Array.from({ length: size * size * 3 }, (_, index) => {
    const cell = Math.floor(index / 3);
    return [Math.floor(cell / size), cell % size, 200][index % 3]!;
  }),
};
const four: PixelImage = { shape: [2, 2, 3], data: [255, 0, 0, 0, 255, 0, 0, 0, 255, 102, 51, 0] };

/** Views that glide would have to be waited for: visitors with reduced motion get them at once. */
async function withoutMotion(): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
}

const pixels = (properties: Partial<CnnPixels> = {}): Promise<CnnPixels> =>
  mount('cnn-pixels', { image: places, ...properties });
const textOf = (element: CnnPixels, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnPixels): string => textOf(element, '[part="readout"]');
const seen = (element: CnnPixels): string => textOf(element, '[part="seen"]');
const windowOf = (element: CnnPixels, index: number): HTMLElement =>
  inside(element, `.window[data-panel="${index}"]`);

/** The colour at a share of a window's width and height. */
function colourAt(element: CnnPixels, index: number, x: number, y: number): number[] {
  const canvas = windowOf(element, index).querySelector('canvas')!;
  const { width, height } = canvas;
  const place = [Math.floor(x * width), Math.floor(y * height)] as const;
  return [
    ...canvas
      .getContext('2d')!
      .getImageData(...place, 1, 1)
      .data.slice(0, 3),
  ];
}

function pointer(
  element: CnnPixels,
  index: number,
  type: string,
  [x, y]: readonly [number, number],
  init: PointerEventInit = {},
): void {
  const target = windowOf(element, index);
  const { left, top } = target.getBoundingClientRect();
  // Pointers that a test makes up cannot be captured.
  target.setPointerCapture = () => {};
  target.dispatchEvent(
    new PointerEvent(type, {
      clientX: left + x,
      clientY: top + y,
      pointerId: 1,
      pointerType: 'mouse',
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    }),
  );
}

async function press(element: CnnPixels, label: string): Promise<void> {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === label,
  );
  found!.click();
  await settle(element);
}

async function turn(element: CnnPixels, light: number, feed: string): Promise<void> {
  const select = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.mixing select')[light]!;
  select.value = feed;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(element);
}

async function toggle(element: CnnPixels, light: number): Promise<void> {
  element.shadowRoot!.querySelectorAll<HTMLInputElement>('.mixing input')[light]!.click();
  await settle(element);
}

describe('<cnn-pixels>', () => {
  it('shows the picture and three planes, each in its own light', async () => {
    const element = await pixels({ image: four });
    // Top left is red alone; bottom right is [102, 51, 0]. A corner of each cell, where no number stands.
    expect(colourAt(element, 0, 0.1, 0.1)).toEqual([255, 0, 0]);
    expect([0, 1, 2, 3].map((index) => colourAt(element, index, 0.9, 0.9))).toEqual([
      [102, 51, 0],
      [102, 0, 0],
      [0, 51, 0],
      [0, 0, 0],
    ]);
  });

  it('says the values of a pixel that is pointed at, with row, column and channel as stored', async () => {
    const element = await pixels();
    const { width } = windowOf(element, 0).getBoundingClientRect();
    const at = (cell: number): number => ((cell + 0.5) * width) / size;
    pointer(element, 0, 'pointermove', [at(40), at(12)]);
    await settle(element);
    expect(said(element)).toBe(
      'red [12, 40, 0] 12 of 255 = 0.047; green [12, 40, 1] 40 of 255 = 0.157; blue [12, 40, 2] 200 of 255 = 0.784',
    );
    pointer(element, 2, 'pointermove', [at(41), at(12)]);
    await settle(element);
    expect(said(element)).toBe('green [12, 41, 1] 41 of 255 = 0.161');
  });

  it('walks by arrow keys, changes the light with the window and lets go by Escape', async () => {
    const element = await pixels();
    windowOf(element, 1).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowLeft}');
    await settle(element);
    // The first press marks the middle of 64 × 64.
    expect(said(element)).toBe('red [33, 31, 0] 33 of 255 = 0.129');
    await userEvent.keyboard('{Tab}');
    expect(element.shadowRoot!.activeElement!.localName).toBe('select');
    windowOf(element, 3).focus();
    await settle(element);
    expect(said(element)).toContain('blue [33, 31, 2] 200');
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(said(element)).toContain('Point at a pixel');
  });

  it('zooms by keys to where numbers stand in the cells, and back to the whole', async () => {
    await withoutMotion();
    const element = await pixels();
    expect(seen(element)).toContain('rows 0 to 63, columns 0 to 63');
    windowOf(element, 1).focus();
    for (let stop = 0; stop < 12; stop++) await userEvent.keyboard('+');
    await settle(element);
    expect(seen(element)).toContain('enlarged 56 times');
    await userEvent.keyboard('-');
    await settle(element);
    const times = Number(/enlarged (\d+) times/.exec(seen(element))![1]);
    expect(times).toBeGreaterThan(30);
    expect(times).toBeLessThan(50);
    await userEvent.keyboard('0');
    await settle(element);
    expect(seen(element)).toContain('rows 0 to 63');
  });

  it('writes the value of every cell that is seen, and of no other, once it is large enough', async () => {
    await withoutMotion();
    const element = await pixels();
    const context = windowOf(element, 1).querySelector('canvas')!.getContext('2d')!;
    const written: string[] = [];
    const fillText = context.fillText.bind(context);
    context.fillText = ((text: string, ...rest: [number, number, number?]) => {
      written.push(text);
      fillText(text, ...rest);
    }) as typeof fillText;
    await press(element, 'Closer');
    expect(written).toEqual([]);
    await press(element, 'Numbers');
    const [, first, last, from, to] = /rows (\d+) to (\d+), columns (\d+) to (\d+)/
      .exec(seen(element))!
      .map(Number);
    const expected = [];
    for (let row = first!; row <= last!; row++)
      for (let column = from!; column <= to!; column++) expected.push(String(row));
    expect(written).toEqual(expected);
    written.length = 0;
    const format = inside(element, '.looking select') as HTMLSelectElement;
    format.value = 'shares';
    format.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    expect(written[0]).toBe((first! / 255).toFixed(2).replace(/^0/, ''));
  });

  it('glides there where motion is welcome, and stops when it is taken out of the page', async () => {
    const element = await pixels();
    await press(element, 'Closer');
    await expect.poll(() => seen(element), { timeout: 3000 }).not.toContain('rows 0 to 63');
    await press(element, 'Whole picture');
    element.remove();
    // What was asked for before is still drawn.
    await settle(element);
    const { drawCount } = element;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(element.drawCount).toBe(drawCount);
  });

  it('goes with a drag in every window at once, and marks nothing on the way', async () => {
    await withoutMotion();
    const element = await pixels();
    await press(element, 'Numbers');
    const [, row, column] = /rows (\d+) .*columns (\d+)/.exec(seen(element))!.map(Number);
    pointer(element, 2, 'pointerdown', [100, 100]);
    pointer(element, 2, 'pointermove', [100 - 56, 100 - 28]);
    await settle(element);
    // 28 px a cell: two columns and one row.
    expect(seen(element)).toContain(`rows ${row! + 1} to`);
    expect(seen(element)).toContain(`columns ${column! + 2} to`);
    pointer(element, 2, 'pointerup', [44, 72]);
    await settle(element);
    expect(said(element)).toContain('Point at a pixel');
  });

  it('marks by a tap and zooms by two fingers', async () => {
    const element = await pixels();
    const { width } = windowOf(element, 0).getBoundingClientRect();
    const touch = (id: number): PointerEventInit => ({ pointerId: id, pointerType: 'touch' });
    const middle = width / 2;
    pointer(element, 1, 'pointerdown', [1, 1], touch(1));
    pointer(element, 1, 'pointerup', [2, 1], touch(1));
    await settle(element);
    expect(said(element)).toContain('red [0, 0, 0] 0');
    pointer(element, 1, 'pointerdown', [middle - 10, middle], touch(1));
    pointer(element, 1, 'pointerdown', [middle + 10, middle], touch(2));
    pointer(element, 1, 'pointermove', [middle + 70, middle], touch(2));
    pointer(element, 1, 'pointermove', [middle - 70, middle], touch(1));
    await settle(element);
    // From 20 px apart to 140: a seventh of 64 cells is seen, about the middle.
    expect(seen(element)).toContain('rows 27 to 36, columns 27 to 36');
    pointer(element, 1, 'pointerup', [middle - 70, middle], touch(1));
    pointer(element, 1, 'pointerup', [middle + 70, middle], touch(2));
  });

  it('leaves the wheel to the page, and zooms by it with Ctrl', async () => {
    const element = await pixels();
    const wheel = (ctrlKey: boolean): WheelEvent => {
      const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, cancelable: true, bubbles: true });
      windowOf(element, 0).dispatchEvent(event);
      return event;
    };
    expect(wheel(false).defaultPrevented).toBe(false);
    await settle(element);
    expect(seen(element)).toContain('rows 0 to 63');
    expect(wheel(true).defaultPrevented).toBe(true);
    await settle(element);
    expect(seen(element)).not.toContain('rows 0 to 63');
  });

  it('goes where the map is pressed', async () => {
    await withoutMotion();
    const element = await pixels();
    await press(element, 'Numbers');
    const map = inside(element, '.map');
    const { left, top } = map.getBoundingClientRect();
    map.setPointerCapture = () => {};
    map.dispatchEvent(
      new PointerEvent('pointerdown', { clientX: left + 1, clientY: top + 1, buttons: 1, bubbles: true }),
    );
    await settle(element);
    expect(seen(element)).toMatch(/^rows 0 to \d+, columns 0 to/);
  });

  it('mutes and swaps at once, keeps it in attributes and hands the mixed image on', async () => {
    const element = await pixels({ image: four });
    const told: number[][] = [];
    element.addEventListener('cnn-image-change', ({ image }) => told.push([...image.data]));
    await turn(element, 0, '2');
    await turn(element, 2, '0');
    expect(element.getAttribute('order')).toBe('b g r');
    expect(colourAt(element, 0, 0.9, 0.9)).toEqual([0, 51, 102]);
    expect(colourAt(element, 3, 0.9, 0.9)).toEqual([0, 0, 102]);
    await toggle(element, 1);
    expect(element.getAttribute('mute')).toBe('g');
    expect(colourAt(element, 0, 0.9, 0.9)).toEqual([0, 0, 102]);
    expect(told.at(-1)).toEqual([0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 102]);
    await press(element, 'Channels as stored');
    expect([element.getAttribute('order'), element.getAttribute('mute')]).toEqual([null, null]);
    expect(told.at(-1)).toEqual([...Array.from(four.data)]);
  });

  it('turns back what a host refuses', async () => {
    const element = await pixels({ image: four });
    element.addEventListener('cnn-image-change', (event) => event.preventDefault());
    await toggle(element, 0);
    await turn(element, 1, '2');
    expect(colourAt(element, 0, 0.1, 0.1)).toEqual([255, 0, 0]);
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('.mixing input')!.checked).toBe(false);
    expect(element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.mixing select')[1]!.value).toBe('1');
  });

  it('follows attributes, and says which word of them it does not know', async () => {
    const element = await pixels({ image: four, mute: 'r cyan', order: 'b g 9' });
    expect(colourAt(element, 0, 0.9, 0.9)).toEqual([0, 51, 0]);
    const notes = [...element.shadowRoot!.querySelectorAll('.note')].map(({ textContent }) => textContent);
    expect(notes[0]).toContain('mute: expected r, g or b, received “cyan”');
    expect(notes[1]).toContain('received “9”');
  });

  it('shows the input of the network that it stands in, from paper to ink', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-pixels', { session }, makePage());
    expect(seen(element)).toContain('28 × 28 × 1');
    expect(element.shadowRoot!.querySelectorAll('.window')).toHaveLength(1);
    windowOf(element, 0).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    await settle(element);
    const value = digit()[13 * 28 + 14]!;
    expect(said(element)).toContain(`[13, 14, 0]`);
    expect(said(element)).toContain(`= ${value.toFixed(3)}`);
    const withRecord = await mount('cnn-pixels', { data: seedRecord() }, makePage());
    expect(seen(withRecord)).toContain('28 × 28 × 1');
    const { input: _input, ...tensors } = seedRecord().tensors;
    const withoutInput = await mount('cnn-pixels', { data: { ...seedRecord(), tensors } }, makePage());
    expect(textOf(withoutInput, '.note')).toContain('no input to show');
  });

  it('begins with a sample and says that it is one', async () => {
    const element = await mount('cnn-pixels');
    expect(textOf(element, '.note')).toContain('A sample, made by arithmetic.');
    expect(seen(element)).toContain('48 × 48 × 3');
  });

  it.each([
    [{ shape: [2, 2, 3], data: [1, 2, 3] }, 'expected 2 × 2 × 3 = 12 numbers, received 3'],
    [{ shape: [4000, 4000, 3], data: [] }, 'expected at most 1,024 pixels a side, received 4,000 × 4,000'],
    [{ shape: [2, 2], data: [1, 2, 3, 4] }, 'received [2, 2]'],
    [{ shape: [1, 1, 40], data: [] }, 'expected at most 32 channels, received 40'],
  ])('refuses what is no image with the rule that it breaks: %#', async (image, rule) => {
    const page = makePage();
    const element = await mount('cnn-pixels', { image }, page);
    expect(textOf(element, '[role="alert"]')).toContain(rule);
    expect(await violations(page)).toEqual([]);
    element.image = four;
    await settle(element);
    expect(seen(element)).toContain('2 × 2 × 3');
  });

  it('calls what is no number NaN, draws it in a colour of its own and says how many', async () => {
    const element = await pixels({ image: { shape: [1, 2, 3], data: [NaN, 1, 0, 0.5, 3, 0] } });
    const notes = [...element.shadowRoot!.querySelectorAll('.note')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(notes).toEqual([
      '1 value lies outside 0 to 1: drawn as the nearest end, while their numbers are not cut.',
      '1 value is not a number, drawn in this colour and called NaN.',
    ]);
    // Token grad-pos-3 of the light theme, #D254A6.
    expect(colourAt(element, 1, 0.05, 0.5)).toEqual([210, 84, 166]);
    expect(colourAt(element, 0, 0.05, 0.5)).toEqual([210, 84, 166]);
    pointer(element, 1, 'pointermove', [5, windowOf(element, 1).clientHeight / 2]);
    await settle(element);
    expect(said(element)).toBe('red [0, 0, 0] not a number');
  });

  it('shows two channels and five in false colours, and a single pixel', async () => {
    const element = await pixels({ image: { shape: [1, 1, 2], data: Uint8Array.of(200, 100) } });
    expect(textOf(element, '.note')).toContain('2 channels are neither ink (1) nor red, green and blue (3)');
    expect(colourAt(element, 0, 0.1, 0.1)).toEqual([200, 100, 0]);
    element.image = { shape: [1, 1, 5], data: Uint8Array.of(1, 2, 3, 4, 250) };
    await settle(element);
    await turn(element, 0, '4');
    expect(colourAt(element, 0, 0.1, 0.1)).toEqual([250, 2, 3]);
  });

  it('begins anew with an image of another size, and stays where it is with one of the same', async () => {
    await withoutMotion();
    const element = await pixels();
    await press(element, 'Numbers');
    const before = seen(element);
    element.image = { ...places, data: Uint8Array.from(places.data) };
    await settle(element);
    expect(seen(element)).toBe(before);
    element.image = four;
    await settle(element);
    expect(seen(element)).toContain('rows 0 to 1, columns 0 to 1');
    element.image = places;
    await settle(element);
    await press(element, 'Numbers');
    element.image = { shape: [1], data: [1] };
    await settle(element);
    element.image = { shape: [9, 9, 1], data: new Float32Array(81) };
    await settle(element);
    expect(seen(element)).toContain('rows 0 to 8, columns 0 to 8');
  });

  it('has a table whose numbers are those of the image, and draws again only where something has changed', async () => {
    const element = await pixels({ image: four, table: true });
    const cells = (): readonly (string | null)[] =>
      [...element.shadowRoot!.querySelectorAll('[part="table"] td')].map(({ textContent }) => textContent);
    expect(cells()).toEqual(['255 0 0', '0 255 0', '0 0 255', '102 51 0']);
    const { drawCount } = element;
    element.requestUpdate();
    await settle(element);
    expect(element.drawCount).toBe(drawCount);
    element.format = 'shares';
    await settle(element);
    expect(element.drawCount).toBe(drawCount + 1);
    expect(cells()).toEqual(['1 0 0', '0 1 0', '0 0 1', '.40 .20 0']);
  });

  it('is nothing that axe objects to, in both themes, and large enough for a finger', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = makePage(theme);
      const element = await mount('cnn-pixels', { table: true, order: 'b g -' }, page);
      expect(await violations(page)).toEqual([]);
      for (const control of element.shadowRoot!.querySelectorAll('button:not(.twin-button), select, .toggle'))
        expect(control.getBoundingClientRect().height, control.outerHTML).toBeGreaterThanOrEqual(24);
    }
  });

  it('stays within 320 px', async () => {
    const page = makePage();
    page.style.width = '320px';
    const element = await mount('cnn-pixels', { image: places }, page);
    await settle(element);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    const [first, second] = [windowOf(element, 0), windowOf(element, 1)].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(second!.top).toBe(first!.top);
    expect(second!.left).toBeGreaterThanOrEqual(first!.right);
  });
});

describe('the state', () => {
  it('sets another one as it was, without its picture, and names that', async () => {
    const element = await pixels({ image: four, mute: 'g', order: 'b g r', format: 'shares' });
    expect(element.state.omitted).toEqual(['the given picture']);
    const fresh = await pixels({ image: undefined });
    fresh.state = decodeState(encodeState(element.state));
    expect([fresh.mute, fresh.order, fresh.format, fresh.image]).toEqual(['g', 'b g r', 'shares', undefined]);
    expect(fresh.state.settings).toEqual(element.state.settings);
    expect(fresh.state.omitted).toEqual([]);
  });
  it('leaves the picture where it is, and all as it was when it does not fit', async () => {
    const element = await pixels({ mute: 'g' });
    const settings = { mute: 1 };
    expect(() => (element.state = { ...element.state, settings })).toThrow('expected mute to be a string');
    expect(element.mute).toBe('g');
    element.state = { ...element.state, settings: {} };
    expect([element.mute, element.image]).toEqual([undefined, places]);
  });
});
