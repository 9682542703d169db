/** Says loudly what a quick run does not say anything about. */
import { globSync } from 'node:fs';
import { ROOT } from './digest.js';
import { LEFT_OUT, leftOutPatterns } from './left-out.js';

export default function setup(): void {
  const all = globSync('test/**/*.test.ts', { cwd: ROOT }).length;
  const leftOut = globSync(leftOutPatterns(), { cwd: ROOT }).length;
  console.warn(`\n*** QUICK: ${all - leftOut} OF ${all} FILES ARE RUN, on SQLite alone; "npm test" runs these, too:`);
  for (const [why, names] of Object.entries(LEFT_OUT)) console.warn(`    ${why}: ${names.join(', ')}`);
  console.warn('***\n');
}
