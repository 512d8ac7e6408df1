// The element in a page: it gives the session, survives being moved, shares its engine, and says what is wrong.
import { sessionContext } from '@convlens/elements';
import type { ModelSession } from '@convlens/types';
import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import '../src/model/model.js';
import type { CnnModel } from '../src/index.js';

/** A stranger's element that takes the session by context. */
class TestView extends LitElement {
  readonly consumer = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  get session(): ModelSession | undefined {
    return this.consumer.value;
  }
}
customElements.define('test-view', TestView);

afterEach(() => document.body.replaceChildren());

function mount(attributes = '', inside = '<test-view></test-view>'): CnnModel {
  document.body.insertAdjacentHTML('beforeend', `<cnn-model ${attributes}>${inside}</cnn-model>`);
  return document.body.lastElementChild as CnnModel;
}

const readiness = (model: CnnModel): Promise<void> =>
  new Promise((resolve, reject) => {
    if (model.session?.state.current) return resolve();
    model.addEventListener('cnn-model-ready', () => resolve(), { once: true });
    model.addEventListener('cnn-model-error', (event) => reject(event.error), { once: true });
  });

const drawing = { shape: [1, 28, 28, 1] as const, data: new Float32Array(784).fill(0.4) };

describe('<cnn-model>', () => {
  it('gives its session to the elements inside', async () => {
    const model = mount();
    await readiness(model);
    const view = model.querySelector('test-view') as TestView;
    expect(view.session).toBe(model.session);
    expect(await view.session!.send({ type: 'input', images: drawing })).toEqual({ step: 0 });
  });

  it('keeps its engine and its run when it is moved in the page', async () => {
    const model = mount('epochs="1" batch-size="16"');
    await readiness(model);
    const { session } = model;
    await session!.send({ type: 'step', count: 2 });
    const section = document.body.appendChild(document.createElement('section'));
    section.append(model);
    await model.updateComplete;
    expect(model.session).toBe(session);
    expect(await session!.send({ type: 'step' })).toEqual({ step: 3 });
  });

  it('trains on while it is moved', async () => {
    const model = mount('epochs="1" batch-size="16"');
    await readiness(model);
    const session = model.session!;
    await session.send({ type: 'train' });
    const section = document.body.appendChild(document.createElement('section'));
    for (let move = 0; move < 10; move++) {
      section.append(model);
      document.body.append(model);
    }
    await model.updateComplete;
    const after = session.history.current!.step.length;
    await expect
      .poll(() => session.history.current!.step.length, { timeout: 20_000 })
      .toBeGreaterThan(after + 5);
    expect(model.session).toBe(session);
    expect(session.state.current!.phase).toBe('training');
    await session.send({ type: 'pause' });
    // Every step is there, none twice.
    const { step } = session.history.current!;
    expect(step).toEqual(step.map((_, index) => index + 1));
  });

  it('takes a file that a script has put into the page, and says so where there is none', async () => {
    const named = mount('src="#no-such-network"');
    const error = await new Promise<Error>((resolve) =>
      named.addEventListener('cnn-model-error', (event) => resolve(event.error), { once: true }),
    );
    expect(error).toMatchObject({ code: 'NO_PAGE_FILE' });
    expect(named.session).toBeUndefined();
    const weights = new URL('../../pretrained/weights/seed-network.safetensors', import.meta.url);
    const bytes = new Uint8Array(await (await fetch(weights)).arrayBuffer());
    const page = globalThis as { ConvLens?: { files: Record<string, string> } };
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    page.ConvLens = { files: { mine: btoa(text) } };
    onTestFinished(() => void delete page.ConvLens);
    named.src = '#mine';
    await named.updateComplete;
    await readiness(named);
    expect(named.session!.state.current).toMatchObject({
      weights: 'loaded',
      provenance: { testAccuracy: 0.9939 },
    });
    const second = mount('src="#mine"');
    await second.updateComplete;
    expect(second.session).toBe(named.session);
  });

  it('shares one engine with another of the same model, and none with a different one', async () => {
    const [first, second, other] = [mount(), mount(), mount('seed="9"')];
    await Promise.all([first, second, other].map(readiness));
    expect(second.session).toBe(first.session);
    expect(other.session).not.toBe(first.session);
  });

  it('says in its place what is wrong, and fires an event', async () => {
    const model = mount('src="/no/such/model.safetensors"');
    const error = await readiness(model).then(
      () => undefined,
      (reason: unknown) => reason as { code: string },
    );
    expect(['NOT_FETCHED', 'INVALID_FILE']).toContain(error?.code);
    await model.updateComplete;
    const line = model.shadowRoot!.querySelector('[part="status"]')!;
    expect(line.getAttribute('role')).toBe('alert');
    expect(line.textContent).toContain('The network could not be started.');
  });

  it('runs on a device that answers late', async () => {
    const model = document.createElement('cnn-model');
    model.start = {
      createWorker: () => new Worker(new URL('./late-worker.ts', import.meta.url), { type: 'module' }),
      deadlineMs: 20_000,
    };
    model.seed = 4;
    document.body.append(model);
    await readiness(model);
    const { session } = model;
    expect(session!.state.current).toMatchObject({
      backend: { name: 'delayed(cpu)' },
      engine: { way: 'host-worker' },
    });
    expect(await session!.send({ type: 'step', count: 2 })).toEqual({ step: 2 });
  });

  it('leaves nothing behind after 1,000 connects and disconnects', async () => {
    const model = mount();
    await readiness(model);
    const { session } = model;
    for (let i = 0; i < 1000; i++) {
      model.remove();
      document.body.append(model);
    }
    await model.updateComplete;
    expect(model.session).toBe(session);
    expect(await session!.send({ type: 'input', images: drawing })).toEqual({ step: 0 });
  });
});
