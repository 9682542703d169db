/** Lets work look things up in a store until it has its answer. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Looking } from '../analysis/duplicates/looking.js';
import type { AskOptions, Store } from './store.js';

/** `options` is asked before each question: what is left of the time is less each time. Throws StoreError. */
export async function lookIn<T>(
  store: Pick<Store, 'ask' | 'read'>,
  looking: Looking<T>,
  options: () => AskOptions = () => ({}),
): Promise<T> {
  let step = looking.next({});
  while (!step.done) {
    const wanted = step.value;
    step = looking.next('fetch' in wanted ? await store.ask(wanted, options()) : await store.read(wanted, options()));
    await othersTurn();
  }
  return step.value;
}
