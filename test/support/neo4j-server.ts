/**
 * A real Neo4j for the tests, found in this order: CLAIMGRAPH_TEST_NEO4J (a Bolt URI), a running
 * docker engine, Java 17 or newer with Maven. With none of them the Neo4j half is not run and says
 * so; in CI that is an error. CLAIMGRAPH_TEST_NEO4J=none leaves it out where there is one, too.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { FOR_TESTS, hasJava, isLeftOut, PLANNED_ONCE, startJava, succeeds, type Started } from './neo4j-java.js';
import { turnOf } from './turn.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Bolt URI of the Neo4j under test; undefined where there is none. */
    neo4j: string | undefined;
  }
}

const IMAGE = 'neo4j:5.26.33';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // What an earlier run of the same process number may have left.
  rmSync(turnOf(process.pid), { recursive: true, force: true });
  const given = process.env['CLAIMGRAPH_TEST_NEO4J'];
  if (isLeftOut() && !process.env['CI']) {
    console.warn(`\n*** THE NEO4J HALF OF THE TESTS IS NOT RUN, as CLAIMGRAPH_TEST_NEO4J=none says ***\n`);
    return undefined;
  }
  if (given) {
    project.provide('neo4j', given);
    return undefined;
  }
  const started = hasDocker()
    ? await startDocker()
    : hasJava()
      ? await startJava(undefined, undefined, PLANNED_ONCE, ...FOR_TESTS)
      : undefined;
  project.provide('neo4j', started?.uri);
  if (started) return started.stop;
  const how = 'set CLAIMGRAPH_TEST_NEO4J=bolt://…, start a docker engine, or install Java 17 and Maven';
  if (process.env['CI']) throw new Error(`The Neo4j half of the tests is required here, and there is no Neo4j: ${how}`);
  console.warn(`\n*** THE NEO4J HALF OF THE TESTS IS NOT RUN: ${how} ***\n`);
  return undefined;
}

const hasDocker = (): boolean => succeeds('docker', ['info']);

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
