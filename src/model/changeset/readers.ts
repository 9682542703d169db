/** Answers and documents that say nothing of what is withheld from readers. */
import type { RecordName } from '../definition.js';
import { PEER_LISTS } from '../withholding.js';
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
  for (const record of Object.keys(PEER_LISTS) as RecordName[]) {
    const ids = [...new Set(written.filter((each) => each.record === record).flatMap(peersOf))];
    if (ids.length === 0) continue;
    for (const [id] of (yield { fetch: 'withheld', record, ids }).pairs ?? []) withheld.add(id);
  }
  return withheld;
}

/** The document as it would be if the withheld ones were not there. */
export function withoutPeers({ record, document }: Written, withheld: ReadonlySet<string>): RecordDocument {
  const { list, reference } = PEER_LISTS[record] ?? {};
  const parts = list === undefined ? undefined : (document[list] as readonly RecordDocument[] | undefined);
  if (!parts?.some((part) => withheld.has(part[reference!] as string))) return document;
  const { [list!]: _parts, ...rest } = document;
  const shown = parts.filter((part) => !withheld.has(part[reference!] as string));
  return shown.length === 0 ? rest : { ...document, [list!]: shown };
}

function peersOf({ record, document }: Written): string[] {
  const { list, reference } = PEER_LISTS[record]!;
  return ((document[list] as readonly RecordDocument[] | undefined) ?? []).map((part) => part[reference] as string);
}
