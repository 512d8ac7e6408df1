// The lab pages of the built site: what they show is what the network computes.
import { afterAll, describe, expect, it } from 'vitest';
import { openSite } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

/** As the page has them. */
interface Live {
  readonly session: {
    tap(request: { path: string }): {
      readonly current?: { readonly data: ArrayLike<number> };
      subscribe(listener: () => void): () => void;
    };
  };
}

describe('a kernel looks for something', () => {
  it('shows the network’s own map for a kernel that it has learned, and follows the pen', async () => {
    const { page, complaints, close } = await site.visit('/labs/kernel');
    const lab = page.locator('cnn-convolution');
    await lab.locator('[aria-label="learned"] .chip').nth(2).click();
    await lab.evaluate((element) => element.setAttribute('table', ''));
    await lab.locator('[part="table"] td').nth(783).waitFor();

    /** The largest distance of the table from the engine's map after its ReLU, and the map's largest value. */
    const compare = () =>
      page.evaluate(async () => {
        const model = document.querySelector('cnn-model') as unknown as Live;
        const tap = model.session.tap({ path: 'conv1/output' });
        const leave = tap.subscribe(() => {});
        while (!tap.current) await new Promise((resolve) => setTimeout(resolve, 20));
        leave();
        const cells = document
          .querySelector('cnn-convolution')!
          .shadowRoot!.querySelectorAll('[part="table"] td');
        const map = Array.from({ length: 784 }, (_, cell) => tap.current!.data[cell * 8 + 2]!);
        const off = [...cells].map(({ textContent }, cell) =>
          Math.abs(Math.max(0, Number(textContent!.replace('−', '-'))) - map[cell]!),
        );
        return { off: Math.max(...off), largest: Math.max(...map) };
      });
    // Three decimals are shown.
    const digit = await compare();
    expect(digit.off).toBeLessThan(6e-4);
    expect(digit.largest).toBeGreaterThan(0.1);

    const equation = await lab.locator('[part="table"]').textContent();
    const pad = (await page.locator('cnn-draw-pad .pad').boundingBox())!;
    await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height * 0.8, { steps: 10 });
    await page.mouse.up();
    await expect.poll(() => lab.locator('[part="table"]').textContent()).not.toBe(equation);
    await expect.poll(async () => (await compare()).off).toBeLessThan(6e-4);
    expect(complaints).toEqual([]);
    await close();
  });
});
