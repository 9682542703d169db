/** Many ranges of languages as one list, which a store looks through: as one condition each they would be a statement that is deep and long. */
import type { Condition } from '../plan/plan.js';

/** Up to as many are conditions of their own, which an index answers. */
const FEW = 8;

export interface LanguageRanges {
  readonly field: string;
  /** RFC 4647 basic ranges; the tag is to be in one of them. */
  readonly ranges: readonly string[];
}

/** Undefined where the conditions are few, or are not all of languages of one field. */
export function languageRanges(conditions: readonly Condition[]): LanguageRanges | undefined {
  const [first] = conditions;
  if (conditions.length <= FEW || first?.kind !== 'language') return undefined;
  const { field } = first;
  const ranges = conditions.flatMap((each) => (each.kind === 'language' && each.field === field ? each.range : []));
  return ranges.length === conditions.length ? { field, ranges } : undefined;
}
