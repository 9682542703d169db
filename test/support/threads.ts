/**
 * The program's threads run the sources under test, never what was compiled some time ago: they are bundled before the
 * tests begin, into a folder named after what they are made of, and the tests start that bundle.
 */
import { existsSync, globSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { TestProject } from 'vitest/node';
import { digestOf, ROOT } from './digest.js';

const SOURCES = join(ROOT, 'src');
/** In the project, so that what a bundle imports is found; npm ci takes it away. */
const BUNDLES = join(ROOT, 'node_modules/.cache/claimgraph-threads');
/** Names the folder of the bundle to those who start threads. */
const FOLDER = 'CLAIMGRAPH_TEST_THREADS';

/** type-graphql reads decorators' metadata. */
export const DECORATORS = { legacy: true, emitDecoratorMetadata: true } as const;

const isSource = (id: string): boolean => id.startsWith(`${SOURCES}/`);

/** As sources name the file of a thread. */
const THREAD = /new URL\('\.\/(\w+\.worker\.js)', import\.meta\.url\)/g;

/** Where a source names the file of a thread, it gets the bundled one. */
export const bundledThreads: Plugin = {
  name: 'claimgraph-bundled-threads',
  enforce: 'pre',
  transform: (code, id) => {
    if (!isSource(id)) return undefined;
    const folder = relative(SOURCES, dirname(id));
    return code.replaceAll(THREAD, (_, file: string) => `new URL(${JSON.stringify(join(folder, file))}, process.env['${FOLDER}'])`);
  },
};

/** A bundled module finds the project's files from where its source is. */
const whereTheSourceIs: Plugin = {
  name: 'claimgraph-where-the-source-is',
  enforce: 'pre',
  transform: (code, id) => (isSource(id) ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) : undefined),
};

/** Before the tests, and again when a source has changed while they are watched. */
export default async function setup(project: TestProject): Promise<void> {
  await bundleThreads();
  project.onTestsRerun(bundleThreads);
}

/** Bundles the threads, unless that was done for the same sources, and tells the tests where they are. */
async function bundleThreads(): Promise<void> {
  const folder = join(BUNDLES, digestOf('src/**/*.ts', 'test/support/threads.ts', 'package-lock.json'));
  if (!existsSync(folder)) await bundle(folder);
  process.env[FOLDER] = pathToFileURL(`${folder}/`).href;
}

async function bundle(folder: string): Promise<void> {
  const workers = globSync('**/*.worker.ts', { cwd: SOURCES });
  removeOld();
  const unfinished = `${folder}-${process.pid}`;
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    oxc: { decorator: DECORATORS },
    plugins: [bundledThreads, whereTheSourceIs],
    build: {
      ssr: true,
      outDir: unfinished,
      minify: false,
      target: 'node22',
      rolldownOptions: {
        input: Object.fromEntries(workers.map((worker) => [join(dirname(worker), basename(worker, '.ts')), join(SOURCES, worker)])),
        // What is called only because it may throw is no dead code.
        treeshake: false,
        // Types of the schema are named after their classes.
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js', keepNames: true, minify: false },
      },
    },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** What nobody can be running any more. */
function removeOld(): void {
  if (!existsSync(BUNDLES)) return;
  for (const name of readdirSync(BUNDLES)) {
    const folder = join(BUNDLES, name);
    if (Date.now() - statSync(folder).mtimeMs > DAY) rmSync(folder, { recursive: true, force: true });
  }
}

const DAY = 86_400_000;
