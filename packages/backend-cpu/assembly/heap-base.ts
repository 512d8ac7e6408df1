/** First byte behind what this module keeps in memory: its tables. `scripts/generate.mjs` says where they begin. */
export function heapBase(): usize {
  return __heap_base;
}
