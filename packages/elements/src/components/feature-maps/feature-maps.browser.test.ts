import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { runOf } from '../../../test/fake-run.js';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { mount } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';

beforeAll(async () => {
  await import('./feature-maps.js');
  await import('../kernels/kernels.js');
});

const record = seedRecord();

async function scrub(element: Element, index: number): Promise<void> {
  const slider = inside(element, '.film input') as HTMLInputElement;
  slider.valueAsNumber = index;
  slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settle(element);
}
const where = (element: Element): string => inside(element, '.film .where').textContent!;

describe('<cnn-feature-maps>', () => {
  it('says of the chosen map what the record holds, in words and in the table', async () => {
    const element = await mount('cnn-feature-maps', { data: record, layer: 'conv2', table: true });
    inside(element, 'button[data-unit="3"]').click();
    await settle(element);
    const values = record.tensors['conv2/output']!.data;
    const own = Array.from({ length: 196 }, (_, cell) => values[cell * 16 + 3]!);
    const largest = Math.max(...own);
    const at = own.indexOf(largest);
    expect(inside(element, '[part=readout]').textContent).toContain(
      `largest ${largest.toFixed(3)} at [${Math.floor(at / 14)}, ${at % 14}]`,
    );
    const row = [...inside(element, '[part=table]').querySelectorAll('tbody tr')][3]!;
    expect(row.children[1]!.textContent).toBe(largest.toFixed(4));
    expect(row.children[4]!.textContent).toBe(String(own.filter((value) => value > 0).length));
  });
  it('names the maps by their largest answer, unasked', async () => {
    const element = await mount('cnn-feature-maps', { data: record });
    const values = record.tensors['conv1/output']!.data;
    const largest = Array.from({ length: 8 }, (_, unit) =>
      Math.max(...values.filter((_, place) => place % 8 === unit)),
    );
    const best = largest.indexOf(Math.max(...largest));
    const ranking = () => inside(element, '[part=ranking]').textContent!;
    expect(ranking()).toContain(`first: map ${best} (${largest[best]!.toFixed(2)}), `);
    const named = [...ranking().matchAll(/(\d) \(/g)].map(([, unit]) => largest[Number(unit)]!);
    expect(named).toEqual([...largest].sort((a, b) => b - a));
    element.layer = 'conv2';
    await settle(element);
    expect(ranking()).toContain('; 8 more answer less.');
  });
  it('ranks the maps by what answers near a click, and tells its cell', async () => {
    const element = await mount('cnn-feature-maps', { data: record });
    const seen: unknown[] = [];
    element.addEventListener('cnn-unit-select', (event) => seen.push(event.unit));
    const map = inside(element, 'button[data-unit="2"]');
    const box = map.getBoundingClientRect();
    const [row, column] = [12, 17];
    const [clientX, clientY] = [
      box.left + ((column + 0.5) / 28) * box.width,
      box.top + ((row + 0.5) / 28) * box.height,
    ];
    map.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX, clientY }));
    await settle(element);
    expect(seen).toEqual([{ layer: 'conv1', unit: 2, row, column }]);
    const values = record.tensors['conv1/output']!.data;
    const near = Array.from({ length: 8 }, (_, unit) =>
      Math.max(
        ...values.filter((_, place) => {
          const [y, x] = [Math.floor(place / 8 / 28), Math.floor(place / 8) % 28];
          return place % 8 === unit && Math.abs(y - row) <= 2 && Math.abs(x - column) <= 2;
        }),
      ),
    );
    const best = near.indexOf(Math.max(...near));
    expect(inside(element, '[part=ranking]').textContent).toContain(
      `within two cells of [12, 17] first: map ${best} (${near[best]!.toFixed(2)})`,
    );
    // A map that keys choose is ranked as a whole again.
    map.focus();
    await userEvent.keyboard('{ArrowRight}');
    await settle(element);
    expect(inside(element, '[part=ranking]').textContent).toContain('Strongest answer first');
  });
  it('is walked by keys, and tells which map was chosen', async () => {
    const element = await mount('cnn-feature-maps', { data: record });
    const seen: unknown[] = [];
    element.addEventListener('cnn-unit-select', (event) => seen.push(event.unit));
    inside(element, 'button[data-unit="0"]').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{End}{ArrowLeft}');
    expect(seen).toEqual([1, 2, 7, 6].map((unit) => ({ layer: 'conv1', unit })));
    await settle(element);
    expect(element.shadowRoot!.activeElement?.getAttribute('aria-pressed')).toBe('true');
  });
  it('stays with its map where the page prevents it', async () => {
    const element = await mount('cnn-feature-maps', { data: record });
    element.addEventListener('cnn-unit-select', (event) => event.preventDefault());
    inside(element, 'button[data-unit="5"]').click();
    expect(element.unit).toBe(0);
  });
  it('shows the patches that a map answers to, with the digit they are from', async () => {
    const session = new FakeSession();
    const tap = (path: string, shape: readonly number[], data: Float32Array): void =>
      session.tap({ path }).set({ path, step: 0, inputId: 0, shape, data });
    tap('conv1/patches', [8, 9, 5, 5], new Float32Array(8 * 9 * 25).fill(0.5));
    const facts = Float32Array.from({ length: 8 * 9 * 5 }, (_, index) => [2.5, 417, 7, 3, 4][index % 5]!);
    tap('conv1/answers', [8, 9, 5], facts);
    const element = await mount('cnn-feature-maps', { session, answers: true });
    const patches = [...inside(element, '[part=patches]').querySelectorAll('canvas')];
    expect(patches).toHaveLength(9);
    expect(inside(element, '.answers').textContent).toContain('among the digits this network trains on');
    expect(patches[0]!.getAttribute('aria-label')).toBe(
      '1: in a 7, 2.500 (number 417 of the digits the network trains on)',
    );
  });
  it.each(['conv1/patches', 'conv1/answers'])(
    'says why %s cannot be found, and no longer looks',
    async (path) => {
      const session = new FakeSession();
      const element = await mount('cnn-feature-maps', { session, answers: true });
      const answers = (): string => inside(element, '.answers').textContent!;
      expect(answers()).toContain('Looking through the digits this network trains on');
      session.tap({ path }).set(undefined, 'error', new Error('mnist: expected a manifest, received 404.'));
      await settle(element);
      expect(inside(element, '.answers [role=alert]').textContent).toContain(
        'cannot be looked through; close this and open it again to try once more. mnist: expected a manifest, received 404.',
      );
      expect(answers()).not.toContain('Looking');
      // What else there is to see stays.
      expect(element.shadowRoot!.querySelectorAll('[part=maps] button')).toHaveLength(8);
    },
  );
  it('says why the digits did not load when training paused', async () => {
    const session = new FakeSession({ phase: 'paused' });
    const element = await mount('cnn-feature-maps', { session, answers: true });
    session.state.set(session.state.current, 'error', new Error('mnist: received 404.'));
    await settle(element);
    expect(inside(element, '.answers [role=alert]').textContent).toContain('mnist: received 404.');
  });
  it('says that it looks when training pauses, and looks then', async () => {
    const session = new FakeSession({ phase: 'training' });
    const element = await mount('cnn-feature-maps', { session, answers: true });
    const answers = (): string => inside(element, '.answers').textContent!;
    expect(answers()).toContain('looked through when it pauses');
    expect(answers()).not.toContain('Looking');
    session.state.set(fakeState({ phase: 'paused' }));
    await settle(element);
    expect(answers()).not.toContain('looked through when it pauses');
    expect(answers()).toContain('Looking');
  });
});

