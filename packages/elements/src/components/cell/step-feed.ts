/**
 * One training step as the X-ray needs it: the tensors round a layer, its weights, their gradients and what the optimizer
 * remembers, all of the same step. While a run goes on they are not all of one moment, and nothing is shown.
 */
import type { Source, TapRequest, TapValue } from '@convlens/types';
import type { SessionView } from '../../controllers/session-view.js';
import type { Stage } from '../../trace/stages.js';
import type { Values } from '../../trace/trace.js';
import type { LayerStep } from '../../xray/weight-step.js';

export interface ShownStep {
  readonly layer: LayerStep;
  /** What the layer's numbers go into; undefined behind the last layer. */
  readonly after: { readonly step: LayerStep; readonly weights: Values | undefined } | undefined;
  /** dLoss / dScore, `[rows, classes]`. */
  readonly dScores: Values;
  readonly images: Values;
  /** Weights before the step, its gradient, and both moments before it. */
  readonly weights: Values;
  readonly gradient: Values;
  readonly moments: readonly [Values, Values];
  /** Updates before this one. */
  readonly step: number;
}

export interface StepFeed {
  readonly shown: ShownStep | undefined;
  readonly sources: readonly Source<unknown>[];
}

export function readStep(view: SessionView, stages: readonly Stage[], index: number, rows: number): StepFeed {
  const stage = stages[index]!;
  const weight = 'filter' in (stage.layer?.weights ?? {}) ? 'filter' : 'kernel';
  const sources: Source<TapValue>[] = [];
  const tap = (request: TapRequest): TapValue | undefined => {
    const source = view.tap(request);
    sources.push(source);
    return source.current;
  };
  const batch = (path: string): TapValue | undefined => tap({ path, of: 'batch', rows });
  const around = (
    at: number,
  ): { readonly step: LayerStep; readonly values: readonly TapValue[] } | undefined => {
    // A flattened tensor is the maps before it in one row.
    const before = stages[at - 1]!.kind === 'strips' ? at - 2 : at - 1;
    const inputs = batch(stages[before]!.path);
    const outputs = batch(stages[at]!.path);
    const dOutputs = batch(`${stages[at]!.name}/gradient`);
    if (!inputs || !outputs || !dOutputs) return undefined;
    const step = {
      stage: stages[at]!,
      before: stages[before]!,
      rows: outputs.shape[0]!,
      inputs: inputs.data,
      outputs: outputs.data,
      dOutputs: dOutputs.data,
    };
    return { step, values: [inputs, outputs, dOutputs] };
  };
  const layer = around(index);
  const next = stages.findIndex((each, at) => at > index && each.kind !== 'strips');
  const after = next === -1 ? undefined : around(next);
  const nextWeight = next === -1 ? undefined : Object.keys(stages[next]!.layer?.weights ?? {})[0];
  const nextWeights =
    nextWeight === undefined ? undefined : tap({ path: `${stages[next]!.name}/${nextWeight}`, of: 'batch' });
  const own = ['', '/gradient', '/firstMoment', '/secondMoment'].map((part) =>
    tap({ path: `${stage.name}/${weight}${part}`, of: 'batch' }),
  );
  const scores = batch(`${stages.at(-1)!.name}/gradient`);
  const images = batch('input');
  const all = [...(layer?.values ?? [undefined]), ...(after?.values ?? []), ...own, scores, images];
  if (!areAll(all)) return { shown: undefined, sources };
  const isOneMoment = new Set(all.map(({ step }) => step)).size === 1;
  if (!isOneMoment || !layer || (next !== -1 && !after)) return { shown: undefined, sources };
  const [weights, gradient, first, second] = own.map((value) => value?.data);
  return {
    shown: {
      layer: layer.step,
      after: after && { step: after.step, weights: nextWeights?.data },
      dScores: scores!.data,
      images: images!.data,
      weights: weights!,
      gradient: gradient!,
      moments: [first!, second!],
      step: scores!.step,
    },
    sources,
  };
}

const areAll = (values: readonly (TapValue | undefined)[]): values is TapValue[] =>
  values.every((value) => value !== undefined);
