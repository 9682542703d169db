/**
 * A real Neo4j for the tests, found in this order: CLAIMGRAPH_TEST_NEO4J (a Bolt URI), a running
 * docker engine, Java 17 or newer with Maven. With none of them the Neo4j half is not run and says
 * so; in CI that is an error.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { turnOf } from './turn.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Bolt URI of the Neo4j under test; undefined where there is none. */
    neo4j: string | undefined;
  }
}

const HERE = fileURLToPath(new URL('../neo4j/', import.meta.url));
const LIBRARIES = fileURLToPath(new URL('../../.cache/neo4j-5.26.30/', import.meta.url));
const IMAGE = 'neo4j:5.26.33';
const LEAST_JAVA = 17;

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // What an earlier run of the same process number may have left.
  rmSync(turnOf(process.pid), { recursive: true, force: true });
  const given = process.env['CLAIMGRAPH_TEST_NEO4J'];
  if (given) {
    project.provide('neo4j', given);
    return undefined;
  }
  const started = hasDocker() ? await startDocker() : hasJava() ? await startJava() : undefined;
  project.provide('neo4j', started?.uri);
  if (started) return started.stop;
  const how = 'set CLAIMGRAPH_TEST_NEO4J=bolt://…, start a docker engine, or install Java 17 and Maven';
  if (process.env['CI']) throw new Error(`The Neo4j half of the tests is required here, and there is no Neo4j: ${how}`);
  console.warn(`\n*** THE NEO4J HALF OF THE TESTS IS NOT RUN: ${how} ***\n`);
  return undefined;
}

interface Started {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

interface StartedJava extends Started {
  readonly port: number;
}

const succeeds = (command: string, words: readonly string[]): boolean => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const hasDocker = (): boolean => succeeds('docker', ['info']);

export function hasJava(): boolean {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  return status === 0 && version >= LEAST_JAVA && succeeds('mvn', ['-version']);
}

/** A Neo4j of its own on this folder's data, at a free port or the one given. */
export async function startJava(given?: string, givenPort?: number): Promise<StartedJava> {
  if (!existsSync(join(LIBRARIES, 'complete'))) {
    execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`], {
      stdio: 'inherit',
    });
    execFileSync('touch', [join(LIBRARIES, 'complete')]);
  }
  const folder = given ?? mkdtempSync(join(tmpdir(), 'claimgraph-neo4j-'));
  const port = givenPort ?? (await freePort());
  const server = spawn('java', ['-Xmx1500m', '-cp', `${LIBRARIES}*`, join(HERE, 'TestNeo4j.java'), folder, String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await ready(server);
  return {
    port,
    uri: `bolt://127.0.0.1:${port}`,
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

async function startDocker(): Promise<Started> {
  const id = execFileSync('docker', ['run', '--detach', '--rm', '--publish', '127.0.0.1::7687', '--env', 'NEO4J_AUTH=none', IMAGE], {
    encoding: 'utf8',
  }).trim();
  const address = execFileSync('docker', ['port', id, '7687'], { encoding: 'utf8' }).split('\n')[0]!.trim();
  const uri = `bolt://${address}`;
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(uri);
  for (let attempt = 0; ; attempt++) {
    try {
      await driver.verifyConnectivity();
      break;
    } catch (error) {
      if (attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  await driver.close();
  return { uri, stop: async () => void execFileSync('docker', ['stop', id]) };
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
