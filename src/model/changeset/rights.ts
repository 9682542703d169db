/**
 * Who may say who sees a record: its creator, until somebody else has said so since, and editors. To add and to
 * correct is a contributor's; to take from readers what others have written, or to show it to them, is not.
 */
import { RECORD_NAMES } from '../graph.js';
import type { RecordName } from '../definition.js';
import type { Problem } from '../errors.js';
import { isAtLeast, JUDGING } from '../roles.js';
import type { ChangesetResult, Writer } from './changeset.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import type { Asking } from './known.js';

const HINT = `the role ${JUDGING}`;

/** Whether the writer may change who sees the records of others. */
export const judges = (writer: Writer | undefined): boolean => writer === undefined || isAtLeast(writer.role, JUDGING);

/** Refuses every item that gives another visibility to a record that is not the writer's own. */
export function* refuseOthersVisibility(drafts: readonly Draft[], writer: Writer | undefined): Asking<void> {
  if (judges(writer)) return;
  const changing = drafts.filter((draft) => isSound(draft) && isShownOtherwise(draft));
  for (const record of RECORD_NAMES) {
    const of = changing.filter((draft) => draft.record === record);
    if (of.length === 0) continue;
    const { deciders = [] } = writer!.name === undefined ? {} : yield { fetch: 'deciders', record, ids: of.map(({ id }) => id!) };
    const own = new Set(deciders.flatMap(({ id, createdBy, shownBy }) => (createdBy === writer!.name && shownBy === createdBy ? id : [])));
    for (const draft of of) {
      if (own.has(draft.id!)) continue;
      refuseDraft(
        draft,
        'FORBIDDEN',
        ['visibility'],
        `a ${writer!.role} may not set the visibility of a record that somebody else wrote`,
        HINT,
      );
    }
  }
}

const isShownOtherwise = ({ item, stored, document, kept }: Draft): boolean =>
  item?.kind === 'put' && stored !== undefined && !kept && stored.document['visibility'] !== document?.['visibility'];

/** A record of somebody else that what was written would hide from readers, or show to them. */
export interface TouchedRecord {
  readonly record: RecordName;
  readonly id: string;
}

/**
 * What withholding passes on to (withholding.ts) is known only when all is written. The transaction is then given
 * up: this is thrown through it, and caught by its writer.
 */
export class TouchesOthers extends Error {
  override readonly name = 'TouchesOthers';
  constructor(
    private readonly touched: TouchedRecord,
    private readonly result: ChangesetResult,
  ) {
    super('the write would change whether readers see a record that somebody else wrote');
  }

  /** Nothing is written: refused are the items that changed a record, for one of them did it. */
  get refusal(): ChangesetResult {
    const message = `the write would hide from readers, or show to them, the ${this.touched.record} ${this.touched.id}, which somebody else wrote`;
    const problem = (path: Problem['path']): Problem => ({ code: 'FORBIDDEN', message, path, hint: HINT });
    const results = this.result.results.map((each) => {
      if (each.status === 'UNCHANGED' || each.status === 'REFUSED') return each;
      const version = each.version === undefined ? undefined : each.version - 1;
      if (each.status !== 'CHANGED') return { ...each, status: 'NOT_APPLIED' as const, id: undefined, version: undefined };
      return { ...each, status: 'REFUSED' as const, version, problems: [problem(each.path)] };
    });
    return { ...this.result, applied: false, results };
  }
}
