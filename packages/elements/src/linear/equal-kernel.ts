/**
 * Two windows in a row, with nothing that bends between them, are one larger window: which, with which weights, and in which cells
 * it gives another number than the two do. Averages are windows too, with one weight for all cells.
 */
import type { Pads, PlainFilter, WindowPlan } from '@convlens/geometry';
import type { Trace, Values } from '../trace/trace.js';
import { bendOf } from './bends.js';
import { missingWeights, noPair, notLinear } from './errors.js';

/** A window with its weights: every filter over every channel, no groups, no dilation. */
export interface LinearWindow {
  readonly filter: PlainFilter & { readonly values: Float64Array };
  readonly bias: Float64Array;
  readonly strides: readonly [height: number, width: number];
  readonly pads: Pads;
  /** Cells of the map that it makes. */
  readonly output: readonly [height: number, width: number];
}

export interface EqualKernel extends LinearWindow {
  /** Names of the two convolutions, and of what stands between them. */
  readonly from: string;
  readonly to: string;
  readonly between: readonly string[];
  /** 1 for the cells of the output that padding after the first window has entered: there the two give another number. */
  readonly border: Uint8Array;
}

/**
 * The single window that does what `first` and then `second` do, with zeros added round the input.
 *
 * Size: `first + stride of first · (second − 1)`: 5 after 5 is 9. Its weights are the full convolution of both, and the first
 * biases come through the second weights. In cells where the second window meets padding it differs: the two have zeros there,
 * the one goes on computing beyond the edge.
 *
 * @example equalKernel(fiveByFive, fiveByFive).filter.shape // [9, 9, 1, 1]
 */
export function equalKernel(first: LinearWindow, second: LinearWindow): LinearWindow {
  const [height1, width1, inputs, middles] = first.filter.shape;
  const [height2, width2, , filters] = second.filter.shape;
  const [strideY, strideX] = first.strides;
  const height = height1 + strideY * (height2 - 1);
  const width = width1 + strideX * (width2 - 1);
  const values = new Float64Array(height * width * inputs * filters);
  const bias = Float64Array.from(second.bias);
  for (let y2 = 0; y2 < height2; y2++)
    for (let x2 = 0; x2 < width2; x2++)
      for (let middle = 0; middle < middles; middle++)
        for (let f = 0; f < filters; f++) {
          const outer = second.filter.values[((y2 * width2 + x2) * middles + middle) * filters + f]!;
          bias[f]! += outer * first.bias[middle]!;
          if (outer === 0) continue;
          for (let y1 = 0; y1 < height1; y1++)
            for (let x1 = 0; x1 < width1; x1++) {
              const cell = (y2 * strideY + y1) * width + x2 * strideX + x1;
              const inner = (y1 * width1 + x1) * inputs;
              for (let c = 0; c < inputs; c++)
                values[(cell * inputs + c) * filters + f]! +=
                  outer * first.filter.values[(inner + c) * middles + middle]!;
            }
        }
  return {
    filter: { values, shape: [height, width, inputs, filters] },
    bias,
    strides: [strideY * second.strides[0], strideX * second.strides[1]],
    pads: {
      top: first.pads.top + strideY * second.pads.top,
      bottom: first.pads.bottom + strideY * second.pads.bottom,
      left: first.pads.left + strideX * second.pads.left,
      right: first.pads.right + strideX * second.pads.right,
    },
    output: second.output,
  };
}

