/** Nanopublications out of quads, checked as the guidelines say (http://nanopub.org/guidelines/working_draft/). */
import type { Quad, Term } from '@rdfjs/types';
import { EntryRefused, refusal } from '../reading/entry.js';
import { validateTerm } from 'rdf-validate-datatype';
import { HAS_ASSERTION, HAS_PROVENANCE, HAS_PUBLICATION_INFO, NANOPUBLICATION, RDF_TYPE, XSD } from './vocabulary.js';

export interface Nanopublication {
  readonly uri: string;
  readonly assertionUri: string;
  readonly head: readonly Quad[];
  readonly assertion: readonly Quad[];
  readonly provenance: readonly Quad[];
  readonly publicationInfo: readonly Quad[];
}

const HEAD_PREDICATES = new Set([HAS_ASSERTION, HAS_PROVENANCE, HAS_PUBLICATION_INFO]);
const isOfHead = ({ predicate, object }: Quad): boolean =>
  HEAD_PREDICATES.has(predicate.value) || (predicate.value === RDF_TYPE && object.value === NANOPUBLICATION);

/** The quads of each, one after the other: another head, or the same one again, begins another one. Throws EntryRefused past `max` quads of one. */
export async function* separated(quads: AsyncIterable<Quad>, max: number): AsyncGenerator<Quad[]> {
  let gathered: Quad[] = [];
  let head: string | undefined;
  let said = new Set<string>();
  for await (const quad of quads) {
    const graph = quad.graph.value;
    if (isOfHead(quad)) {
      const content = [quad.subject, quad.predicate, quad.object].map(({ value }) => value).join(' ');
      if (head === graph && said.has(content) && gathered.some((each) => each.graph.value !== graph)) {
        yield gathered;
        gathered = [];
        said = new Set();
      } else if (head !== graph) said = new Set();
      said.add(content);
    }
    if (isOfHead(quad) && head !== graph) {
      const previous = head === undefined ? [] : gathered.filter((each) => each.graph.value !== graph);
      if (previous.length > 0) {
        yield previous;
        gathered = gathered.filter((each) => each.graph.value === graph);
      }
      head = graph;
    }
    if (gathered.length >= max)
      throw new EntryRefused(
        refusal(
          'TOO_LONG',
          '',
          `a nanopublication of more than ${max} statements`,
          'smaller ones, or raise CLAIMGRAPH_IMPORT_STATEMENTS_MAX',
        ),
      );
    gathered.push(quad);
  }
  if (gathered.length > 0) yield gathered;
}

/** Gives the nanopublication, or what is wrong with it. */
export function nanopublicationOf(quads: readonly Quad[]): Nanopublication | string {
  const heads = quads.filter(({ predicate, object }) => predicate.value === RDF_TYPE && object.value === NANOPUBLICATION);
  const [type] = heads;
  if (!type) return 'not a nanopublication: nothing has the type np:Nanopublication';
  if (new Set(heads.map(({ subject }) => subject.value)).size > 1) return 'two nanopublications share a head';
  const uri = type.subject.value;
  const headUri = type.graph.value;
  const graphs = [HAS_ASSERTION, HAS_PROVENANCE, HAS_PUBLICATION_INFO].map((predicate) => [
    ...new Set(
      quads
        .filter((quad) => quad.graph.value === headUri && quad.subject.value === uri && quad.predicate.value === predicate)
        .map(({ object }) => object.value),
    ),
  ]);
  if (graphs.some(({ length }) => length === 0)) return 'the head does not name an assertion, a provenance and a publication info';
  if (graphs.some(({ length }) => length > 1)) return 'the head names two graphs of one kind';
  const [assertionUri, provenanceUri, infoUri] = graphs.map(([each]) => each!) as [string, string, string];
  const all = [headUri, assertionUri, provenanceUri, infoUri];
  if (new Set(all).size < all.length) return 'the four graphs do not have distinct names';
  if (all.includes(uri)) return 'a graph has the name of the nanopublication itself';
  const foreign = all.find((graph) => !graph.startsWith(uri));
  if (foreign !== undefined) return `the name of the graph ${foreign} does not begin with the name of the nanopublication`;
  const stray = quads.find(({ graph }) => !all.includes(graph.value));
  if (stray) return `the graph ${stray.graph.value} is not part of the nanopublication`;
  const [head, assertion, provenance, publicationInfo] = all.map((name) => quads.filter(({ graph }) => graph.value === name)) as [
    Quad[],
    Quad[],
    Quad[],
    Quad[],
  ];
  if (assertion.length === 0) return 'the assertion is empty';
  if (!mentions(provenance, assertionUri)) return 'the provenance says nothing about the assertion';
  if (!mentions(publicationInfo, uri)) return 'the publication info says nothing about the nanopublication';
  const wrong = assertion.map(({ object }) => object).find((object) => !isWellTyped(object));
  if (wrong) return `"${wrong.value}" is not a valid ${(wrong as { datatype: Term }).datatype.value.replace(XSD, 'xsd:')}`;
  return { uri, assertionUri, head, assertion, provenance, publicationInfo };
}

const mentions = (quads: readonly Quad[], uri: string): boolean =>
  quads.some(({ subject, object }) => subject.value === uri || object.value === uri);

function isWellTyped(term: Term): boolean {
  return term.termType !== 'Literal' || !term.datatype.value.startsWith(XSD) || validateTerm(term);
}
