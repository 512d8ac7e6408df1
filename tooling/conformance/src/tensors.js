/** From a corpus's tensors to arrays and back: every dtype that a row can carry, before it is decided whether it runs. */
import { Skip } from './skips.js';

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  int8: Int8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
};
const named = { NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

export const sizeOf = (shape) => shape.reduce((product, size) => product * size, 1);

/** `{ dtype, shape, data }`; 64-bit integers come as numbers, half floats (as numbers) in a Float32Array. */
export function decode({ dtype, shape, data, fill, b64 }) {
  if (b64 !== undefined) {
    const bytes = Buffer.from(b64, 'base64');
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const typed = new arrays[dtype](whole);
    return {
      dtype,
      shape,
      data: dtype.endsWith('64') && dtype !== 'float64' ? Array.from(typed, Number) : typed,
    };
  }
  const values = fill === undefined ? data : new Array(sizeOf(shape)).fill(fill);
  if (dtype === 'string') return { dtype, shape, data: values };
  const numbers = values.map((value) =>
    typeof value === 'string' ? (named[value] ?? Number(value)) : Number(value),
  );
  return { dtype, shape, data: numbers };
}

/** The dtypes of this release; anything else skips the row. */
const supported = ['float32', 'int32', 'uint8', 'bool'];

/** Puts a decoded tensor on the runtime. */
export function toTensor(runtime, { dtype, shape, data }, options = {}) {
  if (!supported.includes(dtype)) throw new Skip('dtype', dtype);
  return runtime.tensor(arrays[dtype].from(data), shape, { dtype, ...options });
}
