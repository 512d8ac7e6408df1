/** Every word that `<cnn-network>` says. Numbers come already written. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { ScaleSharing } from '../../trace/trace.js';
import { xray } from '../../xray/xray.messages.js';
import type { XrayMessages } from '../../xray/xray.messages.js';

export interface NetworkMessages extends CommonMessages {
  readonly label: string;
  readonly keys: string;
  readonly rest: { readonly pointer: string; readonly touch: string };
  readonly edges: string;
  readonly scale: string;
  readonly scales: Readonly<Record<ScaleSharing, string>>;
  readonly ownScales: string;
  readonly takeApart: (place: string) => string;
  readonly xray: XrayMessages;
  readonly forward: (layer: string) => string;
  readonly backward: (layer: string, limit: string) => string;
  readonly noImage: string;
  readonly pixels: string;
  readonly window: (size: string, activation: string) => string;
  readonly flatten: string;
  readonly sums: string;
  readonly scores: string;
  readonly scoresInPercent: string;
  readonly parameters: (count: string) => string;
  readonly noParameters: string;
  readonly map: (layer: string, unit: string) => string;
  readonly unit: (layer: string, unit: string) => string;
  readonly class: (name: string) => string;
  readonly channel: (layer: string, unit: string) => string;
  readonly logit: string;
  readonly probability: string;
  readonly more: (count: string) => string;
  readonly products: (count: string) => string;
  readonly bias: string;
  readonly copied: (from: string) => string;
  readonly given: string;
  readonly reads: (first: string, percent: string, second: string, secondPercent: string) => string;
  readonly crumbs: string;
  readonly network: string;
  readonly cell: (row: string, column: string) => string;
  readonly siblings: (layer: string) => string;
  readonly mapButton: (unit: string) => string;
  readonly zoomKeys: string;
  readonly reach: (rows: string, columns: string) => string;
  readonly kernel: string;
  readonly kernels: string;
  readonly eachSize: (size: string) => string;
  readonly adds: string;
  readonly mapByMap: string;
  readonly here: string;
  readonly at: (row: string, column: string) => string;
  readonly sumAndBias: string;
  readonly afterActivation: (activation: string) => string;
  readonly outputMap: string;
  readonly mapCount: (count: string) => string;
  readonly strongestOf: (shown: string, count: string) => string;
  readonly kernelNote: string;
  readonly table: {
    readonly caption: string;
    readonly layer: string;
    readonly what: string;
    readonly shape: string;
    readonly parameters: string;
    readonly largest: string;
    readonly mean: string;
    readonly on: string;
  };
}

export const english: NetworkMessages = {
  ...common,
  label: 'The network',
  keys: 'Arrow keys walk through layers and maps, Enter looks inside, Escape leaves.',
  rest: {
    pointer: 'Point at any cell, or walk with the arrow keys. Enter looks inside a map.',
    touch: 'Tap any map to read it; tap it again to look inside.',
  },
  edges: 'Edges carry what one map adds to (orange) or takes from (blue) the next.',
  scale: 'colour scale',
  scales: { map: 'each map its own', layer: 'one a layer', shared: 'one for all layers' },
  ownScales: 'each map on its own scale',
  takeApart: (place) => `Take ${place} apart`,
  xray,
  forward: (layer) => `Forward: ${layer} of the first image of the batch.`,
  backward: (layer, limit) =>
    `Backward: how the loss changes with ${layer}; magenta raises it, green lowers it, ±${limit}.`,
  noImage: 'No image yet. Draw one.',
  pixels: 'pixels',
  window: (size, activation) => `${size}, ${activation}`,
  flatten: 'one long row',
  sums: 'weighted sums',
  scores: 'logits, then softmax',
  scoresInPercent: 'logits, then softmax in %',
  parameters: (count) => `${count} parameters`,
  noParameters: 'no parameters',
  map: (layer, unit) => `${layer}, map ${unit}`,
  unit: (layer, unit) => `${layer}, unit ${unit}`,
  class: (name) => `class ${name}`,
  channel: (layer, unit) => `${layer}, channel ${unit}`,
  logit: 'logit',
  probability: 'probability',
  more: (count) => `[${count} more]`,
  products: (count) => `${count} products and a bias`,
  bias: 'bias',
  copied: (from) => `copied from ${from}`,
  given: 'given, not computed',
  reads: (first, percent, second, secondPercent) =>
    `The network reads ${first} with ${percent}; second is ${second} with ${secondPercent}.`,
  crumbs: 'Zoom',
  network: 'Network',
  cell: (row, column) => `cell [${row}, ${column}]`,
  siblings: (layer) => `Maps of ${layer}`,
  mapButton: (unit) => `map ${unit}`,
  zoomKeys: 'Arrow keys move the cell, Enter takes it apart, Escape goes back to the network.',
  reach: (rows, columns) => `the ${rows} × ${columns} pixels that can reach this cell`,
  kernel: 'kernel',
  kernels: 'kernels',
  eachSize: (size) => `${size} each`,
  adds: 'adds',
  mapByMap: 'map by map',
  here: 'here',
  at: (row, column) => `at [${row}, ${column}]`,
  sumAndBias: 'sum and bias',
  afterActivation: (activation) => `after ${activation}`,
  outputMap: 'output',
  mapCount: (count) => `${count} maps`,
  strongestOf: (shown, count) => `the strongest ${shown} of ${count} here`,
  kernelNote: 'Edges into the sum carry what a map adds at this cell: orange adds, blue takes.',
  table: {
    caption: 'The network, layer by layer',
    layer: 'layer',
    what: 'operation',
    shape: 'shape',
    parameters: 'parameters',
    largest: 'largest value',
    mean: 'mean',
    on: 'cells above 0',
  },
};

export const tables = { en: english };
