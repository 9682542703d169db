/** Blank nodes by their place in the canonical form of a nanopublication (RDFC-1.0), not by a parser's counter. */
import { canonize } from 'rdf-canonize';
import type { Quad, Term } from '@rdfjs/types';
import { blankNode, quad } from '../rdf/factory.js';
import { EntryRefused, refusal } from '../reading/entry.js';
import type { Nanopublication } from './nanopublication.js';

/** Comparisons of blank nodes that are alike, as a power of how many they are: graphs can be made that take for ever. */
const WORK_FACTOR = 2;
/** Blank nodes of one nanopublication that are alike at first sight are compared with each other. */
const BLANK_NODES_MAX = 2_000;

/** The same nanopublication with canonical names of its blank nodes. Throws EntryRefused where they cannot be told apart in time. */
export async function withCanonicalNodes(nanopub: Nanopublication): Promise<Nanopublication> {
  const { head, assertion, provenance, publicationInfo } = nanopub;
  const quads = [...head, ...assertion, ...provenance, ...publicationInfo];
  const blank = new Set(quads.flatMap(({ subject, object }) => [subject, object].flatMap((term) => (isBlank(term) ? term.value : []))));
  if (blank.size === 0) return nanopub;
  const names = blank.size > BLANK_NODES_MAX ? undefined : await canonicalNames(quads);
  if (!names)
    throw new EntryRefused(
      refusal('TOO_LONG', '', 'its blank nodes are too many, or too similar, to be distinguished', 'named nodes, or fewer of them'),
    );
  const named = (each: readonly Quad[]): Quad[] =>
    each.map(({ subject, predicate, object, graph }) =>
      quad(
        isBlank(subject) ? blankNode(names.get(subject.value)!) : subject,
        predicate,
        isBlank(object) ? blankNode(names.get(object.value)!) : object,
        graph,
      ),
    );
  return {
    ...nanopub,
    head: named(head),
    assertion: named(assertion),
    provenance: named(provenance),
    publicationInfo: named(publicationInfo),
  };
}

const isBlank = (term: Term): boolean => term.termType === 'BlankNode';

async function canonicalNames(quads: readonly Quad[]): Promise<ReadonlyMap<string, string> | undefined> {
  const found = new Map<string, string>();
  try {
    await canonize(quads.map(plain), { algorithm: 'RDFC-1.0', canonicalIdMap: found, maxWorkFactor: WORK_FACTOR });
  } catch {
    return undefined;
  }
  return found;
}

/** The library copies what it is given, by its own members. */
function plain({ subject, predicate, object, graph }: Quad): object {
  const term = (each: Term): object => {
    const { termType, value } = each;
    return each.termType === 'Literal' ? { termType, value, language: each.language, datatype: term(each.datatype) } : { termType, value };
  };
  return { subject: term(subject), predicate: term(predicate), object: term(object), graph: term(graph) };
}
