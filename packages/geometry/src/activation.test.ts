import { describe, expect, it } from 'vitest';
import { activationFunctions, isActivationName, leakySlope } from './index.js';
import type { ActivationName } from './index.js';

const names = Object.keys(activationFunctions) as ActivationName[];

describe('activationFunctions', () => {
  // By hand: tanh(ln 2) = (2 - 1/2) / (2 + 1/2) = 3/5, its derivative 1 - 9/25; sigmoid(ln 3) = 3/4, its derivative 3/4 · 1/4.
  it.each<[ActivationName, number, number, number]>([
    ['linear', -2.5, -2.5, 1],
    ['linear', 0, 0, 1],
    ['relu', -3, 0, 0],
    ['relu', 0, 0, 0],
    ['relu', 2, 2, 1],
    ['leakyRelu', -3, -0.6, 0.2],
    ['leakyRelu', 0, 0, 0.2],
    ['leakyRelu', 2, 2, 1],
    ['tanh', 0, 0, 1],
    ['tanh', Math.log(2), 0.6, 0.64],
    ['tanh', -Math.log(2), -0.6, 0.64],
    ['sigmoid', 0, 0.5, 0.25],
    ['sigmoid', Math.log(3), 0.75, 0.1875],
    ['sigmoid', -Math.log(3), 0.25, 0.1875],
  ])('%s of %d is %d, with the slope %d', (name, x, value, slope) => {
    expect(activationFunctions[name].value(x)).toBeCloseTo(value, 14);
    expect(activationFunctions[name].derivative(x)).toBeCloseTo(slope, 14);
  });

  it('has the slope that central differences measure, away from the corner', () => {
    for (const name of names) {
      const { value, derivative } = activationFunctions[name];
      for (const x of [-4, -1.3, -0.2, 0.3, 1.7, 5]) {
        const measured = (value(x + 1e-6) - value(x - 1e-6)) / 2e-6;
        expect(Math.abs(derivative(x) - measured), `${name} at ${x}`).toBeLessThan(1e-9);
      }
    }
  });

  it('stays within its bounds where exp overflows', () => {
    expect([-1e4, 1e4].map(activationFunctions.sigmoid.value)).toEqual([0, 1]);
    expect([-1e4, 1e4].map(activationFunctions.sigmoid.derivative)).toEqual([0, 0]);
    expect([-1e4, 1e4].map(activationFunctions.tanh.value)).toEqual([-1, 1]);
  });

  it('keeps NaN visible', () => {
    for (const name of names) {
      expect(activationFunctions[name].value(NaN)).toBeNaN();
      expect(activationFunctions[name].derivative(NaN)).toBeNaN();
    }
  });

  it('keeps the slope of the layer that trains with it', () => {
    expect(leakySlope).toBe(0.2);
  });
});

describe('isActivationName', () => {
  it('knows its own names and no other', () => {
    expect(names.every(isActivationName)).toBe(true);
    expect(['softmax', 'toString', undefined, 3].some(isActivationName)).toBe(false);
  });
});
