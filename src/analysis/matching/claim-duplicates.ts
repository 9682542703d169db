/** Claims that may say the same as others, as pairs: proposals of duplicates among claims, which links SAME_AS confirm. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import { EVERYTHING, type Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import { CLAIM_TEXTS, textsOfRow } from './claim-texts.js';
import { matchingClaims } from './matching.js';

export interface ClaimDuplicate {
  readonly record: string;
  readonly other: string;
  /** 0 to 1: how likely they are one claim (sureness.ts); 1 where a text is the same. */
  readonly score: number;
  readonly reasons: readonly ('SAME_TEXT' | 'SIMILAR_TEXT')[];
}

/** Duplicates of one claim that are told. */
const MOST_OF_ONE = 20;
/** Claims that one search ranks, where the caller has no limit of its own. */
const CANDIDATES = 150;

/**
 * Of each claim its matches of at least this score, the likeliest first; of an id that is no claim, none.
 * @throws {StoreError} TIMEOUT where it takes longer than the clock has.
 */
export function* claimDuplicatesOf(
  ids: readonly string[],
  minimumScore: number,
  clock: Clock = NO_DEADLINE,
  candidatesMax: number = CANDIDATES,
): Generator<Plan, ClaimDuplicate[][], PlanRows> {
  const rows = yield { kind: 'nodes', ids, selections: { Claim: CLAIM_TEXTS } };
  if (rows.kind !== 'nodes') throw new Error('nodes were planned');
  const found: ClaimDuplicate[][] = [];
  for (const row of rows.rows) {
    clock.check();
    if (!row) {
      found.push([]);
      continue;
    }
    const { id, texts } = textsOfRow(row);
    const { matches } = yield* matchingClaims({
      texts,
      except: id,
      where: EVERYTHING,
      first: MOST_OF_ONE,
      minimumScore,
      candidatesMax,
      clock,
    });
    found.push(
      matches.map(({ claim, score, match }) => ({
        record: id,
        other: claim,
        score,
        reasons: [match.how === 'SAME' ? 'SAME_TEXT' : 'SIMILAR_TEXT'],
      })),
    );
  }
  return found;
}
