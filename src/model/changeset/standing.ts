/** What retracting, restoring, merging and unmerging make of a record. */
import type { StatusItem, StoredRecord } from './changeset.js';
import { normalDocument } from './documents.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import type { Asking, Known } from './known.js';
import { refuseCircularUnmerge, refuseOwnCopy } from './own-copies.js';
import { isId } from '../values/text.js';
import type { ItemStatus } from './changeset.js';

interface Standing {
  readonly now: number;
  readonly by?: string | undefined;
}

const intoOf = (stored: StoredRecord | undefined): string | undefined => stored?.document['mergedInto'] as string | undefined;

/** A merge must name another record of the kind that stands, and must not lead back to the one that is merged; neither may what is read by itself again. */
export function* refuseWrongMerges(drafts: readonly Draft[], known: Known): Asking<void> {
  for (const draft of drafts)
    if (isSound(draft) && draft.item?.kind === 'unmerge' && draft.record === 'Source' && intoOf(draft.stored) !== undefined)
      yield* refuseCircularUnmerge(draft);
  const merging = drafts.filter((draft) => isSound(draft) && draft.item?.kind === 'merge');
  if (merging.length === 0) return;
  // The whole of every chain that is merged into.
  for (let missing = true; missing;) {
    missing = false;
    for (const record of ['Entity', 'Source'] as const) {
      const ids = [...new Set(known.all(record).flatMap((stored) => intoOf(stored) ?? []))].filter((id) => !known.byId(record, id));
      if (ids.length === 0) continue;
      missing = true;
      known.add((yield { fetch: 'records', record, ids, keys: [] }).records ?? []);
    }
  }
  const into = new Map<string, string>();
  for (const draft of merging) {
    const { into: reference } = draft.item as StatusItem;
    const target = isId(reference!) ? known.byId(draft.record, reference!) : known.byKey(draft.record, reference!);
    if (!target)
      refuseDraft(
        draft,
        'UNKNOWN_REFERENCE',
        ['into'],
        `there is no ${draft.record} "${reference}"`,
        `the id or key of an existing ${draft.record}`,
      );
    // Said once more it changes nothing, whatever became of the other since.
    else if (intoOf(draft.stored) === target.id) into.set(draft.id!, target.id);
    else if (target.retraction && !intoOf(target))
      refuseDraft(draft, 'RETRACTED', ['into'], `the ${draft.record} "${reference}" is retracted`, 'restore it first, or name another');
    else if (draft.stored!.retraction && !intoOf(draft.stored))
      refuseDraft(draft, 'RETRACTED', ['reference'], 'the record is retracted', 'restore it before merging it');
    else if (intoOf(draft.stored) !== undefined)
      refuseDraft(draft, 'DUPLICATE', ['reference'], 'the record is merged into another already', 'unmerge it first');
    else if (target.document['visibility'] !== draft.stored!.document['visibility'])
      // What is withheld with the one would be shown with the other.
      refuseDraft(draft, 'BAD_INPUT', ['into'], 'the two have different visibilities', 'give both records the same visibility first');
    else into.set(draft.id!, target.id);
  }
  const next = (record: Draft['record'], id: string): string | undefined => into.get(id) ?? intoOf(known.byId(record, id));
  for (const draft of merging) {
    if (!isSound(draft)) continue;
    const seen = new Set<string>();
    for (let at: string | undefined = draft.id; at !== undefined && !seen.has(at); at = next(draft.record, at)) {
      seen.add(at);
      if (next(draft.record, at) === draft.id)
        refuseDraft(draft, 'CYCLE', ['into'], 'the record would be merged into itself', 'name a record that is not merged into this one');
    }
    if (isSound(draft) && draft.record === 'Source')
      yield* refuseOwnCopy(
        draft,
        endOf(draft.id!, (id) => next('Source', id)),
      );
  }
}

/** Where a chain of merges ends. One that leads into a circle is refused by those that make it. */
function endOf(start: string, next: (id: string) => string | undefined): string {
  const met = new Set([start]);
  let end = start;
  for (let id = next(start); id !== undefined && !met.has(id); id = next(id)) met.add((end = id));
  return end;
}

export function decideStatus(draft: Draft, item: StatusItem, standing: Standing, known: Known): void {
  if (item.kind === 'merge' || item.kind === 'unmerge') decideMerge(draft, item, standing, known);
  else decideRetraction(draft, item, standing);
}

function decideRetraction(draft: Draft, item: StatusItem, standing: Standing): void {
  const stored = draft.stored!;
  const retracting = item.kind === 'retract';
  if (!retracting && intoOf(stored) !== undefined)
    return refuseDraft(draft, 'RETRACTED', ['reference'], 'the record is merged into another, not retracted', 'unmerge it');
  if (retracting === Boolean(stored.retraction)) {
    draft.status = 'UNCHANGED';
    return;
  }
  write(draft, item, standing, retracting ? 'RETRACTED' : 'RESTORED', retracting, undefined);
}

/** A merged record is out of the lists like a retracted one, and says where it is read. */
function decideMerge(draft: Draft, item: StatusItem, standing: Standing, known: Known): void {
  const merging = item.kind === 'merge';
  const target = merging ? (isId(item.into!) ? item.into! : known.byKey(draft.record, item.into!)!.id) : undefined;
  if (intoOf(draft.stored) === target) {
    draft.status = 'UNCHANGED';
    return;
  }
  write(draft, item, standing, merging ? 'MERGED' : 'UNMERGED', merging, target ?? null);
}

/** `into`: undefined leaves what the record says as it is. */
function write(
  draft: Draft,
  { reason }: StatusItem,
  { now, by }: Standing,
  operation: Extract<ItemStatus, 'RETRACTED' | 'RESTORED' | 'MERGED' | 'UNMERGED'>,
  withdrawn: boolean,
  into: string | null | undefined,
): void {
  const { retraction: _dropped, ...active } = draft.stored!;
  draft.status = operation;
  draft.write = {
    ...active,
    ...(into === undefined ? {} : { document: normalDocument(draft.record, { ...active.document, mergedInto: into }) }),
    ...(withdrawn ? { retraction: { at: now, by, reason: reason! } } : {}),
    version: active.version + 1,
    operation,
    reason,
    previous: draft.stored,
  };
}
