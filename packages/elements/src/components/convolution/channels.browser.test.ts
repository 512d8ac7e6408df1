/// <reference types="@vitest/browser-playwright" />
/** The lab with several channels, by finger, as a link, and on a network that lives: what is said can be worked out by hand. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { decodeState, encodeState, linkState } from '../../state/link-state.js';
import type { CnnConvolution } from './convolution.js';
import { presets } from './presets.js';

beforeAll(() => import('./convolution.js'));

/** 1 × 2 cells of red, green and blue. */
const rgb: ImageBatch = { shape: [1, 1, 2, 3], data: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.6, 0.8) };
const ones = [[1, 1]];

const lab = (properties: Partial<CnnConvolution> = {}, width = 1000): Promise<CnnConvolution> => {
  const page = makePage();
  page.style.width = `${width}px`;
  return mount('cnn-convolution', properties, page);
};
const text = (element: CnnConvolution, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnConvolution): string => text(element, '[part="readout"]');
const all = (element: CnnConvolution, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const numbersIn = (grid: HTMLElement): readonly string[] =>
  [...grid.querySelectorAll('.numbers span')].map(({ textContent }) => textContent.trim());

function press(element: CnnConvolution, name: string): void {
  const button = all(element, 'button').find(({ textContent, ariaLabel }) =>
    [textContent.trim(), ariaLabel].includes(name),
  );
  if (!button) throw new Error(`press: expected a button "${name}", received none.`);
  button.click();
}
function tick(element: CnnConvolution, name: string): void {
  const label = all(element, '.toggle').find(({ textContent }) => textContent.trim() === name);
  if (!label) throw new Error(`tick: expected a box "${name}", received none.`);
  label.querySelector('input')!.click();
}
function choose(element: CnnConvolution, name: string, option: string): void {
  const label = all(element, 'label.setting').find(({ textContent }) => textContent.trim().startsWith(name));
  const select = label?.querySelector('select');
  if (!select) throw new Error(`choose: expected a list "${name}", received none.`);
  select.value = option;
  select.dispatchEvent(new Event('change'));
}

describe('<cnn-convolution> with several channels', () => {
  it('adds up what each channel makes, and the bias', async () => {
    const element = await lab({
      data: rgb,
      mode: 'sum',
      bias: 0.5,
      kernels: [ones, [[0, -1]], [[2, 0]]],
    });
    // Red 0.1 + 0.4, green −0.6, blue 2 · 0.3, bias 0.5.
    expect(said(element)).toBe(
      'output [0, 0] = 1.000, the sum of 3 channels of 2 products each and the bias',
    );
    expect(all(element, '.part .numbers').map((grid) => grid.textContent.trim())).toEqual([
      '.50',
      '−.60',
      '.60',
    ]);
    const rows = all(element, '.sum-list .term').map((row) => [
      row.querySelector('.what')!.textContent,
      row.querySelector('.amount')!.textContent,
    ]);
    expect(rows).toEqual([
      ['red', '+0.5000'],
      ['green', '−0.6000'],
      ['blue', '+0.6000'],
      ['bias', '+0.5000'],
      ['output', '+1.000'],
    ]);
    expect(text(element, '[part="equation"]')).toBe('0.10 × 1.00 + 0.40 × 1.00 = 0.500');
    press(element, 'blue');
    await settle(element);
    expect(text(element, '[part="equation"]')).toBe('0.30 × 2.00 + 0.80 × 0.00 = 0.600');
  });

  it('draws each light in its own colour, from black', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const pixels = all(element, '.from canvas').map((canvas) => [
      ...(canvas as HTMLCanvasElement).getContext('2d')!.getImageData(1, 0, 1, 1).data,
    ]);
    // 0.4, 0.6 and 0.8 of 255.
    expect(pixels).toEqual([
      [102, 0, 0, 255],
      [0, 153, 0, 255],
      [0, 0, 204, 255],
    ]);
  });

  it('gives each channel an output of its own, depthwise', async () => {
    const element = await lab({ data: rgb, mode: 'depthwise', kernel: ones, bias: 1 });
    expect(all(element, '.to .numbers').map((grid) => grid.textContent.trim())).toEqual([
      '1.5',
      '1.8',
      '2.1',
    ]);
    expect(element.shadowRoot!.querySelector('.part')).toBeNull();
    press(element, 'green');
    await settle(element);
    expect(said(element)).toBe('output of green [0, 0] = 1.800, the sum of 2 products and the bias');
  });

  it('sums in groups where they divide, and says so where they do not', async () => {
    const data: ImageBatch = { shape: [1, 1, 1, 4], data: Float32Array.of(1, 2, 3, 4) };
    const element = await lab({ data, mode: 'groups', kernel: [[1]] });
    expect(
      all(element, '.to .title').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual(['output of channels 0 + 1 1 × 1', 'output of channels 2 + 3 1 × 1']);
    expect(all(element, '.to .numbers').map((grid) => grid.textContent.trim())).toEqual(['3', '7']);
    element.groups = 3;
    await settle(element);
    expect(text(element, '.mode-note')).toContain('3 groups do not divide 4 channels evenly');
    expect(said(element)).toContain('output [0, 0] = 10.000');
    inside(element, '[part="nearest-groups"]').click();
    await settle(element);
    expect(element.groups).toBe(2);
  });

  it('edits one kernel for all, or each by itself', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const write = async (channel: number, weight: string): Promise<void> => {
      const field = inside(element, `[data-channel="${channel}"] [data-cell="0 0"]`) as HTMLInputElement;
      field.value = weight;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(element);
    };
    await write(1, '3');
    expect([element.kernel, element.kernels]).toEqual([[[3, 1]], undefined]);
    tick(element, 'same kernel for all');
    await settle(element);
    await write(2, '5');
    expect(element.kernels).toEqual([[[3, 1]], [[3, 1]], [[5, 1]]]);
    // 3·0.1 + 0.4 + 3·0.2 + 0.6 + 5·0.3 + 0.8
    expect(said(element)).toContain('= 4.200');
    press(element, 'blur');
    await settle(element);
    expect(element.kernels![2]).toEqual(presets.blur);
  });

  it('keeps a grid of an edited channel under the finger that drags it', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const field = inside(element, '[data-channel="1"] [data-cell="0 1"]') as HTMLInputElement;
    field.setPointerCapture = () => {};
    const drag = (type: string, clientY: number): boolean =>
      field.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, bubbles: true, composed: true }));
    drag('pointerdown', 100);
    drag('pointermove', 80);
    await settle(element);
    drag('pointermove', 60);
    drag('pointerup', 60);
    expect(element.kernel).toEqual([[1, 2]]);
  });

  it('shows one channel of many, and one on a phone', async () => {
    const data: ImageBatch = { shape: [1, 1, 1, 6], data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const element = await lab({ data, mode: 'sum', kernel: [[1]] });
    expect(all(element, '.from')).toHaveLength(1);
    expect(said(element)).toContain('= 21.000');
    press(element, 'More channel');
    await settle(element);
    expect(text(element, '[part="equation"]')).toBe('2.00 × 1.00 = 2.000');
    const phone = await lab({ picture: 'colour', mode: 'sum' }, 328);
    expect(all(phone, '.from')).toHaveLength(1);
    expect(numbersIn(inside(phone, '.from'))).toHaveLength(64);
    expect(phone.scrollWidth).toBeLessThanOrEqual(328);
  });

  it.each([
    ['one', 'colour'],
    ['sum', 'colour'],
    ['depthwise', 'colour'],
    ['groups', 'maps'],
  ] as const)(
    'has nothing that axe finds in mode %s, light and dark, wide and narrow',
    async (mode, picture) => {
      for (const theme of ['light', 'dark'] as const)
        for (const width of [1000, 328]) {
          const page = makePage(theme);
          page.style.width = `${width}px`;
          await mount('cnn-convolution', { mode, picture, table: true }, page);
          expect(await violations(page)).toEqual([]);
        }
    },
  );
});

