/** The score that is traced back, as the element shows it: its name, what each number puts in, whether it is the network's own. */
import type { Numbers } from '../../messages/numbers.js';
import { traceBack } from '../../trace/back-trace.js';
import type { BackTrace, Blocked } from '../../trace/back-trace.js';
import type { Trace } from '../../trace/trace.js';
import type { FlattenMessages } from './flatten.messages.js';

export interface TracedScore {
  /** The dense stage, and which of its units. */
  readonly index: number;
  readonly unit: number;
  readonly name: string;
  readonly back: BackTrace | Blocked;
  /** What the layer put out. */
  readonly output: number | undefined;
  /** False where weights and numbers are of different moments. */
  readonly agrees: boolean;
}

/** Sums of float32 products differ in their order alone; weights of another step differ more. */
const tolerance = 1e-4;

export function tracedScore(
  trace: Trace,
  index: number,
  wanted: number | undefined,
  words: FlattenMessages,
  numbers: Numbers,
): TracedScore {
  const stage = trace.stages[index]!;
  const values = trace.values(index);
  const unit = wanted ?? largestOf(values ?? []);
  const name =
    stage.kind === 'scores'
      ? words.score(stage.classNames[unit] ?? numbers.integer(unit))
      : words.unit(stage.name, numbers.integer(unit));
  const back = trace.memo(`back ${index} ${unit}`, () => traceBack(trace, index, unit));
  const output = values?.[unit];
  const isLinear = (stage.layer?.config['activation'] ?? 'linear') === 'linear';
  const agrees =
    output === undefined ||
    !isLinear ||
    'blockedBy' in back ||
    !(Math.abs(output - back.total) > tolerance * Math.max(1, Math.abs(output)));
  return { index, unit, name, back, output, agrees };
}

function largestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let unit = 1; unit < values.length; unit++) if (values[unit]! > values[best]!) best = unit;
  return best;
}
