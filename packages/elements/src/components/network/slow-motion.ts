/** A training step that is shown slowly, in this picture: which stage it has reached, and that in a sentence. */
import type { Numbers } from '../../messages/numbers.js';
import type { Playhead } from '../../selection.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';

export interface SlowMoment {
  readonly phase: 'forward' | 'backward';
  readonly stage: number;
}

/** Undefined where no step is shown, or where it is in a layer that is not drawn. */
export function slowMoment({ stages }: Trace, playhead: Playhead | undefined): SlowMoment | undefined {
  if (!playhead || playhead.phase === 'armed') return undefined;
  const stage = stages.findIndex(({ name }) => name === playhead.layer);
  return stage === -1 ? undefined : { phase: playhead.phase, stage };
}

export function slowSentence(
  trace: Trace,
  playhead: Playhead | undefined,
  words: NetworkMessages,
  numbers: Numbers,
): string | undefined {
  const moment = slowMoment(trace, playhead);
  if (!moment) return undefined;
  const { name } = trace.stages[moment.stage]!;
  if (moment.phase === 'forward') return words.forward(name);
  return words.backward(name, numbers.scientific(trace.gradientScale(moment.stage).limit, 2));
}
