/** Is a result the stored one, within the row's own tolerance? */
import { decode } from './tensors.js';

const floats = ['float16', 'bfloat16', 'float32', 'float64'];

/** Throws a sentence if `actual` (`{ shape, data }`) is not `stored`. */
export function assertSame(name, actual, stored, tolerance) {
  const expected = decode(stored);
  if (!actual) throw new Error(`${name}: no such output`);
  if (!stored.flat && String(actual.shape) !== String(expected.shape)) {
    throw new Error(`${name}: shape [${actual.shape}] instead of [${expected.shape}]`);
  }
  if (actual.data.length !== expected.data.length) {
    throw new Error(`${name}: ${actual.data.length} values instead of ${expected.data.length}`);
  }
  const rule = floats.includes(expected.dtype) ? tolerance : { metric: 'EXACT' };
  expected.data.forEach((want, i) => {
    const got = Number(actual.data[i]);
    if (!isWithin(got, want, rule))
      throw new Error(`${name}[${i}]: ${got} instead of ${want} (${JSON.stringify(rule)})`);
  });
}

export function isWithin(got, want, { metric, value, atol, rtol }) {
  if (got === want || (Number.isNaN(got) && Number.isNaN(want))) return true;
  if (!Number.isFinite(got) || !Number.isFinite(want)) return false;
  switch (metric) {
    case 'EXACT':
      return false;
    case 'ULP':
      return ulpDistance(got, want) <= value;
    case 'ATOL':
      return Math.abs(got - want) <= value;
    case 'ALLCLOSE':
      return Math.abs(got - want) <= atol + rtol * Math.abs(want);
    default:
      throw new Error(`unknown tolerance ${metric}`);
  }
}

/** How many float32 numbers lie between two. */
function ulpDistance(a, b) {
  const [x, y] = new Int32Array(Float32Array.of(a, b).buffer);
  const ordered = (bits) => (bits < 0 ? -(bits & 0x7fffffff) : bits);
  return Math.abs(ordered(x) - ordered(y));
}
