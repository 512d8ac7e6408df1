// Somebody at a page, who counts: each click, drag (one stroke of a pen is one drag), file and typed value is one; scrolling is
// none. Keys are counted apart, each press one, for tasks that are done by keys alone.
export class Visitor {
  interactions = 0;
  keys = 0;

  constructor(page) {
    this.page = page;
  }

  async click(target, options) {
    await target.first().scrollIntoViewIfNeeded();
    await target.first().click(options);
    this.interactions++;
  }

  async choose(target, file) {
    await target.setInputFiles(file);
    this.interactions++;
  }

  async type(target, text) {
    await target.fill(text);
    await target.press('Enter');
    this.interactions++;
  }

  /** Along a path in shares of an element's box. */
  async drag(target, path) {
    await target.first().scrollIntoViewIfNeeded();
    const { x, y, width, height } = await target.first().boundingBox();
    const [first, ...rest] = path.map(([right, down]) => [x + right * width, y + down * height]);
    await this.page.mouse.move(...first);
    await this.page.mouse.down();
    for (const place of rest) await this.page.mouse.move(...place, { steps: 12 });
    await this.page.mouse.up();
    this.interactions++;
  }

  /** An open 4: down and across, then the standing stroke. */
  async drawFour() {
    const pad = this.page.locator('cnn-draw-pad .pad');
    await this.drag(pad, four[0]);
    await this.drag(pad, four[1]);
    await this.settle();
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.keys++;
    }
  }

  /** Until two looks at the page, a while apart, find the same words. */
  async settle() {
    let before;
    for (let look = 0; look < 40; look++) {
      const now = await this.page.locator('main').innerText();
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(250);
    }
  }

  leave() {
    return this.page.context().close();
  }
}

const four = [
  [
    [0.42, 0.18],
    [0.28, 0.58],
    [0.76, 0.58],
  ],
  [
    [0.62, 0.3],
    [0.62, 0.86],
  ],
];
