/** What is measured where operations are executed, gathered until the next answer takes it along. */
import type { ApolloServerPlugin } from '@apollo/server';
import { StoreError } from '../../model/errors.js';
import type { Changeset } from '../../model/changeset/changeset.js';
import type { Fetch } from '../../model/changeset/known.js';
import type { Plan } from '../../plan/plan.js';
import { typedRead, type AskOptions, type ReadOptions, type Store, type WriteOptions } from '../../store/store.js';
import type { Observation } from './work.js';

export class Observations {
  #gathered: Observation[] = [];

  take(): readonly Observation[] {
    const gathered = this.#gathered;
    this.#gathered = [];
    return gathered;
  }

  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async ({ operation, operationName, response }) => {
          if (!operation || response.body.kind !== 'single') return;
          const { errors, extensions } = response.body.singleResult;
          const code = errors?.[0]?.extensions?.['code'];
          this.#gathered.push({
            of: 'operation',
            operation: operationName ?? undefined,
            type: operation.operation,
            outcome: errors === undefined ? 'answered' : typeof code === 'string' ? code : 'failed',
            seconds: (performance.now() - started) / 1_000,
            // What was refused for its cost touched nothing.
            cost: code === 'TOO_COSTLY' ? undefined : (extensions?.['cost'] as { cost?: number } | undefined)?.cost,
          });
        },
      };
    },
  };

  /** The same store, with its time taken. */
  timed(store: Store): Store {
    const time =
      <Arguments extends unknown[], Result>(call: string, run: (...given: Arguments) => Promise<Result>) =>
      async (...given: Arguments): Promise<Result> => {
        const started = performance.now();
        let outcome = 'answered';
        let reason: string | undefined;
        try {
          return await run(...given);
        } catch (error) {
          outcome = error instanceof StoreError ? error.code : 'failed';
          if (error instanceof StoreError) reason = error.message;
          throw error;
        } finally {
          this.#gathered.push({ of: 'store', call, outcome, reason, seconds: (performance.now() - started) / 1_000 });
        }
      };
    return {
      ...store,
      read: typedRead(time('read', (plan: Plan, options?: ReadOptions) => store.read(plan, options))),
      ask: time('ask', (wanted: Fetch, options?: AskOptions) => store.ask(wanted, options)),
      write: time('write', (changeset: Changeset, options?: WriteOptions) => store.write(changeset, options)),
    };
  }
}
