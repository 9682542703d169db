/** The way from the serving thread to operations: through a queue, with a place that is given back. */
import { availableParallelism } from 'node:os';
import type { Settings } from '../../config/settings.js';
import { isNeo4j } from '../../store/open.js';
import { FairQueue, Overloaded, type QueueLimits } from './queue.js';
import { threadsOf } from './threads.js';
import { Unsent } from './unsent.js';
import type { AnswerOf, Exported, ExportWork, Lane, Operations, Work } from './work.js';

export type Queues = Readonly<Record<Lane, FairQueue>>;

export interface Asking {
  /** Whose request it is (shares.ts). */
  readonly caller: string;
  /** That the request holds while it waits. */
  readonly bytes: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Admission {
  readonly queues: Queues;
  readonly unsent: Unsent;
  /** @throws Overloaded, GoneWhileWaiting; what `Operations.run` throws. */
  perform<Kind extends Exclude<Work['kind'], 'export'>>(
    lane: Lane,
    asking: Asking,
    work: Extract<Work, { kind: Kind }>,
  ): Promise<AnswerOf[Kind]>;
  /** Holds its place until `done` is called. */
  export(asking: Asking, work: ExportWork): Promise<Exported & { readonly done: () => void }>;
}

/** Of a thread. With more, one caller's questions keep the database from another's, and are answered hardly faster (bench/README.md). */
const NEO4J_AT_ONCE = 2;
/** Look-ups that are on their way to the thread that has them: it need not wait for the next one. */
const LOOK_UPS_AT_ONCE = 4;
const NEO4J_LOOK_UPS_AT_ONCE = 16;
/** Mutations mostly wait for the one writer. */
const WRITES_AT_ONCE = 16;

export function admissionTo(operations: Operations, settings: Settings): Admission {
  const queues = queuesOf(settings);
  const unsent = new Unsent(settings.unsentMax);
  const refuseDebtor = (caller: string): void => {
    if (!unsent.hasRoomFor(caller)) throw new Overloaded('earlier answers have not been read yet; read them first');
  };
  return {
    queues,
    unsent,
    perform: async (lane, { caller, bytes, signal }, work) => {
      refuseDebtor(caller);
      const leave = await queues[lane].enter(caller, bytes, signal);
      try {
        return await operations.run(lane, work, { signal });
      } finally {
        leave();
      }
    },
    export: async ({ caller, bytes, signal }, work) => {
      refuseDebtor(caller);
      const done = await queues.exports.enter(caller, bytes, signal);
      try {
        return { ...(await operations.export(work, { signal })), done };
      } catch (error) {
        done();
        throw error;
      }
    },
  };
}

function queuesOf(settings: Settings): Queues {
  const { store, concurrencyMax, waitingMax, waitingBytesMax, waitingTimeMax, waitingTimeBusyMax, exportsMax } = settings;
  const waiting = { waitingMax, waitingBytesMax, waitingTimeMax, waitingTimeBusyMax };
  const queue = (places: number, kept: number, more: Partial<QueueLimits> = {}): FairQueue =>
    new FairQueue({ places, placesKept: kept, ...waiting, ...more });
  const each = isNeo4j(store) ? NEO4J_AT_ONCE : 1;
  const threads = threadsOf(settings) || availableParallelism() + 1;
  const reads = concurrencyMax || threads * each;
  return {
    lookUps: queue(isNeo4j(store) ? NEO4J_LOOK_UPS_AT_ONCE : LOOK_UPS_AT_ONCE, 1),
    reads: queue(reads, Math.ceil(reads / threads)),
    writes: queue(WRITES_AT_ONCE, WRITES_AT_ONCE / 4),
    exports: queue(exportsMax, 1, { waitingMax: 0 }),
  };
}
