/**
 * Compares the Node that npm installed for this machine with the checksum that the repository names, before
 * anything is run by it. It is not made by the Node project: what it is must not change unseen.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const MODULES = join(HERE, '../../node_modules');
const LEAST_NODE = 22;

/** In words what is wrong; undefined where nothing is. `modules`: the folder that npm installed into. */
export async function wrongNode(modules = MODULES) {
  const checksums = JSON.parse(readFileSync(join(HERE, 'checksums.json'), 'utf8'));
  const installed = Object.entries(checksums)
    .map(([name, { file, sha256 }]) => ({ path: join(modules, name, file), sha256 }))
    .filter(({ path }) => existsSync(path));
  for (const { path, sha256 } of installed) {
    const found = await digestOf(path);
    if (found !== sha256) return `${path} is not the Node that tools/node/checksums.json names: its SHA-256 is ${found}`;
  }
  const command = join(modules, '.bin', 'node');
  // On Windows a text that calls it stands there.
  if (process.platform !== 'win32' && existsSync(command)) {
    const target = realpathSync(command);
    if (!installed.some(({ path }) => realpathSync(path) === target))
      return `${command} is a Node that tools/node/checksums.json does not name: ${target}`;
  }
  return undefined;
}

async function digestOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

function tooOld(modules = MODULES) {
  const isOld = Number(process.versions.node.split('.')[0]) < LEAST_NODE;
  return isOld && !existsSync(join(modules, '.bin', 'node'))
    ? `this is Node ${process.versions.node}, and npm has none for this machine; install Node ${LEAST_NODE} or newer`
    : undefined;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wrong = (await wrongNode()) ?? tooOld();
  if (wrong) {
    console.error(`${wrong}${wrong.startsWith('this is') ? '' : '; delete node_modules and run npm ci'}`);
    process.exit(1);
  }
}
