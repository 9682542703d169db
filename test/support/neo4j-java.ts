/** A Neo4j from Maven's artifacts under Java; nothing of the test runner here, for the bench starts one too. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('../neo4j/', import.meta.url));
const LIBRARIES = fileURLToPath(new URL('../../.cache/neo4j-5.26.30/', import.meta.url));
const LEAST_JAVA = 17;

export interface Started {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

interface StartedJava extends Started {
  readonly port: number;
  /** As a machine without power would end it; the folder's data stay. */
  readonly kill: () => Promise<void>;
  /** It takes connections and says nothing any more, until it may go on. */
  readonly pause: () => void;
  readonly goOn: () => void;
}

export const succeeds = (command: string, words: readonly string[]): boolean => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

/** Neo4j is not wanted, whatever the machine has. */
export const isLeftOut = (): boolean => process.env['CLAIMGRAPH_TEST_NEO4J'] === 'none';

export function hasJava(): boolean {
  if (isLeftOut()) return false;
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  return status === 0 && version >= LEAST_JAVA && succeeds('mvn', ['-version']);
}

/** Of collectors, the one that leaves the most of two processors to the tests; it pauses for longer than others. */
const QUICK_IN_ALL = '-XX:+UseParallelGC';

/**
 * Most of what a test's Neo4j does is planning each text once. With Java's own thresholds half of its processor time
 * goes into optimizing that code for a server that runs for days; with these, what is hot for minutes still is optimized.
 * Not for a bench.
 */
export const FOR_TESTS: readonly string[] = [
  '-XX:Tier4InvocationThreshold=40000',
  '-XX:Tier4MinInvocationThreshold=5000',
  '-XX:Tier4CompileThreshold=120000',
  '-XX:Tier4BackEdgeThreshold=320000',
];

/** Each statement is planned once, however the records change: for test files that take turns with few records each. */
export const PLANNED_ONCE = '-Dclaimgraph.plannedOnce=true';

/** A Neo4j of its own on this folder's data, at a free port or the one given. */
export async function startJava(given?: string, givenPort?: number, ...flags: readonly string[]): Promise<StartedJava> {
  if (!existsSync(join(LIBRARIES, 'complete'))) {
    execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`], {
      stdio: 'inherit',
    });
    execFileSync('touch', [join(LIBRARIES, 'complete')]);
  }
  const folder = given ?? mkdtempSync(join(tmpdir(), 'claimgraph-neo4j-'));
  const port = givenPort ?? (await freePort());
  const server = spawn(
    'java',
    [
      '-Xmx1500m',
      ...(flags.some((flag) => flag.endsWith('GC')) ? [] : [QUICK_IN_ALL]),
      ...flags,
      '-cp',
      `${LIBRARIES}*`,
      join(HERE, 'TestNeo4j.java'),
      folder,
      String(port),
    ],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  await ready(server);
  return {
    port,
    uri: `bolt://127.0.0.1:${port}`,
    pause: () => void server.kill('SIGSTOP'),
    goOn: () => void server.kill('SIGCONT'),
    kill: async () => {
      const exit = once(server, 'exit');
      server.kill('SIGKILL');
      await exit;
    },
    stop: async () => {
      const exit = once(server, 'exit');
      server.stdin.end();
      await exit;
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  for await (const line of createInterface({ input: server.stdout! })) if (line === 'ready') return;
  throw new Error('Neo4j ended before it was ready');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
