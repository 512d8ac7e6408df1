/** Who frees what when a block of code ends. */
import { asyncScope } from './errors.js';
import { Tensor } from './tensor.js';

/** What a scope may hand out: tensors, alone or nested in arrays and plain objects, among other data. */
export type ScopeResult = unknown;

export class Scopes {
  readonly #stack: Set<Tensor>[] = [];

  add(tensor: Tensor): void {
    this.#stack.at(-1)?.add(tensor);
  }

  forget(tensor: Tensor): void {
    for (const made of this.#stack) made.delete(tensor);
  }

  run<R extends ScopeResult>(fn: () => R): R {
    const made = new Set<Tensor>();
    this.#stack.push(made);
    let finished = false;
    let kept: ReadonlySet<Tensor> = new Set();
    try {
      const result = fn();
      if (isThenable(result)) {
        // Its tensors are freed below; what it stumbles over later is a consequence of the error thrown here.
        result.then(undefined, () => undefined);
        throw asyncScope();
      }
      kept = tensorsIn(result);
      finished = true;
      return result;
    } finally {
      this.#stack.pop();
      for (const tensor of made) {
        if (finished && kept.has(tensor)) this.add(tensor);
        else tensor.dispose();
      }
    }
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

function tensorsIn(result: unknown, found = new Set<Tensor>()): Set<Tensor> {
  if (result instanceof Tensor) found.add(result);
  else if (Array.isArray(result)) for (const item of result) tensorsIn(item, found);
  else if (
    typeof result === 'object' &&
    result !== null &&
    Object.getPrototypeOf(result) === Object.prototype
  ) {
    for (const item of Object.values(result)) tensorsIn(item, found);
  }
  return found;
}
