import { mergeConfig } from 'vitest/config';
import preset from '../../tooling/test/browser.js';

export default mergeConfig(preset, { test: { globalSetup: ['test/in-node.ts'] } });
