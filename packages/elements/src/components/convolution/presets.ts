/** Kernels with a name of their own, as matrices. */

export type KernelMatrix = readonly (readonly number[])[];

export type PresetName =
  'identity' | 'blur' | 'sharpen' | 'emboss' | 'sobelX' | 'sobelY' | 'laplacian' | 'gabor' | 'corner';

const third = 1 / 9;

export const presets: Readonly<Record<PresetName, KernelMatrix>> = {
  identity: [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
  blur: [
    [third, third, third],
    [third, third, third],
    [third, third, third],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  emboss: [
    [-2, -1, 0],
    [-1, 1, 1],
    [0, 1, 2],
  ],
  // Sobel and Feldman's 3 × 3 gradient: x finds vertical edges, y horizontal ones.
  sobelX: [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ],
  sobelY: [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ],
  laplacian: [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
  ],
  gabor: gaborKernel(5),
  corner: [
    [1, 1, -1],
    [1, 1, -1],
    [-1, -1, -1],
  ],
};

/**
 * A wave under a bell, upright: `exp(-(x² + y²) / 2σ²) cos(2πx / λ)` with σ = size / 4 and λ = size - 1
 * (Daugman, "Uncertainty relation for resolution in space", 1985, with no turn and a round bell), to two decimals.
 */
function gaborKernel(size: number): KernelMatrix {
  const middle = (size - 1) / 2;
  const sigma = size / 4;
  const at = (row: number, column: number): number => {
    const [x, y] = [column - middle, row - middle];
    const value = Math.exp(-(x * x + y * y) / (2 * sigma * sigma)) * Math.cos((2 * Math.PI * x) / (size - 1));
    return Math.round(value * 100) / 100 + 0;
  };
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => at(row, column)),
  );
}

/** Another size: what both have in common stays in the middle, the rest is zero. */
export function resized(kernel: KernelMatrix, height: number, width: number): KernelMatrix {
  const [before, across] = [kernel.length, kernel[0]?.length ?? 0];
  const [down, right] = [Math.floor((height - before) / 2), Math.floor((width - across) / 2)];
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => kernel[row - down]?.[column - right] ?? 0),
  );
}

const mostWeights = 11;

export const isKernel = (kernel: KernelMatrix): boolean => {
  const width = kernel[0]?.length ?? 0;
  const isCount = (count: number): boolean => count >= 1 && count <= mostWeights;
  return (
    isCount(kernel.length) &&
    isCount(width) &&
    kernel.every((row) => row.length === width && row.every(Number.isFinite))
  );
};

export const isSameKernel = (a: KernelMatrix, b: KernelMatrix): boolean =>
  a.length === b.length && a.flat().join() === b.flat().join();

/** With one weight replaced. */
export const withWeight = (
  kernel: KernelMatrix,
  [row, column]: readonly [number, number],
  weight: number,
): KernelMatrix =>
  kernel.map((weights, y) => (y === row ? weights.map((w, x) => (x === column ? weight : w)) : weights));
