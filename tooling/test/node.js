// The Node preset: `export { default } from '../../tooling/test/node.js'` in a package's
// vitest.config.js runs its src/**/*.test.ts against the sources of the other packages.
import { defineConfig } from 'vitest/config';
import { sourceConditions } from './source-conditions.js';

export default defineConfig({
  resolve: { conditions: sourceConditions.node },
  ssr: { resolve: { conditions: sourceConditions.node } },
  test: {
    environment: 'node',
    // For tests that what nobody holds is collected.
    execArgv: ['--expose-gc'],
    include: ['src/**/*.test.{ts,js}', 'test/**/*.test.{ts,js}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/test.json' },
    testTimeout: 60_000,
  },
});
