// The browser preset: runs *.browser.test.ts in a headless Chromium. A package uses it in its
// vitest.browser.config.js and names a script `test:browser`.
import { playwright } from '@vitest/browser-playwright';
import { chromiumLaunchOptions } from '@convlens/browser';
import { defineConfig } from 'vitest/config';
import { sourceConditions } from './source-conditions.js';

export default defineConfig({
  resolve: { conditions: sourceConditions.browser },
  test: {
    include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/browser.json' },
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunchOptions() }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
