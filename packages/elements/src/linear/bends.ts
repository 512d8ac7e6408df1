/** What keeps a network from being linear, stage by stage. */
import type { Stage } from '../trace/stages.js';

export interface Bend {
  readonly layer: string;
  /** A function after its sums; the largest of each window; or a layer of which it is not known. */
  readonly kind: 'activation' | 'maximum' | 'unknown';
  /** In the words of the model's summary: `relu`, `MaxPooling2D`. */
  readonly what: string;
}

const linearLayers: ReadonlySet<string> = new Set(['Conv2D', 'AveragePooling2D', 'Flatten', 'Dense']);

export const bendsOf = (stages: readonly Stage[]): readonly Bend[] =>
  stages.flatMap((stage) => bendOf(stage) ?? []);

/** Of one stage; undefined where it is linear. */
export function bendOf({ layer, name }: Stage): Bend | undefined {
  if (!layer) return undefined;
  const { className, config } = layer;
  if (className === 'MaxPooling2D') return { layer: name, kind: 'maximum', what: className };
  if (className === 'ReLU') return { layer: name, kind: 'activation', what: className };
  if (!linearLayers.has(className)) return { layer: name, kind: 'unknown', what: className };
  const activation = config['activation'] ?? 'linear';
  return activation === 'linear' ? undefined : { layer: name, kind: 'activation', what: String(activation) };
}