/** Numbers stand in every cell of every grid of the figures. */
function allHaveNumbers(element: CnnConvolution): void {
  for (const grid of all(element, '.figures .grid')) {
    const canvas = grid.querySelector('canvas')!;
    expect(numbersIn(grid)).toHaveLength(canvas.width * canvas.height);
    expect(canvas.getBoundingClientRect().width / canvas.width).toBeGreaterThanOrEqual(22);
  }
}

describe('the six modes, from the lab as it opens', () => {
  const modes: readonly (readonly [string, readonly ((element: CnnConvolution) => void)[], object])[] = [
    ['dilation 2', [(each) => press(each, 'More dilation')], { dilation: 2 }],
    [
      'transposed with stride 2',
      [(each) => tick(each, 'transposed'), (each) => press(each, 'More stride')],
      { transposed: true, stride: 2 },
    ],
    ['depthwise', [(each) => press(each, 'depthwise')], { mode: 'depthwise', picture: 'colour' }],
    ['groups', [(each) => press(each, 'groups')], { mode: 'groups', picture: 'maps', groups: 2 }],
    [
      'padding by reflection',
      [(each) => choose(each, 'padded with', 'reflect')],
      { paddingMode: 'reflect', padding: 1 },
    ],
    ['flipped', [(each) => tick(each, 'flipped')], { flipped: true }],
  ];
  it.each(modes)(
    '%s: at most two presses, a number in every cell, pinned by one press',
    async (_, presses, result) => {
      const element = await lab({}, 1200);
      expect(presses.length).toBeLessThanOrEqual(2);
      for (const each of presses) {
        each(element);
        await settle(element);
      }
      expect(element).toMatchObject(result);
      allHaveNumbers(element);
      const grid = inside(element, '.to .pick');
      const box = grid.getBoundingClientRect();
      grid.dispatchEvent(
        new PointerEvent('click', {
          clientX: box.left + 5,
          clientY: box.top + 5,
          bubbles: true,
          composed: true,
        }),
      );
      await settle(element);
      expect(text(element, '.where')).toContain('[0, 0]');
      expect(text(element, '.where')).toContain('pinned');
    },
  );

  it('offers a picture with channels where the given one has a single one', async () => {
    const element = await lab({ data: { shape: [1, 3, 3, 1], data: new Float32Array(9) } });
    press(element, 'depthwise');
    await settle(element);
    expect(element.picture).toBe('given');
    expect(text(element, '.mode-note')).toContain('one channel');
    inside(element, '[part="sample"]').click();
    await settle(element);
    expect(all(element, '.to')).toHaveLength(3);
  });
});

