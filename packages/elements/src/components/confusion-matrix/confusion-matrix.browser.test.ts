/// <reference types="@vitest/browser-playwright" />
/** The matrix by mouse, finger and keys, on counts that can be counted by hand. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnExampleSelectEvent } from '../../events/example-select.js';
import type { CnnConfusionMatrix } from './confusion-matrix.js';
import type { ConfusionData } from './tally.js';

beforeAll(() => import('./confusion-matrix.js'));

/** Three cats are taken for dogs, one dog for a cat. */
const data: ConfusionData = {
  classNames: ['cat', 'dog'],
  actual: [0, 0, 0, 0, 0, 1, 1, 1],
  predicted: [0, 1, 1, 0, 1, 1, 0, 1],
};
/** 1 x 1 pixels: how dark each is tells which it is. */
const images: ImageBatch = {
  shape: [8, 1, 1, 1],
  data: Float32Array.from({ length: 8 }, (_, index) => index / 7),
};

const matrix = (properties: Partial<CnnConfusionMatrix> = {}): Promise<CnnConfusionMatrix> =>
  mount('cnn-confusion-matrix', { data, ...properties });
const said = (element: CnnConfusionMatrix): string => inside(element, '[part="readout"]').textContent.trim();
const heard = (element: CnnConfusionMatrix): CnnExampleSelectEvent[] => {
  const events: CnnExampleSelectEvent[] = [];
  element.addEventListener('cnn-example-select', (event) => events.push(event));
  return events;
};

function point(element: CnnConfusionMatrix, row: number, column: number, type: string): void {
  const target = inside(element, '.pick');
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = {
    clientX: left + ((column + 0.5) / 2) * width,
    clientY: top + ((row + 0.5) / 2) * height,
  };
  target.dispatchEvent(
    new PointerEvent(type, { ...at, bubbles: true, composed: true, pointerType: 'mouse' }),
  );
}

