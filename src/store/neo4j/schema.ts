/** Constraints and indexes, from the model's table: one for every filter and order the API documents. */
import type { FieldDefinition, PartName, RecordName } from '../../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { SEARCHED_RECORDS } from '../../model/searched.js';
import {
  embeddedPrefix,
  isRelationship,
  pastLabel,
  pastListing,
  propertyOf,
  RETRACTED,
  sortProperty,
  UNSETTLED,
  UNTIL,
  WORDS,
  wordsIndexOf,
} from './names.js';
import { orderedHoldersTo, orderedReference, PREDICATED, referenceProperty, type OrderedEdge } from './ordered-edges.js';

/** The state of the schema; a database of a higher one is not touched. */
export const SCHEMA_VERSION = 7;
/** Databases from this one on have the nodes and relationships of this schema; older ones are projected anew. */
export const PROJECTED_SINCE = 6;

/** What an earlier schema had and this one has not, and what it lacked. Each can be run again. */
export function upgradeStatements(): string[] {
  return [
    // Keys were the whole graph's: each is now its author's, as it was recorded.
    'DROP CONSTRAINT Changeset_key_unique IF EXISTS',
    "MATCH (c:Changeset) WHERE c.by IS NULL SET c.by = ''",
  ];
}

/** Authors of versions that were written before they were kept. */
export const ADD_AUTHORS = `MATCH (v:Version) WHERE v.recordedBy IS NOT NULL WITH DISTINCT v.recordedBy AS name ${authorMerge('name')}`;

/** Whoever wrote, with the pseudonym that readers know them by: by chance, so that nobody can work it out from a name. */
export function authorMerge(name: string): string {
  return `MERGE (a:Author {name: ${name}}) ON CREATE SET a.pseudonym = 'contributor-' + substring(replace(randomUUID(), '-', ''), 0, 16)`;
}

/** Each statement can be run again. */
export function schemaStatements(): string[] {
  const parts = new Set<PartName>();
  const statements = RECORD_NAMES.flatMap((record) => {
    for (const edge of edgesOf(record)) if (edge.kind === 'parts' && !isRelationship(edge.part)) parts.add(edge.part);
    return recordStatements(record);
  });
  return [
    ...statements,
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
    // Words come folded and taken apart: the analyzer only separates them.
    ...SEARCHED_RECORDS.map(
      (record) =>
        `CREATE FULLTEXT INDEX ${wordsIndexOf(record)} IF NOT EXISTS FOR (n:${record}) ON EACH [n.${WORDS}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
    ),
    unique('SourceText', 'digest'),
    uniqueTogether('Changeset', ['by', 'key']),
    unique('Author', 'name'),
    unique('Author', 'pseudonym'),
    unique('ClaimgraphLog', 'name'),
    index('Version', ['position']),
    index('Version', ['record', 'id', 'version']),
  ];
}

function recordStatements(record: RecordName): string[] {
  const past = pastLabel(record);
  const statements = [unique(record, 'id'), unique(record, 'key'), index(record, [RETRACTED]), index(past, ['id']), index(past, ['key'])];
  for (const field of fieldsOf(record)) {
    if (field.name === 'id' || field.name === 'key') continue;
    if (field.order) statements.push(index(record, [sortProperty(field), 'id']));
    if (field.type === 'mark') statements.push(index(record, [field.name]));
    // Nearly all have the usual value.
    if (field.filter && field.usual === undefined) statements.push(...fieldIndexes(record, field, ''));
  }
  for (const edge of orderedHoldersTo(record)) statements.push(...orderedEdgeIndexes(edge));
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'reference') continue;
    const ordered = orderedReference(record, edge.name);
    statements.push(...orderedEdgeIndexes(ordered), index(past, [ordered.far, UNTIL]));
  }
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'embedded') continue;
    for (const field of fieldsOf(edge.part))
      if (field.filter) statements.push(...fieldIndexes(record, field, embeddedPrefix('', edge.name)));
  }
  return statements;
}

/** One to walk an edge in order, one to count what is retracted on it, one for the states of the past that it led from. */
function orderedEdgeIndexes({ on, name, far, sort, own }: OrderedEdge): string[] {
  if (on === 'node') return [index(name, [far, sort, own]), index(name, [far, RETRACTED])];
  return [
    relationshipIndex(name, [far, sort, own]),
    relationshipIndex(name, [far, RETRACTED]),
    relationshipIndex(pastListing(name), [far, UNTIL]),
  ];
}

function fieldIndexes(label: string, field: FieldDefinition, prefix: string): string[] {
  const name = propertyOf(prefix, field.name);
  switch (field.type) {
    case 'text':
      return [
        index(label, [`${name}Folded`]),
        ...(field.contains ? [`CREATE TEXT INDEX ${label}_${name}_text IF NOT EXISTS FOR (n:${label}) ON (n.${name}Folded)`] : []),
      ];
    case 'date':
      return [index(label, [`${name}Lower`])];
    case 'decimal':
      return [index(label, [`${name}Number`])];
    case 'roles':
      return [];
    case 'url':
      return field.unique ? [unique(label, name)] : [index(label, [name])];
    default:
      return [index(label, [name])];
  }
}

const relationshipIndex = (type: string, properties: readonly string[]): string =>
  `CREATE INDEX ${type}_${properties.join('_')} IF NOT EXISTS FOR ()-[r:${type}]-() ON (${properties.map((each) => `r.${each}`).join(', ')})`;
const index = (label: string, properties: readonly string[]): string =>
  `CREATE INDEX ${label}_${properties.join('_')} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((name) => `n.${name}`).join(', ')})`;
const unique = (label: string, property: string): string =>
  `CREATE CONSTRAINT ${label}_${property}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
const uniqueTogether = (label: string, properties: readonly string[]): string =>
  `CREATE CONSTRAINT ${label}_${properties.join('_')}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE (${properties.map((name) => `n.${name}`).join(', ')}) IS UNIQUE`;
