/** Libraries of the formats' own makers, in Python. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const VALIDATE = fileURLToPath(new URL('../validators/validate.py', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../../.cache/python/bin/python', import.meta.url));

export interface Validated {
  readonly count: number;
  readonly problems: readonly string[];
  readonly [more: string]: unknown;
}

/** A Python that has them; undefined where there is none (an error in CI, which installs them). */
export function pythonWithLibraries(): string | undefined {
  const candidates = [process.env['CLAIMGRAPH_TEST_PYTHON'], INSTALLED, 'python3'].filter((each) => each !== undefined);
  const found = candidates.find(
    (python) => spawnSync(python, ['-c', 'import followthemoney, nanopub, networkx, rdflib'], { stdio: 'ignore' }).status === 0,
  );
  if (found === undefined) {
    const how = 'python3 -m venv .cache/python && .cache/python/bin/pip install -r test/validators/requirements.txt';
    if (process.env['CI']) throw new Error(`Exports cannot be validated: ${how}`);
    console.warn(`\n*** EXPORTS ARE NOT VALIDATED by the formats' own libraries: ${how} ***\n`);
  }
  return found;
}

export function validated(python: string, format: string, file: string): Validated {
  return JSON.parse(
    execFileSync(python, [VALIDATE, format, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as Validated;
}
