/** Whose numbers are shown: given ones, a tensor of a record, or a tap of a session. */
import type { ActivationRecord, ModelSummary, Source, TapRequest } from '@convlens/types';
import type { SessionView } from '../../controllers/session-view.js';
import { weightTap } from '../../trace/stages.js';

export type Numbered =
  | { readonly state: 'ready'; readonly values: ArrayLike<number>; readonly path: string | undefined }
  | { readonly state: 'empty' }
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'no list'; readonly received: string }
  | { readonly state: 'unknown'; readonly path: string; readonly known: readonly string[] };

export interface Given {
  readonly values: ArrayLike<number> | undefined;
  readonly data: ActivationRecord | undefined;
  readonly path: string | undefined;
}

/** @param watch Told what to subscribe to. */
export function readNumbers(
  { values, data, path }: Given,
  view: SessionView | undefined,
  watch: (sources: readonly (Source<unknown> | undefined)[]) => void,
): Numbered {
  const state = values || data ? undefined : view?.session.state;
  const model = data?.model ?? state?.current?.model;
  const wanted = path ?? (model && firstWeight(model));
  const isKnown = model === undefined || wanted === undefined || hasPath(model, wanted);
  const tap =
    state && model && wanted !== undefined && isKnown ? view?.tap(requestOf(model, wanted)) : undefined;
  watch([state, tap]);
  if (values)
    return isList(values) ? { state: 'ready', values, path } : { state: 'no list', received: typeof values };
  if (!data && !view) return { state: 'empty' };
  const error = tap?.error ?? state?.error;
  if (error) return { state: 'failed', reason: error.message };
  if (!model) return { state: 'waiting' };
  if (wanted === undefined || !isKnown) return unknown(wanted ?? '', model);
  const tensor = data && Object.hasOwn(data.tensors, wanted) ? data.tensors[wanted] : undefined;
  if (data && !tensor) return { state: 'unknown', path: wanted, known: Object.keys(data.tensors) };
  const found = tensor?.data ?? tap?.current?.data;
  return found ? { state: 'ready', values: found, path: wanted } : { state: 'waiting' };
}

const isList = (values: ArrayLike<number>): boolean =>
  typeof values === 'object' && Number.isInteger(values.length);

const unknown = (path: string, { layers }: ModelSummary): Numbered => ({
  state: 'unknown',
  path,
  known: layers.flatMap(({ name, weights }) => Object.keys(weights).map((weight) => `${name}/${weight}`)),
});

function firstWeight({ layers }: ModelSummary): string | undefined {
  for (const { name, weights } of layers) {
    const [weight] = Object.keys(weights);
    if (weight !== undefined) return `${name}/${weight}`;
  }
  return undefined;
}

/** Whether a layer of that name is there, or it is one of the two that are of no layer. */
const hasPath = ({ layers }: ModelSummary, path: string): boolean =>
  path === 'input' || path === 'probabilities' || layers.some(({ name }) => path.startsWith(`${name}/`));

/** Weights are looked at now and then, as everywhere; all else at every step. */
function requestOf({ layers }: ModelSummary, path: string): TapRequest {
  const layer = layers.find(({ name }) => path.startsWith(`${name}/`));
  const weight = layer && path.slice(layer.name.length + 1);
  return layer && weight !== undefined && Object.hasOwn(layer.weights, weight)
    ? weightTap(layer, weight)
    : { path };
}
