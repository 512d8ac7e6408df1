/** A model as a table: data for pages, text for terminals. */
import type { LayerSummary, ModelSummary, Shape } from '@convlens/types';
import { formatShape } from '../errors.js';
import type { PlannedLayer } from './planning.js';

const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export function summarize(
  name: string,
  inputShape: Shape,
  layers: readonly PlannedLayer[],
  classNames?: readonly string[],
): ModelSummary {
  const rows = layers.map(summarizeLayer);
  return {
    name,
    inputShape,
    layers: rows,
    parameterCount: total(rows.map((row) => row.parameterCount)),
    macs: total(rows.map((row) => row.macs)),
    ...(classNames && { classNames }),
  };
}

const summarizeLayer = ({
  name,
  layer,
  inputShape,
  outputShape,
  weights,
  macs,
}: PlannedLayer): LayerSummary => ({
  name,
  className: layer.className,
  config: layer.config,
  inputShape,
  outputShape,
  parameterCount: total(weights.map((weight) => sizeOf(weight.shape))),
  weights: Object.fromEntries(weights.map((weight) => [weight.name, weight.shape])),
  macs,
});

/**
 * The same as text, one line a layer.
 * @example
 * formatSummary(model.summary());
 * // layer              output        parameters     MACs
 * // conv1 (Conv2D)     [28, 28, 8]          208  156,800
 */
export function formatSummary({ name, inputShape, layers, parameterCount, macs }: ModelSummary): string {
  const number = (value: number): string => value.toLocaleString('en-GB');
  const lines = [
    ['layer', 'output', 'parameters', 'MACs'],
    ['input', formatShape(inputShape), '', ''],
    ...layers.map((layer) => [
      `${layer.name} (${layer.className})`,
      formatShape(layer.outputShape),
      number(layer.parameterCount),
      number(layer.macs),
    ]),
    ['total', '', number(parameterCount), number(macs)],
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return [name, ...text].join('\n');
}
