// Where the shards begin and end. They do not overlap: whoever wants the first n digits loads those that begin below n.

/** Training digits: the first 1,000 alone (a page that only wants to show some loads 160 kB), then up to every 5,000. */
export const trainShards = [[0, 1000], [1000, 5000], ...steps(5000, 60_000, 5000)];

/** Test digits, 1,000 a shard. */
export const testShards = steps(0, 10_000, 1000);

function steps(from, to, size) {
  return Array.from({ length: (to - from) / size }, (_, i) => [from + i * size, from + (i + 1) * size]);
}
