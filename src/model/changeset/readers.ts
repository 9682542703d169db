/** Answers and documents that say nothing of what is withheld from readers. */
import type { RecordName } from '../definition.js';
import { PEER_LISTS, type PeerList } from '../peers.js';
import { readThrough } from './canonical.js';
import type { RecordDocument } from './changeset.js';
import type { Asking, Fetch, Fetched } from './known.js';

export interface Written {
  readonly record: RecordName;
  readonly document: RecordDocument;
}

/** The question is asked of what readers may see; what it finds does not name what they may not. */
export function* readByReaders(wanted: Fetch): Asking<Fetched> {
  const fetched = yield* readThrough(wanted);
  if (!fetched.records) return fetched;
  const withheld = yield* withheldPeers(fetched.records);
  return { ...fetched, records: fetched.records.map((each) => ({ ...each, document: withoutPeers(each, withheld) })) };
}

/** Ids of withheld records among those that these were got from. */
export function* withheldPeers(written: readonly Written[]): Asking<ReadonlySet<string>> {
  const withheld = new Set<string>();
  for (const record of new Set(PEER_LISTS.map((each) => each.record))) {
    const ids = [...new Set(written.filter((each) => each.record === record).flatMap(peersOf))];
    if (ids.length === 0) continue;
    for (const [id] of (yield { fetch: 'withheld', record, ids }).pairs ?? []) withheld.add(id);
  }
  return withheld;
}

/** The document as it would be if the withheld ones were not there. */
export function withoutPeers({ record, document }: Written, withheld: ReadonlySet<string>): RecordDocument {
  let shown = document;
  for (const { list, reference } of listsOf(record)) {
    const parts = shown[list] as readonly RecordDocument[] | undefined;
    if (!parts?.some((part) => withheld.has(part[reference] as string))) continue;
    const { [list]: _parts, ...rest } = shown;
    const left = parts.filter((part) => !withheld.has(part[reference] as string));
    shown = left.length === 0 ? rest : { ...shown, [list]: left };
  }
  return shown;
}

function peersOf({ record, document }: Written): string[] {
  return listsOf(record).flatMap(({ list, reference }) =>
    ((document[list] as readonly RecordDocument[] | undefined) ?? []).map((part) => part[reference] as string),
  );
}

const listsOf = (record: RecordName): readonly PeerList[] => PEER_LISTS.filter((each) => each.record === record);