/** A finger on the page, by the browser itself: what it scrolls and what it tells is the browser's own decision. */
async function finger(path: readonly (readonly [x: number, y: number])[]): Promise<void> {
  // Tests run in a frame, which their page may have scaled.
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const send = (type: string, [x, y]: readonly [number, number]): Promise<unknown> =>
    cdp().send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: x * scale + (frame?.left ?? 0), y: y * scale + (frame?.top ?? 0) }],
    });
  await send('touchStart', path[0]!);
  for (const place of path.slice(1)) await send('touchMove', place);
  await send('touchEnd', path.at(-1)!);
}

describe('a finger', () => {
  const phone = async (): Promise<CnnConvolution> => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    onTestFinished(() => void cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }));
    const element = await lab({ picture: 'colour', mode: 'sum' }, 328);
    element.parentElement!.style.paddingBottom = '2000px';
    return element;
  };
  /** Cells of a grid, as places on the page; scrolled to first. */
  const placesIn = (
    element: CnnConvolution,
    selector: string,
  ): ((row: number, column: number) => [number, number]) => {
    const grid = inside(element, `${selector} .grid`);
    grid.scrollIntoView({ block: 'center' });
    const canvas = grid.querySelector('canvas')!;
    const box = grid.getBoundingClientRect();
    return (row, column) => [
      box.left + ((column + 0.5) / canvas.width) * box.width,
      box.top + ((row + 0.5) / canvas.height) * box.height,
    ];
  };

  it('drags the window over the output, where it stays; the page does not move', async () => {
    const element = await phone();
    const at = placesIn(element, '.to');
    const before = window.scrollY;
    await finger([at(0, 0), at(1, 1), at(3, 2), at(5, 4)]);
    await settle(element);
    expect(said(element)).toContain('output [5, 4]');
    expect(text(element, '.where')).toContain('pinned');
    expect(window.scrollY).toBe(before);
  });

  it('drags the window over the input', async () => {
    const element = await phone();
    const at = placesIn(element, '.from');
    await finger([at(1, 1), at(3, 3), at(4, 6)]);
    await settle(element);
    // The middle of a 3 × 3 window on [4, 6] is that of output cell [3, 5].
    expect(said(element)).toContain('output [3, 5]');
  });

  it('drags a weight up, and the page does not move', async () => {
    const element = await phone();
    const field = inside(element, '[data-cell="1 1"]');
    field.scrollIntoView({ block: 'center' });
    const { left, top } = field.getBoundingClientRect();
    const before = window.scrollY;
    await finger([
      [left + 12, top + 12],
      [left + 12, top - 8],
      [left + 12, top - 28],
    ]);
    expect(element.kernel[1]![1]).toBe(1);
    expect(window.scrollY).toBe(before);
  });

  it('scrolls the page from outside the grids', async () => {
    const element = await phone();
    const title = inside(element, '.to .title');
    title.scrollIntoView({ block: 'center' });
    const before = window.scrollY;
    const { left, top } = title.getBoundingClientRect();
    const path = Array.from({ length: 8 }, (_, step): [number, number] => [left + 20, top + 5 - step * 20]);
    await finger(path);
    await expect.poll(() => window.scrollY, { timeout: 3000 }).toBeGreaterThan(before + 50);
  });
});

