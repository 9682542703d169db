/** The graph as N-Quads: every field of the model's table under its own name, and what PROV has a word for, too. */
import { Writer } from 'n3';
import type { NamedNode, Quad } from '@rdfjs/types';
import type { FieldDefinition, PartName, RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf } from '../../model/graph.js';
import type { Row } from '../../plan/rows.js';
import { SETTLED_FIELDS } from '../../plan/settled.js';
import type { Store } from '../../store/store.js';
import { recordsToExport, type ExportScope } from '../exporting.js';
import { PROV, RDF_TYPE, XSD } from '../nanopub/vocabulary.js';
import { CLAIMGRAPH, Names } from './terms.js';
import { namedNode, literal, quad } from './factory.js';

export async function* writeQuads(store: Store, scope: ExportScope, { publicUrl }: { publicUrl: string }): AsyncGenerator<string> {
  const names = new Names(publicUrl);
  const writer = new Writer({ format: 'N-Quads' });
  for await (const { record, rows } of recordsToExport(store, scope))
    for (const row of rows) yield writer.quadsToString([...recordQuads(names, record, row)]);
}

const term = (name: string): NamedNode => namedNode(CLAIMGRAPH + name);

function* recordQuads(names: Names, record: RecordName, row: Row): Generator<Quad> {
  const subject = names.record(row['id'] as string);
  yield quad(subject, namedNode(RDF_TYPE), term(record), names.graph());
  yield* shapeQuads(names, subject, record, row);
  for (const [predicate, object] of provenance(record, row))
    yield quad(subject, namedNode(PROV + predicate), names.record(object), names.graph());
}

/** Parts are named by their record, list and place: no blank nodes. */
function* shapeQuads(names: Names, subject: NamedNode, shape: ShapeName, row: Row): Generator<Quad> {
  const graph = names.graph();
  const language = row['language'] as string | null | undefined;
  for (const field of fieldsOf(shape)) {
    if (field.hidden || field.type === 'content' || SETTLED_FIELDS.has(field.name) || row[field.name] === field.usual) continue;
    for (const value of [row[field.name] ?? []].flat()) yield quad(subject, term(field.name), valueLiteral(field, value, language), graph);
  }
  for (const edge of edgesOf(shape)) {
    const value = row[edge.name];
    if (!value) continue;
    if (edge.kind === 'reference') yield quad(subject, term(edge.name), names.record((value as { id: string }).id), graph);
    if (edge.kind === 'embedded')
      yield* partQuads(names, subject, edge.name, namedNode(`${subject.value}#${edge.name}`), edge.part, value as Row);
    if (edge.kind === 'parts')
      for (const [index, part] of (value as readonly Row[]).entries())
        yield* partQuads(names, subject, edge.name, namedNode(`${subject.value}#${edge.name}-${index}`), edge.part, part);
  }
}

function* partQuads(names: Names, owner: NamedNode, edge: string, node: NamedNode, part: PartName, row: Row): Generator<Quad> {
  yield quad(owner, term(edge), node, names.graph());
  yield* shapeQuads(names, node, part, row);
}

/** A text in a language is one; dates stay EDTF, which xsd:date cannot hold. */
function valueLiteral(field: FieldDefinition, value: unknown, language: string | null | undefined) {
  const text = String(value);
  switch (field.type) {
    case 'boolean':
      return literal(text, namedNode(`${XSD}boolean`));
    case 'integer':
      return literal(text, namedNode(`${XSD}integer`));
    case 'decimal':
      return literal(text, namedNode(`${XSD}decimal`));
    case 'instant':
      return literal(text, namedNode(`${XSD}dateTime`));
    case 'url':
      return literal(text, namedNode(`${XSD}anyURI`));
    case 'date':
      return literal(text, namedNode('http://id.loc.gov/datatypes/edtf'));
    case 'text':
      return literal(text, field.name === 'text' && language && language !== 'und' ? language : undefined);
    default:
      return literal(text);
  }
}

function provenance(record: RecordName, row: Row): [string, string][] {
  const id = (value: unknown) => (value as { id: string }).id;
  const list = (name: string) => (row[name] ?? []) as readonly Row[];
  if (record === 'Source')
    return [
      ...list('derivations').map((part): [string, string] => ['wasDerivedFrom', id(part['source'])]),
      ...list('contributors').map((part): [string, string] => ['wasAttributedTo', id(part['entity'])]),
    ];
  if (record === 'Citation')
    return [
      ['wasQuotedFrom', id(row['source'])],
      ...list('relayParts').map((part): [string, string] => ['wasDerivedFrom', id(part['citation'])]),
      ...(row['speaker'] ? [['wasAttributedTo', id(row['speaker'])] as [string, string]] : []),
    ];
  return [];
}
