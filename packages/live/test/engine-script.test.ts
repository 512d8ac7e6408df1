// The classic script has one file in the place of another: both must offer the same.
import { expect, it } from 'vitest';
import * as inModules from '../src/engine/engine-script.js';
import * as inTheClassicScript from '../src/global/engine-script.js';

it('the classic script finds its engine under the same names', () => {
  const offered: typeof inModules = inTheClassicScript;
  expect(Object.keys(offered).sort()).toEqual(Object.keys(inModules).sort());
});
