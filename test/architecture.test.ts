/** Dependencies point one way, and files stay of a size to be read. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/digest.js';
import { leftOutPatterns } from './support/left-out.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const names = readdirSync(SOURCES, { recursive: true }) as string[];
const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

/** What each folder may import from; `store` alone stands for the interface and the opening of stores. */
const ALLOWED: Record<string, readonly string[]> = {
  types: [],
  model: [],
  config: ['model'],
  plan: ['model'],
  analysis: ['model', 'plan'],
  threads: ['model'],
  store: ['model', 'plan', 'analysis', 'threads'],
  embeddings: ['model', 'config', 'store', 'threads'],
  formats: ['model', 'plan', 'store', 'analysis'],
  graphql: ['model', 'plan', 'store', 'analysis', 'formats'],
  http: ['model', 'plan', 'store', 'analysis', 'graphql', 'formats', 'config', 'embeddings'],
  cli: ['model', 'plan', 'store', 'analysis', 'graphql', 'formats', 'http', 'config'],
};

/** Folders within others that have a rule of their own. A store knows the interface, and nothing of the other store. */
const ALLOWED_WITHIN: Record<string, readonly string[]> = {
  'store/sqlite': ['analysis', 'model', 'plan', 'store', 'threads'],
  'store/neo4j': ['analysis', 'model', 'plan', 'store'],
  'analysis/search': ['analysis', 'model', 'plan'],
};

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path]) =>
    relative(SOURCES, resolve(SOURCES, dirname(file), path!)),
  );

describe('the folders', () => {
  it('depend on each other one way', () => {
    const wrong = files.flatMap((file) => {
      const from = file.split('/')[0]!;
      const allowed = ALLOWED[from];
      if (!allowed) return [];
      return importsOf(file)
        .filter((to) => ![from, ...allowed].includes(to.split('/')[0]!))
        .map((to) => `${file} -> ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ALLOWED_WITHIN))('within others keep their own rule: %s', (folder, allowed) => {
    const folderOf = (path: string): string =>
      Object.keys(ALLOWED_WITHIN).find((within) => path.startsWith(`${within}/`)) ?? path.split('/')[0]!;
    const wrong = files
      .filter((file) => file.startsWith(`${folder}/`))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => ![folder, ...allowed].includes(folderOf(to)))
          .map((to) => `${file} -> ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('have a rule each', () => {
    const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0]!));
    expect(Object.keys(ALLOWED).sort()).toEqual([...folders].sort());
  });

  it('know a store by its interface alone', () => {
    const wrong = files
      .filter((file) => !file.startsWith('store/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => /^store\/\w+\//.test(to))
          .map((to) => `${file} -> ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('hold SQL in the SQLite store alone', () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith('store/sqlite/') &&
        /\b(SELECT .+ FROM|INSERT INTO|better-sqlite3)\b/.test(readFileSync(join(SOURCES, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('hold Cypher in the Neo4j store alone', () => {
    const wrong = files.filter(
      (file) => !file.startsWith('store/neo4j/') && /\b(MATCH \(|MERGE \(|UNWIND \$)/.test(readFileSync(join(SOURCES, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

/** Names of folders in a sentence or a cell, each between backticks. */
const namedIn = (text: string): string[] => [...text.matchAll(/`([\w/]+)`/g)].map(([, name]) => name!).sort();

describe('a reader finds', () => {
  const rules = Object.entries({ ...ALLOWED, ...ALLOWED_WITHIN });

  it.each(rules)('in src/%s/README.md what the folder may import', (folder, allowed) => {
    const page = readFileSync(join(SOURCES, folder, 'README.md'), 'utf8');
    expect(page).toMatch(new RegExp(`^# src/${folder}: `));
    expect(page).toMatch(/Begin with /);
    const [, stated] = /^May import from (.+)\.$/m.exec(page)!;
    expect(stated === 'no other folder of `src/`' ? [] : namedIn(stated!)).toEqual([...allowed].sort());
  });

  it.each(rules)('in src/%s/README.md files and folders that exist', (folder) => {
    const page = readFileSync(join(SOURCES, folder, 'README.md'), 'utf8');
    const paths = [...page.matchAll(/`([\w./-]+(?:\.ts|\/))`/g)].map(([, path]) => path!);
    const root = join(SOURCES, '..');
    expect(paths.filter((path) => ![join(SOURCES, folder), root].some((from) => existsSync(join(from, path))))).toEqual([]);
  });

  it('in docs/architecture.md the same rules', () => {
    const page = readFileSync(join(SOURCES, '../docs/architecture.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `src\/([\w/]+)` \| .+ \| (.+) \|$/gm)].map(([, folder, allowed]) => [folder!, namedIn(allowed!)]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(rules.map(([folder, allowed]) => [folder, [...allowed].sort()])));
  });

  it('in docs/architecture.md everything that a store can do', () => {
    const [, methods] = /^export interface Store \{\n([\s\S]*?)^\}$/m.exec(readFileSync(join(SOURCES, 'store/store.ts'), 'utf8'))!;
    const called = [...methods!.matchAll(/^ {2}(?:readonly )?(\w+)[(?]/gm)].map(([, name]) => name!);
    const page = readFileSync(join(SOURCES, '../docs/architecture.md'), 'utf8');
    const [, paths] = /^## Paths through the code\n([\s\S]*?)^## /m.exec(page)!;
    const stated = new Set([...paths!.matchAll(/`(?:Store\.)?(\w+)(?:\(\w*\))?`/g)].map(([, name]) => name!));
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => !stated.has(name))).toEqual([]);
  });

  it('in docs/architecture.md files that exist', () => {
    const page = readFileSync(join(SOURCES, '../docs/architecture.md'), 'utf8');
    const known = new Set(
      names.flatMap((name) => [name, basename(name), ...name.split('/').map((_, at, steps) => steps.slice(at).join('/'))]),
    );
    const paths = [...page.matchAll(/`(?:src\/)?((?:[\w.-]+\/)*[\w-]+(?:\.\w+)?\.ts)`/g)].map(([, path]) => path!);
    const root = join(SOURCES, '..');
    expect(paths.filter((path) => !known.has(path) && !existsSync(join(root, path)))).toEqual([]);
  });
});

it('files are no longer than can be read at once', () => {
  const sizes = files
    .map((file) => ({ file, lines: readFileSync(join(SOURCES, file), 'utf8').split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  expect(sizes[Math.floor(sizes.length / 2)]!.lines).toBeLessThan(120);
  // The one table and the one list of shapes of input are longer, for they are one.
  expect(sizes.filter(({ lines }) => lines > 350)).toEqual([]);
});

it('what the quick tests run needs no build, no browser, and no Neo4j of its own', () => {
  const leftOut = new Set(globSync(leftOutPatterns(), { cwd: ROOT }));
  const wrong = globSync('test/**/*.test.ts', { cwd: ROOT })
    .filter((name) => !leftOut.has(name) && name !== 'test/architecture.test.ts')
    .filter((name) =>
      /dist\/main|small-changesets|\bchromiumPath\b|\bstartJava\b|\bpythonWith/.test(readFileSync(join(ROOT, name), 'utf8')),
    );
  expect(wrong).toEqual([]);
  expect(leftOutPatterns().filter((pattern) => globSync(pattern, { cwd: ROOT }).length === 0)).toEqual([]);
});
