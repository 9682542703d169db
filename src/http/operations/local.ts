/** Operations executed on the serving thread itself: for a process that has no others to serve, such as a test. */
import type { Settings } from '../../config/settings.js';
import type { Store } from '../../store/store.js';
import type { ReportDefect } from '../errors.js';
import { createExecutor } from './executor.js';
import type { Observation, Operations } from './work.js';

export interface OperationsOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly report: ReportDefect;
  readonly observe: (observations: readonly Observation[]) => void;
}

export async function operationsHere({ store, settings, report, observe }: OperationsOptions): Promise<Operations> {
  const executor = await createExecutor({ store, settings, report });
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
    run: (_lane, work, { signal = NEVER } = {}) => counted(() => executor.run(work as never, { signal })),
    export: (work, { signal = NEVER } = {}) => executor.export(work, { signal }),
    get load() {
      return { threads: 0, underWay };
    },
    documentOf: (digest) => executor.documentOf(digest),
    close: () => executor.close(),
  };
}

const NEVER = new AbortController().signal;