describe('a film of maps', () => {
  it('keeps at least 50 moments, goes back to one of them to the bit, and follows again at its end', async () => {
    const session = runOf('conv1/output', 80);
    const element = await mount('cnn-feature-maps', { session, film: true, table: true });
    const end = session.tap({ path: 'conv1/output' }).current!;
    expect(inside(element, '.film').textContent).toContain('81 moments kept');
    expect(where(element)).toBe('now, after step 80');
    await scrub(element, 20);
    expect(where(element)).toBe('after step 20');
    const largest = Math.max(...Array.from({ length: 784 }, (_, cell) => end.data[cell * 8]! * (20 / 80)));
    const cell = inside(element, '[part=table] tbody td').textContent!;
    expect(cell).toBe(Math.fround(largest).toFixed(4));
    await scrub(element, 80);
    expect(where(element)).toBe('now, after step 80');
  });
  it('holds one moment beside another', async () => {
    const element = await mount('cnn-feature-maps', { session: runOf('conv1/output', 60), film: true });
    await scrub(element, 10);
    inside(element, '[part=hold]').click();
    await scrub(element, 40);
    expect(element.shadowRoot!.querySelectorAll('.held')).toHaveLength(8);
    expect(element.shadowRoot!.textContent).toContain('after step 10, held');
    inside(element, '[part=hold]').click();
    await settle(element);
    expect(element.shadowRoot!.querySelectorAll('.held')).toHaveLength(0);
  });
  it('begins anew with another image, and ends when it is taken out of the page', async () => {
    const session = runOf('conv1/output', 60);
    const element = await mount('cnn-feature-maps', { session, film: true });
    const source = session.tap({ path: 'conv1/output' });
    source.set({ ...source.current!, inputId: 1 });
    await settle(element);
    expect(inside(element, '.film').textContent).toContain('one moment kept');
    element.remove();
    expect(session.subscriptions).toBe(0);
  });
  it('is kept as a PNG without leaving the page', async () => {
    const element = await mount('cnn-feature-maps', { session: runOf('conv1/output', 5), film: true });
    const saved: { readonly name: string; readonly href: string }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    onTestFinished(() => void (HTMLAnchorElement.prototype.click = click));
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, href: this.href });
    };
    inside(element, '[part=save]').click();
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]!.name).toBe('conv1-step-5.png');
    expect(saved[0]!.href).toMatch(/^blob:/);
  });
});

describe('a film of kernels', () => {
  it('goes back to the weights of a moment', async () => {
    const session = runOf('conv1/filter', 60);
    const element = await mount('cnn-kernels', { session, film: true, table: true });
    const weight = (): number =>
      Number(inside(element, '[part=table] tbody td').textContent!.replace('−', '-'));
    const last = weight();
    await scrub(element, 30);
    expect(where(element)).toBe('after step 30');
    expect(weight()).toBeCloseTo(last / 2, 3);
    inside(element, '[part=hold]').click();
    await scrub(element, 60);
    expect(inside(element, 'canvas.held').getAttribute('aria-label')).toBe('after step 30, held');
  });
});
