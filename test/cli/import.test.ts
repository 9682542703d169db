/** `claimgraph import` and `export` as they are called: reports, exit codes, pipes, and kills in the middle. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const LINES = 12_000;
const KILLS = 3;

let folder: string;
let store: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = join(folder, 'graph.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], input?: string) =>
  spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    input,
    maxBuffer: 64_000_000,
    env: { ...process.env, CLAIMGRAPH_STORE: store },
  });

function people(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ entity: { key: `p${index}`, kind: 'PERSON', names: [{ language: 'en', text: `Person number ${index}` }] } }),
  );
  return `${lines.join('\n')}\n`;
}

describe('import', () => {
  it('reports what was taken, lost and refused; ends with 1 when something was refused', () => {
    const report = join(folder, 'report.json');
    const { status, stdout } = run(['import', 'claimreview', join(FIXTURES, 'claimreview/feed.json'), '--report', report]);
    expect(status).toBe(1);
    expect(stdout).toContain('2 entries: 4 records created, 0 changed, 0 unchanged, 1 refused');
    expect(stdout).toContain('refused: dataFeedElement[1]item, claimReviewed: BAD_INPUT');
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ created: 4, refused: 1, lost: {} });
  });

  it('writes nothing on a dry run, and reads from a pipe', () => {
    const dry = run(['import', 'jsonl', '-', '--dry-run'], people(3));
    expect([dry.status, dry.stdout]).toEqual([0, expect.stringContaining('3 records would be created')]);
    const wet = run(['import', 'jsonl', '-'], people(3));
    expect([wet.status, wet.stdout]).toEqual([0, expect.stringContaining('3 records created')]);
    expect(run(['export', 'jsonl']).stdout.trim().split('\n')).toHaveLength(3);
  });

  it('says in one line what is wrong with the call', () => {
    expect(run(['import', 'ghost', 'x'])).toMatchObject({ status: 2, stderr: expect.stringContaining('claimreview') });
    const missing = run(['import', 'jsonl', join(folder, 'ghost.jsonl')]);
    expect([missing.status, missing.stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(run(['export', 'jsonl', '--where', '{"ghost":1}'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('BAD_INPUT at where'),
    });
  });
});

describe.each(STORE_KINDS)('an import into $name that is killed', ({ name, open }) => {
  // Empties the database, and keeps it for this test: others may have it for minutes first.
  let opened: StoreUnderTest | undefined;
  beforeAll(async () => {
    if (name === 'neo4j') opened = await open();
  });
  afterAll(() => opened?.close());

  it('goes on where it was: nothing is lost, nothing stands there twice', async () => {
    const address = () => (opened ? inject('neo4j')! : store);
    const file = join(folder, 'people.jsonl');
    const checkpoint = `${file}.import-progress`;
    writeFileSync(file, people(LINES));
    const words = [MAIN, 'import', 'jsonl', file, '--import-batch', '200', '--store', address()];
    let kills = 0;
    for (let reached = 0; kills < KILLS;) {
      const child = spawn(process.execPath, words, { stdio: 'ignore' });
      const ended = once(child, 'exit');
      reached = await reachedBeyond(checkpoint, reached, child);
      child.kill('SIGKILL');
      await ended;
      if (reached === Infinity) break;
      kills++;
    }
    expect(kills, 'the import was over before it could be killed').toBeGreaterThan(0);
    const last = run(['import', 'jsonl', file, '--store', address()]);
    expect([last.status, last.stdout]).toEqual([0, expect.stringContaining('going on after')]);
    expect(existsSync(checkpoint)).toBe(false);
    const lines = run(['export', 'jsonl', '--store', address()]).stdout.trimEnd().split('\n');
    expect([name, lines.length, new Set(lines).size]).toEqual([name, LINES, LINES]);
    const again = run(['import', 'jsonl', file, '--store', address()]);
    expect(again.stdout).toContain(`0 records created, 0 changed, ${LINES} unchanged`);
  }, 180_000);
});

/** Waits until more entries are written than before; Infinity when the import ended meanwhile. */
async function reachedBeyond(checkpoint: string, before: number, child: { exitCode: number | null }): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) return Infinity;
    const entries = existsSync(checkpoint) ? Number(readFileSync(checkpoint, 'utf8').split('\n')[1]) : 0;
    if (entries > before + 400) return entries;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
