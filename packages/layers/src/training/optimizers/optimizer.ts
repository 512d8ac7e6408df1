/** What a training loop asks of an optimizer: a rule for one parameter. The state is the trainer's, so a rule may be shared. */
import type { Tensor } from '@convlens/tensor-core';

export interface Optimizer {
  readonly name: string;
  /** Before the schedule's factor. */
  readonly learningRate: number;
  /** Its other numbers by name, such as `beta1`: what a view needs to show the rule at work. */
  readonly settings: Readonly<Record<string, number>>;
  /** Names of the tensors that it keeps for each parameter, of the parameter's shape. All begin at zero. */
  readonly slots: readonly string[];
  /** Overwrites the parameter and its slots. */
  update(parameter: Tensor, gradient: Tensor, slots: readonly Tensor[], at: UpdateAt): void;
}

export interface UpdateAt {
  /** With the schedule's factor in it. */
  readonly learningRate: number;
  /** Updates with this one, so from 1. */
  readonly update: number;
}
