import { mergeConfig } from 'vitest/config';
import { leftOutPatterns } from './test/support/left-out.js';
import config from './vitest.config.js';

/** What can be said within half a minute: from the sources, on SQLite, without a build, a Neo4j or a browser. */
const quick = mergeConfig(config, {
  test: {
    exclude: ['**/node_modules/**', ...leftOutPatterns()],
    // Files share what they import; each has its stores and servers for itself.
    isolate: false,
  },
});
// In place of what the whole suite prepares, not beside it.
quick.test!.globalSetup = ['test/support/threads.ts', 'test/support/quick.ts'];

export default quick;
