// The digits of a run: to train on, to watch it by, and to judge it by once at the end.
import { choices } from './choices.js';

export async function loadDigits({ dataset, limit }, signal) {
  const source = Object.hasOwn(choices.dataset, dataset) ? {} : { source: dataset };
  const load = choices.dataset[dataset] ?? choices.dataset.mnist;
  const some = { ...source, ...(limit && { limit }), signal };
  const [train, test] = await Promise.all([
    load({ ...some, split: 'train' }),
    load({ ...some, split: 'test' }),
  ]);
  return { train, test };
}
