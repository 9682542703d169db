/**
 * THE table: what records there are, what stands on them, and how they hang together.
 * The validator, the planner, both directions of every edge, the GraphQL filters and orders and the
 * stores' compilers, the GraphQL types and operations are all made from here: a new field is one line here and one in descriptions.ts.
 */
import {
  across,
  embedded,
  enumeration,
  field,
  history,
  holders,
  inverse,
  parts,
  reference,
  shape,
  through,
  type EdgeDefinition,
  type FieldDefinition,
  type ListEdge,
  type RecordName,
  type Shape,
  type ShapeName,
} from './definition.js';
import { KEPT_OF_CORROBORATION } from './kept-corroboration.js';
import { CLAIM_LINK_KINDS, ENTITY_KINDS, SOURCE_KINDS, STANCES, VISIBILITIES } from './vocabulary.js';
import { PART_SHAPES } from './parts.js';

/** What every record carries; only `key` is the caller's to set. */
const recordFields = {
  id: field('id', { system: true, unique: true, required: true }),
  key: field('key', { unique: true }),
  version: field('integer', { system: true, required: true, filter: false }),
  createdAt: field('instant', { system: true, required: true, order: true }),
  createdBy: field('string', { system: true, once: true, author: true }),
  recordedAt: field('instant', { system: true, required: true, order: true }),
  recordedBy: field('string', { system: true, author: true }),
};
/** Who may see it. Not of predicates: they are the words that all the others are written in. */
const visibleFields = {
  visibility: enumeration('Visibility', VISIBILITIES, { required: true, usual: 'PUBLIC' }),
  /** Readers do not see it: for its own visibility, or that of what it refers to (each store's withhold.ts). */
  withheld: field('mark', { derived: true, hidden: true }),
};
const recordEdges = { retraction: embedded('Retraction', { system: true }), history: history() };

/** Of records that can turn out to be two records of one thing: the one it is read through, and those read through it. */
const mergeEdges = (record: 'Entity' | 'Source') => ({
  mergedInto: reference(record, { system: true }),
  mergedFrom: inverse(record, 'mergedInto'),
});

/** Of a claim: a field that follows from its citations, and the one that has it for readers where that differs. */
export const OF_READERS: Readonly<Record<string, string>> = Object.fromEntries(
  ['firstSaid', 'lastSaid', 'citationCount', ...KEPT_OF_CORROBORATION].map((name) => [
    name,
    `readers${name[0]!.toUpperCase()}${name.slice(1)}`,
  ]),
);

/** Of a claim: a list that follows from its citations, and the one that has it for readers, always. */
export const EDGES_OF_READERS: Readonly<Record<string, string>> = { knownOnlyThrough: 'readersKnownOnlyThrough' };

const newest = { field: 'createdAt', direction: 'DESC' } as const;

const SOURCE_TEXT_MAX = 1_000_000;

