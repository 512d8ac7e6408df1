/**
 * A network without bends is one affine map: `scores = template · image + bias`, one template of the image's shape a class.
 * It is found by going backwards from each class, as a gradient goes, through layers that all keep sums sums.
 */
import type { WindowPlan } from '@convlens/geometry';
import type { Stage } from '../trace/stages.js';
import type { Trace, Values } from '../trace/trace.js';
import { bendsOf } from './bends.js';
import { missingWeights, notLinear } from './errors.js';

export interface AffineMap {
  /** By class: row-major `[height, width, channels]`, as the input. */
  readonly templates: readonly Float64Array[];
  /** By class. */
  readonly biases: Float64Array;
}

/** What one class makes of the numbers of a stage: its share of each, and what it has gathered of biases on the way back. */
interface Pull {
  readonly shares: Float64Array;
  readonly bias: number;
}

const op = 'affineMap';

/**
 * The affine map that a network is. Float64 throughout; some ten million multiplications for the seed network.
 *
 * @throws LinearError `NOT_LINEAR` where a layer bends, takes maxima or is not known; `MISSING_WEIGHTS`
 * @example scoresOf(affineMap(new Trace(record)), image) // the network's own logits
 */
export function affineMap(trace: Trace): AffineMap {
  const { stages } = trace;
  const [bend] = bendsOf(stages);
  if (bend) throw notLinear(op, bend);
  const last = stages.at(-1)!;
  const classes = last.count * last.size[0] * last.size[1];
  let pulls: readonly Pull[] = Array.from({ length: classes }, (_, index) => ({
    shares: Float64Array.from({ length: classes }, (_share, other) => (other === index ? 1 : 0)),
    bias: 0,
  }));
  for (let index = stages.length - 1; index > 0; index--) {
    const back = backThrough(trace, index);
    pulls = pulls.map(back);
  }
  return {
    templates: pulls.map(({ shares }) => shares),
    biases: Float64Array.from(pulls, ({ bias }) => bias),
  };
}

/** Template times image, plus bias, by class. */
export function scoresOf({ templates, biases }: AffineMap, image: Values): Float64Array {
  return biases.map((bias, index) => {
    let sum = bias;
    templates[index]!.forEach((share, cell) => (sum += share * image[cell]!));
    return sum;
  });
}

/** The adjoint of one layer: from shares of its output to shares of its input. */
function backThrough(trace: Trace, index: number): (pull: Pull) => Pull {
  const stage = trace.stages[index]!;
  const before = trace.stages[index - 1]!;
  if (stage.kind === 'maps') {
    if (stage.how === 'pooling' && stage.plan) return backThroughAverage(stage.plan, stage.count);
    if (stage.plan) return backThroughConvolution(trace, index, stage.plan, before.count);
  }
  // Flatten keeps the numbers in their order.
  return stage.kind === 'strips' ? (pull) => pull : backThroughDense(trace, index);
}

function backThroughDense(trace: Trace, index: number): (pull: Pull) => Pull {
  const { count: units } = trace.stages[index]!;
  const kernel = new Float64Array(weightOf(trace, index, 'kernel'));
  const biases = biasesOf(trace, index);
  const inputs = kernel.length / units;
  return ({ shares, bias }) => {
    const into = new Float64Array(inputs);
    for (let input = 0, at = 0; input < inputs; input++) {
      let sum = 0;
      for (let unit = 0; unit < units; unit++, at++) sum += shares[unit]! * kernel[at]!;
      into[input] = sum;
    }
    return { shares: into, bias: bias + gathered(shares, biases) };
  };
}

