/** What stores keep of corroboration with each claim, so that it can be filtered and sorted by. */
import type { Asking } from '../model/changeset/known.js';
import type { KEPT_NUMBERS } from '../model/kept-corroboration.js';
import { Corroborations } from './corroboration.js';
import { provenanceOfClaims, type ProvenanceLimits } from './provenance.js';

export interface SettledCorroboration extends Readonly<Record<(typeof KEPT_NUMBERS)[number], number>> {
  readonly claim: string;
  readonly corroborationComplete: boolean;
  /** Ids of sources, in their order. */
  readonly knownOnlyThrough: readonly string[];
}

/** Far past what a request may look at: this is worked out once a write, not once a question. */
const LIMITS: ProvenanceLimits = { recordsMax: 200_000, levelsMax: 100 };

/** Claims worked out in one transaction. */
export const SETTLED_AT_ONCE = 200;

export function* settledCorroborations(claims: readonly string[]): Asking<SettledCorroboration[]> {
  const provenance = yield* provenanceOfClaims(claims, LIMITS);
  const corroborations = new Corroborations(provenance);
  return claims.map((claim) => {
    const { groups, suspected: _suspected, complete, ...counts } = corroborations.of(claim);
    const numbers = { ...counts, independentGroups: groups.length };
    return { claim, ...numbers, corroborationComplete: complete, knownOnlyThrough: corroborations.knownOnlyThrough(claim) };
  });
}