const recordShapes: Record<RecordName, Shape> = {
  Entity: shape(
    'Entity',
    { field: 'defaultName', direction: 'ASC' },
    {
      ...recordFields,
      ...visibleFields,
      kind: enumeration('EntityKind', ENTITY_KINDS, { required: true }),
      /** The first name. */
      defaultName: field('text', { derived: true, order: true, required: true }),
    },
    {
      ...recordEdges,
      names: parts('Label', { min: 1 }),
      aliases: parts('Label'),
      descriptions: parts('Label'),
      identifiers: parts('Identifier'),
      claims: holders('Claim', 'participants', 'entity', { sorted: true }),
      said: inverse('Citation', 'speaker'),
      published: inverse('Source', 'publisher'),
      contributions: holders('Source', 'contributors', 'entity'),
      ...mergeEdges('Entity'),
    },
  ),
  Claim: shape(
    'Claim',
    { field: 'firstSaid', direction: 'DESC' },
    {
      ...recordFields,
      ...visibleFields,
      negated: field('boolean', { required: true }),
      validFrom: field('date', { order: true }),
      validUntil: field('date', { order: true }),
      note: field('text', { filter: false }),
      /** The first text. */
      defaultText: field('text', { derived: true, order: true, required: true }),
      /** The earliest and the latest effective date of its citations in force, by lower bound. */
      firstSaid: field('date', { derived: true, order: true }),
      lastSaid: field('date', { derived: true, order: true }),
      citationCount: field('integer', { derived: true, order: true, selectivity: 4 }),
      /** Corroboration, worked out after each write that it depends on (model/changeset/dependents.ts). */
      independentSupporting: field('integer', { derived: true, required: true, order: true, selectivity: 4 }),
      independentSupportingAtLeast: field('integer', { derived: true, required: true, order: true, selectivity: 4 }),
      independentRefuting: field('integer', { derived: true, required: true, order: true, selectivity: 4 }),
      independentRefutingAtLeast: field('integer', { derived: true, required: true, order: true, selectivity: 4 }),
      independentSeen: field('integer', { derived: true, required: true, order: true, selectivity: 4 }),
      independentGroups: field('integer', { derived: true, filter: false, hidden: true }),
      corroborationComplete: field('boolean', { derived: true, filter: false, hidden: true }),
      /** What of these is otherwise for readers, because something that it follows from is withheld from them. */
      readersDiffer: field('mark', { derived: true, hidden: true }),
      readersFirstSaid: field('date', { derived: true, filter: false, hidden: true }),
      readersLastSaid: field('date', { derived: true, filter: false, hidden: true }),
      readersCitationCount: field('integer', { derived: true, filter: false, hidden: true }),
      readersIndependentSupporting: field('integer', { derived: true, required: true, filter: false, hidden: true }),
      readersIndependentSupportingAtLeast: field('integer', { derived: true, required: true, filter: false, hidden: true }),
      readersIndependentRefuting: field('integer', { derived: true, required: true, filter: false, hidden: true }),
      readersIndependentRefutingAtLeast: field('integer', { derived: true, required: true, filter: false, hidden: true }),
      readersIndependentSeen: field('integer', { derived: true, required: true, filter: false, hidden: true }),
      readersIndependentGroups: field('integer', { derived: true, filter: false, hidden: true }),
      readersCorroborationComplete: field('boolean', { derived: true, filter: false, hidden: true }),
    },
    {
      ...recordEdges,
      texts: parts('Label', { min: 1 }),
      subject: reference('Entity'),
      predicate: reference('Predicate'),
      object: reference('Entity'),
      value: embedded('Value'),
      qualifiers: parts('Qualifier'),
      mentions: parts('Mention'),
      participants: parts('Participant', { derived: true, max: 1_000 }),
      citations: inverse('Citation', 'claim'),
      /** Sources without which no seen source would carry it; worked out with its corroboration. */
      knownThroughParts: parts('KnownThrough', { derived: true, hidden: true }),
      knownOnlyThrough: through('Source', 'knownThroughParts', 'source', { derived: true }),
      readersKnownThroughParts: parts('KnownThrough', { derived: true, hidden: true }),
      readersKnownOnlyThrough: through('Source', 'readersKnownThroughParts', 'source', { derived: true, hidden: true }),
      links: inverse('ClaimLink', 'from'),
      linkedFrom: inverse('ClaimLink', 'to'),
    },
  ),
  Source: shape(
    'Source',
    { field: 'published', direction: 'DESC' },
    {
      ...recordFields,
      ...visibleFields,
      kind: enumeration('SourceKind', SOURCE_KINDS, { required: true }),
      title: field('text', { required: true, contains: true, order: true, max: 1_000 }),
      language: field('language'),
      url: field('url', { filter: false }),
      /** Mostly of one source alone; of several where they were recorded before it was known that they are of one page. */
      canonicalUrl: field('url', { derived: true, selectivity: 1, compared: 'PAGE' }),
      published: field('date', { order: true }),
      digest: field('digest'),
      text: field('content', { max: SOURCE_TEXT_MAX }),
      note: field('text', { filter: false }),
    },
    {
      ...recordEdges,
      publisher: reference('Entity'),
      contributors: parts('Contributor'),
      archivedCopies: parts('ArchivedCopy'),
      derivations: parts('Derivation'),
      derivatives: holders('Source', 'derivations', 'source'),
      suspectedDerivations: parts('SuspectedDerivation'),
      suspectedDerivatives: holders('Source', 'suspectedDerivations', 'source'),
      citations: inverse('Citation', 'source'),
      claims: across('Claim', 'citations', 'claim'),
      ...mergeEdges('Source'),
    },
  ),
  Citation: shape(
    'Citation',
    { field: 'effectiveDate', direction: 'DESC' },
    {
      ...recordFields,
      ...visibleFields,
      stance: enumeration('Stance', STANCES, { required: true }),
      saidAt: field('date', { order: true }),
      /** When it was said, or failing that when its source appeared. */
      effectiveDate: field('date', { derived: true, order: true }),
      quote: field('text', { contains: true, max: 10_000 }),
      quoteLanguage: field('language'),
      /** The source names no speaker although the words are somebody else's ("is accused of"). */
      speakerUnknown: field('boolean', { required: true }),
      note: field('text', { filter: false }),
    },
    {
      ...recordEdges,
      claim: reference('Claim', { required: true }),
      source: reference('Source', { required: true }),
      speaker: reference('Entity'),
      passage: embedded('Passage'),
      rating: embedded('Rating'),
      relayParts: parts('Relay', { hidden: true }),
      relays: through('Citation', 'relayParts', 'citation'),
      relayedBy: holders('Citation', 'relayParts', 'citation'),
      suspectedRelays: parts('SuspectedRelay'),
      suspectedRelayedBy: holders('Citation', 'suspectedRelays', 'citation'),
    },
  ),
  ClaimLink: shape(
    'ClaimLink',
    newest,
    {
      ...recordFields,
      ...visibleFields,
      kind: enumeration('ClaimLinkKind', CLAIM_LINK_KINDS, { required: true }),
      note: field('text', { filter: false }),
    },
    { ...recordEdges, from: reference('Claim', { required: true }), to: reference('Claim', { required: true }) },
  ),
  Predicate: shape(
    'Predicate',
    { field: 'key', direction: 'ASC' },
    {
      ...recordFields,
      key: field('key', { unique: true, order: true, required: true }),
      symmetric: field('boolean', { required: true }),
      functional: field('boolean', { required: true }),
      subjectKinds: field('enums', { values: ENTITY_KINDS, enumName: 'EntityKind' }),
      objectKinds: field('enums', { values: ENTITY_KINDS, enumName: 'EntityKind' }),
    },
    {
      ...recordEdges,
      labels: parts('Label', { min: 1 }),
      inverseLabels: parts('Label'),
      identifiers: parts('Identifier'),
      claims: inverse('Claim', 'predicate'),
    },
  ),
};

