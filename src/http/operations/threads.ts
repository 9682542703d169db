/**
 * The threads that execute operations. Look-ups have one of their own, so that they wait for nothing long; exports
 * too, for they take as long as their readers; all else goes to the thread that has least to do.
 */
import { availableParallelism } from 'node:os';
import type { Settings } from '../../config/settings.js';
import { isNeo4j } from '../../store/open.js';
import { documentsOf } from '../documents.js';
import type { OperationsOptions } from './local.js';
import { OperationThread, ThreadEnded } from './thread.js';
import type { Lane, Operations, Work } from './work.js';

/** Threads for all but look-ups and exports: one more than processors, which one caller alone can keep busy. */
export const threadsOf = ({ operationThreads }: Pick<Settings, 'operationThreads'>): number =>
  operationThreads === 'auto' ? availableParallelism() + 1 : operationThreads;

export async function operationsOnThreads(options: OperationsOptions): Promise<Operations> {
  const { settings } = options;
  const documents = documentsOf(settings);
  const count = threadsOf(settings);
  const shared = { ...settings, neo4jPoolSize: Math.max(POOL_LEAST, Math.floor(settings.neo4jPoolSize / (count + 1))) };
  const threadOptions = {
    ...options,
    settings: isNeo4j(settings.store) ? shared : settings,
    onDocument: (digest: string, text: string, from: OperationThread) => {
      documents.remember(digest, text);
      for (const thread of all) if (thread !== from) thread.tell({ document: { digest, text } });
    },
  };
  let isClosing = false;
  const make = (givesWay: boolean): OperationThread => new OperationThread({ ...threadOptions, givesWay });
  const [lookUps, exports] = [make(false), make(true)];
  const others = Array.from({ length: count }, () => make(true));
  const all = [lookUps, exports, ...others];
  const threadFor = (lane: Lane): OperationThread =>
    lane === 'lookUps' ? lookUps : others.reduce((least, each) => (each.underWay < least.underWay ? each : least));
  // One that cannot open the store says so now. The first requests do not wait for the others.
  await Promise.all([lookUps.start(), others[0]!.start()]);
  for (const thread of others) thread.start().catch((error: unknown) => isClosing || options.report(error));
  return {
    run: async (lane, work, workOptions) => {
      try {
        return await threadFor(lane).run(work, workOptions);
      } catch (error) {
        // The thread was ended for another's sake.
        if (error instanceof ThreadEnded && changesNothing(lane, work)) return threadFor(lane).run(work, workOptions);
        throw error;
      }
    },
    export: (work, workOptions) => exports.export(work, workOptions),
    documentOf: (digest) => documents.textOf(digest),
    get load() {
      const sum = (of: (thread: OperationThread) => number): number => all.reduce((total, thread) => total + of(thread), 0);
      const pool = { size: sum((each) => each.pool.size), busy: sum((each) => each.pool.busy), waiting: sum((each) => each.pool.waiting) };
      return { threads: all.length, underWay: sum((each) => each.underWay), pool };
    },
    close: async () => {
      isClosing = true;
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

/** Connections of one thread at least. */
const POOL_LEAST = 4;

const changesNothing = (lane: Lane, { kind }: Work): boolean => lane !== 'writes' && kind !== 'export';
