/** `claimgraph backup` and `restore`: whole copies of a SQLite file. */
import { statSync } from 'node:fs';
import type { Settings } from '../config/settings.js';
import { backUpStore, restoreStore } from '../store/open.js';

export function backup({ store }: Settings, to: string): number {
  const { position } = backUpStore(store, to);
  console.log(`${to}: ${store} up to change ${position}, ${megabytes(to)} MB, checked`);
  return 0;
}

export function restoreBackup({ store }: Settings, from: string, replace: boolean): number {
  const { position, movedTo } = restoreStore(from, store, replace);
  if (movedTo !== undefined) console.log(`what was there is now ${movedTo}`);
  console.log(`${store}: as ${from} has it, up to change ${position}`);
  return 0;
}

const megabytes = (file: string): string => (statSync(file).size / 1e6).toFixed(1);
