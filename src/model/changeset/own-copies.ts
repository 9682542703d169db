/** A source never comes from itself, also where merges change what it is read through. */
import type { StoredRecord } from './changeset.js';
import { refuseDraft, type Draft } from './draft.js';
import type { Asking } from './known.js';

/** The lists by which sources come from others. */
const FROM_OTHERS = [
  { list: 'derivations', comes: 'comes from', hint: 'remove the derivation first, if it is wrong' },
  {
    list: 'suspectedDerivations',
    comes: 'is suspected to come from',
    hint: 'remove it from suspectedDerivations first',
  },
] as const;

/** Of two sources of which one comes from the other, neither is the other. `into` is what the one would be read through, at the end of any chain. */
export function* refuseOwnCopy(draft: Draft, into: string): Asking<void> {
  for (const { list, comes, hint } of FROM_OTHERS) {
    const pairs = (yield { fetch: 'reachable', list, from: [into] }).pairs ?? [];
    if (pairs.some(([, to]) => to === draft.id)) refuseDraft(draft, 'CYCLE', ['into'], `one source ${comes} the other`, hint);
  }
}

/** What was written while it was merged was read through the other one, and may lead back to it now. */
export function* refuseCircularUnmerge(draft: Draft): Asking<void> {
  const id = draft.id!;
  const names = yield* namesOf(id);
  for (const { list, comes, hint } of FROM_OTHERS) {
    const pairs = (yield { fetch: 'reachable', list, from: [id] }).pairs ?? [];
    const ids = [...new Set([id, ...pairs.map(([, to]) => to)])];
    const behind = (yield { fetch: 'records', record: 'Source', ids, keys: [] }).records ?? [];
    const isCircular = behind.some(({ document }) =>
      ((document[list] as readonly { source: string }[] | undefined) ?? []).some(({ source }) => names.has(source)),
    );
    if (isCircular) refuseDraft(draft, 'CYCLE', ['reference'], `after the unmerge, the source ${comes} itself`, hint);
  }
}

/** The source, and those that will be read through it. */
function* namesOf(id: string): Asking<ReadonlySet<string>> {
  const ends = ((yield { fetch: 'merged', ids: [id] }).pairs ?? []).map(([, end]) => end);
  const merged = (yield { fetch: 'referring', record: 'Source', reference: 'mergedInto', ids: ends }).records ?? [];
  const named = new Map<string, StoredRecord[]>();
  for (const each of merged) {
    const into = each.document['mergedInto'] as string;
    named.set(into, [...(named.get(into) ?? []), each]);
  }
  const names = new Set([id]);
  for (const name of names) for (const each of named.get(name) ?? []) names.add(each.id);
  return names;
}
