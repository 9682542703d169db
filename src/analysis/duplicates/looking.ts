/** Work that asks the store as it goes, by questions and by plans: pure, so that it runs on either store, for whoever looks. */
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { Plan } from '../../plan/plan.js';
import { rowsOf, type PlanRows } from '../../plan/rows.js';

/** A question is answered by what was fetched, a plan by its rows (store/look.ts). */
export type Looking<T> = Generator<Fetch | Plan, T, Fetched | PlanRows>;

export function* fetched(wanted: Fetch): Looking<Fetched> {
  return (yield wanted) as Fetched;
}

/** Work that asks by plans alone. */
export function* plansOf<T>(asking: Generator<Plan, T, PlanRows>): Looking<T> {
  let step = asking.next();
  while (!step.done) step = asking.next(yield* rowsOf(step.value));
  return step.value;
}
