// Ask for an impossible layer and learn why; then 500 random settings beside an oracle.
import { marked } from '../mark.js';

export const task = 'ask for an impossible layer and learn why';

const count = 500;

export async function measure(site) {
  const visitor = await site.lab('window');
  const { page } = visitor;
  const calculator = page.locator('cnn-shape-calculator');
  await set(calculator, {
    height: 5,
    width: 5,
    channels: 1,
    filters: 1,
    kernel: 7,
    stride: 2,
    padding: 'valid',
    dilation: 1,
    groups: 1,
  });
  const formula = await calculator.locator('[part="formula"]').innerText();
  const hasNumbers = /5 \+ 0 − 1·\(7 − 1\) − 1\) \/ 2/.test(formula.replaceAll(/\s+/g, ' '));
  const rule = (await calculator.locator('[role="alert"]').first().innerText()).replaceAll(/\s+/g, ' ');
  await visitor.click(calculator.locator('[part="nearest"]'));
  await visitor.settle();
  const mended = await calculator.evaluate((element) => ({ kernel: element.kernel }));
  const isMended = (await calculator.locator('[part="nearest"]').count()) === 0;
  const clicks = visitor.interactions;

  const wrong = [];
  let legal = 0;
  const random = generator(7);
  for (let time = 0; time < count; time++) {
    const setting = anySetting(random);
    const expected = oracle(setting);
    if (expected.isLegal) legal++;
    const shown = await set(calculator, setting);
    const isRight =
      shown.isLegal === expected.isLegal &&
      (!expected.hasOutput || shown.output === expected.output) &&
      (expected.isLegal || shown.rule.length > 20);
    if (!isRight)
      wrong.push(
        `${JSON.stringify(setting)}: expected ${JSON.stringify(expected)}, shown ${JSON.stringify(shown)}`,
      );
  }
  await visitor.leave();
  return marked(rule.length > 0, [
    [hasNumbers, `the formula with these numbers stands there unasked: ${formula.split('\n').at(-1)}`],
    [/7/.test(rule) && /5/.test(rule), `the broken rule is named: ${rule.slice(0, 110)}`],
    [
      clicks === 1 && isMended && mended.kernel === 5,
      `${clicks} click to the nearest legal value: kernel ${mended.kernel}`,
    ],
    [
      wrong.length === 0,
      `${count - wrong.length} of ${count} random settings as the oracle has them (${legal} legal)${wrong.length > 0 ? `; first: ${wrong[0]}` : ''}`,
    ],
  ]);
}

/** By the element's properties; what it then shows. */
const set = (calculator, setting) =>
  calculator.evaluate(async (element, setting) => {
    Object.assign(element, setting);
    await element.updateComplete;
    const root = element.shadowRoot;
    const formula = root.querySelector('[part="formula"]')?.textContent ?? '';
    const alert = root.querySelector('[role="alert"]');
    return {
      isLegal: !alert,
      rule: alert?.textContent.trim() ?? '',
      output: Number(/=\s*(-?\d+)\s*$/.exec(formula.replace('−', '-'))?.[1] ?? NaN),
    };
  }, setting);

function anySetting(random) {
  const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
  const side = whole(1, 32);
  return {
    height: side,
    width: side,
    channels: whole(1, 8),
    filters: whole(1, 8),
    kernel: whole(1, 11),
    stride: whole(1, 5),
    padding: whole(0, 5),
    dilation: whole(1, 4),
    groups: whole(1, 3),
  };
}

function oracle({ height, channels, filters, kernel, stride, padding, dilation, groups }) {
  const room = height + 2 * padding - dilation * (kernel - 1) - 1;
  const dividesEvenly = channels % groups === 0 && filters % groups === 0;
  return {
    isLegal: room >= 0 && dividesEvenly,
    hasOutput: room >= 0 && dividesEvenly,
    output: Math.floor(room / stride) + 1,
  };
}

/** Numbers from 0 to 1, the same every time: Numerical Recipes' linear congruential generator. */
function generator(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}