/** Every record, each after those it can refer to (but for its own kind): the order of writing. */
export const RECORD_NAMES: readonly RecordName[] = ['Predicate', 'Entity', 'Source', 'Claim', 'Citation', 'ClaimLink'];
const shapes: Record<ShapeName, Shape> = { ...PART_SHAPES, ...recordShapes };

export function shapeOf(name: ShapeName): Shape {
  return shapes[name];
}

export function isRecordName(name: string): name is RecordName {
  return Object.hasOwn(recordShapes, name);
}

export function isShapeName(name: string): name is ShapeName {
  return Object.hasOwn(shapes, name);
}

export const fieldsOf = (name: ShapeName): FieldDefinition[] => Object.values(shapes[name].fields);
export const edgesOf = (name: ShapeName): EdgeDefinition[] => Object.values(shapes[name].edges);

/** The shape at the far end of an edge. */
export function targetOf(edge: EdgeDefinition): ShapeName {
  return 'to' in edge ? edge.to : edge.part;
}

/** Not shown in the API, nor filtered by. */
export const isHidden = (edge: EdgeDefinition): boolean => (edge.kind === 'parts' || edge.kind === 'through') && edge.hidden;

export function isListEdge(edge: EdgeDefinition): edge is ListEdge {
  return edge.kind === 'inverse' || edge.kind === 'holders' || edge.kind === 'through' || edge.kind === 'across';
}

/** A named edge of a shape. Throws on a name that the table does not have: a defect, not bad input. */
export function edgeOf(name: ShapeName, edge: string): EdgeDefinition {
  const definition = shapes[name].edges[edge];
  if (!definition) throw new Error(`${name} has no edge ${edge}`);
  return definition;
}

export function fieldOf(name: ShapeName, fieldName: string): FieldDefinition {
  const definition = shapes[name].fields[fieldName];
  if (!definition) throw new Error(`${name} has no field ${fieldName}`);
  return definition;
}

/** Every edge names things that exist; run when the module loads, so that a wrong table fails at start. */
function checkTable(): void {
  if (RECORD_NAMES.length !== Object.keys(recordShapes).length) throw new Error('RECORD_NAMES must name every record');
  for (const record of RECORD_NAMES) {
    for (const edge of edgesOf(record)) {
      if (edge.kind === 'inverse' && edgeOf(edge.to, edge.via).kind !== 'reference') throw new Error(`${record}.${edge.name}: ${edge.via}`);
      if (edge.kind === 'across') {
        const first = edgeOf(record, edge.inverse);
        if (first.kind !== 'inverse') throw new Error(`${record}.${edge.name}: ${edge.inverse} is no inverse edge`);
        edgeOf(first.to, edge.reference);
      }
      if (edge.kind === 'holders' || edge.kind === 'through') {
        const list = edgeOf(edge.kind === 'holders' ? edge.to : record, edge.parts);
        if (list.kind !== 'parts') throw new Error(`${record}.${edge.name}: ${edge.parts} is no list of parts`);
        edgeOf(list.part, edge.reference);
      }
    }
    fieldOf(record, shapeOf(record).order.field);
  }
}
checkTable();
