import { expect, inject, it } from 'vitest';
import { weightsAfterEightSteps } from './seeded-run.js';

it('training gives the same bits in this browser as in Node', async () => {
  expect(await weightsAfterEightSteps()).toBe(inject('weightsInNode'));
});
