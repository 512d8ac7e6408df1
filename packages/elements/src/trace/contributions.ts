/**
 * What one box adds to the next: weight times activation, in the units of the number that it goes into.
 * One matrix `[from, to]` a pair of stages.
 */
import type { WindowPlan } from '@convlens/geometry';
import type { MapsStage, Stage } from './stages.js';
import type { Trace, Values } from './trace.js';

export interface Contributions {
  readonly from: number;
  readonly to: number;
  /** Row-major `[from, to]`. */
  readonly values: Float32Array;
  readonly largest: number;
}

/** How a stage is joined to the one before: `plain` is one to one, or carries a kernel; `signed` is all to all. */
export const joinOf = (stages: readonly Stage[], index: number): 'plain' | 'kernels' | 'signed' => {
  const stage = stages[index]!;
  if (stage.kind === 'maps' && stage.how === 'convolution')
    return stages[index - 1]!.count === 1 ? 'kernels' : 'signed';
  if ((stage.kind === 'units' || stage.kind === 'scores') && stage.isDense) return 'signed';
  return 'plain';
};

export function contributionsInto(trace: Trace, index: number): Contributions | undefined {
  const stage = trace.stages[index]!;
  const inputs = trace.values(index - 1);
  if (!inputs) return undefined;
  if (stage.kind === 'maps') {
    const filter = trace.weight(index, 'filter');
    const outputs = trace.values(index);
    if (!filter || !outputs || !stage.plan) return undefined;
    const channels = trace.stages[index - 1]!.count;
    return measured(
      channels,
      stage.count,
      meanOverCells(inputs, channels, filter, outputs, stage, stage.plan),
    );
  }
  const kernel = trace.weight(index, 'kernel');
  return kernel ? throughDense(inputs, trace.stages[index - 1]!.count, kernel, stage.count) : undefined;
}

/** Of a convolution: the mean over the cells that are on, of what one input map puts into them. Groups see only their own maps. */
function meanOverCells(
  inputs: Values,
  channels: number,
  filter: Values,
  outputs: Values,
  { count }: MapsStage,
  { input, output, window, strides, pads, dilations }: WindowPlan,
): Float32Array {
  const sums = new Float32Array(channels * count);
  const perGroup = filter.length / (window[0] * window[1] * count);
  const filtersPerGroup = count / (channels / perGroup);
  const cellsOn = new Uint32Array(count);
  const on = new Uint16Array(count);
  for (let outY = 0; outY < output[0]; outY++) {
    for (let outX = 0; outX < output[1]; outX++) {
      const cell = (outY * output[1] + outX) * count;
      let onCount = 0;
      for (let out = 0; out < count; out++) {
        if (!(outputs[cell + out]! > 0)) continue;
        on[onCount++] = out;
        cellsOn[out]! += 1;
      }
      if (onCount === 0) continue;
      for (let kernelY = 0; kernelY < window[0]; kernelY++) {
        const inY = outY * strides[0] - pads.top + kernelY * dilations[0];
        if (inY < 0 || inY >= input[0]) continue;
        for (let kernelX = 0; kernelX < window[1]; kernelX++) {
          const inX = outX * strides[1] - pads.left + kernelX * dilations[1];
          if (inX < 0 || inX >= input[1]) continue;
          const from = (inY * input[1] + inX) * channels;
          const weights = (kernelY * window[1] + kernelX) * perGroup;
          for (let channel = 0; channel < channels; channel++) {
            const value = inputs[from + channel]!;
            if (value === 0) continue;
            const group = Math.floor(channel / perGroup);
            const row = (weights + (channel % perGroup)) * count;
            for (let index = 0; index < onCount; index++) {
              const out = on[index]!;
              if (perGroup !== channels && Math.floor(out / filtersPerGroup) !== group) continue;
              sums[channel * count + out]! += value * filter[row + out]!;
            }
          }
        }
      }
    }
  }
  for (let index = 0; index < sums.length; index++) sums[index]! /= Math.max(1, cellsOn[index % count]!);
  return sums;
}

/** Of a dense layer: value times weight, added up over the cells of one map where a flattened tensor comes in. */
function throughDense(inputs: Values, groups: number, kernel: Values, units: number): Contributions {
  const sums = new Float32Array(groups * units);
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input]!;
    if (value === 0) continue;
    const row = (input % groups) * units;
    const weights = input * units;
    for (let unit = 0; unit < units; unit++) sums[row + unit]! += value * kernel[weights + unit]!;
  }
  return measured(groups, units, sums);
}

function measured(from: number, to: number, values: Float32Array): Contributions {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size !== Infinity) largest = size;
  }
  return { from, to, values, largest };
}
