/** `claimgraph import` and `export` as they are called: reports, exit codes, pipes, and kills in the middle. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const LINES = 6_000;
const FEWER = 2_000;
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

const ENVIRONMENT = { ...process.env, CLAIMGRAPH_NEO4J_USER: '' };

function people(count: number, prefix = 'p'): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ entity: { key: `${prefix}${index}`, kind: 'PERSON', names: [{ language: 'en', text: `Person number ${index}` }] } }),
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

  it('tells and proposes which new claims were said before, once', () => {
    const claim = (key: string, text: string) => `${JSON.stringify({ claim: { key, texts: [{ language: 'en', text }] } })}\n`;
    run(['import', 'jsonl', '-'], claim('old', 'The hospital of Northwick lost 300 patient files in 2019'));
    const more =
      claim('same', 'In 2019 the hospital of Northwick lost 300 patient files') + claim('other', 'In 2019 Northwick lost 9 files');
    const report = join(folder, 'report.json');
    const dry = run(['import', 'jsonl', '-', '--dry-run', '--match', 'link'], more);
    expect(dry.stdout).toContain('1 match of new claims with claims that were there\n  line 1: same is like old, score 0.9');
    const linked = run(['import', 'jsonl', '-', '--match', 'link', '--report', report], more);
    expect(linked.stdout).toContain('numbers agree: 300; dates agree: 2019; names agree: Northwick; proposed as SAME_AS, a draft');
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      matched: 1,
      matches: [{ key: 'same', otherKey: 'old', linked: true, numbers: { agree: ['300'] } }],
    });
    expect(run(['import', 'jsonl', '-', '--match', 'report'], more).stdout).toContain('0 matches of new claims');
    expect(run(['import', 'jsonl', '-', '--match', 'report', '--match-score', '2'], more).status).toBe(2);
    const links = () =>
      run(['export', 'jsonl'])
        .stdout.split('\n')
        .filter((line) => line.startsWith('{"claimLink"'))
        .map((line) => JSON.parse(line).claimLink as object);
    expect(links()).toMatchObject([{ kind: 'SAME_AS', visibility: 'DRAFT' }]);
    // A sheet of the same duplicates publishes what was proposed.
    const sheet = join(folder, 'sheet.csv');
    expect(run(['duplicates', 'find', sheet, '--kind', 'claim', '--minimum-score', '0.9']).stdout).toContain('1 pairs to decide on');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace(/^,,Claim/m, 'merge,,Claim'));
    expect(run(['duplicates', 'apply', sheet]).stdout).toContain('1 merged');
    expect(run(['duplicates', 'apply', sheet]).stdout).toContain('0 merged, 0 said to be different, 1 already');
    expect(links()).toMatchObject([{ kind: 'SAME_AS' }]);
    expect(links()[0]).not.toHaveProperty('visibility');
  });

  it('an export writes over no file, unless it is told to', () => {
    run(['import', 'jsonl', '-'], people(3));
    const out = join(folder, 'out.jsonl');
    expect(run(['export', 'jsonl', out]).status).toBe(0);
    writeFileSync(out, 'mine');
    expect(run(['export', 'jsonl', out])).toMatchObject({ status: 1, stderr: `${out} already exists; --replace overwrites it\n` });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(run(['export', 'jsonl', out, '--replace']).status).toBe(0);
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('an export is for a reader, and says what it leaves out; own lines are for everybody', () => {
    const line = (key: string, visibility: string) =>
      JSON.stringify({ claim: { key, texts: [{ language: 'en', text: key }], visibility } });
    run(['import', 'jsonl', '-'], ['PUBLIC', 'DRAFT', 'RESTRICTED'].map((visibility) => `${line(visibility, visibility)}\n`).join(''));
    const told = (words: string[]) => {
      const { status, stdout, stderr } = run(['export', ...words]);
      return [status, ['DRAFT', 'RESTRICTED'].filter((name) => stdout.includes(name)), stderr];
    };
    const warning = 'left out, because a reader may not see them: 2 Claim; --as contributor includes them\n';
    expect(told(['jsonl'])).toEqual([0, ['DRAFT', 'RESTRICTED'], '']);
    expect(told(['jsonl', '--as', 'reader'])).toEqual([0, [], warning]);
    expect(told(['evidence-pack'])[2]).toBe(warning);
    expect(told(['evidence-pack', '--as', 'contributor'])[2]).toBe('');
    const where = JSON.stringify({ key: { in: ['PUBLIC', 'DRAFT'] } });
    expect(told(['evidence-pack', '--where', where])[2]).toBe(warning.replace('2 Claim', '1 Claim'));
    expect(run(['export', 'jsonl', '--as', 'king']).status).toBe(2);
  });

  it('a file that holds nothing is told, and is no success', () => {
    const mapping = join(folder, 'mapping.yaml');
    writeFileSync(mapping, 'items:\n  - entity: { key: "{id}", kind: PERSON, names: [{ language: en, text: "{name}" }] }\n');
    const table = join(folder, 'rows.csv');
    for (const text of ['id,name\n', 'id,name', '\ufeffid,name\r\n', '']) {
      writeFileSync(table, text);
      const { status, stdout, stderr } = run(['import', 'table', table, '--mapping', mapping]);
      expect([text, status, stdout + stderr]).toEqual([text, 1, expect.stringMatching(/holds no rows|refused: /)]);
    }
    expect(run(['import', 'jsonl', '-'], '').status).toBe(1);
    writeFileSync(table, 'id,name\n1,One\n');
    expect(run(['import', 'table', table, '--mapping', mapping]).status).toBe(0);
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
  const address = () => (opened ? inject('neo4j')! : store);
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [MAIN, ...words, '--store', address()], { encoding: 'utf8', maxBuffer: 64_000_000, env: ENVIRONMENT });
  /** What the store has by now, read beside the import. */
  const written = async (): Promise<number> => {
    if (opened) return opened.store.position();
    if (!existsSync(store)) return 0;
    const database = new Database(store, { readonly: true });
    try {
      return (database.prepare('SELECT max("position") FROM "version"').pluck().get() as number | null) ?? 0;
    } catch {
      return 0;
    } finally {
      database.close();
    }
  };
  /** Ends it when so much more is written than before; gives what was written, or Infinity when it was over first. */
  const killedBeyond = async (file: string, before: number): Promise<number> => {
    const child = spawn(process.execPath, [MAIN, 'import', 'jsonl', file, '--import-batch', '200', '--store', address()], {
      stdio: 'ignore',
      env: ENVIRONMENT,
    });
    const ended = once(child, 'exit');
    for (let reached = before; ;) {
      if (child.exitCode !== null) return Infinity;
      if (reached > before + 400) {
        child.kill('SIGKILL');
        await ended;
        return written();
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      reached = await written();
    }
  };
  const keys = (): string[] => {
    const { status, stdout, stderr } = run('export', 'jsonl');
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    return lines.flatMap((line) => (JSON.parse(line) as { entity?: { key: string } }).entity?.key ?? []);
  };

  it('goes on where it was: nothing is lost, nothing stands there twice', async () => {
    const file = join(folder, 'people.jsonl');
    writeFileSync(file, people(LINES));
    let kills = 0;
    for (let reached = 0; kills < KILLS;) {
      reached = await killedBeyond(file, reached);
      if (reached === Infinity) break;
      kills++;
    }
    expect(kills, 'the import was over before it could be killed').toBeGreaterThan(0);
    const last = run('import', 'jsonl', file);
    expect([last.status, last.stdout]).toEqual([0, expect.stringContaining('continuing after')]);
    const there = keys();
    expect([name, there.length, new Set(there).size]).toEqual([name, LINES, LINES]);
    const again = run('import', 'jsonl', file);
    expect(again.stdout).not.toContain('continuing after');
    expect(again.stdout).toContain(`0 records created, 0 changed, ${LINES} unchanged`);
    expect(readdirSync(folder).filter((each) => each.startsWith('people'))).toEqual(['people.jsonl']);
  }, 300_000);

  it('begins anew where the content is another, though its size and time are the same', async () => {
    const file = join(folder, 'others.jsonl');
    writeFileSync(file, people(FEWER, 'r'));
    const time = new Date('2026-01-01T00:00:00Z');
    utimesSync(file, time, time);
    expect(await killedBeyond(file, await written())).toBeLessThan(Infinity);
    writeFileSync(file, people(FEWER, 's'));
    utimesSync(file, time, time);
    const { status, stdout } = run('import', 'jsonl', file);
    expect(status).toBe(0);
    expect(stdout).not.toContain('continuing after');
    expect(stdout).toContain(`${FEWER} records created`);
    expect(keys().filter((key) => key.startsWith('s'))).toHaveLength(FEWER);
  }, 300_000);

  it('does not count what waits for a record that comes later', async () => {
    const file = join(folder, 'waiting.jsonl');
    const claim = { claim: { key: 'early', texts: [{ language: 'en', text: 'Early' }], subject: `w${FEWER - 1}` } };
    writeFileSync(file, `${JSON.stringify(claim)}\n${people(FEWER, 'w')}`);
    expect(await killedBeyond(file, await written())).toBeLessThan(Infinity);
    const { status, stdout } = run('import', 'jsonl', file);
    expect([status, stdout]).toEqual([0, expect.stringContaining(', 0 refused')]);
    expect(run('export', 'jsonl').stdout).toContain('"key":"early"');
  }, 300_000);

  it('knows nothing of it in another store, which gets everything', async () => {
    const file = join(folder, 'more.jsonl');
    writeFileSync(file, people(FEWER, 'm'));
    expect(await killedBeyond(file, await written())).toBeLessThan(Infinity);
    const other = join(folder, 'other.db');
    const { status, stdout } = spawnSync(process.execPath, [MAIN, 'import', 'jsonl', file, '--store', other], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).not.toContain('continuing after');
    expect(stdout).toContain(`${FEWER} records created`);
    // And goes on in the first one all the same.
    expect(run('import', 'jsonl', file).stdout).toContain('continuing after');
    expect(keys().filter((key) => key.startsWith('m'))).toHaveLength(FEWER);
  }, 300_000);

  // A backup is of a file.
  if (name === 'sqlite')
    it('begins anew in an older backup that was restored, or copied to', async () => {
      const file = join(folder, 'restored.jsonl');
      writeFileSync(file, people(FEWER, 'x'));
      expect(await killedBeyond(file, 0)).toBeLessThan(Infinity);
      const backup = join(folder, 'backup.db');
      expect(run('backup', backup).status).toBe(0);
      const position = await written();
      expect(await killedBeyond(file, position)).toBeLessThan(Infinity);
      const copied = join(folder, 'copied.db');
      expect(spawnSync(process.execPath, [MAIN, 'copy', '--from', backup, '--to', copied]).status).toBe(0);
      expect(run('restore', backup, '--replace').status).toBe(0);
      expect(await written()).toBe(position);
      for (const target of [store, copied]) {
        const { status, stdout } = spawnSync(process.execPath, [MAIN, 'import', 'jsonl', file, '--store', target], { encoding: 'utf8' });
        expect([status, stdout]).toEqual([
          0,
          expect.stringContaining(`${FEWER - position} records created, 0 changed, ${position} unchanged`),
        ]);
      }
      expect(keys()).toHaveLength(FEWER);
    }, 300_000);
});
