/** How a SQLite file is told from any other. */
import { closeSync, openSync, readSync } from 'node:fs';

const MAGIC = 'SQLite format 3\0';

/** Whether a file begins as SQLite's files do. */
export function isSqlite(file: string): boolean {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const start = Buffer.alloc(MAGIC.length);
      readSync(descriptor, start, 0, start.length, 0);
      return start.toString('latin1') === MAGIC;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
