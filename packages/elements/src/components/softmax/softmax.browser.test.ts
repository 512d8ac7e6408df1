/** Softmax by mouse and keyboard: every share that is shown is one that can be worked out by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CnnUnitSelectEvent } from '../../events/unit-select.js';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnSoftmax } from './softmax.js';

beforeAll(() => import('./softmax.js'));

/** exp gives 1, 3 and 4: shares of 1/8, 3/8 and 1/2. */
const logits = [0, Math.log(3), Math.log(4)];
const classNames = ['cat', 'dog', 'hen'];
const softmax = (properties: Partial<CnnSoftmax> = {}): Promise<CnnSoftmax> =>
  mount('cnn-softmax', { logits, classNames, ...properties });

const text = (node: Element): string => node.textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnSoftmax, selector: string): string => text(inside(element, selector));
const row = (element: CnnSoftmax, index: number): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll('.steps tbody tr')[index]!.children].map(text);

describe('<cnn-softmax>', () => {
  it('shows logit, exp and share of every class without a network, terms one digit finer than their sum', async () => {
    const element = await softmax();
    expect([row(element, 0), row(element, 1), row(element, 2)]).toEqual([
      ['cat', '0.000', '1.0000', '12.50 %'],
      ['dog', '1.099', '3.0000', '37.50 %'],
      ['hen', '1.386', '4.0000', '50.00 %'],
    ]);
    expect(said(element, '[part="sum"]')).toBe('8.000');
    expect(said(element, 'caption')).toBe(
      'Softmax. At temperature 1 the largest share is that of hen, 50.0 %.',
    );
    expect(said(element, '[part="equation"]')).toBe('exp(1.386) / 8.000 = 4.0000 / 8.000 = 50.00 %');
  });

  // Squares: 1, 9 and 16, of 26.
  it('follows the slider by keyboard, the middle of which is 1', async () => {
    const element = await softmax();
    const slider = inside(element, 'input[type="range"]') as HTMLInputElement;
    slider.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await settle(element);
    expect(element.temperature).toBe(0.95);
    expect(slider.getAttribute('aria-valuetext')).toBe('0.95');
    element.temperature = 0.5;
    await settle(element);
    expect(row(element, 2)).toEqual(['hen', '1.386', '16.0000', '61.54 %']);
    expect(said(element, '[part="equation"]')).toBe('exp(1.386 / 0.5) / 26.000 = 16.0000 / 26.000 = 61.54 %');
    inside(element, '.settings .button').click();
    await settle(element);
    expect(element.temperature).toBe(1);
  });

  it('takes the largest away: other exps, the same shares, and says why', async () => {
    const element = await softmax();
    expect(said(element, '[part="note"]')).toContain('Taking the largest, 1.386, away');
    inside(element, '.toggle input').click();
    await settle(element);
    expect(row(element, 0)).toEqual(['cat', '0.000', '0.2500', '12.50 %']);
    expect(said(element, '[part="sum"]')).toBe('2.000');
    expect(said(element, '[part="equation"]')).toBe('exp(1.386 − 1.386) / 2.000 = 1.0000 / 2.000 = 50.00 %');
    expect(said(element, '[part="note"]')).toContain('The shares are the same as without it');
  });

  it('chooses a class by key, says so, and leaves it alone where the page says no', async () => {
    const element = await softmax();
    const chosen: (number | undefined)[] = [];
    element.addEventListener('cnn-unit-select', (event: CnnUnitSelectEvent) => {
      chosen.push(event.unit?.unit);
      if (event.unit?.unit === 0) event.preventDefault();
    });
    inside(element, '.chosen .name').focus();
    await userEvent.keyboard('{ArrowUp}');
    await settle(element);
    expect(said(element, '[part="equation"]')).toContain('= 37.50 %');
    expect(element.shadowRoot!.activeElement?.textContent).toContain('dog');
    await userEvent.keyboard('{ArrowUp}');
    await settle(element);
    expect([chosen, element.unit]).toEqual([[1, 0], 1]);
    // Two keys in one frame are two steps.
    const other = await softmax();
    inside(other, '.chosen .name').focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await settle(other);
    expect(other.unit).toBe(0);
  });

  it('shows the network’s probabilities at temperature 1, live and recorded', async () => {
    const record = seedRecord();
    for (const properties of [{ data: record }, { session: new FakeSession() }]) {
      const element = await mount('cnn-softmax', properties);
      const shares = [...element.shadowRoot!.querySelectorAll('.steps tbody tr')].map((_, index) =>
        Number.parseFloat(row(element, index)[3]!),
      );
      expect(shares).toHaveLength(10);
      shares.forEach((share, index) =>
        // Written with two digits: half a unit of the last.
        expect(Math.abs(share - 100 * record.tensors['probabilities']!.data[index]!)).toBeLessThan(0.00501),
      );
    }
  });

  it('has the class’s colour where the class stands, and targets of a size for fingers', async () => {
    const element = await mount('cnn-softmax', { data: seedRecord() });
    const rows = [...element.shadowRoot!.querySelectorAll('.steps tbody tr')];
    const probe = element.shadowRoot!.querySelectorAll<HTMLElement>('.steps .dot')[3]!;
    // The light theme's token class-3.
    expect(getComputedStyle(probe).backgroundColor).toBe('rgb(37, 74, 4)');
    for (const each of rows) expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(32);
  });

  it('writes very large and very small exps in one power of ten', async () => {
    const element = await softmax({ logits: [100, 99] });
    // exp(100) = 2.6881e43, exp(99) = 9.889e42: together 3.677e43.
    expect(row(element, 0)[2]).toBe('2.6881');
    expect(row(element, 1)[2]).toBe('0.9889');
    expect(said(element, '[part="sum"]')).toBe('3.677');
    expect(said(element, 'thead')).toContain('in 10⁴³');
  });

  it('says what is wrong with what it was given', async () => {
    for (const [properties, sentence] of [
      [{ temperature: 20 }, 'expected a temperature from 0.1 to 10, received 20'],
      [{ temperature: NaN }, 'received NaN'],
      [{ logits: [] }, 'expected at least one logit'],
      [{ logits: [1, NaN] }, 'a logit is not a finite number'],
      [{ logits: [800, 0] }, 'Take the largest away first'],
      [{ logits: undefined, data: { ...seedRecord(), tensors: {} } }, 'dense2/output is not in this record'],
      [
        { logits: undefined, data: { ...seedRecord(), model: { ...seedRecord().model, layers: [] } } },
        'no dense layer',
      ],
    ] as const) {
      const element = await softmax(properties);
      expect(said(element, '[role="alert"]')).toContain(sentence);
    }
  });

  it('waits, and says why where the session has failed', async () => {
    const session = new FakeSession();
    session.state.set(undefined, 'loading');
    const element = await mount('cnn-softmax', { session });
    expect(said(element, '[role="status"]')).toContain('Waiting');
    session.state.set(undefined, 'error', new Error('The worker is gone.'));
    await settle(element);
    expect(said(element, '[role="alert"]')).toContain('The worker is gone.');
  });

  it('has a table of every step, and nothing that axe finds in a narrow dark page', async () => {
    const page = makePage('dark');
    page.style.width = '360px';
    const element = await mount(
      'cnn-softmax',
      { logits, classNames, table: true, temperature: 0.5, shifted: true },
      page,
    );
    expect(
      [...element.shadowRoot!.querySelectorAll('.twin tbody tr')[1]!.children].map(text),
      // ln 3 = 1.09861; twice that; less 2 ln 4 = 2.77259; 9 / 16; 9 / 26.
    ).toEqual(['dog', '1.09861', '2.19722', '−0.57536', '0.562500', '0.346154']);
    expect(await violations(page)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  });
});
