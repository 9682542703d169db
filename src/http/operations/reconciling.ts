/** A request to the reconciliation service, from its parts to the bytes of its answer. */
import type { Settings } from '../../config/settings.js';
import type { Store } from '../../store/store.js';
import { answerReconciliation, type ReconciliationLimits } from '../reconcile/answer.js';
import type { Executing } from './executor.js';
import type { HttpAnswer, ReconcileWork } from './work.js';

export const reconciliationLimits = (settings: Settings): ReconciliationLimits => ({
  candidatesMax: settings.searchCandidatesMax,
  pageSizeMax: settings.pageSizeMax,
  timeout: settings.requestTimeout,
  valuesMax: settings.reconcileValuesMax,
  showAuthors: settings.showAuthors,
  anyPageMayAsk: settings.corsOrigins.includes('*'),
});

export function reconciledBy(store: Store, settings: Settings): (work: ReconcileWork, executing: Executing) => Promise<HttpAnswer> {
  const limits = reconciliationLimits(settings);
  return async ({ path, query, form, caller, publicUrl }, { signal }) => {
    const { status, headers, body } = await answerReconciliation(store, limits, { path, query, form, caller, publicUrl, signal });
    return { status, headers, body: Buffer.from(body) };
  };
}
