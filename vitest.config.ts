import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { bundledThreads, DECORATORS } from './test/support/threads.js';

/** Takes as long as all others together: it must not begin last. */
const LONGEST = 'random-queries.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(LONGEST);
    return (await super.sort(files)).sort((left, right) => Number(isLongest(right)) - Number(isLongest(left)));
  }
}

export default defineConfig({
  plugins: [bundledThreads],
  oxc: { decorator: DECORATORS },
  // One copy of graphql, the one that type-graphql and Apollo load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // Against tests that hang: a machine under load takes ten times as long as an idle one.
    testTimeout: 120_000,
    // Files that use the one Neo4j wait for each other.
    hookTimeout: 1_500_000,
    // Commands and servers are started hundreds of times.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'claimgraph-test-compiled') },
    pool: 'forks',
    // One of them mostly waits for the one Neo4j.
    maxWorkers: 3,
    globalSetup: ['test/support/threads.ts', 'test/support/built.ts', 'test/support/neo4j-server.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: process.env['CI'] ? ['default', './test/support/closing-line.ts'] : ['default'],
  },
});
