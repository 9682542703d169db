/**
 * Citations as nanopublications under trusty URIs. A claim that is supported, and is a triple, is asserted
 * as that triple; any other is described: its text, that it is negated, and what the source does with it.
 */
import { createHash } from 'node:crypto';
import { Writer } from 'n3';
import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import type { Store } from '../../store/store.js';
import { allOf, inForce, recordsToExport, type ExportScope } from '../exporting.js';
import { CLAIMGRAPH, Names } from '../rdf/terms.js';
import { rowsAs, type CitationRow, type ClaimRow, type SourceRow, type ValueRow } from '../rows.js';
import { normalized } from './integrity.js';
import { DCTERMS, HAS_ASSERTION, HAS_PROVENANCE, HAS_PUBLICATION_INFO, NANOPUBLICATION, PROV, RDF_TYPE, XSD } from './vocabulary.js';
import { namedNode, literal, quad } from '../rdf/factory.js';

/** Stands for the hash while it is worked out. */
const PLACEHOLDER = 'RA-------------------------------------------';

export async function* writeNanopublications(
  store: Store,
  scope: ExportScope,
  { publicUrl }: { publicUrl: string },
): AsyncGenerator<string> {
  const names = new Names(publicUrl);
  for await (const { rows } of recordsToExport(store, scope, ['Citation'])) {
    const citations = rowsAs<CitationRow>(inForce(rows));
    const claims = await byId<ClaimRow>(
      store,
      'Claim',
      citations.map(({ claim }) => claim.id),
    );
    const sources = await byId<SourceRow>(
      store,
      'Source',
      citations.map(({ source }) => source.id),
    );
    for (const citation of citations)
      yield trig(trusty(nanopub(names, publicUrl, citation, claims.get(citation.claim.id)!, sources.get(citation.source.id)!)));
  }
}

async function byId<T extends { readonly id: string }>(
  store: Store,
  record: 'Claim' | 'Source',
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for await (const { rows } of allOf(store, record, { kind: 'in', field: 'id', values: [...new Set(ids)] }))
    for (const row of rowsAs<T>(rows)) found.set(row.id, row);
  return found;
}

const cg = (name: string): NamedNode => namedNode(CLAIMGRAPH + name);
const prov = (name: string): NamedNode => namedNode(PROV + name);

function nanopub(names: Names, publicUrl: string, citation: CitationRow, claim: ClaimRow, source: SourceRow): Quad[] {
  const uri = `${publicUrl}/np/${PLACEHOLDER}`;
  const graph = (name: string): NamedNode => namedNode(`${uri}#${name}`);
  const [head, assertion, provenance, info] = [graph('Head'), graph('assertion'), graph('provenance'), graph('pubinfo')] as const;
  const itself = namedNode(uri);
  const quads: Quad[] = [
    quad(itself, namedNode(RDF_TYPE), namedNode(NANOPUBLICATION), head),
    quad(itself, namedNode(HAS_ASSERTION), assertion, head),
    quad(itself, namedNode(HAS_PROVENANCE), provenance, head),
    quad(itself, namedNode(HAS_PUBLICATION_INFO), info, head),
  ];
  const triple = citation.stance === 'SUPPORTS' && !claim.negated ? tripleOf(names, claim) : undefined;
  if (triple) quads.push(quad(triple[0], triple[1], triple[2], assertion));
  else quads.push(...described(names, citation, claim, assertion));
  const represented = source.key?.startsWith('np:') ? source.key.slice('np:'.length) : undefined;
  if (represented === undefined)
    quads.push(quad(assertion, prov('hadPrimarySource'), source.url ? namedNode(source.url) : names.record(source.id), provenance));
  // What a nanopublication is derived from is its own to say; that its assertion stands in it is what is known here.
  else quads.push(quad(assertion, cg('standsIn'), namedNode(represented), provenance));
  if (represented !== undefined)
    for (const { kind, source: from } of source.derivations)
      if (from.url)
        quads.push(quad(assertion, prov(kind === 'QUOTES' ? 'wasQuotedFrom' : 'hadPrimarySource'), namedNode(from.url), provenance));
  if (citation.speaker) quads.push(quad(assertion, prov('wasAttributedTo'), names.entity(citation.speaker), provenance));
  for (const { citation: relayed } of citation.relayParts)
    quads.push(quad(assertion, prov('wasDerivedFrom'), names.record(relayed.id), provenance));
  const when = dateLiteral(citation.effectiveDate);
  if (when) quads.push(quad(itself, namedNode(`${DCTERMS}created`), when, info));
  quads.push(
    quad(itself, namedNode(`${DCTERMS}title`), literal(source.title), info),
    quad(itself, cg('citation'), names.record(citation.id), info),
  );
  for (const { entity, role } of source.contributors)
    if (role === 'AUTHOR') quads.push(quad(itself, namedNode(`${DCTERMS}creator`), names.entity(entity), info));
  if (represented !== undefined) quads.push(quad(itself, cg('represents'), namedNode(represented), info));
  return quads;
}

