/** Help for tests of ops, layers and backends. Throws plain errors, so any test runner will do. */
export { checkGradient } from './check-gradient.js';
export type { CheckGradientOptions } from './check-gradient.js';
export { expectNoLeaks } from './expect-no-leaks.js';
export { assertWithin, elementwiseTolerance, reductionTolerance } from './tolerance.js';
export { delayed } from './delayed.js';
