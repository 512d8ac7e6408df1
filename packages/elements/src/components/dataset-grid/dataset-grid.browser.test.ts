/** Looking through a data set by mouse, finger and keys; what is taken goes to the page first and then to the session. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnInputChangeEvent } from '../../events/input-change.js';
import type { CnnDatasetGrid } from './dataset-grid.js';
import type { GridData } from './selection.js';

beforeAll(() => import('./dataset-grid.js'));

/** Images of one shade each, which is their number in hundredths. */
function shades(count: number, side = 28): ImageBatch {
  const data = new Float32Array(count * side * side);
  for (let index = 0; index < count; index++)
    data.fill(index / 100, index * side * side, (index + 1) * side * side);
  return { shape: [count, side, side, 1], data };
}
const labels = Array.from({ length: 60 }, (_, index) => index % 3);
const data: GridData = { images: shades(60), labels, classNames: ['ant', 'bee', 'cat'] };

/** 5 of 56 px fit into 328 px: 10 a page. */
async function grid(properties: Partial<CnnDatasetGrid> = {}): Promise<CnnDatasetGrid> {
  const page = makePage();
  page.style.boxSizing = 'border-box';
  page.style.width = '360px';
  return mount('cnn-dataset-grid', { data, rows: 2, ...properties }, page);
}
const said = (element: CnnDatasetGrid): string => inside(element, '[part="readout"]').textContent.trim();
const range = (element: CnnDatasetGrid): string => inside(element, '.range').textContent;
const press = async (element: CnnDatasetGrid, name: string): Promise<void> => {
  inside(element, `[aria-label="${name}"]`).click();
  await settle(element);
};
const heard = (element: CnnDatasetGrid): CnnInputChangeEvent[] => {
  const events: CnnInputChangeEvent[] = [];
  element.addEventListener('cnn-input-change', (event) => events.push(event));
  return events;
};

function point(element: CnnDatasetGrid, x: number, y: number, type: string, pointerType = 'mouse'): void {
  const target = inside(element, '.sheet');
  const { left, top } = inside(element, 'canvas').getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y };
  target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true, pointerType }));
}

