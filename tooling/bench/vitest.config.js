import { mergeConfig } from 'vitest/config';
import preset from '../test/node.js';

export default mergeConfig(preset, { test: { include: ['**/*.test.js'] } });
