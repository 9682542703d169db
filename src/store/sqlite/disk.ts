/** The disk that a database file is on. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../../model/errors.js';

/** Throws where the disk has no block left: a small write may still find room in the file, a larger one will not. */
export function refuseFull(file: string): void {
  if (statfsSync(dirname(file)).bavail === 0) throw new StoreError('STORE_UNAVAILABLE', `${file}: its disk is full`);
}
