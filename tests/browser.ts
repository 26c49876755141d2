/**
 * The browser of the end-to-end tests. Debian's Chromium is used where it stands; otherwise Playwright downloads its
 * own; failing that, apt installs Debian's. Run as a program it makes sure that there is one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const debian = '/usr/bin/chromium';

/** Path of the browser to launch, or null where none is installed yet. */
export function browserPath(): string | null {
  if (existsSync(debian)) return debian;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function attempt(command: string, args: readonly string[]): void {
  console.log(`No browser found: ${command} ${args.join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

if (import.meta.main) {
  if (browserPath() === null) attempt('npx', ['playwright', 'install', 'chromium']);
  if (browserPath() === null && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update']);
    attempt('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  const found = browserPath();
  if (found === null) {
    console.error(
      'No browser for the end-to-end tests. Install one with "npx playwright install chromium", or Debian\'s package "chromium", and run the tests again.',
    );
    process.exit(1);
  }
  console.log(`Browser: ${found}`);
}
