// How every test and tool of this repository starts Chromium: the one that tooling/setup found
// (CHROMIUM_PATH), else the system's, else Playwright's own.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Options for `chromium.launch`. Root (a container, CI) needs `--no-sandbox`. */
export function chromiumLaunchOptions() {
  const system = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
  const executablePath = process.env.CHROMIUM_PATH ?? system;
  const isRoot = process.getuid?.() === 0;
  return {
    ...(executablePath ? { executablePath } : {}),
    args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
  };
}

export function launchChromium() {
  return chromium.launch(chromiumLaunchOptions());
}
