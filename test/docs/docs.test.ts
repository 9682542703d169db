/** The docs are true: README's snippets are run as they stand, tables are compared with the code. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applySeed } from '../../src/cli/seed.js';
import { SETTING_NAMES, SETTINGS } from '../../src/config/settings.js';
import { ERROR_CODES } from '../../src/model/errors.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

interface Snippet {
  readonly language: string;
  readonly text: string;
}

const snippetsOf = (page: string): Snippet[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language: language!, text: text! }));

describe('README.md', () => {
  const snippets = snippetsOf(read('README.md'));
  let under: StoreUnderTest;
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    await applySeed(under.store);
    server = await startServer(under.store);
    folder = temporaryFolder();
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
    rmSync(folder, { recursive: true });
  });

  const operations = snippets.flatMap((snippet, index) =>
    snippet.language === 'graphql' ? [[/\w+ (\w+)/.exec(snippet.text)![1]!, snippet.text, snippets[index + 1]!] as const] : [],
  );
  it.each(operations)('%s answers what it says', async (_name, query, answer) => {
    expect(answer.language).toBe('json');
    const { body } = await server.ask(query);
    const said = JSON.parse(answer.text) as { errors?: object[] };
    // Where in the query, and what it cost, is not told in the README.
    delete body.extensions;
    for (const error of body.errors ?? []) delete (error as { locations?: unknown }).locations;
    expect(body).toEqual(said);
  });

  it('has shell lines that work', () => {
    const lines = snippets.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));
    const changeset = snippets.find(({ language }) => language === 'yaml')!.text;
    writeFileSync(join(folder, /^# (\S+\.yaml)/.exec(changeset)![1]!), changeset);
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
    for (const line of lines) {
      // The two commands are run by .ci/run, in a fresh clone.
      if (line === 'npm ci && npm start' || line === 'npm test') {
        expect(scripts['start'] && scripts['test']).toBeTruthy();
        continue;
      }
      const runnable = line
        .replace('http://127.0.0.1:4000', server.url)
        .replace(/^npx claimgraph/, `"${process.execPath}" "${join(ROOT, 'dist/main.js')}"`);
      // Needs an engine: the compose file is checked against its schema's demands below.
      if (line.startsWith('curl') || line.startsWith('docker compose')) continue;
      const { status, stderr } = spawnSync('bash', ['-c', runnable], { cwd: folder, encoding: 'utf8' });
      expect([line, status, stderr]).toEqual([line, 0, '']);
    }
  });

  it('has a curl line that gets an answer', async () => {
    const line = snippets.flatMap(({ text }) => text.split('\n')).find((each) => each.startsWith('curl'))!;
    const { execFile } = await import('node:child_process');
    const { promisify } = await import('node:util');
    const { stdout } = await promisify(execFile)('bash', ['-c', line.replace('http://127.0.0.1:4000', server.url)]);
    expect(JSON.parse(stdout)).toMatchObject({ data: { stats: { records: expect.arrayContaining([{ kind: 'CLAIM', active: 25 }]) } } });
  });

  it('says the defaults that are', () => {
    for (const [, variable, fallback] of read('README.md').matchAll(/^\| `(CLAIMGRAPH_\w+)` \| (`[^`]+`|none) \|/gm)) {
      const setting = Object.values(SETTINGS).find((each) => each.variable === variable)!;
      expect(fallback).toBe(setting.fallback ? `\`${setting.fallback}\`` : 'none');
    }
  });

  it('names every example', () => {
    for (const name of readdirSync(join(ROOT, 'examples'))) expect(read('README.md')).toContain(`(examples/${name})`);
  });
});

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const PAGES = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');

it.each(PAGES.filter((page) => existsSync(join(ROOT, page))))('%s has no dead links into the project', (page) => {
  const folder = join(ROOT, page, '..');
  const links = [...withoutCode(read(page)).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
  const dead = links.filter(([, link, anchor]) => {
    const to = link ? join(folder, link) : join(ROOT, page);
    if (!existsSync(to)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(to, 'utf8')).includes(anchor);
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

it.each([
  ['CONTRIBUTING.md', 60],
  ['SECURITY.md', 10],
])('%s names files that exist', (page, least) => {
  const paths = [...read(page).matchAll(/`([\w.-]+\/[\w./-]*|\w[\w.-]*\.(?:json|md|yml))`/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(least);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('docs/operations.md quotes messages as they are', () => {
  const symptoms = [...read('docs/operations.md').matchAll(/^\| ([^|]*"[^|]*) \|/gm)].map(([, symptom]) => symptom!);
  const quoted = symptoms
    .flatMap((symptom) => [...symptom.matchAll(/"([^"{}]+)"/g)].map(([, text]) => text!))
    .filter((text) => / /.test(text));
  expect(quoted.length).toBeGreaterThan(5);
  const sources = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'));
  const code = sources.map((name) => read(join('src', name))).join('\n');
  // N stands for a number.
  expect(quoted.filter((text) => !text.split(/ ?\bN\b ?/).every((part) => code.includes(part)))).toEqual([]);
});

it('docker-compose.yml keeps secrets out, ports on loopback and names the image that the tests name', () => {
  const compose = parse(read('docker-compose.yml')) as {
    services: Record<string, { image?: string; ports: string[]; environment: Record<string, string>; healthcheck: object }>;
  };
  for (const service of Object.values(compose.services)) {
    expect(service.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(service.healthcheck).toBeDefined();
    expect(Object.keys(service.environment).filter((name) => /PASSWORD$|AUTH$/.test(name))).toEqual([]);
  }
  expect(read('test/support/neo4j-server.ts')).toContain(compose.services['neo4j']!.image);
  const variables = new Set(Object.values(SETTINGS).map(({ variable }) => variable));
  expect(Object.keys(compose.services['api']!.environment).filter((name) => !variables.has(name))).toEqual([]);
});

it('docs/errors.md has exactly the codes there are', () => {
  const listed = [...read('docs/errors.md').matchAll(/^\| `(\w+)` \| (\d+) \| (.+) \|$/gm)].map(([, code, status, meaning]) => [
    code,
    Number(status),
    meaning,
  ]);
  expect(listed).toEqual(Object.entries(ERROR_CODES).map(([code, { status, meaning }]) => [code, status, meaning]));
});

it('docs/configuration.md has exactly the settings there are', () => {
  const listed = [...read('docs/configuration.md').matchAll(/^\| `(\w+)` \| `--([\w-]+)` \| (\w*) ?\| (.+?) \| (.+) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  const settings = SETTING_NAMES.map((name) => {
    const { variable, flag, unit = '', fallback, about } = SETTINGS[name];
    return [variable, flag, unit, fallback ? `\`${fallback}\`` : 'none', about];
  });
  expect(listed).toEqual(settings);
});

it('nothing committed knows the machine it was made on', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  const wrong = tracked.filter(
    (name) =>
      existsSync(join(ROOT, name)) &&
      !name.startsWith('test/docs/') &&
      /\/(?:work|root|home\/\w+)\/(?:main|shared|\.library)/.test(read(name)),
  );
  expect(wrong).toEqual([]);
});
