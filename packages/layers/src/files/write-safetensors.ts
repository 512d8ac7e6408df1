/** Writes safetensors: the same tensors and metadata always give the same bytes. */
import type { DType, HostTensor } from '@convlens/types';

const names = {
  float32: 'F32',
  float64: 'F64',
  int32: 'I32',
  uint8: 'U8',
  bool: 'BOOL',
} as const satisfies Record<DType, string>;

/**
 * @param tensors In the order in which their values are stored.
 * @example writeSafetensors({ w: { shape: [2], dtype: 'float32', data: Float32Array.of(1, 2) } }) // Uint8Array
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, HostTensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  // A map first: any text is a legal name, and an object would lose "__proto__".
  const header = new Map<string, unknown>();
  if (Object.keys(metadata).length > 0) header.set('__metadata__', metadata);
  let length = 0;
  for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
    header.set(name, { dtype: names[dtype], shape, data_offsets: [length, length + data.byteLength] });
    length += data.byteLength;
  }
  const entries = [...header].map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`);
  const text = `{${entries.join(',')}}`;
  // Spaces up to a multiple of 8, so that the values lie aligned for readers that map the file.
  const encoded = new TextEncoder().encode(text);
  const headerLength = Math.ceil(encoded.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerLength + length).fill(0x20, 8, 8 + headerLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.set(encoded, 8);
  let at = 8 + headerLength;
  for (const { data } of Object.values(tensors)) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}
