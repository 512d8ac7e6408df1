/** The buttons follow the phase of the run, send what they say, and lead back to where the session began. */
import { ContextProvider } from '@lit/context';
import { beforeAll, describe, expect, it } from 'vitest';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { selectionContext } from '../../context.js';
import { Selection } from '../../selection.js';
import { makePage, mount } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnTrainingControls } from './training-controls.js';

beforeAll(() => import('./training-controls.js'));

const buttons = (controls: CnnTrainingControls): readonly string[] =>
  [...controls.shadowRoot!.querySelectorAll('button')]
    .filter(({ disabled }) => !disabled)
    .map((button) => button.getAttribute('aria-label') ?? button.textContent!.trim());

describe('<cnn-training-controls>', () => {
  it.each([
    ['idle', ['Train from scratch', 'One step']],
    ['preparing', []],
    ['training', ['Pause', 'Back to the trained network']],
    ['paused', ['Resume', 'One step', 'Back to the trained network']],
    ['ended', ['Train again', 'Back to the trained network']],
  ] as const)('offers while %s what can be done then', async (phase, offered) => {
    const controls = await mount('cnn-training-controls', { data: fakeState({ phase }) });
    expect(buttons(controls)).toEqual(offered);
  });

  it('leads back to the trained network where the session began with one, and else resets', async () => {
    const began = new FakeSession();
    const controls = await mount('cnn-training-controls', { session: began });
    const { provenance: _left, ...training } = fakeState({ phase: 'training', weights: 'training', step: 9 });
    began.state.set(training);
    await settle(controls);
    expect(buttons(controls)).toContain('Back to the trained network');
    const fresh = new FakeSession();
    fresh.state.set(training);
    controls.session = fresh;
    await settle(controls);
    expect(buttons(controls)).toContain('Reset');
  });

  it('says why a command was refused, and forgets it with the next', async () => {
    const session = new FakeSession();
    const controls = await mount('cnn-training-controls', { session });
    session.send = () => Promise.reject(new Error('The digits could not be loaded.'));
    inside(controls, '[part="primary"]').click();
    await settle(controls);
    expect(inside(controls, '.status').textContent).toContain('The digits could not be loaded.');
    session.send = () => Promise.resolve({ step: 0 });
    inside(controls, '[part="primary"]').click();
    await settle(controls);
    expect(inside(controls, '.status').textContent).not.toContain('could not');
  });

  it('says where the run is, how fast, and what it runs on', async () => {
    const data = fakeState({ phase: 'training', step: 1152, epoch: 2, imagesPerSecond: 2410.4 });
    const controls = await mount('cnn-training-controls', { data });
    expect(inside(controls, '.status').textContent).toBe(
      'Training: step 1,152 of 2,580, epoch 2, 2,410 digits a second. Runs on cpu, in a worker.',
    );
  });

  it('says that it runs slowly where WebAssembly is refused', async () => {
    const data = fakeState({
      backend: { name: 'cpu', threads: 1, refused: 'wasm-eval' },
      weights: 'untrained',
    });
    const controls = await mount('cnn-training-controls', { data });
    expect(inside(controls, '.status').textContent).toBe(
      'Untrained: its weights are random. Runs on cpu, in a worker, slowly: this page or this browser allows no WebAssembly.',
    );
  });

  it('changes learning rate and batch size of a run in its middle', async () => {
    const session = new FakeSession({ phase: 'training', weights: 'training', step: 12 });
    const controls = await mount('cnn-training-controls', { session });
    const [rate, batch] = [...controls.shadowRoot!.querySelectorAll('select')];
    expect([rate!.value, batch!.value]).toEqual(['0.002', '64']);
    const choose = (select: HTMLSelectElement, value: string): void => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose(rate!, '0.01');
    choose(batch!, '128');
    expect(session.commands).toEqual([
      { type: 'setLearningRate', learningRate: 0.01 },
      { type: 'setBatchSize', batchSize: 128 },
    ]);
  });

  it('shows only what it is told to: a class of pupils gets three controls', async () => {
    const controls = await mount('cnn-training-controls', {
      data: fakeState({ phase: 'paused' }),
      noSettings: true,
      noSlow: true,
    });
    expect(controls.shadowRoot!.querySelectorAll('button, select, input')).toHaveLength(3);
  });

  it('shows one step slowly, forward and then back, to be scrubbed and stepped', async () => {
    const page = makePage();
    const selection = new Selection();
    new ContextProvider(page, { context: selectionContext, initialValue: selection });
    const session = new FakeSession({ phase: 'paused', weights: 'training', step: 3 });
    const controls = await mount('cnn-training-controls', { session, slow: true }, page);
    expect(selection.playhead).toEqual({ phase: 'armed' });
    inside(controls, '[part=step]').click();
    await settle(controls);
    expect(session.commands).toEqual([{ type: 'step' }]);
    expect(selection.playhead).toEqual({ phase: 'forward', layer: 'input' });
    inside(controls, '.slow button').click();
    const time = inside(controls, '.slow input') as HTMLInputElement;
    const places: unknown[] = [];
    for (let place = 0; place <= Number(time.max); place++) {
      time.valueAsNumber = place;
      time.dispatchEvent(new Event('input'));
      places.push(Object.values(selection.playhead!).join(' '));
    }
    const layers = ['conv1', 'pool1', 'conv2', 'pool2', 'flatten', 'dense1', 'dense2'];
    expect(places).toEqual([
      'forward input',
      ...layers.map((layer) => `forward ${layer}`),
      ...layers.reverse().map((layer) => `backward ${layer}`),
    ]);
    await settle(controls);
    expect(inside(controls, '.slow [role=status]').textContent).toBe('backward, conv1');
    controls.slow = false;
    await settle(controls);
    expect(selection.playhead).toBeUndefined();
  });
});
