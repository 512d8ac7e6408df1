/** Runs in Node before the browser's tests, and hands them its result. */
import type { TestProject } from 'vitest/node';
import { weightsAfterEightSteps } from './seeded-run.js';

export default async function setup({ provide }: TestProject): Promise<void> {
  provide('weightsInNode', await weightsAfterEightSteps());
}

declare module 'vitest' {
  interface ProvidedContext {
    weightsInNode: string;
  }
}
