/** Claims that may say the same as others, as pairs: proposals of duplicates among claims, which links SAME_AS confirm. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { Duplicate } from '../duplicates/judge.js';
import { rowsOf } from '../../plan/rows.js';
import { plansOf, type Looking } from '../duplicates/looking.js';
import { EVERYTHING } from '../../plan/plan.js';
import { CLAIM_TEXTS, textsOfRow } from './claim-texts.js';
import { matchingClaims } from './matching.js';

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
): Looking<Duplicate[][]> {
  const rows = yield* rowsOf({ kind: 'nodes', ids, selections: { Claim: CLAIM_TEXTS } });
  const found: Duplicate[][] = [];
  for (const row of rows.rows) {
    clock.check();
    if (!row) {
      found.push([]);
      continue;
    }
    const { id, texts } = textsOfRow(row);
    const { matches } = yield* plansOf(
      matchingClaims({
        texts,
        except: id,
        where: EVERYTHING,
        first: MOST_OF_ONE,
        minimumScore,
        candidatesMax,
        clock,
      }),
    );
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
