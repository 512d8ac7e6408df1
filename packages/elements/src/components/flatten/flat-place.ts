/** Which tensor is flattened, which layer gives the scores behind it, and what a picture of both needs of a session. */
import type { ModelSummary, TapRequest } from '@convlens/types';
import { isDenseStage } from '../../trace/back-trace.js';
import { stagesOf, weightTap } from '../../trace/stages.js';
import type { Stage } from '../../trace/stages.js';

export interface FlatPlace {
  /** The maps, and the same numbers in one row. */
  readonly maps: number;
  readonly flat: number;
  /** The last dense layer behind it; undefined where there is none. */
  readonly scores: number | undefined;
}

/** @param layer Name of a flatten layer; the first one without it. */
export function flatPlace(
  stages: readonly Stage[],
  layer: string | undefined,
): FlatPlace | 'noFlatten' | 'noLayer' {
  const flats = stages.flatMap(({ kind, name }, index) => (kind === 'strips' ? [{ name, index }] : []));
  if (flats.length === 0) return 'noFlatten';
  const flat = layer === undefined ? flats[0] : flats.find(({ name }) => name === layer);
  if (!flat) return 'noLayer';
  const scores = stages
    .flatMap((stage, index) => (index > flat.index && isDenseStage(stage) ? [index] : []))
    .at(-1);
  return { maps: flat.index - 1, flat: flat.index, scores };
}

export function flattenTaps(model: ModelSummary, layer: string | undefined): readonly TapRequest[] {
  const stages = stagesOf(model);
  const place = flatPlace(stages, layer);
  if (typeof place === 'string') return [];
  const { flat, scores = flat } = place;
  const behind = stages.slice(flat + 1, scores + 1);
  const numbers = new Set([0, stages[flat]!.scaleOf, flat]);
  return [
    ...Array.from(numbers, (index) => ({ path: stages[index]!.path })),
    ...behind.map(({ path }) => ({ path })),
    ...behind.flatMap(({ layer: own }) =>
      own ? Object.keys(own.weights).map((weight) => weightTap(own, weight)) : [],
    ),
  ];
}
