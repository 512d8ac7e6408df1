// The built site in a Chromium that a test drives from outside, as a visitor would: Vitest itself runs in Node.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.browser.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/browser.json' },
    testTimeout: 60_000,
    // A page starts its network first.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
