/** The programs that tests start are built ones: what is built is never of other sources than those under test. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, ROOT } from './digest.js';

/** Not among what is published: dist is emptied by nobody, and this is no module. */
const BUILT_FROM = join(ROOT, 'dist/.built-from');

/** Builds what is built of other sources, or was changed since. */
export default function setup(): void {
  const sources = digestOf('src/**/*.ts', 'web/**/*.*', 'examples/*.*', 'tsconfig*.json', 'package-lock.json');
  const said = (): string => `${sources} ${digestOf('dist/**/*.js')}`;
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === said()) return;
  console.log('dist is not what these sources give: it is built anew');
  execFileSync('npm', ['run', '--silent', 'compile'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(BUILT_FROM, said());
}
