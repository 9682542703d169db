/**
 * The lists by which a record says which others of its own kind it was got from, for certain or as a suspicion: read
 * from the table. What chains, circles and what readers may see go by.
 */
import type { RecordName } from './definition.js';
import { edgesOf, RECORD_NAMES } from './graph.js';

export type PeerListName = 'relays' | 'suspectedRelays' | 'derivations' | 'suspectedDerivations';

export interface PeerList {
  /** As callers know it: of a hidden list, the edge that goes through it. */
  readonly name: PeerListName;
  readonly record: RecordName;
  /** The edge that holds the parts, and what each of them refers to. */
  readonly list: string;
  readonly reference: string;
}

export const PEER_LISTS: readonly PeerList[] = RECORD_NAMES.flatMap((record) =>
  edgesOf(record).flatMap((edge): PeerList[] => {
    if (edge.kind !== 'parts') return [];
    const through = edgesOf(record).find((other) => other.kind === 'through' && other.parts === edge.name);
    const references = edgesOf(edge.part).filter((inner) => inner.kind === 'reference' && inner.to === record);
    return references.map((inner) => ({
      name: (through?.name ?? edge.name) as PeerListName,
      record,
      list: edge.name,
      reference: inner.name,
    }));
  }),
);

/** @throws {Error} on a name that the table does not have: a defect, not bad input. */
export function peerList(name: PeerListName): PeerList {
  const found = PEER_LISTS.find((each) => each.name === name);
  if (!found) throw new Error(`the table has no list ${name}`);
  return found;
}

/** By each list of suspicions: the one that says the same for certain. */
export const SUSPECTED_OF: Readonly<Partial<Record<PeerListName, PeerListName>>> = {
  suspectedRelays: 'relays',
  suspectedDerivations: 'derivations',
};
