import type { KnipConfig } from 'knip';

export default {
  // A name that its own file uses and exports is part of what that file says it gives: types that signatures name,
  // classes that type-graphql shows or a caller can tell an error by. Values and functions are exported for others alone.
  ignoreExportsUsedInFile: { interface: true, type: true, class: true },
  workspaces: {
    '.': {
      entry: ['src/main.ts', 'src/**/*.worker.ts', 'test/support/small-changesets.mjs', 'bench/*.mjs', 'test/support/closing-line.ts'],
      project: ['src/**/*.ts', 'test/**/*.{ts,mjs}', 'bench/*.{mjs,mts}', 'bench/find/**/*.mjs', 'web/**/*.{ts,tsx}'],
      ignoreDependencies: [
        // What graphiql wants beside it: the editor and its language, in the versions that it was built with.
        'monaco-editor',
        'monaco-graphql',
      ],
      // Of the machine, where it has them (test/support says so where it has not).
      ignoreBinaries: ['java', 'mvn', 'mount', 'umount'],
    },
    // A Node to work with: binaries, and what compares them with their checksums.
    'tools/node': { entry: ['verify.mjs'] },
  },
} satisfies KnipConfig;
