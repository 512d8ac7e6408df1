/// <reference types="@vitest/browser-playwright" />
/** A screen for fingers, by the browser itself. */
import { onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';

/**
 * Until the test ends. A page that was one goes on to say `hover: none` of itself: no test may count on the answer.
 */
export async function touchScreen(): Promise<void> {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  onTestFinished(
    async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })),
  );
}
