/** With which functions and poolings the weights of a session were learned, as far as it has been watched. */
import type { ActivationName, ModelSession, SessionState } from '@convlens/types';
import { stagesOf } from '../../trace/stages.js';
import type { Stage } from '../../trace/stages.js';

/** What bends a network, by layer. */
export interface Setting {
  readonly activations: readonly ActivationName[];
  readonly poolings: readonly ('max' | 'average')[];
}

export const settingOf = (stages: readonly Stage[]): Setting => ({
  activations: stages
    .flatMap((stage) => ('activation' in stage && !isPooling(stage) ? [stage.activation] : []))
    .slice(0, -1),
  poolings: stages.flatMap((stage) => (stage.kind === 'maps' && stage.pooling ? [stage.pooling] : [])),
});

const isPooling = (stage: Stage): boolean => stage.kind === 'maps' && stage.how === 'pooling';

export class LearnedSetting {
  #session: ModelSession | undefined;
  /** Of the weights that were loaded, and of those that a run has made since. */
  #loaded: Setting | undefined;
  #trained: Setting | undefined;

  /** Undefined for weights that nothing has been learned with. */
  of(session: ModelSession, { model, weights, phase }: SessionState): Setting | undefined {
    const now = settingOf(stagesOf(model));
    if (session !== this.#session) {
      this.#session = session;
      this.#loaded = this.#trained = undefined;
    }
    if (weights === 'untrained') return undefined;
    if (weights === 'loaded') return (this.#loaded ??= now);
    if (phase === 'training' || !this.#trained) this.#trained = now;
    return this.#trained;
  }
}

/** Which functions and poolings the weights know and the network no longer has; undefined where it has what it learned with. */
export function changedSince(learned: Setting, now: Setting): Setting | undefined {
  const differs = <T>(a: readonly T[], b: readonly T[]): readonly T[] =>
    a.some((each, index) => each !== b[index]) ? [...new Set(a)] : [];
  const activations = differs(learned.activations, now.activations);
  const poolings = differs(learned.poolings, now.poolings);
  return activations.length + poolings.length > 0 ? { activations, poolings } : undefined;
}
