/** How the table's names are spelt in the database: what a person browsing it sees. */
import type { EdgeDefinition, FieldDefinition, PartName, RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf } from '../../model/graph.js';
import { PEER_LISTS, type PeerListName } from '../../model/peers.js';
import { NO_DATE } from '../no-date.js';

const constant = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

/** `subject` is [:SUBJECT]; a hidden list is named by the edge that goes through it: [:RELAYS]. */
export function relationshipOf(record: ShapeName, edge: EdgeDefinition): string {
  if (edge.kind === 'parts' && edge.hidden) {
    const shown = edgesOf(record).find((other) => other.kind === 'through' && other.parts === edge.name);
    if (shown) return constant(shown.name);
  }
  return constant(edge.name);
}

/** `relays` is [:RELAYS], `suspectedRelays` [:SUSPECTED_RELAYS]: the lists by which a record says what it was got from. */
export const peerRelationship = (name: PeerListName): string => constant(name);
/** [:RELAYS|SUSPECTED_RELAYS]: all of them that a record has. */
export const peerRelationships = (record: RecordName): string =>
  PEER_LISTS.filter((each) => each.record === record)
    .map(({ name }) => peerRelationship(name))
    .join('|');

/** A part with one reference and nothing else below it is a relationship with properties; any other is a node. */
export function isRelationship(part: PartName): boolean {
  const edges = edgesOf(part);
  return edges.length === 1 && edges[0]!.kind === 'reference';
}

export const propertyOf = (prefix: string, name: string): string => `${prefix}${name}`;
export const embeddedPrefix = (prefix: string, edge: string): string => `${prefix}${edge}_`;
export const presentProperty = (prefix: string, edge: string): string => `${embeddedPrefix(prefix, edge)}present`;
/**
 * The property that holds a whole list of parts as JSON, beside the parts' own nodes: they are for
 * filters, this is for reading. Only lists whose parts refer to nothing have it.
 */
export const listProperty = (edge: EdgeDefinition): string | undefined =>
  edge.kind === 'parts' && edgesOf(edge.part).length === 0 ? `${edge.name}List` : undefined;
/**
 * One record of a batch, by the index whatever the planner thinks: planned on an empty database it would
 * walk the label, and keep that plan for the rest of a load.
 */
export const matchBy = (alias: string, record: RecordName, property: 'id' | 'key' | 'canonicalUrl', value: string): string =>
  `MATCH (${alias}:${record}) USING INDEX SEEK ${alias}:${record}(${property}) WHERE ${alias}.${property} = ${value}`;
export const RETRACTED = presentProperty('', 'retraction');

/** The property that sorts by a field. */
export function sortProperty(field: FieldDefinition): string {
  if (field.type === 'text') return `${field.name}Folded`;
  return field.type === 'date' ? `${field.name}Lower` : field.name;
}

/** The expression that sorts by a field; absent values sort lowest in it. */
export function sortExpression(alias: string, field: FieldDefinition): string {
  const property = `${alias}.${sortProperty(field)}`;
  return field.required || field.type === 'text' || field.type === 'date' ? property : `coalesce(${property}, '')`;
}

/**
 * What was: a state of a record that is no more stands on a node of its own, which leads to the record's
 * node; a relationship that is no more has a type of its own. Both say from when, and until when
 * (exclusive), they held: epoch milliseconds of recorded time. What is has no end.
 */
export const PAST_OF = 'PAST_OF';
export const pastLabel = (record: RecordName): string => `Past${record}`;
export const pastRelationship = (type: string): string => `WAS_${type}`;
/** From a state that is no more to what it led to, for lists that are found by an index (ordered-edges.ts). */
export const pastListing = (type: string): string => `PAST_${type}`;
export const SINCE = 'heldSince';
export const UNTIL = 'heldUntil';

/** From a record to the records that it was given and that it reads through others (merges). */
export const REDIRECTED = 'REDIRECTED';

/** That a node or relationship held at a moment, given as an expression. */
export const heldAt = (alias: string, asOf: string): string =>
  `${alias}.${SINCE} <= ${asOf} AND (${alias}.${UNTIL} IS NULL OR ${alias}.${UNTIL} > ${asOf})`;

/** True on a claim whose corroboration is not worked out (settle.ts); not there on any other. */
export const UNSETTLED = 'unsettled';

/** A version's position in the change log, on the versions that readers may see alone: the next ones come out of its index. */
export const SHOWN_POSITION = 'shownPosition';

/** The words by which the search finds a record (model/searched.ts), and the index over them. */
export const WORDS = 'words';
export const wordsIndexOf = (record: RecordName | 'SourceText'): string => `${record}_${WORDS}`;

/** What a date has beside its text, each with what stands there when there is no date: its bounds, whether it is doubtful, and the zones of its bounds. */
export const DATE_PARTS = [
  { suffix: 'Lower', absent: NO_DATE },
  { suffix: 'Upper', absent: NO_DATE },
  { suffix: 'Doubtful', absent: 0 },
  { suffix: 'LowerZone', absent: 0 },
  { suffix: 'UpperZone', absent: 0 },
] as const;
