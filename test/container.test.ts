/**
 * The container without an engine: every command is run from exactly the files that the Dockerfile copies, and
 * what the Dockerfile and the compose file promise is read from them. That the image builds is not seen here.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config/settings.js';
import { temporaryFolder } from './support/stores.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const stages = read('Dockerfile')
  .split(/^FROM /m)
  .slice(1);
const last = stages.at(-1)!;
const lines = (stage: string): string[][] =>
  stage
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([word]) => word === word?.toUpperCase() && word !== '' && !word!.startsWith('#'));
const instruction = (name: string): string =>
  lines(last)
    .find(([word]) => word === name)!
    .slice(1)
    .join(' ');

/** What a stage copies: the paths in the project, and where each goes under /app. */
function copied(stage: string): { from: string; to: string }[] {
  return lines(stage)
    .filter(([word]) => word === 'COPY')
    .flatMap(([, ...words]) => {
      const paths = words.filter((word) => !word.startsWith('--')).map((path) => path.replace(/^\/app\//, ''));
      const to = paths.pop()!;
      return paths.map((from) => ({ from, to: to.startsWith('./') ? join(to, basename(from)) : to }));
    });
}

describe('the image', () => {
  let app: string;
  let work: string;
  beforeAll(() => {
    app = temporaryFolder();
    work = temporaryFolder();
    for (const { from, to } of copied(last)) {
      mkdirSync(dirname(join(app, to)), { recursive: true });
      // As installed here: that nothing but what is installed for use is needed is looked at below.
      if (from === 'node_modules') symlinkSync(join(ROOT, from), join(app, to));
      else cpSync(join(ROOT, from), join(app, to), { recursive: true });
    }
    mkdirSync(join(app, 'data'));
    cpSync(join(ROOT, 'test/fixtures/claimreview/feed.json'), join(work, 'feed.json'));
  });
  afterAll(() => {
    chmodSync(app, 0o700);
    for (const folder of [app, work]) rmSync(folder, { recursive: true, force: true });
  });
  const [program, ...before] = JSON.parse(instruction('ENTRYPOINT')) as string[];
  const words = before.map((word) => word.replace('/app', '@'));
  const run = (...given: string[]) =>
    spawnSync(process.execPath, [...words.map((word) => word.replace('@', app)), ...given], {
      cwd: app,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    });

  it('runs every command, an import of ClaimReview among them, from the files that it has', async () => {
    expect(program).toBe('node');
    const file = (name: string): string => join(work, name);
    const commands: [number, ...string[]][] = [
      [0, 'schema'],
      [0, 'seed'],
      [0, 'check'],
      [0, 'token', 'create', 'Ada', '--role', 'admin'],
      [0, 'token', 'list'],
      [1, 'import', 'claimreview', file('feed.json')],
      [0, 'export', 'jsonl', file('graph.jsonl')],
      [0, 'export', 'evidence-pack', file('pack.zip')],
      [0, 'export', 'claimreview', file('reviews.json')],
      [0, 'backup', file('backup.db')],
      [0, 'restore', file('backup.db'), '--replace'],
      [0, 'copy', '--from', file('backup.db'), '--to', './data/copy.db'],
      [0, 'import', 'jsonl', file('graph.jsonl'), '--dry-run'],
    ];
    for (const [expected, ...command] of commands) {
      const { status, stderr } = run(...command);
      expect([command, status, expected === 0 && command[0] !== 'token' ? stderr : '']).toEqual([command, expected, '']);
    }
    const imported = run('import', 'claimreview', file('feed.json'));
    expect(imported.stdout).toContain('1 refused');
    // Nothing is written but in the folder of the volume.
    const outside = readdirSync(app, { recursive: true, withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() &&
        !entry.parentPath.startsWith(join(app, 'data')) &&
        !existsSync(join(ROOT, entry.parentPath.slice(app.length), entry.name)),
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
    expect(readdirSync(join(app, 'data'))).toEqual(expect.arrayContaining(['claimgraph.db', 'copy.db', 'tokens.json']));
  });

  it('serves, and loads the example only when it is told to', async () => {
    expect(JSON.parse(instruction('CMD'))).toEqual(['serve']);
    const child = spawn(
      process.execPath,
      [...words.map((word) => word.replace('@', app)), 'serve', '--port', '0', '--store', './data/empty.db'],
      {
        cwd: app,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env['PATH'], NODE_ENV: 'production', CLAIMGRAPH_ANONYMOUS_ROLE: 'reader' },
      },
    );
    try {
      let output = '';
      for await (const chunk of child.stdout) if ((output += String(chunk)).includes('Ctrl+C')) break;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)![0];
      const answer = await fetch(`${url}/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`, {
        headers: { 'apollo-require-preflight': 'true' },
      });
      expect(await answer.json()).toMatchObject({ data: { claims: { totalCount: 0 } } });
      const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
    } finally {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  });

  it('needs no package that is not installed for use', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const built = (readdirSync(join(ROOT, 'dist'), { recursive: true }) as string[]).filter(
      (name) => name.endsWith('.js') && !name.includes('playground/'),
    );
    const importing = /^(?:import|export) [\w*{}\s,$]+ from ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;
    const paths = built.flatMap((name) =>
      [...read(`dist/${name}`).matchAll(importing)].map(([, from, alone, later]) => from ?? alone ?? later!),
    );
    const needed = new Set(
      paths
        .filter((path) => !path.startsWith('.'))
        .map((path) =>
          path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect(needed.size).toBeGreaterThan(20);
    const builtin = new Set(builtinModules);
    expect([...needed].filter((name) => !name.startsWith('node:') && !builtin.has(name) && !(name in dependencies))).toEqual([]);
  });

  it('copies what there is, of what the project keeps, and is built without tools', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const stage of stages) {
      for (const { from } of copied(stage)) {
        const isBuilt = stage === last && ['node_modules', 'dist'].includes(from);
        expect([from, existsSync(join(ROOT, from)), isBuilt || !ignored.includes(from)]).toEqual([from, true, true]);
      }
    }
    expect(copied(stages[0]!).map(({ from }) => from)).not.toContain('tools');
    expect(stages[0]).toContain('--workspaces=false');
  });

  it('runs as a user without rights, who owns the folder of the volume alone', () => {
    expect(instruction('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(instruction('VOLUME')).toBe('/app/data');
    expect(
      lines(last)
        .filter(([word]) => word === 'RUN')
        .map((words) => words.join(' ')),
    ).toEqual(['RUN mkdir -m 0700 data && chown node:node data']);
    // The store and the tokens are in it by default.
    expect([SETTINGS.store.fallback, SETTINGS.tokensFile.fallback].map(dirname)).toEqual(['./data', './data']);
    expect(statSync(join(ROOT, 'dist/main.js')).isFile()).toBe(true);
  });
});

describe('docker-compose.yml', () => {
  const compose = parse(read('docker-compose.yml')) as {
    services: Record<string, Record<string, any>>;
    volumes: Record<string, unknown>;
  };
  const api = compose.services['api']!;

  it('gives the API nothing that it does not need', () => {
    expect(api).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], user: '1000:1000' });
    expect(api).not.toHaveProperty('cap_add');
    expect(api['tmpfs']).toEqual(['/tmp']);
    for (const service of Object.values(compose.services)) {
      expect(service).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(service).not.toHaveProperty('privileged');
    }
  });

  it('keeps the tokens and the data on volumes that have a name', () => {
    expect(api['volumes']).toEqual(['claimgraph-data:/app/data']);
    for (const service of Object.values(compose.services))
      for (const volume of service['volumes'] as string[]) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it('lets nobody write without a token, and loads no example by itself', () => {
    expect(['reader', 'none']).toContain(api['environment']['CLAIMGRAPH_ANONYMOUS_ROLE']);
    expect(JSON.stringify(api['command'] ?? '')).not.toContain('seed');
  });
});

it('docs/operations.md has the container form of every command, for both stores', () => {
  const help = spawnSync(process.execPath, [join(ROOT, 'dist/main.js'), '--help'], { encoding: 'utf8' }).stdout;
  const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}(\w+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  expect(commands).toHaveLength(11);
  const rows = read('docs/operations.md')
    .split('## In a container')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | '));
  const isMadeFor = (name: string, command: string): boolean =>
    new RegExp(`(main\\.js|claimgraph|api|serve) ${name}\\b`).test(command) ||
    (name === 'serve' && /docker run -d .* claimgraph`|compose up/.test(command));
  for (const name of commands) {
    expect([name, rows.some(([, own]) => own !== undefined && isMadeFor(name, own))]).toEqual([name, true]);
    // A Neo4j is backed up by its own tools.
    if (name === 'backup' || name === 'restore') continue;
    expect([name, rows.some(([, , compose]) => compose !== undefined && isMadeFor(name, compose))]).toEqual([name, true]);
  }
});
