/** The logits of a network: what its last dense layer puts out before softmax, whether softmax is a layer or an activation. */
import type { ActivationRecord, ModelSummary, TapRequest } from '@convlens/types';
import { isDenseStage } from '../../trace/back-trace.js';
import { stagesOf } from '../../trace/stages.js';
import type { Stage } from '../../trace/stages.js';

export interface LogitsPlace {
  readonly layer: string;
  readonly path: string;
  readonly count: number;
}

/** Undefined where no dense layer gives scores. */
export function logitsPlace(stages: readonly Stage[]): LogitsPlace | undefined {
  const stage = stages.filter(isDenseStage).at(-1);
  if (!stage) return undefined;
  const isSoftmax = stage.layer?.config['activation'] === 'softmax';
  const path = isSoftmax ? `${stage.name}/preactivation` : stage.path;
  return { layer: stage.name, path, count: stage.count };
}

export function logitsTaps(model: ModelSummary): readonly TapRequest[] {
  const place = logitsPlace(stagesOf(model));
  return place ? [{ path: place.path }] : [];
}

/** Undefined where they are not in the record, or are not as many as the layer says. */
export function logitsIn(
  record: ActivationRecord,
  { path, count }: LogitsPlace,
): ArrayLike<number> | undefined {
  const tensor = Object.hasOwn(record.tensors, path) ? record.tensors[path] : undefined;
  return tensor?.data.length === count ? tensor.data : undefined;
}
