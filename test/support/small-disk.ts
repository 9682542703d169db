/** A disk of a few megabytes, to be filled: a tmpfs, which only root may mount. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room at all; gives a function that makes it again. */
  readonly fill: () => () => void;
  readonly remount: (how: 'ro' | 'rw') => void;
  readonly unmount: () => void;
}

/** Undefined, and said loudly, where this account may not mount; in CI, as root, that is an error. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-disk-'));
  const mount = (...words: string[]): void => void execFileSync('mount', [...words, folder], { stdio: 'pipe' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'claimgraph-test');
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (process.env['CI'] && process.getuid?.() === 0)
      throw new Error('a small disk could not be mounted, and must be in CI', { cause: error });
    console.warn('\n*** WHAT HAPPENS ON A FULL DISK IS NOT TESTED: only root may mount a tmpfs ***\n');
    return undefined;
  }
  return {
    folder,
    fill: () => {
      const filler = join(folder, 'filler');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize, 1));
      return () => rmSync(filler);
    },
    remount: (how) => mount('-o', `remount,${how}`),
    unmount: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
