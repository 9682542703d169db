/** What --store may be called, and which commands make a store that is not there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { parseStoreName } from '../../src/config/store-name.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { NEO4J, temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', cwd: folder, env: { ...process.env, CLAIMGRAPH_NEO4J_USER: '' } });

describe('a store', () => {
  it.each([
    ['neo4j', 'did you mean neo4j://localhost:7687, or the file ./neo4j?'],
    ['Neo4J', 'did you mean neo4j://localhost:7687'],
    ['bolt', 'did you mean bolt://localhost:7687'],
    ['graph', 'did you mean the file ./graph'],
    ['postgres://localhost/db', 'no store has the scheme postgres:'],
    ['noe4j://localhost:7687', 'did you mean neo4j://localhost:7687?'],
    ['bold://localhost', 'did you mean bolt://localhost?'],
    ['bolt:/localhost:7687', 'did you mean bolt://localhost:7687?'],
    ['bolt:localhost', 'did you mean bolt://localhost?'],
    ['neo4j:7687', 'did you mean neo4j://neo4j:7687?'],
    ['localhost:7687', 'did you mean neo4j://localhost:7687?'],
    ['127.0.0.1:7687', 'did you mean neo4j://127.0.0.1:7687?'],
    ['NEO4J://', 'did you mean neo4j://localhost:7687?'],
    ['neo4j://', 'did you mean neo4j://localhost:7687?'],
    ['neo4j://:7687', 'it is not an address'],
    ['neo4j://host:99999', 'it is not an address'],
    ['neo4j://host:7687/people', 'CLAIMGRAPH_NEO4J_DATABASE=people'],
    ['neo4j://ada:secret@host', 'CLAIMGRAPH_NEO4J_PASSWORD'],
    ['http://localhost:7474', 'did you mean neo4j://localhost:7687?'],
    ['file:///tmp/graph.db', 'did you mean /tmp/graph.db?'],
    ['sqlite://graph.db', 'did you mean graph.db?'],
    ['sqlite:graph.db', 'did you mean graph.db?'],
    ['', 'it is empty'],
    ['  ', 'it is empty'],
    ['.', 'it is a folder'],
    ['/tmp', 'it is a folder'],
    ['data/', 'it is a folder'],
    [':memory:', 'a file on disk'],
    ['/dev/null', 'not a regular file'],
    ['a\nb.db', 'control character'],
  ])('called %j is refused, with what was meant', (name, meant) => {
    const parsed = parseStoreName(name);
    expect('refused' in parsed ? parsed.refused : parsed).toContain(meant);
  });

  it.each([
    'graph.db',
    './x',
    '/abs/x',
    'x.sqlite',
    'data/graph',
    '../graph',
    'C:\\data\\graph.db',
    'C:/data/graph.db',
    'data\\graph',
    '.hidden.db',
    './a:b.db',
  ])('called %j is a file', (name) => expect(parseStoreName(name)).toEqual({ kind: 'sqlite', name }));

  it.each([
    ['neo4j://localhost:7687', 'neo4j://localhost:7687'],
    ['bolt://127.0.0.1', 'bolt://127.0.0.1'],
    ['NEO4J+S://Example.org:7687/', 'neo4j+s://Example.org:7687'],
    ['bolt+ssc://[::1]:7687', 'bolt+ssc://[::1]:7687'],
    ['neo4j://host:7687?policy=eu', 'neo4j://host:7687?policy=eu'],
  ])('called %j is a Neo4j', (name, address) => expect(parseStoreName(name)).toEqual({ kind: 'neo4j', name: address }));

  it('of a bare word is a file once it is one', async () => {
    const word = `claimgraph-test-${process.pid}`;
    expect(parseStoreName(word)).toHaveProperty('refused');
    try {
      await openSqliteStore(`./${word}`).close();
      expect(parseStoreName(word)).toEqual({ kind: 'sqlite', name: word });
    } finally {
      for (const ending of ['', '-wal', '-shm']) rmSync(word + ending, { force: true });
    }
  });
});

describe('the command line', () => {
  it.each([
    [['serve', '--store', 'neo4j'], '--store is "neo4j": it is a bare word'],
    [['seed', '--store', 'postgres://localhost/db'], '--store is "postgres://localhost/db": no store has the scheme'],
    [['check', '--store', ''], '--store is "": it is empty'],
    [['import', 'jsonl', '-', '--store', 'noe4j://x'], 'did you mean neo4j://x?'],
    [['copy', '--from', 'neo4j', '--to', './y.db'], '--from is "neo4j": it is a bare word'],
    [['copy', '--from', './x.db', '--to', 'http://localhost:7474'], '--to is "http://localhost:7474": Neo4j is reached over Bolt'],
    [['backup', 'x.db', '--store', 'bolt'], '--store is "bolt"'],
  ])('%j is called wrongly, and makes nothing', (words, line) => {
    const { status, stderr } = run(...words);
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(line);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([['check'], ['export', 'jsonl'], ['backup', 'copy.db'], ['copy', '--to', './target.db']])(
    '%s of a store that is not there says so, and makes none',
    (...words) => {
      const { status, stderr } = run(...words, words[0] === 'copy' ? '--from' : '--store', './ghost/graph.db');
      expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
      expect(stderr).toContain('ghost/graph.db: there is no store');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('restore of a copy that is not there says so, and makes none', () => {
    expect(run('restore', './ghost.db', '--store', './graph.db')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('ghost.db: there is no such file'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file without a graph in it is none, and stays as it is', () => {
    writeFileSync(join(folder, 'empty.db'), '');
    expect(run('check', '--store', 'empty.db')).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no graph in it') });
    expect(run('seed', '--store', 'empty.db').status).toBe(0);
    expect(run('check', '--store', 'empty.db').stdout).toContain('all is well');
  });

  it('a dry run of an import makes nothing, and answers as an empty store would', () => {
    mkdirSync(join(folder, 'in'));
    const line = '{"entity":{"key":"a","kind":"PERSON","names":[{"language":"en","text":"A"}]}}\n';
    writeFileSync(join(folder, 'in', 'a.jsonl'), line);
    const { status, stdout } = run('import', 'jsonl', 'in/a.jsonl', '--dry-run', '--store', './new.db');
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 records would be created')]);
    expect(readdirSync(folder)).toEqual(['in']);
    for (const word of ['import', 'seed']) {
      const words = word === 'import' ? ['import', 'jsonl', 'in/a.jsonl'] : ['seed'];
      expect(run(...words, '--store', `./made/${word}.db`).status).toBe(0);
      expect(existsSync(join(folder, 'made', `${word}.db`))).toBe(true);
    }
    expect(run('copy', '--from', './made/seed.db', '--to', './made/copy.db').status).toBe(0);
  });
});

const uri = inject('neo4j');

describe.runIf(uri !== undefined)('a Neo4j without a graph', () => {
  const driver = uri === undefined ? undefined : neo4j.driver(uri);
  afterAll(() => driver?.close());

  const schema = async (): Promise<number> => {
    const { records } = await driver!.executeQuery('SHOW INDEXES YIELD name RETURN count(*) AS count');
    return (records[0]!.get('count') as { toNumber(): number }).toNumber();
  };
  const dropSchema = async (): Promise<void> => {
    await driver!.executeQuery('MATCH (n) DETACH DELETE n');
    for (const [what, from] of [
      ['CONSTRAINT', 'CONSTRAINTS YIELD name'],
      ['INDEX', "INDEXES YIELD name, type WHERE type <> 'LOOKUP'"],
    ] as const) {
      const { records } = await driver!.executeQuery(`SHOW ${from} RETURN name`);
      for (const record of records) await driver!.executeQuery(`DROP ${what} \`${String(record.get('name'))}\``);
    }
  };

  it('is said to have none by what reads, and gets no index; what writes makes them', async () => {
    // For its turn: other files use the same database.
    const turn = await NEO4J.open();
    try {
      await dropSchema();
      const before = await schema();
      for (const words of [['check'], ['export', 'jsonl']]) {
        const { status, stdout, stderr } = run(...words, '--store', uri!);
        expect([words, status, stdout, stderr]).toEqual([words, 1, '', expect.stringContaining('the database neo4j holds no graph')]);
      }
      expect(run('copy', '--from', uri!, '--to', './x.db')).toMatchObject({ status: 1, stderr: expect.stringContaining('no graph') });
      writeFileSync(join(folder, 'a.jsonl'), '{"entity":{"key":"a","kind":"PERSON","names":[{"language":"en","text":"A"}]}}\n');
      const dry = run('import', 'jsonl', 'a.jsonl', '--dry-run', '--store', uri!);
      expect([dry.status, dry.stdout]).toEqual([0, expect.stringContaining('1 records would be created')]);
      expect(await schema()).toBe(before);
      expect(readdirSync(folder)).toEqual(['a.jsonl']);
      expect(run('import', 'jsonl', 'a.jsonl', '--store', uri!).status).toBe(0);
      expect(await schema()).toBeGreaterThan(before);
      expect(run('check', '--store', uri!)).toMatchObject({ status: 0, stdout: expect.stringContaining('all is well') });
    } finally {
      await turn.close();
      // As other files expect it.
      await (await openNeo4jStore({ uri: uri! })).close();
    }
  }, 600_000);
});
