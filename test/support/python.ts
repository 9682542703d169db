/** Libraries of the formats' own makers, in Python. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const VALIDATE = fileURLToPath(new URL('../validators/validate.py', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../../.cache/python/bin/python', import.meta.url));

export interface Validated {
  readonly count: number;
  readonly problems: readonly string[];
  readonly [more: string]: unknown;
}

/** A Python that has them; undefined where there is none (an error in CI, which installs them). */
export const pythonWithLibraries = (): string | undefined =>
  pythonWith('followthemoney, nanopub, networkx, rdflib, reconciler', "EXPORTS ARE NOT VALIDATED by the formats' own libraries");

/** A Python that can import these; undefined where there is none, which is said, and is an error in CI. */
export function pythonWith(libraries: string, notTested: string): string | undefined {
  const candidates = [process.env['CLAIMGRAPH_TEST_PYTHON'], INSTALLED, 'python3'].filter((each) => each !== undefined);
  const found = candidates.find((python) => spawnSync(python, ['-c', `import ${libraries}`], { stdio: 'ignore' }).status === 0);
  if (found === undefined) {
    const how = 'python3 -m venv .cache/python && .cache/python/bin/pip install -r test/validators/requirements.txt';
    if (process.env['CI']) throw new Error(`${notTested}: ${how}`);
    console.warn(`\n*** ${notTested}: ${how} ***\n`);
  }
  return found;
}

/** Not waiting for it: it may ask a server that runs here. */
export async function validated(python: string, format: string, fileOrAddress: string): Promise<Validated> {
  const { stdout } = await promisify(execFile)(python, [VALIDATE, format, fileOrAddress], { maxBuffer: 64_000_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Validated;
}
