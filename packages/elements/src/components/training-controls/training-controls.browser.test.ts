/** The buttons follow the phase of the run, send what they say, and lead back to where the session began. */
import { beforeAll, describe, expect, it } from 'vitest';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { mount } from '../../../test/mount.js';
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
});
