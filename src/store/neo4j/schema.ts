/** Constraints and indexes, from the model's table: one for every filter and order the API documents. */
import type { FieldDefinition, PartName, RecordName } from '../../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { SEARCHED_RECORDS } from '../../model/searched.js';
import { projectionFingerprint } from '../fingerprint.js';
import {
  embeddedPrefix,
  isRelationship,
  pastLabel,
  pastListing,
  propertyOf,
  RETRACTED,
  SHOWN_POSITION,
  sortProperty,
  UNSETTLED,
  UNTIL,
  WORDS,
  wordsIndexOf,
} from './names.js';
import { orderedHoldersTo, orderedReference, PREDICATED, referenceProperty, type OrderedEdge } from './ordered-edges.js';

/** A constraint or an index. */
export interface SchemaEntry {
  readonly name: string;
  readonly type: 'UNIQUENESS' | 'RANGE' | 'TEXT' | 'FULLTEXT';
  /** The label or the relationship type that it is on. */
  readonly on: string;
  readonly properties: readonly string[];
  /** It can be run again. */
  readonly statement: string;
}

export const neo4jFingerprint = (): string => projectionFingerprint(schemaEntries().map(({ statement }) => statement));

/** Words come folded and taken apart: the analyzer only separates them. */
export const WORDS_ANALYZER = 'whitespace';

/** All of them; each once. */
export function schemaEntries(): SchemaEntry[] {
  const parts = new Set<PartName>();
  const ofRecords = RECORD_NAMES.flatMap((record) => {
    for (const edge of edgesOf(record)) if (edge.kind === 'parts' && !isRelationship(edge.part)) parts.add(edge.part);
    return recordEntries(record);
  });
  const entries = [
    ...ofRecords,
    ...[...parts].flatMap((part) =>
      fieldsOf(part)
        .filter((field) => field.filter)
        .flatMap((field) => fieldIndexes(part, field, '')),
    ),
    // One predicate's claims about a hub, for owners and for contradictions (fetch.ts).
    ...PREDICATED.flatMap((end) =>
      ['Claim', pastLabel('Claim')].map((label) => index(label, [referenceProperty(end), referenceProperty('predicate')])),
    ),
    index('Claim', [UNSETTLED]),
    index(pastLabel('Claim'), [UNSETTLED, UNTIL]),
    ...SEARCHED_RECORDS.map((record) => ({
      name: wordsIndexOf(record),
      type: 'FULLTEXT' as const,
      on: record,
      properties: [WORDS],
      statement: `CREATE FULLTEXT INDEX ${wordsIndexOf(record)} IF NOT EXISTS FOR (n:${record}) ON EACH [n.${WORDS}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${WORDS_ANALYZER}'}}`,
    })),
    unique('SourceText', 'digest'),
    uniqueTogether('Changeset', ['by', 'key']),
    unique('Author', 'name'),
    unique('Author', 'pseudonym'),
    unique('ClaimgraphLog', 'name'),
    index('Version', ['position']),
    index('Version', [SHOWN_POSITION]),
    index('Version', ['record', 'id', 'version']),
  ];
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

function recordEntries(record: RecordName): SchemaEntry[] {
  const past = pastLabel(record);
  const entries = [unique(record, 'id'), unique(record, 'key'), index(record, [RETRACTED]), index(past, ['id']), index(past, ['key'])];
  for (const field of fieldsOf(record)) {
    if (field.name === 'id' || field.name === 'key') continue;
    if (field.order) entries.push(index(record, [sortProperty(field), 'id']));
    if (field.type === 'mark') entries.push(index(record, [field.name]));
    // Nearly all have the usual value.
    if (field.filter && field.usual === undefined) entries.push(...fieldIndexes(record, field, ''));
  }
  for (const edge of orderedHoldersTo(record)) entries.push(...orderedEdgeIndexes(edge));
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'reference') continue;
    const ordered = orderedReference(record, edge.name);
    entries.push(...orderedEdgeIndexes(ordered), index(past, [ordered.far, UNTIL]));
  }
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'embedded') continue;
    for (const field of fieldsOf(edge.part)) if (field.filter) entries.push(...fieldIndexes(record, field, embeddedPrefix('', edge.name)));
  }
  return entries;
}

/** One to walk an edge in order, one to count what is retracted on it, one for the states of the past that it led from. */
function orderedEdgeIndexes({ on, name, far, sort, own }: OrderedEdge): SchemaEntry[] {
  if (on === 'node') return [index(name, [far, sort, own]), index(name, [far, RETRACTED])];
  return [
    relationshipIndex(name, [far, sort, own]),
    relationshipIndex(name, [far, RETRACTED]),
    relationshipIndex(pastListing(name), [far, UNTIL]),
  ];
}

function fieldIndexes(label: string, field: FieldDefinition, prefix: string): SchemaEntry[] {
  const name = propertyOf(prefix, field.name);
  switch (field.type) {
    case 'text':
      return [index(label, [`${name}Folded`]), ...(field.contains ? [textIndex(label, name)] : [])];
    case 'date':
      return [index(label, [`${name}Lower`])];
    case 'decimal':
      return [index(label, [`${name}Ordered`])];
    case 'roles':
      return [];
    case 'url':
      return field.unique ? [unique(label, name)] : [index(label, [name])];
    default:
      return [index(label, [name])];
  }
}

const relationshipIndex = (type: string, properties: readonly string[]): SchemaEntry => {
  const name = `${type}_${properties.join('_')}`;
  const on = properties.map((each) => `r.${each}`).join(', ');
  return { name, type: 'RANGE', on: type, properties, statement: `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (${on})` };
};

const index = (label: string, properties: readonly string[]): SchemaEntry => {
  const name = `${label}_${properties.join('_')}`;
  const on = properties.map((each) => `n.${each}`).join(', ');
  return { name, type: 'RANGE', on: label, properties, statement: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${on})` };
};

const textIndex = (label: string, property: string): SchemaEntry => ({
  name: `${label}_${property}_text`,
  type: 'TEXT',
  on: label,
  properties: [`${property}Folded`],
  statement: `CREATE TEXT INDEX ${label}_${property}_text IF NOT EXISTS FOR (n:${label}) ON (n.${property}Folded)`,
});

const uniqueTogether = (label: string, properties: readonly string[]): SchemaEntry => {
  const name = `${label}_${properties.join('_')}_unique`;
  const on = properties.map((each) => `n.${each}`).join(', ');
  return {
    name,
    type: 'UNIQUENESS',
    on: label,
    properties,
    statement: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${on}) IS UNIQUE`,
  };
};

const unique = (label: string, property: string): SchemaEntry => uniqueTogether(label, [property]);
