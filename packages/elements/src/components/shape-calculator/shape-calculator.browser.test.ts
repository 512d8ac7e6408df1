/** The calculator by hand: every number that it shows follows from the settings that are seen. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { decodeState, encodeState } from '../../state/link-state.js';
import type { CnnShapeCalculator } from './shape-calculator.js';

beforeAll(() => import('./shape-calculator.js'));

const shown = (element: CnnShapeCalculator): readonly (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll('.large')].map(({ textContent }) => textContent);

const text = (element: CnnShapeCalculator, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();

describe('<cnn-shape-calculator>', () => {
  it('shows the first layer of the seed network, and follows a button that is pressed by key', async () => {
    const element = await mount('cnn-shape-calculator');
    expect(shown(element)).toEqual(['28 × 28 × 8', '208', '156,800', '5 × 5']);
    inside(element, '[aria-label="More stride"]').focus();
    await userEvent.keyboard('{Enter}');
    await settle(element);
    expect(shown(element)[0]).toBe('14 × 14 × 8');
    expect(inside(element, '[part="formula"]').textContent!.replace(/\s+/g, ' ')).toContain(
      'out = ⌊ (28 + 3 − 1·(5 − 1) − 1) / 2 ⌋ + 1 = 14',
    );
  });
  it('takes padding as a number where it is chosen', async () => {
    const element = await mount('cnn-shape-calculator', { padding: 'valid' });
    expect(shown(element)[0]).toBe('24 × 24 × 8');
    const select = inside(element, 'select') as HTMLSelectElement;
    select.value = 'a number';
    select.dispatchEvent(new Event('change'));
    await settle(element);
    inside(element, '[aria-label="More padded cells"]').click();
    await settle(element);
    expect(shown(element)[0]).toBe('26 × 26 × 8');
  });
  it('explains groups that do not divide, and takes the nearest that do', async () => {
    const element = await mount('cnn-shape-calculator', { channels: 6, filters: 9, groups: 4 });
    expect(inside(element, '.illegal').textContent).toContain(
      '4 does not divide both 6 channels and 9 filters',
    );
    inside(element, '[part="nearest"]').click();
    await settle(element);
    // 5·5·(6 / 3)·9 + 9
    expect(shown(element)[1]).toBe('459');
  });

  it.each([
    ['height', '0', 'input height to be a whole number from 1 to 65,536, received 0.', 'Use input height 1'],
    [
      'kernel',
      'five',
      'kernel size to be a whole number from 1 to 65,536, received NaN.',
      'Use kernel size 3',
    ],
    [
      'padding',
      '-2',
      'padded cells to be a whole number from 0 to 65,536, received −2.',
      'Use padded cells 0',
    ],
    ['groups', '0', 'groups to be a whole number from 1 to 65,536, received 0.', 'Use groups 1'],
  ])('explains %s="%s", and takes the nearest', async (name, value, rule, button) => {
    const element = await mount('cnn-shape-calculator');
    element.setAttribute(name, value);
    await settle(element);
    expect(text(element, '.illegal')).toContain(rule);
    expect(text(element, '[part="nearest"]')).toBe(button);
    // The explanation and the turned number itself may say NaN; nothing that is calculated does.
    expect(shown(element)).toEqual([]);
    expect(element.shadowRoot!.querySelector('[part="formula"]')).toBeNull();
    inside(element, '[part="nearest"]').click();
    await settle(element);
    expect(shown(element)).toHaveLength(4);
    expect(element.shadowRoot!.textContent).not.toContain('NaN');
  });

  it('follows the image through layers before it, which are added and removed', async () => {
    const element = await mount('cnn-shape-calculator');
    inside(element, '[part="add"]').click();
    await settle(element);
    const [kind] = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.chain select');
    kind!.value = 'pooling';
    kind!.dispatchEvent(new Event('change'));
    await settle(element);
    inside(element, '.chain [aria-label="Less window"]').click();
    await settle(element);
    inside(element, '.chain [aria-label="More stride"]').click();
    await settle(element);
    expect(element.chain).toEqual([{ kind: 'pool', window: 2, stride: 2, padding: 'same', dilation: 1 }]);
    expect(text(element, '.makes')).toBe('28 × 28 → 14 × 14 a cell sees 2 × 2');
    // 2 + 4 · 2
    expect(shown(element)).toEqual(['14 × 14 × 8', '208', '39,200', '5 × 5', '10 × 10']);
    inside(element, '[aria-label="Remove layer 1"]').click();
    await settle(element);
    expect(shown(element)[0]).toBe('28 × 28 × 8');
    expect(element.shadowRoot!.querySelector('.chain li')).toBeNull();
  });

  it('takes the layers before as an attribute, and explains what it cannot read', async () => {
    const element = await mount('cnn-shape-calculator', { channels: 8, filters: 16 });
    element.setAttribute('chain', 'conv 5 same, pool 2');
    await settle(element);
    expect(shown(element).at(-1)).toBe('14 × 14');
    element.setAttribute('chain', 'conv 5 same, pol 2');
    await settle(element);
    expect(text(element, '.illegal')).toContain('received “pol 2”');
    inside(element, '[part="nearest"]').click();
    await settle(element);
    expect(shown(element)).toHaveLength(4);
    element.chain = [{ kind: 'pool', window: 30, stride: 2, padding: 'valid', dilation: 1 }];
    await settle(element);
    expect(text(element, '.illegal')).toContain('Layer 1 before this one: Conv2D: expected height');
    inside(element, '[part="nearest"]').click();
    await settle(element);
    expect(text(element, '.makes')).toContain('28 × 28 → 1 × 1');
    element.removeAttribute('chain');
    await settle(element);
    expect(shown(element)).toHaveLength(4);
  });

  it('copies the code, and selects it where the page may not write to the clipboard', async () => {
    const element = await mount('cnn-shape-calculator');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    inside(element, '[aria-label="Copy the code for Keras"]').click();
    await settle(element);
    expect(write).toHaveBeenCalledWith('keras.layers.Conv2D(8, 5, padding="same")');
    const said = (): readonly string[] =>
      [...element.shadowRoot!.querySelectorAll('.copying [role="status"]')].map(
        ({ textContent }) => textContent,
      );
    expect(said()).toEqual(['', 'Copied.', '']);
    write.mockRejectedValueOnce(new DOMException('Write permission denied.', 'NotAllowedError'));
    inside(element, '[aria-label="Copy the code for PyTorch"]').click();
    await settle(element);
    expect(said()[2]).toContain('press Ctrl+C');
    expect(getSelection()!.toString()).toContain('nn.Conv2d(1, 8, 5, padding=2)');
    write.mockRestore();
    // Of other code it says nothing.
    element.stride = 2;
    await settle(element);
    expect(said()).toEqual(['', '', '']);
  });

  it('goes through a link, and tells what is no state of its own', async () => {
    const one = await mount('cnn-shape-calculator', { stride: 2, chain: 'conv 3, pool 2' });
    const link = encodeState(one.state);
    const numbers = shown(one);
    const other = await mount('cnn-shape-calculator');
    Object.assign(other, { state: decodeState(link) });
    await settle(other);
    expect(shown(other)).toEqual(numbers);
    expect(encodeState(other.state)).toBe(link);
    Object.assign(other, { state: { ...one.state, element: 'cnn-convolution' } });
    await settle(other);
    expect(text(other, '.bad-state')).toContain('expected the state of <cnn-shape-calculator>');
    expect(encodeState(other.state)).toBe(link);
  });

  it('fits a phone, with a chain too, and axe finds nothing', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = makePage(theme);
      page.style.width = '328px';
      const element = await mount(
        'cnn-shape-calculator',
        { chain: 'conv 5 same, pool 2', table: true },
        page,
      );
      expect(element.scrollWidth).toBeLessThanOrEqual(328);
      const small = [...element.shadowRoot!.querySelectorAll('button, select')].filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return !each.classList.contains('twin-button') && (width < 32 || height < 32);
      });
      expect(small.map(({ outerHTML }) => outerHTML)).toEqual([]);
      expect(await violations(page)).toEqual([]);
    }
  });
});
