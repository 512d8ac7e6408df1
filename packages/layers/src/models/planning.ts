/** From a list of layers to names and shapes: everything about a model that needs no device. */
import type { Shape } from '@convlens/types';
import { duplicateName, invalidName } from '../errors.js';
import type { Layer, LayerPlan } from '../layers/layer.js';

/** A layer under the name that it has in its model. */
export interface ModelLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** A layer whose shapes are known. */
export interface PlannedLayer extends ModelLayer, LayerPlan {
  readonly inputShape: Shape;
}

/** `input` and `probabilities` are tap paths of their own. */
const reserved = new Set(['input', 'probabilities']);
const allowed = /^\p{L}[\p{L}\p{N}_.-]*$/u;

/**
 * Names every layer: by the name it was given, else after its class as in Keras (`conv2d`, `conv2d_1`, …).
 * @throws LayersError `DUPLICATE_NAME`, `INVALID_NAME`
 */
export function nameLayers(layers: readonly Layer[]): readonly ModelLayer[] {
  const places = new Map<string, number>();
  layers.forEach(({ name }, place) => {
    if (name === undefined) return;
    if (!allowed.test(name) || reserved.has(name)) throw invalidName(name);
    const first = places.get(name);
    if (first !== undefined) throw duplicateName(name, first, place);
    places.set(name, place);
  });
  return layers.map((layer, place) => {
    const name = layer.name ?? freeName(baseName(layer.className), places);
    places.set(name, place);
    return { name, layer };
  });
}

function freeName(base: string, taken: ReadonlyMap<string, number>): string {
  let name = base;
  for (let count = 1; taken.has(name); count++) name = `${base}_${count}`;
  return name;
}

/** `MaxPooling2D` becomes `max_pooling2d`, `ReLU` `relu`. */
const baseName = (className: string): string =>
  className.replace(/([a-z0-9])(?=[A-Z][a-z])/g, '$1_').toLowerCase();

/** @throws LayersError `LAYER_SHAPE` that begins with the name of the layer that does not fit. */
export function planLayers(layers: readonly ModelLayer[], inputShape: Shape): readonly PlannedLayer[] {
  let shape = inputShape;
  return layers.map(({ name, layer }) => {
    const planned = { name, layer, inputShape: shape, ...layer.plan(shape, name) };
    shape = planned.outputShape;
    return planned;
  });
}
