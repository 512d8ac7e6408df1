/** What the lab asks a session for: of the layer that is looked at all that it is made of; of a linear network every weight. */
import type { ModelSummary, TapRequest } from '@convlens/types';
import { bendsOf } from '../../linear/bends.js';
import { stagesOf, weightTap } from '../../trace/stages.js';
import { studiedStages } from './study.js';

/** @param layer The first that can be looked at without it. */
export function tapsOf(
  model: ModelSummary,
  layer: string | undefined,
  isTraining: boolean,
): readonly TapRequest[] {
  const stages = stagesOf(model);
  const studied = studiedStages(stages);
  const index = studied.find((at) => stages[at]!.name === layer) ?? studied[0];
  const isLinear = !isTraining && bendsOf(stages).length === 0;
  const wanted = new Map<string, TapRequest>();
  const want = (at: number, withWeights: boolean): void => {
    const stage = stages[at]!;
    wanted.set(stage.path, { path: stage.path });
    for (const name of withWeights ? Object.keys(stage.layer?.weights ?? {}) : []) {
      const tap = weightTap(stage.layer!, name);
      wanted.set(tap.path, tap);
    }
  };
  if (isLinear) stages.forEach((_, at) => want(at, true));
  else if (index !== undefined) {
    want(index - 1, false);
    want(index, true);
  }
  return [...wanted.values()];
}
