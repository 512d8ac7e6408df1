// Sixty digits, ten in each of six hands, prepared as the draw pad prepares them and read by the published weights.
import { readFile } from 'node:fs/promises';
import { prepareDigit } from '@convlens/elements';
import { weights } from '@convlens/pretrained/seed-network';
import { cpu, load, Runtime } from 'convlens';
import { expect, it } from 'vitest';
import { digits, trace } from './handwriting/strokes.js';
import { place, variants } from './handwriting/variants.js';

const atLeast = 54;

it(`of sixty drawn digits at least ${atLeast} are read right`, async () => {
  const model = await load(new Uint8Array(await readFile(weights)));
  model.build(new Runtime(await cpu()));
  const wrong: string[] = [];
  for (const variant of variants) {
    for (const [digit, strokes] of digits.entries()) {
      const lines = strokes.map((stroke) =>
        trace(stroke).map((point) => {
          const [x, y] = place(point, variant);
          return { x, y };
        }),
      );
      const data = prepareDigit({ strokes: lines, penWidth: variant.pen });
      const { probabilities } = await model.predict({ shape: [1, 28, 28, 1], data });
      const shares = [...probabilities!.data];
      const read = shares.indexOf(Math.max(...shares));
      if (read !== digit) wrong.push(`${digit} ${variant.name}: read as ${read}`);
    }
  }
  console.log(`Drawn digits read right: ${60 - wrong.length} of 60. ${wrong.join('; ')}`);
  expect(60 - wrong.length).toBeGreaterThanOrEqual(atLeast);
});
