// Vite's build as a user runs it. In a process that has opened a development server, Vite would build for development too: the
// environment says so, and packages (Lit among them) then bring their larger, talkative half.
import { build } from 'vite';

/** `config` as for Vite's `build`, without a config file and without a word unless something is wrong. */
export async function productionBuild(config) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build({ configFile: false, logLevel: 'error', ...config });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
