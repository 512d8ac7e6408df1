// Export conditions under which packages of this workspace resolve to src/index.ts, not to dist/.
import { defaultClientConditions, defaultServerConditions } from 'vite';

export const sourceConditions = {
  node: ['@convlens/source', ...defaultServerConditions],
  browser: ['@convlens/source', ...defaultClientConditions],
};
