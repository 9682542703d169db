/** The texts of a claim that it is matched by. */
import type { Plan, Selection } from '../../plan/plan.js';
import type { PlanRows, Row } from '../../plan/rows.js';
import { isId, normalId } from '../../model/values/text.js';

export interface ClaimTexts {
  readonly id: string;
  readonly texts: readonly { readonly text: string; readonly language: string }[];
}

/** Each is looked for by itself; translations beyond these say the same. */
const TEXTS_MAX = 5;

export const CLAIM_TEXTS: Selection = {
  shape: 'Claim',
  fields: ['id'],
  edges: [{ kind: 'plain', slot: 'texts', edge: 'texts', selection: { shape: 'Label', fields: ['language', 'text'], edges: [] } }],
};

export const textsOfRow = (row: Row): ClaimTexts => ({
  id: row['id'] as string,
  texts: (row['texts'] as ClaimTexts['texts']).slice(0, TEXTS_MAX),
});

/** Of a claim named by id or key, whether it is retracted or not; undefined where there is none. */
export function* claimTexts(reference: string): Generator<Plan, ClaimTexts | undefined, PlanRows> {
  const value = normalId(reference);
  const rows = yield { kind: 'one', record: 'Claim', by: isId(value) ? 'id' : 'key', value, selection: CLAIM_TEXTS };
  return rows.kind === 'one' && rows.row ? textsOfRow(rows.row) : undefined;
}
