// Finds a Chromium for the browser tests, or brings one: each way in turn until one starts.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

const onThisSystem = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
};

/** Returns the path of a Chromium that starts; ends the program with one sentence if there is none. */
export async function prepareChromium() {
  const present = [
    process.env.CHROMIUM_PATH,
    playwrightChromium(),
    ...(onThisSystem[process.platform] ?? []),
  ];
  const found =
    present.find(starts) ?? downloadWithPlaywright() ?? (await unpackFromNpm()) ?? installWithApt();
  if (found) return found;
  console.error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.',
  );
  process.exit(1);
}

function starts(path) {
  return (
    Boolean(path) && existsSync(path) && run(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }) === 0
  );
}

function requireFromBrowserTooling() {
  return createRequire(join(root, 'tooling/browser/package.json'));
}

function playwrightChromium() {
  return requireFromBrowserTooling()('playwright').chromium.executablePath();
}

function downloadWithPlaywright() {
  console.log('No Chromium on this machine: asking Playwright for one.');
  const cli = join(dirname(requireFromBrowserTooling().resolve('playwright/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], {
    timeout: 180_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return [playwrightChromium()].find(starts);
}

/** For networks that reach a package registry and nothing else. */
async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  console.log(
    'Playwright could not bring one: trying the Chromium inside the npm package @sparticuz/chromium.',
  );
  const folder = join(root, '.tools/chromium');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run('npm', ['install', ...flags, '@sparticuz/chromium@147.0.0'], { cwd: folder }) !== 0)
    return undefined;
  try {
    const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
    const { default: chromium } = await import(pathToFileURL(entry).href);
    return [await chromium.executablePath()].find(starts);
  } catch (error) {
    console.log(`That did not work: ${error.message}`);
    return undefined;
  }
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Debian’s chromium.');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  return ['/usr/bin/chromium'].find(starts);
}
