// The digits of a run: to train on, to watch it by, and to judge it by once at the end.
import { Dataset, permutePixels } from '@convlens/datasets';
import { choices } from './choices.js';

export async function loadDigits({ dataset, limit, permute }, signal) {
  const source = Object.hasOwn(choices.dataset, dataset) ? {} : { source: dataset };
  const load = choices.dataset[dataset] ?? choices.dataset.mnist;
  const some = { ...source, ...(limit && { limit }), signal };
  const [train, test] = await Promise.all([
    load({ ...some, split: 'train' }),
    load({ ...some, split: 'test' }),
  ]);
  if (permute === undefined) return { train, test };
  return { train: permuted(train, permute), test: permuted(test, permute) };
}

const permuted = ({ images, labels, classNames }, seed) =>
  new Dataset({ images: permutePixels(images, seed), labels, classNames });
