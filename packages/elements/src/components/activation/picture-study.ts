/** A picture of the visitor's own on its way through a function: sums of one kernel, which have both signs, and what comes out. */
import { activationFunctions, convolve } from '@convlens/geometry';
import type { ActivationName, ImageBatch } from '@convlens/types';
import { presets } from '../convolution/presets.js';
import { imageOf, planeOf } from '../convolution/source.js';
import type { Study } from './study.js';

/** Sobel's for horizontal edges: pixels themselves are never below zero, and no function would show what it does. */
const kernel = presets.sobelY;

/** Of the first channel; undefined where it is no picture, or too small for the kernel. */
export function pictureStudy(images: ImageBatch, activation: ActivationName): Study | undefined {
  const image = imageOf(images);
  if (!image || Math.min(image.shape[0], image.shape[1]) < kernel.length) return undefined;
  const plane = planeOf(image, 0);
  const { values, shape } = convolve(
    { values: plane.values, shape: [...plane.size, 1] },
    { values: kernel.flat(), shape: [kernel.length, kernel.length, 1, 1] },
  );
  return {
    before: values,
    after: Float64Array.from(values, activationFunctions[activation].value),
    size: [shape[0], shape[1]],
    activation,
    isRecorded: false,
  };
}
