/** Backups while writing, and putting them back: the built program on real files. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
};
const items = (batch: number) =>
  Array.from({ length: 20 }, (_, index) => ({
    entity: { key: `b${batch}-${index}`, kind: 'PERSON', names: [{ language: 'en', text: `Person ${batch} ${index}` }] },
  }));

it('a backup beside a writer is one moment of the store, whole transactions alone', { timeout: 120_000 }, async () => {
  const file = join(folder, 'written.db');
  const store = openSqliteStore(file);
  const writing = new AbortController();
  let written = 0;
  const writer = (async () => {
    while (!writing.signal.aborted) await store.write({ items: items(written++) });
  })();
  const copies: string[] = [];
  for (let time = 0; time < 4; time++) {
    const copy = join(folder, `copy-${time}.db`);
    const child = spawn(process.execPath, [MAIN, 'backup', copy, '--store', file]);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    copies.push(copy);
  }
  writing.abort();
  await writer;
  const positions: number[] = [];
  for (const copy of copies) {
    expect(run('check', '--store', copy).stdout).toContain('all is well');
    const opened = openSqliteStore(copy);
    positions.push(await opened.position());
    expect(positions.at(-1)! % 20).toBe(0);
    const changes = await opened.changes(0, 1_000_000);
    expect(changes).toEqual((await store.changes(0, 1_000_000)).slice(0, changes.length));
    await opened.close();
  }
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(positions.at(-1)).toBeGreaterThan(positions[0]!);
  await store.close();
});

it('a restored store is the one that was backed up; what stood there is moved aside', async () => {
  const [file, copy] = [join(folder, 'restored.db'), join(folder, 'restored-copy.db')];
  const store = openSqliteStore(file);
  await store.write({ items: items(1) });
  expect(run('backup', copy, '--store', file).stdout).toContain('up to change 20');
  await store.write({ items: items(2) });
  expect(run('restore', copy, '--store', file, '--replace')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is in use') as string,
  });
  await store.close();
  expect(run('restore', copy, '--store', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('--replace') as string });
  expect(run('restore', copy, '--store', file, '--replace').status).toBe(0);
  const restored = openSqliteStore(file);
  expect(await restored.position()).toBe(20);
  await restored.write({ items: items(3) });
  expect(await restored.position()).toBe(40);
  await restored.close();
  const aside = openSqliteStore(
    join(
      folder,
      readdirSync(folder).find((name) => name.startsWith('restored.db.before-'))!,
    ),
  );
  expect(await aside.position()).toBe(40);
  await aside.close();
  expect(run('check', '--store', file).stdout).toContain('all is well');
});

it('what is wrong is one clear line, and leaves nothing behind', () => {
  const file = join(folder, 'wrong.db');
  const other = join(folder, 'other.txt');
  writeFileSync(other, 'no database'.repeat(1_000));
  expect(run('backup', join(folder, 'x.db'), '--store', file).stderr).toContain('there is no store');
  expect(run('backup', join(folder, 'copy-0.db'), '--store', join(folder, 'copy-1.db')).stderr).toContain('already exists');
  const elsewhere = join(folder, 'no', 'such', 'x.db');
  expect(run('backup', elsewhere, '--store', join(folder, 'copy-1.db')).stderr).toContain('there is no folder');
  expect(existsSync(join(folder, 'no'))).toBe(false);
  expect(run('restore', other, '--store', file).stderr).toContain('is not a database');
  expect(run('backup', join(folder, 'x.db'), '--store', 'bolt://127.0.0.1:1').stderr).toContain('with its own tools');
  // A page in the middle turned over.
  const damaged = join(folder, 'copy-3.db');
  const descriptor = openSync(damaged, 'r+');
  for (let page = 20; page < 60; page++) writeSync(descriptor, Buffer.alloc(2_000, 0xff), 0, 2_000, page * 4_096 + 100);
  closeSync(descriptor);
  expect(run('restore', damaged, '--store', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('damaged') as string });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(statSync(join(folder, 'copy-0.db')).size).toBeGreaterThan(0);
});

it('a file with a damaged page is told of by check, without a stack trace', async () => {
  const file = join(folder, 'damaged-page.db');
  const store = openSqliteStore(file);
  for (let batch = 0; batch < 5; batch++) await store.write({ items: items(batch) });
  await store.close();
  const middle = Math.floor(statSync(file).size / 2);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(Math.floor(middle / 5), 0xa5), 0, undefined, middle);
  closeSync(descriptor);
  const { status, stdout, stderr } = run('check', '--store', file);
  expect(status).toBe(1);
  expect(`${stdout}${stderr}`).toMatch(/is damaged|malformed|Page \d+|Tree \d+/);
  expect(`${stdout}${stderr}`).not.toMatch(/SqliteError|^\s+at /m);
});