describe('a mouse', () => {
  it('that drags over the output leaves the window where it lets go', async () => {
    const element = await lab({});
    const grid = inside(element, '.to .pick');
    grid.setPointerCapture = () => {};
    const box = grid.getBoundingClientRect();
    const cell = box.width / 12;
    const tell = (type: string, row: number, column: number): boolean =>
      grid.dispatchEvent(
        new PointerEvent(type, {
          clientX: box.left + (column + 0.5) * cell,
          clientY: box.top + (row + 0.5) * cell,
          isPrimary: true,
          pointerId: 1,
          pointerType: 'mouse',
        }),
      );
    tell('pointerdown', 2, 2);
    tell('pointermove', 4, 4);
    tell('pointermove', 7, 9);
    tell('pointerup', 7, 9);
    // Browsers tell of a click where a drag ends; it does not let go of the cell.
    tell('click', 7, 9);
    tell('pointermove', 0, 0);
    await settle(element);
    expect(said(element)).toContain('output [7, 9]');
    expect(text(element, '.where')).toContain('pinned');
  });
});

describe('the state of the lab', () => {
  it('goes through a link and makes the same lab', async () => {
    const one = await lab({ picture: 'colour', mode: 'sum', stride: 2, bias: 0.25, dilation: 2, padding: 2 });
    tick(one, 'same kernel for all');
    await settle(one);
    const field = inside(one, '[data-channel="1"] [data-cell="0 2"]') as HTMLInputElement;
    field.value = '0.75';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(one);
    inside(one, '.to .pick').focus();
    inside(one, '.to .pick').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle(one);
    const link = encodeState(one.state);
    expect(one.state.settings.kernels![1]).toEqual({
      preset: 'sobelY',
      size: [3, 3],
      changed: [[0, 2, 0.75]],
    });
    expect(one.state.omitted).toEqual([]);
    const sentence = said(one);
    const other = await lab({});
    Object.assign(other, { state: decodeState(link) });
    await settle(other);
    expect(said(other)).toBe(sentence);
    expect(encodeState(other.state)).toBe(link);
    expect(link.length).toBeLessThan(8192);
  });

  it('that is bad is told in a sentence, and nothing changes', async () => {
    const element = await lab({ stride: 3 });
    const before = element.state;
    for (const [bad, reason] of [
      [
        linkState('cnn-convolution', { stride: 2, padding: -1 }),
        'expected padding to be a whole number from 0 to 64',
      ],
      [{ ...before, version: 9 }, 'expected version 1, received 9'],
      [linkState('cnn-shape-calculator', {}), 'expected the state of <cnn-convolution>'],
      ['javascript:alert(1)', 'expected an object of format convlens.state'],
    ] as const) {
      Object.assign(element, { state: bad });
      await settle(element);
      expect(text(element, '.bad-state')).toContain(reason);
      expect(inside(element, '.bad-state').getAttribute('role')).toBe('alert');
      expect(element.state).toEqual(before);
    }
    Object.assign(element, { state: before });
    await settle(element);
    expect(element.shadowRoot!.querySelector('.bad-state')).toBeNull();
  });

  it('leaves pictures and trained weights out, and says so', async () => {
    const photograph = await lab({ data: rgb });
    expect(photograph.state.omitted).toEqual(['the given picture']);
    const session = new FakeSession();
    const element = await mount('cnn-convolution', { session }, makePage());
    expect(element.state.omitted).toEqual(['what the network sees']);
    all(element, '[aria-label="learned"] .chip')[3]!.click();
    await settle(element);
    const { settings, omitted } = element.state;
    expect(omitted).toEqual(['what the network sees', 'the learned kernel and its bias']);
    expect(settings).not.toHaveProperty('kernels');
    expect(settings).not.toHaveProperty('bias');
    // A page that hands the weights over itself does not get them into a link either.
    const given = await mount(
      'cnn-convolution',
      { session, kernel: element.kernel.map((row) => [...row]) },
      makePage(),
    );
    expect(given.state.settings).not.toHaveProperty('kernels');
  });
});

