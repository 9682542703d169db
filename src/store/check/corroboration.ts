/** The numbers of corroboration that stores keep, against the analysis. */
import { isDeepStrictEqual } from 'node:util';
import { settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import type { Asking } from '../../model/changeset/known.js';
import type { Finding } from './checks.js';

/** What is kept of claims, those that are worked out; `answered` lets the analysis ask the store. */
export async function corroborationFindings(
  kept: readonly SettledCorroboration[],
  message: string,
  answered: <T>(asking: Asking<T>) => Promise<T>,
): Promise<Finding[]> {
  if (kept.length === 0) return [];
  const worked = await answered(settledCorroborations(kept.map(({ claim }) => claim)));
  return worked.flatMap((each, index) =>
    isDeepStrictEqual({ ...kept[index]! }, { ...each }) ? [] : [{ record: 'Claim' as const, id: each.claim, message }],
  );
}
