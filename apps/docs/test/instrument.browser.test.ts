// The first page of the built site, driven as a visitor would: by mouse, by touch, by keys; it answers and it learns.
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { openSite } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

/** Elements and their sessions, as the page has them. */
interface Session {
  readonly state: {
    readonly current?: {
      readonly phase: string;
      readonly step: number;
      readonly engine: { readonly way: string };
    };
  };
  tap(request: { path: string }): {
    readonly current?: { readonly inputId: number; readonly data: ArrayLike<number> };
    subscribe(listener: () => void): () => void;
  };
}

const ready = (page: Page) =>
  page.waitForFunction(
    () =>
      (document.querySelector('cnn-model') as unknown as { session?: Session } | null)?.session?.state
        .current !== undefined,
  );

/** The most likely class of the newest drawing, from the text that the page shows. */
const verdict = (page: Page) => page.locator('cnn-probabilities caption').textContent();

async function drawOne(page: Page): Promise<void> {
  const box = (await page
    .locator('cnn-draw-pad .pad, cnn-draw-pad [part~="pad"], cnn-draw-pad canvas')
    .first()
    .boundingBox())!;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * 0.8, { steps: 12 });
  await page.mouse.up();
}

describe('the first page', () => {
  it('is alive soon, reads a digit that the mouse draws, and complains of nothing', async () => {
    const { page, complaints, close } = await site.visit('/', { viewport: { width: 1440, height: 940 } });
    await ready(page);
    await drawOne(page);
    await expect.poll(() => verdict(page), { timeout: 5000 }).toContain('Most likely: 1,');
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads a digit that a finger draws on a phone, without scrolling the page', async () => {
    const { page, complaints, close } = await site.visit('/', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await ready(page);
    const before = await page.evaluate(() => scrollY);
    const box = (await page.locator('cnn-draw-pad canvas').first().boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const at = (share: number) => [{ x: box.x + box.width / 2, y: box.y + box.height * share }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.2) });
    for (let share = 0.2; share <= 0.8; share += 0.05) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => verdict(page), { timeout: 5000 }).toContain('Most likely: 1,');
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
    await close();
  });

  it('trains from scratch in a worker, pauses, steps and goes back', async () => {
    const { page, complaints, close } = await site.visit('/', { viewport: { width: 1440, height: 940 } });
    await ready(page);
    const state = () =>
      page.evaluate(
        () => (document.querySelector('cnn-model') as unknown as { session: Session }).session.state.current!,
      );
    expect((await state()).engine.way).toBe('module-worker');
    await page.getByRole('button', { name: 'Train from scratch' }).click();
    await expect.poll(async () => (await state()).step, { timeout: 60_000 }).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(async () => (await state()).phase).toBe('paused');
    const { step } = await state();
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(async () => (await state()).step).toBe(step + 1);
    await page.getByRole('button', { name: 'Back to the trained network' }).click();
    await expect.poll(state).toMatchObject({ phase: 'idle', step: 0, weights: 'loaded' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('draws at most once a frame and element while it trains, and loads no engine into the page', async () => {
    const { page, close } = await site.visit('/', { viewport: { width: 1440, height: 940 } });
    await ready(page);
    await page.getByRole('button', { name: 'Train from scratch' }).click();
    await page.waitForFunction(
      () =>
        (document.querySelector('cnn-model') as unknown as { session: Session }).session.state.current
          ?.phase === 'training',
    );
    const counts = await page.evaluate(async () => {
      const elements = [
        ...document.querySelectorAll('cnn-network, cnn-kernels, cnn-probabilities, cnn-training-chart'),
      ] as unknown as { localName: string; renderCount: number }[];
      const before = elements.map(({ renderCount }) => renderCount);
      let frames = 0;
      const end = performance.now() + 2000;
      while (performance.now() < end) {
        await new Promise(requestAnimationFrame);
        frames++;
      }
      return {
        frames,
        renders: elements.map(
          ({ localName, renderCount }, i) => [localName, renderCount - before[i]!] as const,
        ),
      };
    });
    for (const [name, renders] of counts.renders)
      expect(renders, name).toBeLessThanOrEqual(counts.frames + 1);
    expect(counts.renders.some(([, renders]) => renders > 0)).toBe(true);
    // The engine's scripts belong to the worker: the page itself asks for none of them.
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    expect(scripts.filter((name) => /serve-engine/.test(name))).toEqual([]);
    await close();
  });
});
