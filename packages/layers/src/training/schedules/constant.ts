/** No schedule. */
import type { Schedule } from './schedule.js';

/** 1 at every step. @example constant()(50, 100) // 1 */
export const constant = (): Schedule => () => 1;