describe('a learned kernel', () => {
  const learned = async (): Promise<{ readonly session: FakeSession; readonly element: CnnConvolution }> => {
    const session = new FakeSession();
    const element = await mount('cnn-convolution', { session }, makePage());
    expect(element.shadowRoot!.querySelector('.of-network')).toBeNull();
    all(element, '[aria-label="learned"] .chip')[3]!.click();
    await settle(element);
    return { session, element };
  };
  const write = async (element: CnnConvolution, cell: string, weight: string): Promise<void> => {
    const field = inside(element, `[data-cell="${cell}"]`) as HTMLInputElement;
    field.value = weight;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
  };

  it('is changed in the network where the visitor asks for it, and not before', async () => {
    const { session, element } = await learned();
    await write(element, '1 2', '0.5');
    expect(session.commands).toEqual([]);
    tick(element, 'also change it in the network');
    await settle(element);
    // conv1/filter is [5, 5, 1, 8]: row 1, column 2, filter 3.
    const first = { type: 'setWeight', path: 'conv1/filter', index: (1 * 5 + 2) * 8 + 3, value: 0.5 };
    expect(session.commands).toEqual([first]);
    await write(element, '4 4', '-1');
    expect(session.commands.at(-1)).toEqual({ ...first, index: 24 * 8 + 3, value: -1 });
  });

  it('asks by an event that can keep the command from the network', async () => {
    const { session, element } = await learned();
    element.editsNetwork = true;
    const asked: unknown[] = [];
    element.addEventListener('cnn-command', (event) => {
      asked.push(event.command);
      event.preventDefault();
    });
    await write(element, '0 0', '2');
    expect(asked).toEqual([{ type: 'setWeight', path: 'conv1/filter', index: 3, value: 2 }]);
    expect(session.commands).toEqual([]);
  });

  it('says why where the network refuses, and is its own once its size is another', async () => {
    const { session, element } = await learned();
    element.editsNetwork = true;
    session.send = () =>
      Promise.reject(new Error('setWeight: expected a network that stands still. Send pause first.'));
    await write(element, '0 0', '2');
    expect(text(element, '.of-network [role="alert"]')).toBe(
      'The network keeps its weight. setWeight: expected a network that stands still. Send pause first.',
    );
    press(element, 'Less kernel rows');
    await settle(element);
    expect(element.shadowRoot!.querySelector('.of-network')).toBeNull();
  });
});
