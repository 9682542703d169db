/** Room for what an import has to remember of a file: it may be more than memory holds, and outlives nothing. */
import { SqliteScratch } from './sqlite/scratch.js';

export interface Scratch {
  /** A further value of a key. */
  add(key: string, value: string): void;
  /** The first value of a key. */
  first(key: string): string | undefined;
  /** All values: keys in the order of their first value, the values of a key in the order in which they were added. */
  all(): Iterable<readonly [key: string, value: string]>;
  close(): void;
}

export const openScratch = (): Scratch => new SqliteScratch();
