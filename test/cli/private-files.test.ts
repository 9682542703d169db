/** Files that hold drafts are made for their owner's account alone; the built program under a usual and a strict umask. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shell = (umask: string, words: string): string => `umask ${umask}; exec "${process.execPath}" "${MAIN}" ${words}`;
const run = (umask: string, words: string) => spawnSync('sh', ['-c', shell(umask, words)], { encoding: 'utf8', cwd: folder });
const modes = (): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .sort()
      .map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );

interface Served {
  /** The modes of the files while it serves. */
  readonly modes: Record<string, string>;
  readonly log: string;
}

async function served(umask: string, words: string): Promise<Served> {
  const child = spawn('sh', ['-c', shell(umask, `serve --port 0 ${words}`)], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  let output = '';
  for await (const chunk of child.stdout) if ((output += String(chunk)).includes('Ctrl+C')) break;
  const during = modes();
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
  return { modes: during, log };
}

it.runIf(process.platform !== 'win32')('a store, what stands beside it, and copies of it are its owner’s alone', async () => {
  const during = await served('022', '--seed --store data/inner/graph.db');
  expect(during.modes).toEqual({
    data: '700',
    'data/inner': '700',
    'data/inner/graph.db': '600',
    'data/inner/graph.db-shm': '600',
    'data/inner/graph.db-wal': '600',
  });
  expect(during.log).not.toContain('chmod');
  // A backup makes no folder.
  mkdirSync(join(folder, 'copies'), { mode: 0o700 });
  for (const words of [
    'backup copies/backup.db --store data/inner/graph.db',
    'restore copies/backup.db --store restored/graph.db',
    'export jsonl graph.jsonl --store data/inner/graph.db',
    'import jsonl graph.jsonl --store imported/graph.db --report report.json',
    'copy --from data/inner/graph.db --to copied/graph.db',
  ])
    expect([words, run('022', words).status]).toEqual([words, 0]);
  const loose = Object.entries(modes()).filter(([, mode]) => !mode.endsWith('00'));
  expect(loose).toEqual([]);
});

it.runIf(process.platform !== 'win32')('a stricter umask is kept to, and a file that is there stays as it is, and is told of', async () => {
  expect(run('0177', 'seed --store ./strict.db').status).toBe(0);
  expect(modes()['strict.db']).toBe('600');
  chmodSync(join(folder, 'strict.db'), 0o644);
  const { log, modes: during } = await served('022', '--store ./strict.db');
  expect(during['strict.db']).toBe('644');
  const warned = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: number; msg: string });
  expect(warned).toEqual([expect.objectContaining({ level: 40, msg: expect.stringContaining('(mode 644)') as string })]);
  writeFileSync(join(folder, 'other.db'), '', { mode: 0o640 });
  expect((await served('022', '--store ./other.db')).log).toContain('(mode 640)');
});
