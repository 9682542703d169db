/** Dependencies point one way, and files stay of a size to be read. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/digest.js';
import { leftOutPatterns } from './support/left-out.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const files = (readdirSync(SOURCES, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

/** What each folder may import from; `store` alone stands for the interface and the opening of stores. */
const ALLOWED: Record<string, readonly string[]> = {
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