function tripleOf(names: Names, { subject, predicate, object, value }: ClaimRow): [NamedNode, NamedNode, Quad_Object] | undefined {
  if (!subject || !predicate) return undefined;
  const far = object ? names.entity(object) : value ? valueTerm(value) : undefined;
  return far && [names.entity(subject), names.predicate(predicate.key), far];
}

/** An integer is one that has no point; no value is the empty text: what they were read from. */
function valueTerm(value: ValueRow): Quad_Object | undefined {
  if (value.kind === 'NONE') return literal('');
  if (value.kind === 'TEXT') return literal(value.text!, value.language ?? undefined);
  if (value.kind === 'DATE') return dateLiteral(value.date);
  if (value.kind === 'QUANTITY' && !value.unit)
    return literal(value.amount!, namedNode(`${XSD}${value.amount!.includes('.') ? 'decimal' : 'integer'}`));
  return undefined;
}

/** RDF has types for days, months, years and moments; any other date is text of the type EDTF. */
function dateLiteral(date: string | null) {
  if (date === null) return undefined;
  const type = /^-?\d{4}$/.test(date)
    ? 'gYear'
    : /^-?\d{4}-\d\d$/.test(date)
      ? 'gYearMonth'
      : /^-?\d{4}-\d\d-\d\d$/.test(date)
        ? 'date'
        : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(date)
          ? 'dateTime'
          : undefined;
  return literal(date, namedNode(type ? `${XSD}${type}` : 'http://id.loc.gov/datatypes/edtf'));
}

function described(names: Names, { stance }: CitationRow, claim: ClaimRow, graph: NamedNode): Quad[] {
  const itself = names.record(claim.id);
  const triple = tripleOf(names, claim);
  return [
    quad(itself, namedNode(RDF_TYPE), cg('Claim'), graph),
    ...claim.texts.map(({ language, text }) => quad(itself, cg('text'), literal(text, language === 'und' ? undefined : language), graph)),
    ...(triple ? triple.map((part, index) => quad(itself, cg(['subject', 'predicate', 'object'][index]!), part, graph)) : []),
    ...(claim.negated ? [quad(itself, cg('negated'), literal('true', namedNode(`${XSD}boolean`)), graph)] : []),
    ...(stance === 'SUPPORTS' ? [] : [quad(itself, cg('stance'), literal(stance), graph)]),
  ];
}

/** The placeholder gives way to the hash of everything around it. */
function trusty(quads: readonly Quad[]): Quad[] {
  const code = `RA${createHash('sha256').update(normalized(quads, PLACEHOLDER)).digest('base64url')}`;
  const renamed = <T extends { termType: string; value: string }>(term: T): T =>
    term.termType === 'NamedNode' ? (namedNode(term.value.replace(PLACEHOLDER, code)) as unknown as T) : term;
  return quads.map(({ subject, predicate, object, graph }) =>
    quad(renamed(subject) as never, predicate as never, renamed(object) as never, renamed(graph) as never),
  );
}

/** N-Quads are TriG's plainest form; graphs in braces are what people read. */
function trig(quads: readonly Quad[]): string {
  const writer = new Writer({ format: 'TriG' });
  let text = '';
  writer.addQuads([...quads]);
  writer.end((_, result: string) => {
    text = result;
  });
  return `${text}\n`;
}
