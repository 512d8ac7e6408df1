/** What one weighted sum needs of a session: its layer, what goes into it, and the pictures that a number can be traced back to. */
import type { ModelSummary, TapRequest } from '@convlens/types';
import { stagesOf, weightTap } from '../../trace/stages.js';
import { denseIndices } from './dense-sum.js';

export function denseTaps(model: ModelSummary, layer: string | undefined): readonly TapRequest[] {
  const stages = stagesOf(model);
  const indices = denseIndices(stages);
  const index = layer === undefined ? indices.at(-1) : indices.find((each) => stages[each]!.name === layer);
  if (index === undefined) return [];
  const isFlat = stages[index - 1]!.kind === 'strips';
  const numbers = [index, index - 1, ...(isFlat ? [index - 2, stages[index - 1]!.scaleOf, 0] : [])];
  const dense = stages[index]!.layer!;
  return [
    ...Array.from(new Set(numbers), (each) => ({ path: stages[each]!.path })),
    ...Object.keys(dense.weights).map((weight) => weightTap(dense, weight)),
  ];
}
