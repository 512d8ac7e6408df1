// The options of `pnpm train`: one table from which they are parsed, checked and explained.
import { parseArgs } from 'node:util';
import { choices } from './choices.js';
import { recipe } from './recipe.js';

/** What the user can correct; printed without a stack. */
export class UsageError extends Error {
  name = 'UsageError';
}

const oneOf = (name) => Object.keys(choices[name]).join(' | ');

const table = {
  dataset: {
    value: 'NAME',
    help: `${oneOf('dataset')}, or a folder or address that holds its files`,
    default: recipe.dataset,
  },
  model: { value: 'NAME', help: oneOf('model'), default: recipe.model },
  permute: {
    value: 'SEED',
    help: 'moves the pixels of every digit to other places, alike for all digits',
    parse: whole(0),
  },
  epochs: { value: 'N', help: 'passes over the training digits', default: recipe.epochs, parse: whole(1) },
  batch: { value: 'N', help: 'digits a step', default: recipe.batch, parse: whole(1) },
  optimizer: {
    value: 'NAME',
    help: oneOf('optimizer'),
    default: recipe.optimizer,
    parse: member('optimizer'),
  },
  'learning-rate': { value: 'X', help: 'at the first step', default: recipe.learningRate, parse: positive },
  schedule: {
    value: 'NAME',
    help: `${oneOf('schedule')}; the latter two end at zero`,
    default: recipe.schedule,
    parse: member('schedule'),
  },
  'label-smoothing': {
    value: 'X',
    help: 'share of each label that is spread over all classes',
    default: recipe.labelSmoothing,
    parse: share,
  },
  validation: {
    value: 'N',
    help: 'training digits held back, chosen by the seed',
    default: recipe.validation,
    parse: whole(1),
  },
  seed: { value: 'N', help: 'decides weights, order and split', default: 1, parse: whole(0) },
  seeds: { value: 'A-B', help: 'one run after another for each seed from A to B', parse: range },
  backend: { value: 'NAME', help: oneOf('backend'), default: 'cpu', parse: member('backend') },
  output: {
    value: 'FILE',
    help: 'where the weights go; {model} and {seed} in it are replaced',
    default: 'checkpoints/{model}-{seed}.safetensors',
  },
  limit: {
    value: 'N',
    help: 'only the first N training and the first N test digits, for a quick look',
    parse: whole(2),
  },
  'stop-after': { value: 'N', help: 'end after N steps of the planned ones', parse: whole(1) },
  json: { help: 'print one JSON line a run to standard output, everything else to standard error' },
  help: { help: 'print this' },
};

/** The settings of the command line; `seeds` is always a list. @throws UsageError */
export function parseOptions(args) {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
  );
  const { values } = translated(() =>
    parseArgs({ args: args.filter((arg, i) => !(i === 0 && arg === '--')), options, strict: true }),
  );
  const settings = {};
  for (const [name, entry] of Object.entries(table)) {
    const given = values[name];
    const parsed = given === undefined ? entry.default : entry.parse ? entry.parse(given, name) : given;
    settings[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = parsed;
  }
  member('model')(settings.model, 'model');
  if (values.seed !== undefined && values.seeds !== undefined)
    throw new UsageError('Give --seed or --seeds, not both.');
  settings.seeds ??= [settings.seed];
  if (settings.seeds.length > 1 && !settings.output.includes('{seed}')) {
    throw new UsageError('Several seeds need {seed} in --output, else each run would overwrite the last.');
  }
  delete settings.seed;
  return settings;
}

export function helpText() {
  const rows = Object.entries(table).map(([name, { value, help, default: standard }]) => {
    const left = `  --${name}${value ? ` ${value}` : ''}`.padEnd(24);
    return left + help + (standard === undefined ? '' : ` (${standard})`);
  });
  return `Trains a model on a dataset, shows how it goes, and tells how good it is on digits that it never saw.

  pnpm train                       the seed network on MNIST, ${recipe.epochs} epochs
  pnpm train --model mlp           the dense network: about as many parameters, no convolution
  pnpm train --permute 1           on digits whose pixels have changed places
  pnpm train --seeds 1-5           five runs, their mean and spread
  pnpm --silent train --json       the result as the last line of standard output

${rows.join('\n')}

The test digits choose nothing: the figure is that of the weights after the last step.`;
}

function translated(parse) {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error.message, { cause: error });
  }
}

function whole(least) {
  return (text, name) => {
    if (/^\d+$/.test(text) && Number(text) >= least && Number.isSafeInteger(Number(text)))
      return Number(text);
    throw new UsageError(
      `--${name}: expected a whole number of ${least} or more, received ${JSON.stringify(text)}.`,
    );
  };
}

function positive(text, name) {
  if (text.trim() !== '' && Number(text) > 0 && Number(text) < Infinity) return Number(text);
  throw new UsageError(`--${name}: expected a number above 0, received ${JSON.stringify(text)}.`);
}

function share(text, name) {
  if (text.trim() !== '' && Number(text) >= 0 && Number(text) < 1) return Number(text);
  throw new UsageError(
    `--${name}: expected a number from 0 up to, but not, 1, received ${JSON.stringify(text)}.`,
  );
}

function member(name) {
  return (text) => {
    if (Object.hasOwn(choices[name], text)) return text;
    throw new UsageError(`--${name}: expected ${oneOf(name)}, received ${JSON.stringify(text)}.`);
  };
}

function range(text, name) {
  const [, from, to] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text) ?? [];
  const first = Number(from);
  const last = Number(to ?? from);
  if (!(first <= last && last - first < 1000)) {
    throw new UsageError(
      `--${name}: expected two whole numbers such as 1-5, received ${JSON.stringify(text)}.`,
    );
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