/** A convolution's window. Groups and dilations are written out: zeros stand where no weight was. */
export function windowOf(
  { window, dilations, strides, pads, output }: WindowPlan,
  [channels, filters]: readonly [channels: number, filters: number],
  weights: Values,
  biases: Values | undefined,
): LinearWindow {
  const perGroup = weights.length / (window[0] * window[1] * filters);
  const groups = channels / perGroup;
  const height = (window[0] - 1) * dilations[0] + 1;
  const width = (window[1] - 1) * dilations[1] + 1;
  const values = new Float64Array(height * width * channels * filters);
  for (let y = 0; y < window[0]; y++)
    for (let x = 0; x < window[1]; x++)
      for (let c = 0; c < perGroup; c++)
        for (let f = 0; f < filters; f++) {
          const channel = Math.floor((f * groups) / filters) * perGroup + c;
          const cell = y * dilations[0] * width + x * dilations[1];
          values[(cell * channels + channel) * filters + f] =
            weights[((y * window[1] + x) * perGroup + c) * filters + f]!;
        }
  const bias = Float64Array.from({ length: filters }, (_, f) => biases?.[f] ?? 0);
  return { filter: { values, shape: [height, width, channels, filters] }, bias, strides, pads, output };
}

/** A mean: every channel by itself, one weight for all cells. Where it is padded it counts fewer; those cells are border. */
export function averageOf(plan: WindowPlan, channels: number): LinearWindow {
  const cells = plan.window[0] * plan.window[1];
  return windowOf(plan, [channels, channels], new Float64Array(cells * channels).fill(1 / cells), undefined);
}

/** The cells of the last map, row-major, that padding of any window but the first can have entered. */
export function borderOf([first, ...others]: readonly WindowPlan[]): Uint8Array {
  if (!first) return new Uint8Array(0);
  const along = (axis: 0 | 1): readonly boolean[] =>
    others.reduce<readonly boolean[]>(
      (before, plan) => {
        const pad = axis === 0 ? plan.pads.top : plan.pads.left;
        return Array.from({ length: plan.output[axis] }, (_, at) =>
          Array.from({ length: plan.window[axis] }, (_cell, tap) => {
            const place = at * plan.strides[axis] - pad + tap * plan.dilations[axis];
            return place < 0 || place >= plan.input[axis] || before[place]!;
          }).some(Boolean),
        );
      },
      Array.from({ length: first.output[axis] }, () => false),
    );
  const columns = along(1);
  return Uint8Array.from(
    along(0).flatMap((isBorder) => columns.map((isAlsoBorder) => (isBorder || isAlsoBorder ? 1 : 0))),
  );
}

const op = 'equalKernelOf';

/**
 * Of the first two convolutions of a network. Between them may be averages; in the seed network one is, and 5 × 5, the mean of
 * 2 × 2 and 5 × 5 again are one window of 14 × 14 with stride 2.
 *
 * @throws LinearError `NO_PAIR`, `NOT_LINEAR`, `MISSING_WEIGHTS`
 */
export function equalKernelOf(trace: Trace): EqualKernel {
  const { stages } = trace;
  const convolutions = stages.flatMap((stage, index) =>
    stage.kind === 'maps' && stage.how === 'convolution' ? [index] : [],
  );
  const [start, end] = convolutions;
  if (start === undefined || end === undefined) throw noPair(op, convolutions.length);
  const bend = stages.slice(start, end).map(bendOf).find(Boolean);
  if (bend) throw notLinear(op, bend);
  const windows: LinearWindow[] = [];
  const plans: WindowPlan[] = [];
  for (let index = start; index <= end; index++) {
    const stage = stages[index]!;
    // Whatever is not a map, and is linear, comes after the last convolution.
    if (stage.kind !== 'maps' || !stage.plan) throw noPair(op, convolutions.length);
    plans.push(stage.plan);
    windows.push(
      stage.how === 'pooling'
        ? averageOf(stage.plan, stage.count)
        : windowOf(
            stage.plan,
            [stages[index - 1]!.count, stage.count],
            weightOf(trace, index, 'filter'),
            stage.layer?.weights['bias'] && weightOf(trace, index, 'bias'),
          ),
    );
  }
  return {
    ...windows.reduce(equalKernel),
    from: stages[start]!.name,
    to: stages[end]!.name,
    between: stages.slice(start + 1, end).map(({ name }) => name),
    border: borderOf(plans),
  };
}

function weightOf(trace: Trace, index: number, name: string): Values {
  const values = trace.weight(index, name);
  if (!values) throw missingWeights(op, trace.stages[index]!.name, name);
  return values;
}
