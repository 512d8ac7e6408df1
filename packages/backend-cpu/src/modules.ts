/** The compiled modules: what they export, and how they come to life. */
import { inferModule } from './generated/infer.js';
import { trainModule } from './generated/train.js';

/** An address, or a whole number: WebAssembly takes both as i32. */
type I = number;

/** Exports of `assembly/infer.ts` and `assembly/train.ts`; their parameters are explained there. */
export interface WasmKernels {
  padImage(
    x: I,
    height: I,
    width: I,
    pixel: I,
    field: I,
    fieldBytes: I,
    first: I,
    toRow: I,
    spacingX: I,
    spacingY: I,
  ): void;
  packPanels(m: I, rows: I, columns: I, rowStep: I, columnStep: I, panels: I, panelBytes: I): void;
  conv2d(
    x: I,
    xPixel: I,
    xRow: I,
    outWidth: I,
    runs: I,
    runCount: I,
    run: I,
    panels: I,
    filters: I,
    bias: I,
    floor: number,
    y: I,
    yPixel: I,
    p0: I,
    p1: I,
    partial: I,
  ): void;
  maxPool2d(
    x: I,
    height: I,
    width: I,
    channels: I,
    y: I,
    outHeight: I,
    outWidth: I,
    windowHeight: I,
    windowWidth: I,
    strideY: I,
    strideX: I,
    dilationY: I,
    dilationX: I,
    top: I,
    left: I,
  ): void;
  add(a: I, b: I, y: I, count: I): void;
  subtract(a: I, b: I, y: I, count: I): void;
  multiply(a: I, b: I, y: I, count: I): void;
  addRow(a: I, row: I, y: I, rows: I, columns: I): void;
  scale(x: I, factor: I, y: I, count: I): void;
  relu(x: I, y: I, count: I): void;
  fill(value: number, y: I, count: I): void;
  spread(x: I, y: I, count: I): void;
  copy(x: I, y: I, byteLength: I): void;
  softmax(x: I, y: I, rows: I, columns: I): void;

  conv2dBackpropFilter(
    x: I,
    xPixel: I,
    xRow: I,
    outHeight: I,
    outWidth: I,
    taps: I,
    t0: I,
    t1: I,
    dy: I,
    dyPixel: I,
    dyPanel: I,
    filters: I,
    dFilter: I,
    dFilterTap: I,
  ): void;
  maxPool2dBackprop(
    dy: I,
    x: I,
    y: I,
    height: I,
    width: I,
    channels: I,
    dx: I,
    outHeight: I,
    outWidth: I,
    windowHeight: I,
    windowWidth: I,
    strideY: I,
    strideX: I,
    dilationY: I,
    dilationX: I,
    top: I,
    left: I,
  ): void;
  reluBackprop(dy: I, y: I, dx: I, count: I): void;
  sumRows(x: I, rows: I, columns: I, y: I, scale: number): void;
  softmaxCrossEntropy(
    logits: I,
    labels: I,
    loss: I,
    logProbabilities: I,
    rows: I,
    columns: I,
    smoothing: number,
  ): void;
  softmaxCrossEntropyBackprop(
    dy: I,
    logProbabilities: I,
    labels: I,
    dLogits: I,
    rows: I,
    columns: I,
    smoothing: number,
  ): void;
  sgdStep(parameter: I, gradient: I, count: I, learningRate: number): void;
  momentumStep(
    parameter: I,
    gradient: I,
    velocity: I,
    count: I,
    learningRate: number,
    momentum: number,
    nesterov: I,
  ): void;
  adamStep(
    parameter: I,
    gradient: I,
    firstMoment: I,
    secondMoment: I,
    count: I,
    learningRate: number,
    beta1: number,
    beta2: number,
    rest1: number,
    rest2: number,
    epsilon: number,
  ): void;
}

export interface WasmInstance {
  readonly memory: WebAssembly.Memory;
  readonly kernels: WasmKernels;
  /** First byte that no module uses. */
  readonly heapBase: number;
}

/** Compiles and starts both modules on one memory. Rejects where WebAssembly, SIMD or a page's policy does not allow it. */
export async function startModules(): Promise<WasmInstance> {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65_536 });
  const exports = await Promise.all([inferModule, trainModule].map((text) => instantiate(text, memory)));
  return {
    memory,
    // What the modules export is what the interface says: the tests call every one of them.
    kernels: Object.assign({}, ...exports) as WasmKernels,
    heapBase: Math.max(...exports.map((each) => (each['heapBase'] as () => number)())),
  };
}

async function instantiate(base64: string, memory: WebAssembly.Memory): Promise<WebAssembly.Exports> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory, abort } });
  return instance.exports;
}

/** AssemblyScript's modules ask for it; with --noAssert nothing calls it. */
function abort(): never {
  throw new Error('A WebAssembly kernel stopped.');
}
