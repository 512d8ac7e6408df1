/** a + b, with axes of 1 repeated. */
import { elementwise } from './elementwise.js';
import type { ReferenceKernel } from './view.js';

export const add: ReferenceKernel<'add'> = (view) => elementwise(view, (a, b) => a + b);
