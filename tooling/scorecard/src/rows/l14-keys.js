// L1 and L8 by keys and ears alone.
import { seriousFindings } from '../axe.js';
import { computed } from '../engine.js';
import { drawFourByKeys, isFocused, skipToContent, spoken, tabTo } from '../keyboard.js';
import { marked } from '../mark.js';
import { middleOfStroke } from '../stroke.js';

export const task = 'do L1 and L8 with keys and a screen reader only';

export async function measure(site) {
  let [isLit, isAtStroke] = [false, false];
  const cell = await byKeys(site, 'maps', async (visitor) => {
    await drawFourByKeys(visitor);
    const maps = await computed(visitor.page, 'conv1/output');
    const [, stroke] = middleOfStroke(await computed(visitor.page, 'input'));
    const column = Math.floor(maps.indexOf(Math.max(...maps)) / 8) % 28;
    isAtStroke = Math.abs(column - stroke) <= 2;
    return Math.max(...maps).toFixed(3);
  });
  // The picture that the lab begins with will do.
  const score = await byKeys(site, 'verdict', async (visitor) => {
    await tabTo(visitor, '[class*="class-chip"]');
    const isNine = () => visitor.page.evaluate(isFocused, '.class-9');
    for (let step = 0; step < 10 && !(await isNine()); step++) await visitor.press('ArrowRight');
    await visitor.settle();
    const logits = await computed(visitor.page, 'dense2/output');
    const sum = logits[9].toFixed(3).replace('-', '−');
    const isSpoken = (await spoken(visitor.page)).includes(sum);
    await tabTo(visitor, '.term');
    await visitor.press('Tab', 'Enter');
    await visitor.settle();
    isLit = (await visitor.page.locator('cnn-flatten .term').nth(1).getAttribute('aria-pressed')) === 'true';
    return isSpoken ? sum : `${sum} (not heard)`;
  });
  return marked(true, [
    [cell.keys <= 25, `L1: ${cell.keys} keys (line: 25; a key held down is one)`],
    [
      isAtStroke,
      `L1: what keys lead to is the strongest cell of all maps, ${isAtStroke ? '' : 'not '}at the standing stroke`,
    ],
    [cell.isSpoken, `L1: the sum ${cell.sum} is ${cell.isSpoken ? '' : 'not '}spoken`],
    [
      score.keys <= 25,
      `L8: ${score.keys} keys (line: 25), on to ${isLit ? 'the pixels of the second contribution' : 'nothing'}`,
    ],
    [score.isSpoken, `L8: the score ${score.sum} is ${score.isSpoken ? '' : 'not '}spoken`],
    [
      cell.findings.length + score.findings.length === 0,
      `axe: ${cell.findings.length + score.findings.length} serious ${[...cell.findings, ...score.findings].join(', ')}`,
    ],
  ]);
}

async function byKeys(site, lab, go) {
  const visitor = await site.lab(lab);
  await skipToContent(visitor);
  const sum = await go(visitor);
  const isSpoken = (await spoken(visitor.page)).includes(sum);
  const findings = await seriousFindings(visitor.page);
  const { keys } = visitor;
  await visitor.leave();
  return { keys, sum, isSpoken, findings };
}
