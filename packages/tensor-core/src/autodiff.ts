/** Reverse-mode differentiation: the recorded graph in order, then the chain rule backwards. First order only. */
import { Arrivals } from './arrivals.js';
import { sameShape } from './broadcast.js';
import * as errors from './errors.js';
import { add } from './ops/add.js';
import { fill } from './ops/fill.js';
import type { Runtime } from './runtime.js';
import { runtimeOf } from './tensor.js';
import type { Tensor } from './tensor.js';
import type { GraphNode, Value } from './value.js';

export interface GradientOptions {
  /** The gradient that arrives at y, of y's shape; ones unless told. */
  readonly dy?: Tensor;
  /** What to answer for an x that y does not depend on: an error unless told. */
  readonly unconnected?: 'throw' | 'zeros';
}

/**
 * The gradients of `sum(y * dy)` with respect to each of `xs`, shaped like them.
 *
 * @throws TensorError `NOT_CONNECTED` when y does not depend on an x, `NOT_DIFFERENTIABLE` when an op on the way has
 * no gradient; StaleTensorError when a tensor that a gradient needs was overwritten since.
 * @example
 * const x = runtime.tensor(Float32Array.of(3), [1], { requiresGrad: true });
 * await gradients(square(x), [x])[0].read(); // Float32Array [6]
 */
export function gradients(
  y: Tensor,
  xs: readonly Tensor[],
  options: GradientOptions = {},
): readonly Tensor[] {
  const runtime = runtimeOf('gradients', y);
  runtime.assertInputs('gradients', options.dy ? [y, ...xs, options.dy] : [y, ...xs]);
  assertFitting(y, options.dy);
  return runtime.scope(() => runtime.withoutGradients(() => backward(runtime, y, xs, options)));
}

function backward(
  runtime: Runtime,
  y: Tensor,
  xs: readonly Tensor[],
  options: GradientOptions,
): readonly Tensor[] {
  const wanted = new Set(xs.map((x) => x.value));
  const { order, leads } = nodesBetween(y.value, wanted);
  const dy = options.dy ?? fill(runtime, y.shape, 1, y.dtype);
  const arrived = new Arrivals(y.value, dy, dy === options.dy);
  for (const node of order.reverse()) {
    if (!node.outputs.some((output) => arrived.has(output))) continue;
    assertFresh(node);
    propagate(runtime, node, arrived, leads);
    for (const output of node.outputs) if (!wanted.has(output)) arrived.release(output);
  }
  return xs.map((x, index) => {
    const dx = arrived.get(x.value);
    // A handle for each x: one tensor may have arrived at several, and dy belongs to the caller.
    if (dx) return runtime.handle(dx.value);
    if (options.unconnected === 'zeros') return fill(runtime, x.shape, 0, x.dtype);
    throw errors.notConnected(index);
  });
}

/** Adds what each input of `node` receives. */
function propagate(runtime: Runtime, node: GraphNode, arrived: Arrivals, leads: ReadonlySet<Value>): void {
  if (!node.op.gradient) throw errors.notDifferentiable(node.op.name);
  const thunks = node.op.gradient({
    dys: node.outputs.map((output) => arrived.get(output)),
    inputs: node.inputs.map((input) => runtime.handle(input)),
    outputs: node.outputs.map((output) => runtime.handle(output)),
    attrs: node.attrs,
  });
  node.inputs.forEach((input, position) => {
    if (!leads.has(input)) return;
    const thunk = thunks[position];
    if (!thunk) throw errors.notDifferentiable(`${node.op.name} (input ${position})`);
    const dx = runtime.scope(thunk);
    const before = arrived.get(input);
    arrived.set(input, before ? add(before, dx) : dx);
  });
}

/** The recorded ops that lie between y and the wanted values, inputs first (a walk without recursion: graphs are deep). */
function nodesBetween(
  y: Value,
  wanted: ReadonlySet<Value>,
): { order: GraphNode[]; leads: ReadonlySet<Value> } {
  const order: GraphNode[] = [];
  const leads = new Set<Value>(wanted);
  const seen = new Set<GraphNode>();
  const pending: { readonly node: GraphNode; next: number }[] = [];
  const enter = (value: Value): void => {
    if (!value.node || seen.has(value.node)) return;
    seen.add(value.node);
    pending.push({ node: value.node, next: 0 });
  };
  enter(y);
  for (let top = pending.at(-1); top; top = pending.at(-1)) {
    const input = top.node.inputs[top.next++];
    if (input) {
      enter(input);
      continue;
    }
    pending.pop();
    if (!top.node.inputs.some((value) => leads.has(value))) continue;
    for (const output of top.node.outputs) leads.add(output);
    order.push(top.node);
  }
  return { order, leads };
}

function assertFitting(y: Tensor, dy: Tensor | undefined): void {
  if (!dy || (sameShape(dy.shape, y.shape) && dy.dtype === y.dtype)) return;
  throw errors.invalidShape(
    'gradients',
    `dy like y, ${y.dtype} ${errors.formatShape(y.shape)}`,
    `${dy.dtype} ${errors.formatShape(dy.shape)}`,
    'Leave dy out for ones.',
  );
}

function assertFresh(node: GraphNode): void {
  [...node.inputs, ...node.outputs].forEach((value, i) => {
    const then = node.versions[i]!;
    if (value.storage.version !== then) throw errors.staleTensor(node.op.name, then, value.storage.version);
  });
}
