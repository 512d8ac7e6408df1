/** A model summary as the rows of a table: what each layer costs, its share of all, what it sees. No words. */
import type { ActivationRecord, LayerSummary, ModelSummary } from '@convlens/types';
import { fieldsOf } from './field.js';
import type { Field } from './field.js';

export interface LayerRow {
  readonly layer: LayerSummary;
  /** Of all parameters, 0-1; 0 where there are none at all. */
  readonly share: number;
  readonly sees: Field;
}

export interface LayerRows {
  readonly rows: readonly LayerRow[];
  /** What the rows add up to. */
  readonly parameters: number;
  readonly macs: number;
}

export function rowsOf(model: ModelSummary): LayerRows {
  const parameters = sum(model.layers.map(({ parameterCount }) => parameterCount));
  const macs = sum(model.layers.map((layer) => layer.macs));
  const fields = fieldsOf(model);
  const rows = model.layers.map((layer, index) => ({
    layer,
    share: parameters === 0 ? 0 : layer.parameterCount / parameters,
    sees: fields[index],
  }));
  return { rows, parameters, macs };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whether it is read as a trace is; a summary alone has no version, and is left for `flawOf`. */
export const isTrace = (data: ModelSummary | ActivationRecord): data is ActivationRecord =>
  !isObject(data) || 'model' in data || 'format' in data;

/** The first thing in which data of foreign origin is no summary; undefined where it is one. */
export function flawOf(model: unknown): Flaw | undefined {
  const layers = part(model, 'layers');
  const inputShape = part(model, 'inputShape');
  if (!Array.isArray(layers)) return { flaw: 'layers', received: kindOf(layers) };
  if (!Array.isArray(inputShape)) return { flaw: 'inputShape', received: kindOf(inputShape) };
  // Array.isArray makes it any[]; what is in it is looked at one by one.
  const index = (layers as readonly unknown[]).findIndex((layer) => !isLayer(layer));
  return index < 0 ? undefined : { flaw: 'layer', index };
}

export type Flaw =
  | { readonly flaw: 'layers' | 'inputShape'; readonly received: string }
  | { readonly flaw: 'layer'; readonly index: number };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const part = (value: unknown, name: string): unknown =>
  isObject(value) && name in value ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const isLayer = (layer: unknown): boolean =>
  typeof part(layer, 'name') === 'string' &&
  typeof part(layer, 'className') === 'string' &&
  isObject(part(layer, 'config')) &&
  Array.isArray(part(layer, 'outputShape')) &&
  typeof part(layer, 'parameterCount') === 'number' &&
  typeof part(layer, 'macs') === 'number';

const kindOf = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'an array'
        : typeof value;
