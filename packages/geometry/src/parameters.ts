/** How many numbers a layer learns, and how many multiply-accumulates one image costs it. */

export interface Cost {
  readonly parameters: number;
  /** Multiply-accumulates for one image, padding counted as if it were cells. */
  readonly macs: number;
}

/**
 * A convolution: every filter has `kernelHeight * kernelWidth * inChannels / groups` weights and one bias, and is laid on every
 * output cell.
 * @example convolutionCost({ window: [5, 5], output: [28, 28], inChannels: 1, filters: 8 }) // { parameters: 208, macs: 156800 }
 */
export function convolutionCost(layer: {
  readonly window: readonly [height: number, width: number];
  readonly output: readonly [height: number, width: number];
  readonly inChannels: number;
  readonly filters: number;
  /** 1 unless told. */
  readonly groups?: number;
  /** True unless told. */
  readonly useBias?: boolean;
}): Cost {
  const { window, output, inChannels, filters, groups = 1, useBias = true } = layer;
  const weights = window[0] * window[1] * (inChannels / groups) * filters;
  return { parameters: weights + (useBias ? filters : 0), macs: weights * output[0] * output[1] };
}

/**
 * A dense layer: every unit has one weight an input and one bias.
 * @example denseCost({ inputs: 784, units: 128 }) // { parameters: 100480, macs: 100352 }
 */
export function denseCost(layer: {
  readonly inputs: number;
  readonly units: number;
  /** True unless told. */
  readonly useBias?: boolean;
}): Cost {
  const { inputs, units, useBias = true } = layer;
  return { parameters: inputs * units + (useBias ? units : 0), macs: inputs * units };
}
