import type { ActivationName } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { FakeSession, fakeState } from '../../../test/fake-session.js';
import { summaryWith } from '../../../test/bent-record.js';
import { stagesOf } from '../../trace/stages.js';
import { changedSince, LearnedSetting, settingOf } from './learned.js';

const session = new FakeSession();
const withFunction = (activation: ActivationName, pooling: 'max' | 'average' = 'max') =>
  summaryWith({ activation, pooling });

describe('settingOf', () => {
  it('lists the functions of all layers but the last, and the poolings', () => {
    expect(settingOf(stagesOf(withFunction('tanh')))).toEqual({
      activations: ['tanh', 'tanh', 'tanh'],
      poolings: ['max', 'max'],
    });
  });
});

describe('LearnedSetting', () => {
  it('remembers what loaded weights came with, and comes back to it after a run', () => {
    const learned = new LearnedSetting();
    const seen = (change: Parameters<typeof fakeState>[0]) =>
      learned.of(session, fakeState(change))?.activations[0];
    expect(seen({ model: withFunction('relu') })).toBe('relu');
    expect(seen({ model: withFunction('tanh') })).toBe('relu');
    expect(seen({ model: withFunction('tanh'), phase: 'training', weights: 'training' })).toBe('tanh');
    // Changed while the run is paused: the weights do not know it yet.
    expect(seen({ model: withFunction('sigmoid'), phase: 'paused', weights: 'training' })).toBe('tanh');
    expect(seen({ model: withFunction('relu'), weights: 'loaded' })).toBe('relu');
    expect(seen({ weights: 'untrained' })).toBeUndefined();
  });
  it('begins anew with another session', () => {
    const learned = new LearnedSetting();
    learned.of(session, fakeState({ model: withFunction('relu') }));
    expect(learned.of(new FakeSession(), fakeState({ model: withFunction('tanh') }))?.activations[0]).toBe(
      'tanh',
    );
  });
});

describe('changedSince', () => {
  const setting = (activation: ActivationName, pooling: 'max' | 'average' = 'max') =>
    settingOf(stagesOf(withFunction(activation, pooling)));
  it('names what the weights were learned with, each once, and nothing that has stayed', () => {
    expect(changedSince(setting('relu'), setting('linear'))).toEqual({ activations: ['relu'], poolings: [] });
    expect(changedSince(setting('relu'), setting('linear', 'average'))).toEqual({
      activations: ['relu'],
      poolings: ['max'],
    });
    expect(changedSince(setting('relu'), setting('relu'))).toBeUndefined();
  });
});
