/** The lab by mouse, finger and keyboard, with numbers that can be worked out by hand, and with a session that obeys. */
import type { ModelCommand } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { BendingSession } from '../../../test/bending-session.js';
import { bentRecord } from '../../../test/bent-record.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import type { CnnActivation } from './activation.js';

beforeAll(() => import('./activation.js'));

const textOf = (element: CnnActivation, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();
const press = async (element: CnnActivation, selector: string): Promise<void> => {
  inside(element, selector).click();
  await settle(element);
};

describe('<cnn-activation>', () => {
  it('shows numbers to try without a network, and walks them by key', async () => {
    const element = await mount('cnn-activation');
    // The strongest of -4 … 4.
    expect(textOf(element, '[part="readout"]')).toBe(
      '[0, 8]: 4.000 before, 4.000 after ReLU; the derivative there is 1.000',
    );
    inside(element, '.before .pick').focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    await settle(element);
    expect(textOf(element, '[part="readout"]')).toBe(
      '[0, 1]: −3.000 before, 0.000 after ReLU; the derivative there is 0.000',
    );
    // Two keys before the next drawing are two steps.
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight'])
      inside(element, '.before .pick').dispatchEvent(new KeyboardEvent('keydown', { key }));
    await settle(element);
    expect(textOf(element, '[part="readout"]')).toContain('[0, 1]');
    await press(element, '[data-function="leakyRelu"]');
    expect(textOf(element, '[part="readout"]')).toBe(
      '[0, 1]: −3.000 before, −0.600 after leaky ReLU; the derivative there is 0.200',
    );
    expect(inside(element, '[data-function="leakyRelu"]').getAttribute('aria-pressed')).toBe('true');
    expect(
      [...element.shadowRoot!.querySelectorAll('.after text')].map(({ textContent }) => textContent),
    ).toEqual(['−0.80', '−0.60', '−0.40', '−0.20', '0', '1', '2', '3', '4']);
  });

  it('follows the mouse over either map, and a tap', async () => {
    const element = await mount('cnn-activation', { data: smallRecord });
    const point = async (type: string, x: number, y: number, pointerType: string): Promise<void> => {
      const target = inside(element, '.after .pick');
      const box = target.getBoundingClientRect();
      const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
      target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, pointerType }));
      await settle(element);
    };
    await point('pointermove', 0.25, 0.25, 'mouse');
    expect(textOf(element, '[part="readout"]')).toContain('[0, 0]: −1.000 before, 0.000 after ReLU');
    await point('pointermove', 0.75, 0.75, 'touch');
    expect(textOf(element, '[part="readout"]')).toContain('[0, 0]');
    await point('click', 0.25, 0.75, 'touch');
    expect(textOf(element, '[part="readout"]')).toContain('[1, 0]: 2.000 before, 2.000 after ReLU');
    // Of -1, 0, 2 and 3.
    expect(textOf(element, '.quiet')).toContain('In 2 of 4 cells');
  });

  it('puts the point where the curve is', async () => {
    const element = await mount('cnn-activation', { activation: 'sigmoid' });
    const dot = inside(element, '.dot');
    const line = element.shadowRoot!.querySelector<SVGPathElement>('.curve > svg .line')!;
    const [x, y] = [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))];
    const length = line.getTotalLength();
    const distances = Array.from({ length: 2000 }, (_, step) => {
      const at = line.getPointAtLength((step / 1999) * length);
      return Math.hypot(at.x - x, at.y - y);
    });
    expect(Math.min(...distances)).toBeLessThan(0.3);
  });

  it('takes another layer and another map', async () => {
    const element = await mount('cnn-activation', { data: seedRecord(), layer: 'conv2' });
    await press(element, '[aria-label="More map"]');
    expect(element.unit).toBe(1);
    expect(textOf(element, '.before .title')).toContain('conv2, map 1');
    const select = [...element.shadowRoot!.querySelectorAll('select')].at(-1)!;
    select.value = 'dense1';
    select.dispatchEvent(new Event('change'));
    await settle(element);
    expect(textOf(element, '.before .title')).toContain('dense1, its units');
  });

  it('says that it works out what was not recorded', async () => {
    const element = await mount('cnn-activation', { data: smallRecord, activation: 'linear' });
    expect(textOf(element, '[part="note"]')).toContain(
      'The recorded network has ReLU here. What conv1 alone would put out',
    );
  });

  it('sends what is chosen, for all layers or for one, unless it is prevented', async () => {
    const session = new BendingSession();
    const element = await mount('cnn-activation', { session, layer: 'conv2' });
    const asked: ModelCommand[] = [];
    element.addEventListener('cnn-command', ({ command }) => asked.push(command));
    await press(element, '[data-function="tanh"]');
    inside(element, 'select').querySelector<HTMLOptionElement>('[value="layer"]')!.selected = true;
    inside(element, 'select').dispatchEvent(new Event('change'));
    await settle(element);
    await press(element, '[data-function="sigmoid"]');
    const sent = [
      { type: 'setActivation', layer: 'all', activation: 'tanh' },
      { type: 'setActivation', layer: 'conv2', activation: 'sigmoid' },
    ];
    expect(session.commands).toEqual(sent);
    expect(asked).toEqual(sent);
    element.addEventListener('cnn-command', (event) => event.preventDefault());
    await press(element, '[data-function="relu"]');
    expect(session.commands).toEqual(sent);
    // What is pressed is what the network has.
    expect(inside(element, '[data-function="sigmoid"]').getAttribute('aria-pressed')).toBe('true');
  });

  it('says what the weights were learned with, offers to train anew, and is quiet once they are', async () => {
    const session = new BendingSession();
    const element = await mount('cnn-activation', { session });
    expect(element.shadowRoot!.querySelector('[part="advice"]')).toBeNull();
    await press(element, '[data-function="linear"]');
    expect(textOf(element, '[part="advice"] .note')).toContain('The weights were learned with ReLU.');
    await press(element, '[part="retrain"]');
    expect(session.commands.at(-1)).toEqual({ type: 'train', from: 'scratch' });
    session.state.set({ ...session.state.current!, phase: 'training', weights: 'training' });
    // A view at rest may leave frames out while a run goes on.
    await expect.poll(() => element.shadowRoot!.querySelector('[part="advice"]')).toBeNull();
  });

  it('goes on from maxima to averages, and then shows what the network is', async () => {
    const session = new BendingSession();
    const element = await mount('cnn-activation', { session });
    await press(element, '[data-function="linear"]');
    expect(textOf(element, '[part="linear"]')).toContain(
      'pool1 and pool2 keep the largest number of each window',
    );
    await press(element, '[part="average"]');
    expect(session.commands.at(-1)).toEqual({ type: 'setPooling', layer: 'all', kind: 'average' });
    expect(element.shadowRoot!.querySelectorAll('.templates li')).toHaveLength(10);
    // The session's numbers are float32: half a unit in the last place of scores below 4.
    const difference = Number(
      /network: (?:below )?([\d.]+)\./.exec(textOf(element, '[part="agreement"]'))![1],
    );
    expect(difference).toBeLessThan(2 ** -23);
    expect(textOf(element, '[part="linear"]')).toContain(
      'conv1, pool1 and conv2 one after the other are one convolution with a kernel of 14 × 14 and stride 2.',
    );
    expect(textOf(element, '[part="kernel-agreement"]')).toContain('In the 96 hatched cells of 196');
    expect(await violations(element.parentElement!)).toEqual([]);
  });

  it('agrees to the last digit in float64, and has the scores in its table', async () => {
    const record = bentRecord();
    const element = await mount('cnn-activation', { data: record, table: true });
    expect(textOf(element, '[part="agreement"]')).toContain('network: below 0.0000001.');
    expect(textOf(element, '[part="kernel-agreement"]')).toContain('inside: below 0.0000001.');
    const rows = [...element.shadowRoot!.querySelectorAll('.scores tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => Number(textContent.replace('−', '-'))),
    );
    const truth = record.tensors['dense2/output']!.data;
    rows.forEach(([, template, network], index) => {
      expect(template).toBe(network);
      expect(network).toBeCloseTo(truth[index]!, 3);
    });
    expect(rows).toHaveLength(10);
    const [before, after] = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
    );
    expect(before).toHaveLength(28);
    expect(after).toEqual(before);
  });

  it('makes no templates while the network trains, and says so', async () => {
    const session = new BendingSession({ activation: 'linear', pooling: 'average' });
    session.state.set({ ...session.state.current!, phase: 'training', weights: 'training' });
    const element = await mount('cnn-activation', { session });
    expect(textOf(element, '[part="linear"]')).toContain('made anew when the run pauses');
    expect(session.taps.has('dense1/kernel')).toBe(false);
  });

  it('says why a command was refused, and forgets it with the next', async () => {
    const session = new BendingSession();
    const element = await mount('cnn-activation', { session });
    const { send } = session;
    session.send = () => Promise.reject(new Error('There is no such layer.'));
    await press(element, '[data-function="tanh"]');
    expect(textOf(element, '[role="alert"]')).toBe('That did not work. There is no such layer.');
    session.send = send;
    await press(element, '[data-function="tanh"]');
    expect(element.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
  });

  it.each([
    ['no such layer', { data: seedRecord(), layer: 'dense2' }, 'no layer of that name'],
    [
      'numbers that are missing',
      { data: { ...seedRecord(), tensors: {} } },
      'The record has not all that conv1 is made of',
    ],
  ])('explains %s', async (_what, properties, sentence) => {
    const element = await mount('cnn-activation', properties);
    expect(textOf(element, '.note')).toContain(sentence);
  });

  it('waits for a session, and says why where it has failed', async () => {
    const session = new BendingSession();
    session.state.set(undefined, 'loading');
    const element = await mount('cnn-activation', { session });
    expect(textOf(element, '.note')).toBe('Waiting for the network …');
    session.state.set(undefined, 'error', new Error('The worker is gone.'));
    await settle(element);
    expect(textOf(element, '[role="alert"]')).toContain('The worker is gone.');
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in the %s theme, in any of its states',
    async (theme) => {
      const nan = {
        ...bentRecord(),
        tensors: Object.fromEntries(
          Object.entries(bentRecord().tensors).map(([path, { shape, data }]) => [
            path,
            { shape, data: new Float32Array(data.length).fill(NaN) },
          ]),
        ),
      };
      for (const properties of [
        {},
        { data: seedRecord() },
        { data: bentRecord(), table: true },
        { data: nan },
      ]) {
        const page = makePage(theme);
        await mount('cnn-activation', properties, page);
        expect(await violations(page)).toEqual([]);
      }
    },
  );

  it('is subscribed while it is connected and at no other time', async () => {
    const session = new BendingSession();
    const element = await mount('cnn-activation', { session });
    expect(session.subscriptions).toBeGreaterThan(3);
    element.remove();
    expect(session.subscriptions).toBe(0);
  });

  it('fits 360 pixels, with targets that a finger finds', async () => {
    const page = makePage();
    page.style.width = '360px';
    page.style.boxSizing = 'border-box';
    const element = await mount(
      'cnn-activation',
      { session: new BendingSession({ activation: 'linear', pooling: 'average' }) },
      page,
    );
    await settle(element);
    expect(element.scrollWidth).toBeLessThanOrEqual(328);
    for (const control of element.shadowRoot!.querySelectorAll('button:not(.twin-button), select')) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(32);
    }
  });

  it('bends the edges of a picture of one’s own', async () => {
    const data = Float32Array.from({ length: 100 }, (_, place) => (place < 50 ? 0 : 1));
    const element = await mount('cnn-activation', { image: { shape: [1, 10, 10, 1], data }, table: true });
    expect(element.shadowRoot!.textContent).toContain('Horizontal edges of the picture');
    element.image = { shape: [1, 2, 2, 1], data: new Float32Array(4) };
    await settle(element);
    expect(element.shadowRoot!.textContent).toContain('no picture that can be shown');
  });
});
