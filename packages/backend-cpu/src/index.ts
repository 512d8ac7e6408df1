/** The fast default backend: WebAssembly SIMD in Node and browsers, one thread. */
export { cpu } from './cpu.js';
export type { CpuBackend, CpuOptions } from './cpu.js';
export { CpuError } from './errors.js';
export type { CpuErrorCode } from './errors.js';
