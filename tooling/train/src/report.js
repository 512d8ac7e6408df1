// What a person reads at the end of a run.
import { mostConfused } from '@convlens/layers/training';
import { duration, percent } from './format.js';

/** Rows are what a digit is, columns what it was taken for. Noughts are dots, so that mistakes stand out. */
export function confusionTable({ classes, counts }, classNames) {
  const cell = (text) => String(text).padStart(6);
  const head = [' '.repeat(6), ...classNames.map(cell)].join('');
  const rows = classNames.map((name, label) =>
    [
      cell(name),
      ...classNames.map((_, prediction) => cell(counts[label * classes + prediction] || '·')),
    ].join(''),
  );
  return ['Test digits: rows are what they are, columns what they were taken for', head, ...rows].join('\n');
}

export function confusedPairs(confusion, classNames) {
  const pairs = mostConfused(confusion).map(
    ({ label, prediction, count }) => `  ${classNames[label]} taken for ${classNames[prediction]}: ${count}`,
  );
  return pairs.length === 0 ? 'No digit was taken for another.' : ['Confused most', ...pairs].join('\n');
}

export function runReport({ result, confusion, classNames }) {
  return `
${confusionTable(confusion, classNames)}

${confusedPairs(confusion, classNames)}

Test accuracy ${percent(result.testAccuracy)} · test loss ${result.testLoss.toFixed(4)} · ${duration(result.trainSeconds)} of training at ${Math.round(result.imagesPerSecond)} images/s
Saved to ${result.checkpoint}
`;
}

/** Mean, spread and worst of several seeds. */
export function seedsReport(results) {
  const accuracies = results.map(({ testAccuracy }) => testAccuracy);
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length;
  const rows = results.map(({ seed, testAccuracy }) => `  seed ${seed}: ${percent(testAccuracy)}`);
  return `${rows.join('\n')}
Test accuracy over ${results.length} seeds: mean ${percent(mean)}, from ${percent(Math.min(...accuracies))} to ${percent(Math.max(...accuracies))}
`;
}
