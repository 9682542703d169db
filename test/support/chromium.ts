/** The browser that the playground is tested in: Chromium as the machine has it. */
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is; undefined where there is none (an error in CI). */
export function chromiumPath(): string | undefined {
  const given = process.env['CLAIMGRAPH_TEST_CHROMIUM'];
  const found = given ?? PLACES.find((place) => existsSync(place));
  if (found === undefined) {
    const how = 'install Chromium (Debian: apt-get install chromium) or name it in CLAIMGRAPH_TEST_CHROMIUM';
    if (process.env['CI']) throw new Error(`The playground cannot be tested without a browser: ${how}`);
    console.warn(`\n*** THE PLAYGROUND IS NOT TESTED: this machine has no Chromium; ${how} ***\n`);
  }
  return found;
}

/** Quiet, and without the browser's own talk to the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
