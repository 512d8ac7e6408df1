/** Takes rows out of a flat array: as a view where they are neighbours, else as a copy. */

/** The first row, where each row is followed by the next one; `undefined` where they are not neighbours. */
function contiguousStart(rows: Uint32Array): number | undefined {
  const start = rows[0] ?? 0;
  return rows.every((row, i) => row === start + i) ? start : undefined;
}

/** Rows of `size` values each. */
export function pick<A extends Uint8Array | Int32Array | Float32Array>(
  data: A,
  size: number,
  rows: Uint32Array,
): A {
  const start = contiguousStart(rows);
  // subarray and slice return what they are called on; TypeScript only knows the union.
  if (start !== undefined) return data.subarray(start * size, (start + rows.length) * size) as A;
  const out = new (data.constructor as new (length: number) => A)(rows.length * size);
  rows.forEach((row, i) => out.set(data.subarray(row * size, (row + 1) * size), i * size));
  return out;
}
