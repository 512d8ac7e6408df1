// Of many milliseconds the few that are told.
import { percentile } from '../page/script-per-frame.js';

/** @param {readonly number[]} values */
export const summary = (values) => ({
  count: values.length,
  median: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  max: Math.max(0, ...values),
});
