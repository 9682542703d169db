/** Files that hold drafts and restricted records: made for their owner's account alone. */
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
/** What the group and all others may do. */
const OTHERS = 0o077;

/** How a new file is opened that only its owner's account may read; a stricter umask is kept to. */
export const PRIVATE = { mode: FILE_MODE } as const;

/** Makes the folder, and those above it that are missing. One that is there stays as it is. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
}

/**
 * Makes an empty file. SQLite gives the files that it keeps beside a database the same mode.
 * @throws with code EEXIST where there is one already.
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', FILE_MODE));
}

/** The mode of a file that other accounts of this machine may read or write, such as "644"; undefined where none may. */
export function looseMode(file: string): string | undefined {
  // Windows has no such modes, and shows what would be one for everybody.
  if (process.platform === 'win32' || !existsSync(file)) return undefined;
  const mode = statSync(file).mode & 0o777;
  return (mode & OTHERS) === 0 ? undefined : mode.toString(8);
}
