/** Operations executed on the serving thread itself: for a process that has no others to serve, such as a test. */
import type { Settings } from '../../config/settings.js';
import type { Embeddings } from '../../embeddings/nearest.js';
import { StoreError } from '../../model/errors.js';
import type { Store } from '../../store/store.js';
import type { ReportDefect } from '../errors.js';
import { createExecutor } from './executor.js';
import type { Observation, Operations } from './work.js';

export interface OperationsOptions {
  readonly store: Store;
  /** Where claims are found by embeddings, too. */
  readonly embeddings?: Embeddings | undefined;
  readonly settings: Settings;
  readonly report: ReportDefect;
  readonly observe: (observations: readonly Observation[]) => void;
}

export async function operationsHere({ store, embeddings, settings, report, observe }: OperationsOptions): Promise<Operations> {
  const executor = await createExecutor({ store, embeddings, settings, report });
  let underWay = 0;
  const counted = async <T>(run: () => Promise<T>): Promise<T> => {
    underWay++;
    try {
      return await run();
    } finally {
      underWay--;
      observe(executor.observations());
    }
  };
  return {
    run: (_lane, work, { signal = NEVER } = {}) =>
      // Whoever went away gives its place back at once, whatever is still done for it.
      Promise.race([counted(() => executor.run(work as never, { signal })), goneBy(signal)]) as Promise<never>,
    export: (work, { signal = NEVER } = {}) => executor.export(work, { signal }),
    get load() {
      return { threads: 0, underWay, pool: store.pool() };
    },
    documentOf: (digest) => executor.documentOf(digest),
    close: () => executor.close(),
  };
}

const goneBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new StoreError('TIMEOUT', 'the client no longer waits for the answer')), { once: true });
  });

const NEVER = new AbortController().signal;
