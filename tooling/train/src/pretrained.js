// The recipes of the published weights, and the steps after which CI compares them.

/** Both networks, on the digits and on digits whose pixels have changed places. Chosen before any run. */
const recipes = {
  'seed-network': '--epochs 6 --seed 1',
  'seed-network-permuted': '--epochs 6 --seed 1 --permute 1',
  'dense-network': '--model mlp --epochs 6 --seed 1',
  'dense-network-permuted': '--model mlp --epochs 6 --seed 1 --permute 1',
};

export const earlySteps = 200;

/** Each set with its command, its arguments, and those of the same run ended early. */
export const pretrained = Object.entries(recipes).map(([name, options]) => ({
  name,
  command: `pnpm train ${options}`,
  args: options.split(' '),
  earlyArgs: [...options.split(' '), '--stop-after', String(earlySteps)],
}));