describe('<cnn-dataset-grid>', () => {
  it('goes from page to page, and to both ends', async () => {
    const element = await grid();
    expect(range(element)).toBe('1–10 of 60');
    await press(element, 'Next page');
    expect(range(element)).toBe('11–20 of 60');
    await press(element, 'Last page');
    expect(range(element)).toBe('51–60 of 60');
    expect(inside(element, '[aria-label="Next page"]')).toHaveProperty('disabled', true);
    await press(element, 'Previous page');
    await press(element, 'First page');
    expect(range(element)).toBe('1–10 of 60');
    expect(inside(element, '[aria-label="First page"]')).toHaveProperty('disabled', true);
  });

  it('draws the images of the page', async () => {
    const element = await grid();
    const pixel = (place: number): number => {
      const ratio = devicePixelRatio;
      const canvas = inside(element, 'canvas') as HTMLCanvasElement;
      return canvas.getContext('2d')!.getImageData((place * 64 + 28) * ratio, 28 * ratio, 1, 1).data[0]!;
    };
    const [first, second] = [pixel(0), pixel(1)];
    expect(first).toBe(0xfc);
    expect(second).toBeLessThan(first);
    await press(element, 'Last page');
    expect(pixel(0)).toBeLessThan(second);
  });

  it.each(['mouse', 'touch'])('takes the image that is hit by %s, as a batch of one', async (pointerType) => {
    const session = new FakeSession();
    const element = await grid({ session });
    const events = heard(element);
    await press(element, 'Next page');
    // Second row, third column: place 7 of the page.
    point(element, 2 * 64 + 30, 84 + 30, 'click', pointerType);
    await settle(element);
    expect(events).toHaveLength(1);
    const [{ images, origin }] = events as [CnnInputChangeEvent];
    expect([images.shape, origin]).toEqual([[1, 28, 28, 1], 'sample']);
    expect([...new Set(images.data)]).toEqual([Math.fround(0.17)]);
    expect(session.commands).toEqual([{ type: 'input', images }]);
    expect(element.selected).toBe(17);
    expect(said(element)).toBe('Taken: image 17, class cat.');
  });

  it('sends nothing that the page prevents', async () => {
    const session = new FakeSession();
    const element = await grid({ session });
    element.addEventListener('cnn-input-change', (event) => event.preventDefault());
    point(element, 30, 30, 'click');
    await settle(element);
    expect([session.commands.length, element.selected]).toEqual([0, undefined]);
  });

  it('is walked by arrows, over the end of the page to the next one, and takes by Enter', async () => {
    const session = new FakeSession();
    const element = await grid({ session });
    inside(element, '.sheet').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await settle(element);
    expect(said(element)).toBe('image 5, class cat');
    await userEvent.keyboard('{ArrowDown}');
    await settle(element);
    expect([said(element), range(element)]).toEqual(['image 10, class bee', '11–20 of 60']);
    await userEvent.keyboard('{PageDown}');
    await settle(element);
    expect([said(element), range(element)]).toEqual(['image 20, class cat', '21–30 of 60']);
    await userEvent.keyboard('{Enter}');
    await settle(element);
    expect(session.commands).toHaveLength(1);
    expect(element.selected).toBe(20);
    expect(said(element)).toBe('Taken: image 20, class cat.');
    await userEvent.keyboard('{ArrowLeft}');
    await settle(element);
    expect(said(element)).toBe('image 19, class bee');
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(said(element)).toBe('Taken: image 20, class cat.');
  });

  it('filters by class, with how many there are', async () => {
    const element = await grid();
    const select = inside(element, 'select') as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual([
      'all (60)',
      'ant (20)',
      'bee (20)',
      'cat (20)',
    ]);
    await press(element, 'Next page');
    select.value = 'class 1';
    select.dispatchEvent(new Event('change'));
    await settle(element);
    expect([element.label, range(element)]).toEqual([1, '1–10 of 20']);
    point(element, 64 + 30, 30, 'pointermove');
    await settle(element);
    // The second of 1, 4, 7, …
    expect(said(element)).toBe('image 4, class bee');
  });

  it('keeps its first image on the page where the width changes', async () => {
    const element = await grid();
    await press(element, 'Last page');
    element.parentElement!.style.width = '600px';
    await expect.poll(() => range(element)).toBe('37–54 of 60');
  });

  it('shows, and does not send, images that the network cannot read', async () => {
    const session = new FakeSession();
    const element = await grid({ session, data: { images: shades(4, 32), labels: [0, 1, 2, 0] } });
    const events = heard(element);
    point(element, 30, 30, 'click');
    await settle(element);
    expect([events.length, session.commands.length]).toEqual([1, 0]);
    expect(inside(element, '.problem').textContent).toBe(
      'The network reads images of 28 × 28 × 1; these are 32 × 32 × 1 and are not sent to it.',
    );
  });

  it('has a table with the page in numbers', async () => {
    const element = await grid({ table: true });
    const cells = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr:nth-child(3) > *')].map(
      ({ textContent }) => textContent,
    );
    expect(cells).toEqual(['2', 'cat', '0.020']);
  });

  it('says what is wrong, and marks labels that have no name', async () => {
    const element = await grid({ data: { images: shades(2), labels: [0] } });
    const text = (): string => inside(element, '[part="base"]').textContent.replace(/\s+/g, ' ');
    expect(inside(element, '[role="alert"]').textContent).toContain(
      'expected one label an image, received 1 labels for 2 images',
    );
    element.data = { images: { shape: [2, 28, 28, 1], data: new Float32Array(7) }, labels: [0, 1] };
    await settle(element);
    expect(text()).toContain('expected 1568 values for the shape of the images, received 7');
    element.data = { images: shades(3), labels: [0, 5, NaN], classNames: ['ant'] };
    await settle(element);
    expect(text()).toContain('2 images have a label without a class name');
    element.data = { images: shades(0), labels: [] };
    await settle(element);
    expect(text()).toBe('This data set has no images.');
    element.data = data;
    element.label = 9;
    await settle(element);
    expect(text()).toContain('No image is of this class.');
    expect(await violations(element.parentElement!)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (theme) => {
    const page = makePage(theme);
    await mount('cnn-dataset-grid', { data, selected: 1, table: true }, page);
    expect(await violations(page)).toEqual([]);
  });
});
