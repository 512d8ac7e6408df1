// The X-ray on a network that runs and trains: what it shows is the engine's own numbers.
import '@convlens/elements/components/cell/cell';
import '@convlens/elements/components/network/network';
import '@convlens/elements/components/training-controls/training-controls';
import type { ModelSession, TapRequest, TapValue } from '@convlens/types';
import { afterEach, describe, expect, it } from 'vitest';
import '../src/model/model.js';
import type { CnnModel } from '../src/index.js';

afterEach(() => document.body.replaceChildren());

async function mount(inside: string): Promise<CnnModel> {
  document.body.insertAdjacentHTML('beforeend', `<cnn-model batch-size="16">${inside}</cnn-model>`);
  const model = document.body.lastElementChild as CnnModel;
  await expect.poll(() => model.session?.state.current, { timeout: 10_000 }).toBeTruthy();
  return model;
}
const latest = (session: ModelSession, request: TapRequest): (() => TapValue | undefined) => {
  const source = session.tap(request);
  source.subscribe(() => {});
  return () => source.current;
};
const text = (element: Element, selector: string): string =>
  element.shadowRoot!.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const number = (written: string): number => {
  const plain = written.replaceAll('−', '-').replaceAll(',', '');
  const [, mantissa, exponent] = /(-?[\d.]+)(?:\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/.exec(plain)!;
  const power = [...(exponent ?? '⁰')]
    .map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))
    .join('');
  return Number(mantissa) * 10 ** Number(power);
};
const image = {
  shape: [1, 28, 28, 1] as const,
  data: Float32Array.from({ length: 784 }, (_, i) => Math.max(0, Math.sin(i / 9) * Math.cos((i % 28) / 5))),
};

describe('<cnn-cell> on a live network', () => {
  it('adds every product of a cell up to the engine’s number', async () => {
    const model = await mount('<cnn-cell layer="conv1" unit="3" row="11" column="14" table></cnn-cell>');
    const cell = model.querySelector('cnn-cell')!;
    const output = latest(model.session!, { path: 'conv1/preactivation' });
    await model.session!.send({ type: 'input', images: image });
    await expect.poll(() => output()?.inputId).toBe(1);
    await expect.poll(() => cell.shadowRoot!.querySelectorAll('[part=table] tbody tr').length).toBe(28);
    const rows = [...cell.shadowRoot!.querySelectorAll('[part=table] tbody tr')];
    const terms = rows.slice(0, 25).map((row) => number(row.children[3]!.textContent!));
    const bias = number(rows[25]!.children[3]!.textContent!);
    const engine = output()!.data[(11 * 28 + 14) * 8 + 3]!;
    expect(Math.abs(terms.reduce((sum, term) => sum + term, bias) - engine)).toBeLessThan(1e-6);
  });

  it('shows a weight’s gradient as the sum that the engine has, and the weight that follows', async () => {
    const model = await mount('<cnn-cell layer="conv1" unit="2" direction="backward"></cnn-cell>');
    const cell = model.querySelector('cnn-cell')!;
    const session = model.session!;
    const gradient = latest(session, { path: 'conv1/filter/gradient' });
    const filter = latest(session, { path: 'conv1/filter' });
    await expect.poll(() => text(cell, '[part=step]')).toBe('Make one training step');
    (cell.shadowRoot!.querySelector('[part=step]') as HTMLElement).click();
    await expect.poll(() => text(cell, '[part=gradient]'), { timeout: 10_000 }).not.toBe('');
    await expect.poll(() => filter()?.step).toBe(1);
    // "…, weight [r, c]: gradient G. The step moves it from A to B."
    const sentence = text(cell, '[part=readout]');
    const [, row, column] = /weight \[(\d), (\d)\]/.exec(sentence)!;
    const place = (Number(row) * 5 + Number(column)) * 8 + 2;
    const engine = gradient()!.data[place]!;
    const shown = number(text(cell, '[part=gradient]'));
    expect(Math.abs(shown - engine)).toBeLessThan(2e-3 * Math.abs(engine));
    const after = number(/to ([−\d.]+)\.$/.exec(sentence)![1]!);
    expect(after).toBeCloseTo(filter()!.data[place]!, 6);
    // The weight with the largest gradient of its filter is the one that is shown first.
    const own = Array.from({ length: 25 }, (_, index) => Math.abs(gradient()!.data[index * 8 + 2]!));
    expect(Math.abs(engine)).toBe(Math.max(...own));
  });

  it('does so for a weight of the second layer and of a dense one', async () => {
    const model = await mount(
      '<cnn-cell id="a" layer="conv2" unit="5" direction="backward"></cnn-cell><cnn-cell id="b" layer="dense2" unit="7" direction="backward"></cnn-cell>',
    );
    const [conv, dense] = [...model.querySelectorAll('cnn-cell')];
    await expect.poll(() => text(conv!, '[part=step]')).not.toBe('');
    await model.session!.send({ type: 'step' });
    for (const cell of [conv!, dense!]) {
      await expect.poll(() => text(cell, '[part=gradient]'), { timeout: 10_000 }).not.toBe('');
      const shown = number(text(cell, '[part=gradient]'));
      const engine = number(text(cell, '[part=gradient] + .how .num'));
      expect(shown).not.toBe(0);
      expect(Math.abs(shown - engine)).toBeLessThan(5e-3 * Math.abs(engine));
    }
  });
});

describe('a step in slow motion', () => {
  it('goes through the network forward, then back over real gradients', async () => {
    const model = await mount(
      '<cnn-network></cnn-network><cnn-training-controls slow></cnn-training-controls>',
    );
    const controls = model.querySelector('cnn-training-controls')!;
    const network = model.querySelector('cnn-network')!;
    await expect.poll(() => controls.shadowRoot!.querySelector('[part=step]')).toBeTruthy();
    (controls.shadowRoot!.querySelector('[part=step]') as HTMLElement).click();
    await expect.poll(() => text(network, '[part=readout]'), { timeout: 10_000 }).toMatch(/^Forward: /);
    (controls.shadowRoot!.querySelector('.slow button') as HTMLElement).click();
    const time = controls.shadowRoot!.querySelector<HTMLInputElement>('.slow input')!;
    time.valueAsNumber = Number(time.max);
    time.dispatchEvent(new Event('input'));
    await expect
      .poll(() => text(network, '[part=readout]'))
      .toMatch(/^Backward: how the loss changes with conv1; .*±[1-9]/);
  });
});
