/** The command line as a user runs it: the built program in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTING_NAMES, SETTINGS } from '../../src/config/settings.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
}

describe('claimgraph', () => {
  it('lists its commands', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    for (const command of ['serve', 'seed', 'check', 'copy', 'schema']) expect(stdout).toContain(command);
  });

  it('names every setting with its variable and default in --help', () => {
    const { stdout } = run(['serve', '--help']);
    const words = stdout.replace(/\s+/g, ' ');
    for (const name of SETTING_NAMES) {
      const { flag, variable, fallback } = SETTINGS[name];
      expect(words).toContain(`--${flag}`);
      expect(words).toContain(`[${variable}, default ${fallback || 'none'}]`);
    }
  });

  it.each([
    [['seed', '--busy-timeout', 'soon'], {}, '--busy-timeout is "soon"; it takes 0 to 86400000'],
    [['serve'], { CLAIMGRAPH_PORT: '99999' }, 'CLAIMGRAPH_PORT is "99999"; it takes 0 to 65535'],
    [['serve'], { CLAIMGRAPH_CORS_ORIGINS: 'front' }, 'CLAIMGRAPH_CORS_ORIGINS is "front"'],
    [['serve'], { CLAIMGRAPH_PAGE_SIZE_DEFAULT: '500' }, 'CLAIMGRAPH_PAGE_SIZE_DEFAULT is 500, more than CLAIMGRAPH_PAGE_SIZE_MAX (100)'],
    [['dance'], {}, "unknown command 'dance'"],
  ])('says in one line what is wrong with %j', (words, environment, line) => {
    const { status, stderr } = run(words, environment);
    expect(status).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    for (const flag of ['--version', '-V']) expect(run([flag])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  it('writes likely duplicates into a sheet, and does what is decided there, once', () => {
    const graph = join(folder, 'duplicates.db');
    const sheet = join(folder, 'sheet.csv');
    const people = ['Ada Quilliam', 'Quilliam, Ada', 'Somebody Else'].map((text, index) => ({
      entity: { key: `d${index}`, kind: 'PERSON', names: [{ language: 'en', text }] },
    }));
    writeFileSync(join(folder, 'people.yaml'), JSON.stringify({ items: people }));
    expect(run(['seed', 'people.yaml', '--no-vocabulary', '--store', graph]).status).toBe(0);
    // `find` is what is meant where nothing else is said.
    expect(run(['duplicates', sheet, '--store', graph])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 pairs to decide on'),
    });
    expect(run(['duplicates', 'find', sheet, '--store', graph])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is there already; --replace writes over it'),
    });
    expect(run(['duplicates', 'find', sheet, '--minimum-score', '2'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Expected a number from 0 to 1.'),
    });
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('\r\n,', '\r\nmerge,'));
    const apply = () => run(['duplicates', 'apply', sheet, '--store', graph, '--recorded-by', 'Ada']);
    expect(apply()).toMatchObject({ status: 0, stdout: '1 merged, 0 said to be different, 0 already as decided, 0 undecided\n' });
    expect(apply()).toMatchObject({ status: 0, stdout: '0 merged, 0 said to be different, 1 already as decided, 0 undecided\n' });
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('\r\nmerge,', '\r\nmarry,'));
    expect(apply()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('sheet.csv:2:1: BAD_INPUT: decision: "marry" is no decision'),
    });
  });

  it('makes a token, shows it once, lists it and ends it', () => {
    const file = join(folder, 'tokens.json');
    const made = run(['token', 'create', 'Ada', '--role', 'editor', '--days', '30', '--tokens-file', file]);
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/^clmg_[0-9a-f]{12}_[\w-]{43}\n$/);
    const id = made.stdout.split('_')[1]!;
    const listed = run(['token', 'list'], { CLAIMGRAPH_TOKENS_FILE: file });
    expect(listed.stdout).toMatch(new RegExp(`^${id}  editor       Ada  \\(created .*, expires `));
    expect(listed.stdout).not.toContain(made.stdout.trim().slice(-43));
    expect(run(['token', 'revoke', id, '--tokens-file', file]).stdout).toContain(', revoked ');
    expect(run(['token', 'revoke', 'nobody', '--tokens-file', file]).status).toBe(1);
    expect(run(['token', 'create', 'Ada', '--role', 'king']).status).toBe(2);
    expect(run(['token', 'create', 'Ada']).status).toBe(2);
  });

  it('is served to this machine alone until somebody says who may ask', { timeout: 60_000 }, async () => {
    const store = join(folder, 'guarded.db');
    const { status, stderr } = run(['serve', '--host', '0.0.0.0', '--store', store]);
    expect(status).toBe(2);
    expect(stderr).toContain('CLAIMGRAPH_HOST is "0.0.0.0", which would let anybody write');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(run(['serve', '--jwt-issuer', 'https://id.example.org']).stderr).toContain(
      'CLAIMGRAPH_JWT_AUDIENCE and CLAIMGRAPH_JWT_JWKS must be given too',
    );
    const server = spawn(process.execPath, [
      MAIN,
      'serve',
      '--host',
      '0.0.0.0',
      '--port',
      '0',
      '--store',
      store,
      '--anonymous-role',
      'reader',
    ]);
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    expect(line.toString()).toContain('claimgraph is ready');
    server.kill();
    await once(server, 'exit');
  });

  it('seeds the article once, then finds it there', () => {
    const store = join(folder, 'seed.db');
    expect(run(['seed', '--store', store]).stdout).toContain('created');
    expect(run(['seed', '--store', store]).stdout).toContain('already loaded');
    const checked = run(['check', '--store', store]);
    expect([checked.status, checked.stdout.trim().split('\n').at(-1)]).toEqual([0, 'all is well']);
  });

  it('loads a changeset of the caller, and says what is wrong with one', () => {
    const store = join(folder, 'own.db');
    writeFileSync(join(folder, 'good.yaml'), 'items:\n  - entity: { key: a, kind: PERSON, names: [{ language: en, text: A }] }\n');
    writeFileSync(join(folder, 'bad.yaml'), 'items:\n  - entity: { key: b, kind: PERSON, names: [{ language: xx-, text: B }] }\n');
    expect(run(['seed', 'good.yaml', '--store', store])).toMatchObject({ status: 0 });
    const bad = run(['seed', 'bad.yaml', '--store', store]);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('BAD_LANGUAGE at items[0].entity.names[0].language');
    expect(run(['seed', 'missing.yaml', '--store', store])).toMatchObject({ status: 1 });
    expect(run(['seed', 'missing.yaml', '--store', store]).stderr.trim().split('\n').length).toBe(1);
  });

  it('refuses a file that is no store in one line', () => {
    writeFileSync(join(folder, 'letter.db'), 'a letter '.repeat(1_000));
    const { status, stderr } = run(['check', '--store', join(folder, 'letter.db')]);
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('is not a database');
  });

  it('finds a passage that is not in the text it is checked against', () => {
    const store = join(folder, 'text.db');
    run(['seed', '--store', store]);
    writeFileSync(join(folder, 'other.txt'), 'another text');
    const { status, stdout } = run(['check', '--store', store, '--text', join(folder, 'other.txt')]);
    expect([status, stdout]).toEqual([1, expect.stringContaining('no source with passages has this text')]);
  });

  it('prints the schema that is published', () => {
    const published = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(run(['schema']).stdout).toBe(published);
  });

  it('serves until it is told to stop, and says where to click', async () => {
    const server = spawn(process.execPath, [MAIN, 'serve', '--seed', '--store', join(folder, 'serve.db'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(server, 'exit');
    try {
      let output = '';
      for await (const chunk of server.stdout) {
        output += String(chunk);
        if (output.includes('Ctrl+C')) break;
      }
      const address = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(output)![0];
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ claims { totalCount } }' }),
      });
      const { data, ...rest } = (await response.json()) as { data: unknown; extensions?: unknown };
      expect(data).toEqual({ claims: { totalCount: 25 } });
      expect(Object.keys(rest)).toEqual(['extensions']);
    } finally {
      // A server that outlives its test would hold the runner's output open.
      server.kill('SIGTERM');
    }
    expect(await exit).toEqual([0, null]);
  });
});
