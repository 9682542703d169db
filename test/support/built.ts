/** The programs that tests start are built ones: what is built is never of other sources than those under test. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf, ROOT } from './digest.js';

/** Beside what is published. */
const BUILT_FROM = join(ROOT, 'node_modules/.cache/claimgraph-built');

/** Builds what is built of other sources, or was changed since. */
export default function setup(): void {
  const sources = digestOf('src/**/*.ts', 'web/**/*.*', 'examples/*.*', 'tsconfig*.json', 'package-lock.json');
  const said = (): string => `${sources} ${digestOf('dist/**/*.js')}`;
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === said()) return;
  console.log('dist is not what these sources give: it is built anew');
  execFileSync('npm', ['run', '--silent', 'compile'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  mkdirSync(dirname(BUILT_FROM), { recursive: true });
  writeFileSync(BUILT_FROM, said());
}
