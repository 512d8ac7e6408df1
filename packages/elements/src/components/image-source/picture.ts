/** What is said of a picture: whether it is one, how large it is, what its numbers are like. */
import type { ImageBatch } from '@convlens/types';

/** Longest side that is shown, and the most that may be asked for. */
export const mostSide = 1024;

/** One or three channels of as many numbers as the shape says. */
export function isPicture({ shape, data }: ImageBatch): boolean {
  const axes: readonly unknown[] = Array.isArray(shape) ? shape : [];
  if (axes.length !== 4 || !axes.every((size) => Number.isInteger(size) && Number(size) >= 1)) return false;
  const [batch, height, width, channels] = shape;
  const isLarge = Math.max(height, width) > mostSide;
  const isArray = data instanceof Float32Array || data instanceof Uint8Array;
  return (
    !isLarge &&
    isArray &&
    (channels === 1 || channels === 3) &&
    data.length === batch * height * width * channels
  );
}

export interface ChannelFacts {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** Of one channel of the first picture, bytes as shares of 255. */
export function channelFacts({ shape, data }: ImageBatch, channel: number): ChannelFacts {
  const [, height, width, channels] = shape;
  const full = data instanceof Uint8Array ? 255 : 1;
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (let cell = 0; cell < height * width; cell++) {
    const value = data[cell * channels + channel]! / full;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { mean: sum / (height * width), least, most };
}
