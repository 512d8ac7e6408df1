/** The calculator by hand: every number that it shows follows from the settings that are seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mount } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnShapeCalculator } from './shape-calculator.js';

beforeAll(() => import('./shape-calculator.js'));

const shown = (element: CnnShapeCalculator): readonly (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll('.large')].map(({ textContent }) => textContent);

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
    select.value = 'cells';
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
});
