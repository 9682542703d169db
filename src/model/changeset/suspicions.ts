/** What is certain is no suspicion: the two lists of a record never say the same. */
import { peerList, SUSPECTED_OF, type PeerList, type PeerListName } from '../peers.js';
import type { RecordDocument } from './changeset.js';
import { isSound, refuseDraft, type Draft } from './draft.js';

const PAIRS = Object.entries(SUSPECTED_OF).map(([suspected, certain]) => ({
  suspected: peerList(suspected as PeerListName),
  certain: peerList(certain),
}));

/**
 * A suspicion that was stored goes when the same is written as certain: it is confirmed. One that is given beside it is
 * refused.
 */
export function settleSuspicions(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!isSound(draft) || draft.item?.kind !== 'put' || draft.kept || !draft.document) continue;
    for (const { suspected, certain } of PAIRS) if (suspected.record === draft.record) settle(draft, suspected, certain);
  }
}

function settle(draft: Draft, suspected: PeerList, certain: PeerList): void {
  const document = draft.document!;
  const known = new Set(partsOf(document, certain).map((part) => saidBy(part, certain)));
  const parts = partsOf(document, suspected);
  const left = parts.filter((part) => !known.has(saidBy(part, suspected)));
  if (left.length === parts.length) return;
  const isGiven = draft.item?.kind === 'put' && draft.item.values[suspected.list] !== undefined && !draft.isFoundByPage;
  if (!isGiven) {
    const { [suspected.list]: _parts, ...rest } = document;
    draft.document = left.length === 0 ? rest : { ...document, [suspected.list]: left };
    return;
  }
  parts.forEach((part, index) => {
    if (known.has(saidBy(part, suspected)))
      refuseDraft(
        draft,
        'BAD_INPUT',
        [suspected.name, index],
        `the suspicion is already stated as certain in ${certain.name}`,
        `leave it out of ${suspected.name}, or remove it from ${certain.name} if it is only suspected`,
      );
  });
}

const partsOf = (document: RecordDocument, { list }: PeerList): readonly RecordDocument[] =>
  (document[list] as readonly RecordDocument[] | undefined) ?? [];

/** A source may be known to quote another, and suspected to be a copy of it. */
const saidBy = (part: RecordDocument, { reference }: PeerList): string => JSON.stringify([part[reference], part['kind']]);
