/** What files hold, in one word: another word when any of them is another, is new or is gone. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Of the files that these patterns match, from the project's folder on. */
export function digestOf(...patterns: readonly string[]): string {
  const digest = createHash('sha256');
  for (const name of globSync(patterns, { cwd: ROOT }).sort())
    digest
      .update(name)
      .update('\0')
      .update(readFileSync(join(ROOT, name)))
      .update('\0');
  return digest.digest('hex').slice(0, 32);
}
