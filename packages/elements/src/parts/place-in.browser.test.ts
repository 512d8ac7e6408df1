/** At another `--cnn-scale` a page is the same page, larger: the pointer finds the same cells, and nothing is scaled twice. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePage, mount } from '../../test/mount.js';
import { inside, settle } from '../../test/settle.js';
import { seedRecord } from '../../test/seed-record.js';
import { defineAll } from '../define-all.js';

beforeAll(() => defineAll());
afterEach(() => document.documentElement.style.removeProperty('--cnn-scale'));

const record = seedRecord();

/** A place that is as wide to what is inside it at every scale. */
function pageAt(scale: number): HTMLElement {
  const page = makePage();
  document.documentElement.style.setProperty('--cnn-scale', String(scale));
  page.style.width = `${640 * scale}px`;
  return page;
}

const cases = [
  ['cnn-kernels', { data: record, layer: 'conv1' }, '.grid', '.readout'],
  ['cnn-network', { data: record }, '.walk', '.readout'],
  ['cnn-histogram', { data: record }, '.plot', '.readout'],
] as const;

describe('--cnn-scale', () => {
  it.each(cases)(
    'of <%s> makes it larger and leads the pointer to the same numbers',
    async (tag, data, target, said) => {
      const readAt = async (
        scale: number,
      ): Promise<{ readonly text: readonly string[]; readonly height: number }> => {
        const element = await mount(tag, data as object, pageAt(scale));
        await settle(element);
        const text: string[] = [];
        for (const [x, y] of [
          [0.04, 0.3],
          [0.31, 0.42],
          [0.55, 0.2],
          [0.83, 0.71],
        ] as const) {
          const box = inside(element, target).getBoundingClientRect();
          const at = {
            clientX: box.left + box.width * x,
            clientY: box.top + box.height * y,
            bubbles: true,
            composed: true,
          };
          const hit = element.shadowRoot!.elementFromPoint(at.clientX, at.clientY) ?? inside(element, target);
          hit.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }));
          await settle(element);
          text.push(inside(element, said).textContent.trim());
        }
        return { text, height: element.getBoundingClientRect().height };
      };
      const plain = await readAt(1);
      const large = await readAt(1.5);
      expect(large.text).toEqual(plain.text);
      expect(new Set(plain.text).size).toBeGreaterThan(1);
      expect(large.height / plain.height).toBeCloseTo(1.5, 1);
    },
  );

  it('scales what stands inside another element once', async () => {
    const element = await mount('cnn-network', { data: record }, pageAt(2));
    const pad = document.createElement('cnn-draw-pad');
    pad.slot = 'input';
    element.append(pad);
    await settle(pad);
    const canvas = inside(pad, 'canvas');
    expect(canvas.getBoundingClientRect().width / canvas.offsetWidth).toBeCloseTo(2, 3);
  });
});
