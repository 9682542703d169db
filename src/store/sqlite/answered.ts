/** Lets work that asks have its answers at once, as a store on this thread can give them. */
import type { Asking, Fetch, Fetched } from '../../model/changeset/known.js';

export function answered<T>(asking: Asking<T>, fetch: (wanted: Fetch) => Fetched): T {
  let step = asking.next({});
  while (!step.done) step = asking.next(fetch(step.value));
  return step.value;
}