describe('<cnn-confusion-matrix>', () => {
  it('says in a sentence what it shows', async () => {
    const element = await matrix();
    expect(inside(element, 'canvas').getAttribute('aria-label')).toBe(
      '50\u00A0% right: 4 of 8 examples. Most frequent mistake: cat taken for dog, 3 times.',
    );
    const texts = (where: string): readonly string[] =>
      [...element.shadowRoot!.querySelectorAll(`${where} span`)].map(({ textContent }) => textContent);
    // 2 of 5 cats, 2 of 3 dogs; 2 of 3 that were taken for cats, 2 of 5 for dogs.
    expect(texts('.recalls')).toEqual(['40', '67']);
    expect(texts('.precisions')).toEqual(['67', '40']);
  });

  it('shades mistakes on a scale of their own, and right answers not at all', async () => {
    const element = await matrix({ theme: 'light' });
    const canvas = inside(element, '.pick canvas') as HTMLCanvasElement;
    const context = canvas.getContext('2d')!;
    const side = canvas.width / 2;
    // A corner of a cell: inside its frame, beside its number.
    const pixel = (row: number, column: number): readonly number[] => [
      ...context.getImageData(column * side + side * 0.15, row * side + side * 0.15, 1, 1).data.slice(0, 3),
    ];
    const [page, ink] = [
      [0xfc, 0xfb, 0xf8],
      [0x17, 0x18, 0x1c],
    ];
    expect(pixel(0, 0)).toEqual(page);
    expect(pixel(1, 1)).toEqual(page);
    expect(pixel(0, 1)).toEqual(ink);
    expect(pixel(1, 0)).not.toEqual(page);
    expect(pixel(1, 0)).not.toEqual(ink);
  });

  it('still tells many mistakes from none where the system forces colours', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
    const element = await matrix();
    const canvas = inside(element, '.pick canvas') as HTMLCanvasElement;
    const red = (x: number, y: number): number =>
      canvas.getContext('2d')!.getImageData(x * canvas.width, y * canvas.height, 1, 1).data[0]!;
    expect(Math.abs(red(0.575, 0.075) - red(0.075, 0.075))).toBeGreaterThan(150);
  });

  it('follows the mouse, shows the examples of the cell that is clicked, and puts them away', async () => {
    const element = await matrix({ data: { ...data, images } });
    const events = heard(element);
    point(element, 0, 1, 'pointermove');
    await settle(element);
    expect(said(element)).toBe('actual cat, predicted dog: 3, 60\u00A0% of actual cat');
    point(element, 0, 1, 'click');
    await settle(element);
    expect([events[0]!.actual, events[0]!.predicted, events[0]!.indices]).toEqual([0, 1, [1, 2, 4]]);
    expect(inside(element, '.examples b').textContent).toBe('actual cat, predicted dog: 3 examples');
    const pictures = inside(element, '.examples canvas') as HTMLCanvasElement;
    expect(pictures.getAttribute('aria-label')).toBe('Examples number 1, 2, 4');
    const context = pictures.getContext('2d')!;
    const ratio = devicePixelRatio;
    // 64 px a picture and 8 px between them.
    const shades = [0, 1, 2].map(
      (place) => context.getImageData((place * 72 + 32) * ratio, 32, 1, 1).data[0]!,
    );
    expect(shades[0]).toBeGreaterThan(shades[1]!);
    expect(shades[1]).toBeGreaterThan(shades[2]!);
    inside(element, '.examples button').click();
    await settle(element);
    expect([events[1]!.actual, events[1]!.indices]).toEqual([undefined, []]);
    expect(element.shadowRoot!.querySelector('.examples')).toBeNull();
  });

  it('is walked by arrows; Enter shows examples, Escape puts them away', async () => {
    const element = await matrix();
    const events = heard(element);
    inside(element, '.pick').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await settle(element);
    expect(said(element)).toBe('actual dog, predicted cat: 1, 33\u00A0% of actual dog');
    await userEvent.keyboard('{Enter}');
    await settle(element);
    // Without images their places are named.
    expect(inside(element, '.examples').textContent).toContain('Their numbers in the data: 6');
    await userEvent.keyboard('{Escape}');
    expect(events.map(({ indices }) => indices)).toEqual([[6], []]);
    expect(element.selected).toBeUndefined();
  });

  it('asks before it shows examples', async () => {
    const element = await matrix();
    element.addEventListener('cnn-example-select', (event) => event.preventDefault());
    point(element, 0, 0, 'click');
    expect(element.selected).toBeUndefined();
  });

  it('shows 24 of many, and says how many more', async () => {
    const many = Array<number>(40).fill(0);
    const element = await matrix({
      data: {
        classNames: ['only'],
        actual: many,
        predicted: many,
        images: { shape: [40, 2, 2, 3], data: new Uint8Array(480) },
      },
      selected: { actual: 0, predicted: 0 },
    });
    expect(inside(element, '.more').textContent).toBe('and 16 more');
    expect(inside(element, '.examples canvas').getAttribute('aria-label')!.split(',')).toHaveLength(24);
  });

  it('has a table with the same counts', async () => {
    const element = await matrix({ table: true });
    const cells = [...element.shadowRoot!.querySelectorAll('[part="table"] td')].map(
      ({ textContent }) => textContent,
    );
    expect(cells).toEqual(['2', '3', '40', '1', '2', '67', '67', '40', '']);
  });

  it('fits ten classes into 360 px with cells that a finger hits', async () => {
    const page = makePage();
    page.style.padding = '16px';
    page.style.width = '360px';
    page.style.boxSizing = 'border-box';
    const classNames = Array.from({ length: 10 }, (_, index) => String(index));
    const element = await mount('cnn-confusion-matrix', { data: { ...data, classNames } }, page);
    const frame = inside(element, '.frame');
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
    expect(inside(element, '.pick').clientWidth / 10).toBeGreaterThanOrEqual(24);
  });

  it('brings the cell that keys lead to into sight where the matrix scrolls', async () => {
    const page = makePage();
    page.style.width = '328px';
    const classNames = Array.from({ length: 30 }, (_, index) => `class ${index}`);
    const element = await mount('cnn-confusion-matrix', { data: { ...data, classNames } }, page);
    inside(element, '.pick').focus();
    for (const key of ['ArrowDown', 'End', 'Home']) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      const [cell, frame, names] = ['.pointed', '.frame', '.names'].map((part) =>
        inside(element, part).getBoundingClientRect(),
      );
      expect(cell!.left).toBeGreaterThanOrEqual(names!.right - 1);
      expect(cell!.right).toBeLessThanOrEqual(frame!.right + 1);
    }
  });

  it('says what is wrong, and draws what is right', async () => {
    const page = makePage();
    const element = await mount('cnn-confusion-matrix', { data: { ...data, predicted: [1] } }, page);
    expect(inside(element, '[role="alert"]').textContent).toContain(
      'expected actual and predicted to be of one length, received 8 and 1',
    );
    element.data = { ...data, actual: [0, 0, 0, 9, 0, 1, 1, 1], predicted: [0, NaN, 1, 0, 1, 1, 0, 1] };
    await settle(element);
    expect(inside(element, '[role="alert"]').textContent).toBe(
      '2 examples are left out: their class is none of these. The first is example 1, actual 0, predicted NaN.',
    );
    expect(inside(element, 'canvas').getAttribute('aria-label')).toContain('3 of 6 examples');
    element.data = { ...data, images: { shape: [3, 1, 1, 1], data: new Float32Array(3) } };
    element.selected = { actual: 0, predicted: 0 };
    await settle(element);
    expect(inside(element, '[role="alert"]').textContent).toContain(
      'expected one image an example, received 3 images for 8 examples',
    );
    element.data = { classNames: ['a'], actual: [], predicted: [] };
    await settle(element);
    expect(inside(element, '[role="status"]').textContent).toContain('No examples yet.');
    expect(await violations(page)).toEqual([]);
  });

  it('keeps to the classes that are there when data with fewer of them comes', async () => {
    const element = await matrix({ selected: { actual: 1, predicted: 1 } });
    inside(element, '.pick').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    element.data = { classNames: ['one'], actual: [0], predicted: [0] };
    await settle(element);
    expect(element.shadowRoot!.querySelector('.examples')).toBeNull();
    expect(said(element)).toContain('Point at a cell');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (theme) => {
    const page = makePage(theme);
    await mount(
      'cnn-confusion-matrix',
      { data: { ...data, images }, selected: { actual: 0, predicted: 1 }, table: true },
      page,
    );
    expect(await violations(page)).toEqual([]);
  });
});
