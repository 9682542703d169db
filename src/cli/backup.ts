/** `claimgraph backup` and `restore`: whole copies of a SQLite file. */
import { statSync } from 'node:fs';
import type { Settings } from '../config/settings.js';
import { backUpStore, restoreStore } from '../store/open.js';

export function backup({ store }: Settings, to: string): number {
  const { position, leftovers } = backUpStore(store, to);
  tell(leftovers);
  console.log(`${to}: ${store} up to change ${position}, ${megabytes(to)} MB, checked`);
  return 0;
}

/** Milliseconds between lines that say how far it is. */
const LINE_EVERY = 5_000;

export function restoreBackup({ store }: Settings, from: string, replace: boolean): number {
  let said = performance.now();
  const onProgress = (done: number, of: number): void => {
    if (performance.now() - said < LINE_EVERY) return;
    said = performance.now();
    console.error(`change ${done} of ${of}`);
  };
  const { position, movedTo, leftovers, removed } = restoreStore(from, store, { replace, onProgress });
  for (const each of removed) console.error(`${each} was left by an unfinished backup or restore and has been removed`);
  tell(leftovers);
  if (movedTo !== undefined) console.log(`the previous store is now ${movedTo}`);
  console.log(`${store}: restored from ${from}, up to change ${position}`);
  return 0;
}

/** Another process may be at work on one: whoever runs the command knows. */
function tell(leftovers: readonly string[]): void {
  for (const each of leftovers) console.error(`${each} was left by an unfinished backup or restore; remove it`);
}

const megabytes = (file: string): string => (statSync(file).size / 1e6).toFixed(1);
