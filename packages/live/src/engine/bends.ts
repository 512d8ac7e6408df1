/** Other functions and other poolings in a network that lives: its weights stay. */
import { layerFromConfig } from '@convlens/layers';
import type { Sequential } from '@convlens/layers';
import type { ActivationName, LayerConfig } from '@convlens/types';
import { nothingToChange } from '../errors.js';

/** A layer as plain data. */
export interface LayerPlanData {
  readonly name: string;
  readonly className: string;
  readonly config: LayerConfig;
}

export const layersOf = (model: Sequential): readonly LayerPlanData[] =>
  model.layers.map(({ name, layer: { className, config } }) => ({ name, className, config }));

/** Puts back, or forward, what differs. */
export function applyLayers(model: Sequential, layers: readonly LayerPlanData[]): void {
  for (const { name, className, config } of layers) {
    const old = model.layers.find((each) => each.name === name)?.layer;
    const isSame = old?.className === className && JSON.stringify(old.config) === JSON.stringify(config);
    if (!isSame) model.replaceLayer(name, layerFromConfig(className, config, name));
  }
}

/**
 * @param layer A layer's name, or `'all'`: every one that has an activation but the last, whose sums are the scores.
 * @throws LiveError `NOTHING_TO_CHANGE`
 */
export function setActivation(model: Sequential, layer: string, activation: ActivationName): void {
  const bent = layersOf(model).filter(({ config }) => 'activation' in config);
  const wanted = bent.filter(({ name }, index) =>
    layer === 'all' ? index < bent.length - 1 : name === layer,
  );
  if (wanted.length === 0)
    throw nothingToChange(
      'setActivation',
      layer,
      bent.map(({ name }) => name),
    );
  applyLayers(
    model,
    wanted.map((each) => ({ ...each, config: { ...each.config, activation } })),
  );
}

const poolings = { max: 'MaxPooling2D', average: 'AveragePooling2D' } as const;

/** @throws LiveError `NOTHING_TO_CHANGE` */
export function setPooling(model: Sequential, layer: string, kind: keyof typeof poolings): void {
  const pools = layersOf(model).filter(({ className }) =>
    Object.values<string>(poolings).includes(className),
  );
  const wanted = pools.filter(({ name }) => layer === 'all' || name === layer);
  if (wanted.length === 0)
    throw nothingToChange(
      'setPooling',
      layer,
      pools.map(({ name }) => name),
    );
  applyLayers(
    model,
    wanted.map((each) => ({ ...each, className: poolings[kind] })),
  );
}