/** Every cell of a window has the same part of its mean; padded cells are not counted. */
function backThroughAverage(plan: WindowPlan, channels: number): (pull: Pull) => Pull {
  const [height, width] = plan.input;
  const { starts, cells } = windowsOf(plan);
  return ({ shares, bias }) => {
    const into = new Float64Array(height * width * channels);
    for (let output = 0; output + 1 < starts.length; output++) {
      const [start, end] = [starts[output]!, starts[output + 1]!];
      for (let tap = start; tap < end; tap++) {
        const x = cells[tap]! * channels;
        for (let channel = 0; channel < channels; channel++) {
          into[x + channel]! += shares[output * channels + channel]! / (end - start);
        }
      }
    }
    return { shares: into, bias };
  };
}

function backThroughConvolution(
  trace: Trace,
  index: number,
  plan: WindowPlan,
  channels: number,
): (pull: Pull) => Pull {
  const { count: filters } = trace.stages[index]!;
  const filter = weightOf(trace, index, 'filter');
  const biases = biasesOf(trace, index);
  const [height, width] = plan.input;
  const windowSize = plan.window[0] * plan.window[1];
  const perGroup = filter.length / (windowSize * filters);
  const groups = channels / perGroup;
  const { starts, cells, windowCells } = windowsOf(plan);
  // One filter's weights beside each other: [filter, window cell, channel].
  const weights = Float64Array.from({ length: filter.length }, (_, at) => {
    const f = Math.floor(at / (windowSize * perGroup));
    return filter[(at % (windowSize * perGroup)) * filters + f]!;
  });
  return ({ shares, bias }) => {
    const into = new Float64Array(height * width * channels);
    for (let output = 0; output + 1 < starts.length; output++) {
      const end = starts[output + 1]!;
      for (let f = 0; f < filters; f++) {
        const share = shares[output * filters + f]!;
        const first = Math.floor((f * groups) / filters) * perGroup;
        for (let tap = starts[output]!; tap < end; tap++) {
          const x = cells[tap]! * channels + first;
          const w = (f * windowSize + windowCells[tap]!) * perGroup;
          for (let channel = 0; channel < perGroup; channel++) {
            into[x + channel]! += share * weights[w + channel]!;
          }
        }
      }
    }
    return { shares: into, bias: bias + gathered(shares, biases) };
  };
}

/** What lies under each window, without padding: those of output cell `i` are entries `starts[i]` to `starts[i + 1]`. */
interface Windows {
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly windowCells: Int32Array;
}

function windowsOf({ input, window, strides, pads, dilations, output }: WindowPlan): Windows {
  const [starts, cells, windowCells]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < output[0]; row++) {
    for (let column = 0; column < output[1]; column++) {
      starts.push(cells.length);
      for (let windowY = 0; windowY < window[0]; windowY++) {
        const inY = row * strides[0] - pads.top + windowY * dilations[0];
        if (inY < 0 || inY >= input[0]) continue;
        for (let windowX = 0; windowX < window[1]; windowX++) {
          const inX = column * strides[1] - pads.left + windowX * dilations[1];
          if (inX < 0 || inX >= input[1]) continue;
          cells.push(inY * input[1] + inX);
          windowCells.push(windowY * window[1] + windowX);
        }
      }
    }
  }
  starts.push(cells.length);
  return {
    starts: Int32Array.from(starts),
    cells: Int32Array.from(cells),
    windowCells: Int32Array.from(windowCells),
  };
}

/** A bias is added once a cell. */
function gathered(shares: Float64Array, biases: Values | undefined): number {
  if (!biases) return 0;
  let sum = 0;
  for (let at = 0; at < shares.length; at++) sum += shares[at]! * biases[at % biases.length]!;
  return sum;
}

function weightOf(trace: Trace, index: number, name: string): Values {
  const values = trace.weight(index, name);
  if (!values) throw missingWeights(op, trace.stages[index]!.name, name);
  return values;
}

/** Undefined where the layer has none. */
const biasesOf = (trace: Trace, index: number): Values | undefined =>
  hasBias(trace.stages[index]!) ? weightOf(trace, index, 'bias') : undefined;

const hasBias = ({ layer }: Stage): boolean => layer?.weights['bias'] !== undefined;
