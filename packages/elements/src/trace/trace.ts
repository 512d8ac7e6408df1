/** The numbers of one moment, looked up by stage; a tensor that is missing or of the wrong length is not there. */
import type { ActivationRecord, ModelSummary } from '@convlens/types';
import { largestSize } from '../render/scale.js';
import type { Scale } from '../render/scale.js';
import { stagesOf } from './stages.js';
import type { Stage } from './stages.js';

export type Values = ArrayLike<number>;

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** How far one end of a scale holds: for one map, for its layer, or for everything that is no pixel. */
export type ScaleSharing = 'map' | 'layer' | 'shared';

export class Trace {
  readonly model: ModelSummary;
  readonly stages: readonly Stage[];
  readonly #tensors: ActivationRecord['tensors'];
  readonly #made = new Map<string, unknown>();

  readonly sharing: ScaleSharing;

  /** @param stages Those of the model, where the caller has them already. */
  constructor(
    record: ActivationRecord,
    stages: readonly Stage[] = stagesOf(record.model),
    sharing: ScaleSharing = 'layer',
  ) {
    this.sharing = sharing;
    this.model = record.model;
    this.stages = stages;
    this.#tensors = record.tensors;
  }

  /** Values of a stage: `[height, width, count]` or `[count]`. */
  values(index: number): Values | undefined {
    const { path, count, size } = this.stages[index]!;
    return this.#tensor(path, count * size[0] * size[1]);
  }

  /** A weight of a stage's layer, `filter`, `kernel` or `bias`. */
  weight(index: number, name: string): Values | undefined {
    const layer = this.stages[index]!.layer;
    const shape = layer?.weights[name];
    return layer && shape ? this.#tensor(`${layer.name}/${name}`, sizeOf(shape)) : undefined;
  }

  /** dLoss / d(values of a stage), of the first image of a batch, where it was recorded. */
  gradient(index: number): Values | undefined {
    const { name, count, size } = this.stages[index]!;
    return index === 0 ? undefined : this.#tensor(`${name}/gradient`, count * size[0] * size[1]);
  }

  /** The scale of a stage's gradients: gradients of layers differ by powers of ten. */
  gradientScale(index: number): Scale {
    const limit = this.memo(`gradient limit ${index}`, () => largestSize(this.gradient(index) ?? []));
    return { kind: 'signed', limit };
  }

  get probabilities(): Values | undefined {
    const scores = this.stages.find(({ kind }) => kind === 'scores');
    return scores && this.#tensor('probabilities', scores.count);
  }

  /** The scale on which a stage is drawn: that of its layer, or of all layers. */
  scale(index: number): Scale {
    const { scale: kind, scaleOf } = this.stages[index]!;
    if (kind === 'pixel') return { kind, limit: 1 };
    return { kind, limit: this.sharing === 'shared' ? this.#sharedLimit : this.#limit(scaleOf) };
  }

  /** The end of each map's own scale, where every map has one; undefined where they share it. */
  mapLimits(index: number): Float64Array | undefined {
    const { kind, count } = this.stages[index]!;
    const values = this.values(index);
    if (this.sharing !== 'map' || (kind !== 'maps' && kind !== 'strips') || !values) return undefined;
    return this.memo(`limits ${index}`, () => {
      const limits = new Float64Array(count);
      for (let place = 0; place < values.length; place++) {
        const size = Math.abs(values[place]!);
        if (size > limits[place % count]! && size !== Infinity) limits[place % count] = size;
      }
      return limits;
    });
  }

  #limit(index: number): number {
    return this.memo(`limit ${index}`, () => largestSize(this.values(index) ?? []));
  }

  /** Of maps and units; scores are another kind of number. */
  get #sharedLimit(): number {
    const drawn = this.stages.flatMap(({ scale, kind }, index) =>
      scale === 'pixel' || kind === 'scores' ? [] : [index],
    );
    return this.memo('limit of all', () => Math.max(0, ...drawn.map((index) => this.#limit(index))));
  }

  /** The symmetric scale of a layer's weights. */
  weightScale(index: number, name: string): Scale {
    const limit = this.memo(`limit ${index} ${name}`, () => largestSize(this.weight(index, name) ?? []));
    return { kind: 'signed', limit };
  }

  /** What is made of these numbers is made once: a trace never changes. `key` names what is made, and with it its type. */
  memo<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as T;
  }

  #tensor(path: string, length: number): Values | undefined {
    const tensor = Object.hasOwn(this.#tensors, path) ? this.#tensors[path] : undefined;
    return tensor?.data.length === length ? tensor.data : undefined;
  }
}

/** Classes by falling probability, those that are no numbers last. */
export function ranking(probabilities: Values): readonly number[] {
  const order = Array.from({ length: probabilities.length }, (_, index) => index);
  const of = (index: number): number => (Number.isNaN(probabilities[index]!) ? -1 : probabilities[index]!);
  return order.sort((a, b) => of(b) - of(a) || a - b);
}
