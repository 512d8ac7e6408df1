/** The numbers of one moment, looked up by stage; a tensor that is missing or of the wrong length is not there. */
import type { ActivationRecord, ModelSummary } from '@convlens/types';
import { largestSize } from '../render/scale.js';
import type { Scale } from '../render/scale.js';
import { stagesOf } from './stages.js';
import type { Stage } from './stages.js';

export type Values = ArrayLike<number>;

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

export class Trace {
  readonly model: ModelSummary;
  readonly stages: readonly Stage[];
  readonly #tensors: ActivationRecord['tensors'];
  readonly #made = new Map<string, unknown>();

  /** @param stages Those of the model, where the caller has them already. */
  constructor(record: ActivationRecord, stages: readonly Stage[] = stagesOf(record.model)) {
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

  get probabilities(): Values | undefined {
    const scores = this.stages.find(({ kind }) => kind === 'scores');
    return scores && this.#tensor('probabilities', scores.count);
  }

  /** The scale on which a stage is drawn: shared by the whole layer. */
  scale(index: number): Scale {
    const { scale: kind, scaleOf } = this.stages[index]!;
    if (kind === 'pixel') return { kind, limit: 1 };
    const limit = this.memo(`limit ${scaleOf}`, () => largestSize(this.values(scaleOf) ?? []));
    return { kind, limit };
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
