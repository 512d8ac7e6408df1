/**
 * What the units of a layer answer to: of many images the cells where each map is largest, and the pixels that those cells see.
 * It reads the network and changes nothing in it.
 */
import { unclippedField, windowPlan } from '@convlens/geometry';
import type { Padding, Pair, WindowPlan } from '@convlens/geometry';
import type { Sequential } from '@convlens/layers';
import type { TrainingData } from '@convlens/types';

export interface Answers {
  /** `[units, 9, height, width]`: what the cell sees of the image's first channel; NaN outside the image. */
  readonly patches: Float32Array;
  readonly patchesShape: readonly number[];
  /** `[units, 9, 5]`: value, number of the image (of those trained on, validation images taken out), its class, row and column of the cell. */
  readonly facts: Float32Array;
  readonly factsShape: readonly number[];
}

export const patchesOf = 9;
/** Of the images trained on, the first so many are looked through. */
export const imagesLookedThrough = 1000;
const batchSize = 50;

/** Layers whose units have cells: everything with maps. */
export const layersWithMaps = (model: Sequential): readonly string[] =>
  model
    .summary()
    .layers.filter(({ outputShape }) => outputShape.length === 3)
    .map(({ name }) => name);

interface Best {
  readonly value: number;
  readonly image: number;
  readonly row: number;
  readonly column: number;
}

export async function answersOf(model: Sequential, data: TrainingData, layer: string): Promise<Answers> {
  const count = Math.min(imagesLookedThrough, data.length);
  const [height, width, channels] = data.imageShape;
  const size = height * width * channels;
  const images = new Float32Array(count * size);
  const labels = new Int32Array(count);
  data.gather(
    Uint32Array.from({ length: count }, (_, row) => row),
    images,
    labels,
  );
  const bests: Best[][] = [];
  for (let from = 0; from < count; from += batchSize) {
    const rows = Math.min(batchSize, count - from);
    const batch = {
      shape: [rows, height, width, channels],
      data: images.subarray(from * size, (from + rows) * size),
    };
    const seen = await model.forward(batch, { paths: [`${layer}/output`] });
    collect(bests, seen[`${layer}/output`]!, from);
  }
  return pack(bests, plansTo(model, layer), images, labels, data.imageShape);
}

/** The largest cell of each map of each image, kept where it is among the nine of its unit: one an image, so that they differ. */
function collect(
  bests: Best[][],
  { shape, data }: { readonly shape: readonly number[]; readonly data: Float32Array },
  from: number,
): void {
  const [rows, height, width, units] = shape as readonly [number, number, number, number];
  for (let image = 0; image < rows; image++) {
    for (let unit = 0; unit < units; unit++) {
      let best: Best = { value: -Infinity, image: from + image, row: 0, column: 0 };
      for (let cell = 0; cell < height * width; cell++) {
        const value = data[(image * height * width + cell) * units + unit]!;
        if (value > best.value)
          best = { ...best, value, row: Math.floor(cell / width), column: cell % width };
      }
      const list = (bests[unit] ??= []);
      list.push(best);
      // Equal ones stay in the order of the images.
      list.sort((a, b) => b.value - a.value || a.image - b.image);
      if (list.length > patchesOf) list.pop();
    }
  }
}

function pack(
  bests: readonly (readonly Best[])[],
  plans: readonly WindowPlan[],
  images: Float32Array,
  labels: Int32Array,
  [height, width, channels]: readonly [number, number, number],
): Answers {
  const whole = unclippedField(plans, [0, 0]);
  const [patchHeight, patchWidth] = [whole.bottom - whole.top, whole.right - whole.left];
  const patches = new Float32Array(bests.length * patchesOf * patchHeight * patchWidth).fill(NaN);
  const facts = new Float32Array(bests.length * patchesOf * 5).fill(NaN);
  bests.forEach((list, unit) => {
    list.forEach(({ value, image, row, column }, nth) => {
      const index = unit * patchesOf + nth;
      facts.set([value, image, labels[image]!, row, column], index * 5);
      const { top, left } = unclippedField(plans, [row, column]);
      for (let y = 0; y < patchHeight; y++) {
        for (let x = 0; x < patchWidth; x++) {
          const [inY, inX] = [top + y, left + x];
          if (inY < 0 || inY >= height || inX < 0 || inX >= width) continue;
          patches[(index * patchHeight + y) * patchWidth + x] =
            images[((image * height + inY) * width + inX) * channels]!;
        }
      }
    });
  });
  return {
    patches,
    patchesShape: [bests.length, patchesOf, patchHeight, patchWidth],
    facts,
    factsShape: [bests.length, patchesOf, 5],
  };
}

/** The windows between the input and a layer. */
function plansTo(model: Sequential, name: string): readonly WindowPlan[] {
  const { layers } = model.summary();
  const until = layers.findIndex((layer) => layer.name === name);
  return layers.slice(0, until + 1).flatMap(({ name: layer, config, inputShape }) => {
    const window = (config['kernelSize'] ?? config['poolSize']) as Pair | undefined;
    if (window === undefined) return [];
    return windowPlan(layer, {
      input: [inputShape[0]!, inputShape[1]!],
      window,
      // A summary's config is plain data that the layer classes have checked.
      strides: config['strides'] as Pair | undefined,
      padding: config['padding'] as Padding | undefined,
      dilations: config['dilationRate'] as Pair | undefined,
    });
  });
}
