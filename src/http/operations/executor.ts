/** Executes operations over one store: on the serving thread, or on a thread of their own (operation.worker.ts). */
import { createSchema } from '../../graphql/schema.js';
import type { Settings } from '../../config/settings.js';
import type { Embeddings } from '../../embeddings/nearest.js';
import type { GivenUp } from '../../store/given-up.js';
import type { Store } from '../../store/store.js';
import { contextMaker } from '../context-maker.js';
import { documentsOf, type OnDocument } from '../documents.js';
import { formatError, type ReportDefect } from '../errors.js';
import { createTraces } from '../traces.js';
import { startApollo } from './apollo.js';
import { exportedBy } from './exporting.js';
import { graphqlBy } from './graphql.js';
import { reconciledBy } from './reconciling.js';
import { Observations } from './observations.js';
import { subscriptionsBy } from './subscriptions.js';
import type { AnswerOf, Exported, ExportWork, Observation, Work } from './work.js';

/** How work is told that nobody waits for its answer any more. */
export interface Executing {
  readonly signal: AbortSignal;
  /** Seen by work that lets nothing else run on its thread. */
  readonly isGivenUp?: GivenUp | undefined;
}

export interface Executor {
  run<Kind extends Exclude<Work['kind'], 'export'>>(work: Extract<Work, { kind: Kind }>, executing: Executing): Promise<AnswerOf[Kind]>;
  export(work: ExportWork, executing: Executing): Promise<Exported>;
  /** What was measured since it was asked last. */
  observations(): readonly Observation[];
  /** An operation that was sent to another executor of this server. */
  remember(digest: string, text: string): void;
  documentOf(digest: string): string | undefined;
  close(): Promise<void>;
}

export interface ExecutorOptions {
  readonly store: Store;
  readonly embeddings?: Embeddings | undefined;
  readonly settings: Settings;
  readonly report: ReportDefect;
  /** Hears of operations that clients may ask for by their digest from now on. */
  readonly onDocument?: OnDocument | undefined;
}

export async function createExecutor({ store: given, embeddings, settings, report, onDocument }: ExecutorOptions): Promise<Executor> {
  const traces = await createTraces(settings.tracesEndpoint);
  const observations = new Observations();
  const timed = observations.timed(given);
  const store = traces ? traces.traced(timed) : timed;
  const schema = await createSchema();
  const documents = documentsOf(settings, onDocument);
  const format = formatError(report, settings.store);
  const context = contextMaker(store, settings, embeddings);
  const watching = [observations.plugin, ...(traces ? [traces.plugin] : [])];
  const apollo = await startApollo(schema, settings, { documents, format, watching });
  const kinds = {
    graphql: graphqlBy(apollo, context, settings),
    reconcile: reconciledBy(store, settings),
    ...subscriptionsBy({ schema, settings, documents, context, format }),
  };
  const exporting = exportedBy(schema, store, settings);
  const traced = <T>(work: Work, run: () => Promise<T>): Promise<T> => (traces && work.trace ? traces.within(work.trace, run) : run());
  return {
    run: (work, executing) => {
      const { kind } = work as Exclude<Work, ExportWork>;
      return traced(work, () => kinds[kind](work as never, executing) as Promise<never>);
    },
    export: (work, executing) => traced(work, () => exporting(work, executing)),
    observations: () => observations.take(),
    remember: (digest, text) => documents.remember(digest, text),
    documentOf: (digest) => documents.textOf(digest),
    close: async () => {
      await apollo.stop();
      await traces?.stop();
    },
  };
}
