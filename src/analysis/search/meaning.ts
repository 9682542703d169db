/**
 * Claims that mean nearly the same as what was typed, whatever their words and their language. How near is near
 * differs from model to model, so a similarity is told against those of the other claims that are nearest.
 */
import { EVERYTHING, type Condition, type Plan, type Selection } from '../../plan/plan.js';
import { rowsOf, type PlanRows, type Row } from '../../plan/rows.js';

/** A text of a claim that is near to what was typed; the nearest come first. */
export interface NearText {
  readonly claim: string;
  readonly language: string;
  /** -1 to 1. */
  readonly similarity: number;
}

export interface Meaning {
  readonly language: string;
  /** 0 to 1: how much of the way from the usual similarity to the very same it is. */
  readonly nearness: number;
}

/** Texts of claims to ask for: enough of them to know what is usual. */
export const NEAR_TEXTS = 50;
/** Of those, the ones that come after this many are usual. */
const NOTABLE = 10;
/** What a claim may reach that has no word of what was typed. */
const OF_MEANING = 0.7;

/** By claim, its nearest text. Those that are no nearer than is usual are left out. */
export function meaningsOf(near: readonly NearText[]): ReadonlyMap<string, Meaning> {
  const usual = usualOf(near);
  const meanings = new Map<string, Meaning>();
  for (const { claim, language, similarity } of near) {
    const nearness = (similarity - usual) / (1 - usual);
    if (nearness > 0 && !meanings.has(claim)) meanings.set(claim, { language, nearness });
  }
  return meanings;
}

function usualOf(near: readonly NearText[]): number {
  const rest = near.slice(NOTABLE);
  // Of few claims nothing is known to be usual but the farthest.
  if (rest.length < NOTABLE) return Math.min(near.at(-1)?.similarity ?? 0, 0.99);
  return Math.min(0.99, rest.reduce((sum, { similarity }) => sum + similarity, 0) / rest.length);
}

/** Of a claim that words alone gave this score, or none: two signs that do not depend on each other. */
export const scoreWithMeaning = (score: number, { nearness }: Meaning): number => 1 - (1 - score) * (1 - OF_MEANING * nearness);

/** The claims with these ids that meet the condition and are in force. */
export function* claimsWith(ids: readonly string[], where: Condition | undefined, selection: Selection): Generator<Plan, Row[], PlanRows> {
  if (ids.length === 0) return [];
  const rows = yield* rowsOf({
    kind: 'list',
    record: 'Claim',
    list: {
      where: { kind: 'all', conditions: [{ kind: 'in', field: 'id', values: ids }, where ?? EVERYTHING] },
      retracted: 'EXCLUDE',
      order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
      page: {
        size: ids.length,
        direction: 'forward',
        wants: { items: true, positions: false, total: false, previous: false, next: false },
      },
      selection,
    },
  });
  return rows.page.items.map(({ row }) => row);
}
