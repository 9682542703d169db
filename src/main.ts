#!/usr/bin/env node
// An older Node crashes on the database's binary before it can say why: look first, import after.
const LEAST_NODE = 22;
const major = Number(process.versions.node.split('.')[0]);
if (major < LEAST_NODE) {
  console.error(
    `claimgraph needs Node ${LEAST_NODE} or newer, and this is Node ${process.versions.node}. Use "npm start" or "npx claimgraph": npm installed a newer Node beside it.`,
  );
  process.exit(1);
}
// A reader that has seen enough (… | head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// Stores, their backups, tokens and exports hold what is not for everybody: what is made here is its owner's alone.
process.umask(process.umask() | 0o077);
const { run } = await import('./cli/run.js');
process.exitCode = await run(process.argv.slice(2));
