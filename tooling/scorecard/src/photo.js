// A photo of the visitor's own: made by arithmetic, so that its numbers are known.

/** `[row][column]` of red, green and blue bytes; 24 rows of 32. */
export const photo = Array.from({ length: 24 }, (_, row) =>
  Array.from({ length: 32 }, (_, column) => [
    Math.round(127.5 + 127.5 * Math.sin(row / 3) * Math.cos(column / 4)),
    (row * 9 + column * 5) % 256,
    Math.abs(row - 12) < 4 && Math.abs(column - 16) < 6 ? 230 : 40,
  ]),
);

/** As a bitmap file. */
export function bitmap(pixels) {
  const [height, width] = [pixels.length, pixels[0].length];
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + height * rowBytes);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  // From the lowest row up; blue, green, red.
  pixels.forEach((row, y) =>
    row.forEach(([red, green, blue], x) =>
      file.set([blue, green, red], 54 + (height - 1 - y) * rowBytes + x * 3),
    ),
  );
  return file;
}
