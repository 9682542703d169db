/** Nodes and relationships, as the states of records that they hold (store/check/states.ts). */
import { int, isInt } from 'neo4j-driver';
import type { RecordDocument } from '../../../model/changeset/changeset.js';
import { derivedOf } from '../../../model/changeset/documents.js';
import type { EdgeDefinition, RecordName } from '../../../model/definition.js';
import { edgesOf } from '../../../model/graph.js';
import { momentOf, type KeptParts, type KeptState, type ProjectedStates, type Values } from '../../check/states.js';
import { isFilledLater } from '../../filled-later.js';
import { fetchKnown } from '../fetch.js';
import {
  DATE_PARTS,
  heldAt,
  isRelationship,
  matchBy,
  PAST_OF,
  pastListing,
  pastRelationship,
  REDIRECTED,
  relationshipOf,
  RETRACTED,
  SINCE,
  UNSETTLED,
  UNTIL,
} from '../names.js';
import { orderedHoldersTo } from '../ordered-edges.js';
import { recordProperties } from '../properties.js';
import { edgeRows } from '../write.js';
import type { Pages } from './pages.js';

/** To what an earlier state led: ids of far ends, for the lists that are found by an index. */
const LISTED = 'listed';
type Written = Extract<EdgeDefinition, { kind: 'reference' | 'parts' }>;

export function projectedStates(pages: Pages): ProjectedStates {
  return {
    states: async (record, versions) => {
      const rows = versions.map(({ id, version }) => ({ id, version: int(version) }));
      const listings = orderedHoldersTo(record).map(({ name }) => pastListing(name));
      const listed = listings.length === 0 ? '[]' : `COLLECT { MATCH (s)-[:${listings.join('|')}]->(x) RETURN x.id }`;
      const found = await pages.run<{ id: string; state: Values; listed: string[] }>(
        `UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')}
         CALL (n, row) { WITH n, row WHERE n.version = row.version RETURN n AS s
           UNION MATCH (n)<-[:${PAST_OF}]-(s) WHERE s.version = row.version RETURN s }
         RETURN row.id AS id, properties(s) AS state, ${listed} AS listed`,
        { rows },
      );
      return found.map(({ id, state, listed: far }): KeptState => ({
        id,
        version: state['version'] as number,
        since: state[SINCE] as number,
        until: (state[UNTIL] as number | undefined) ?? undefined,
        values: { ...state, [LISTED]: far.toSorted() },
      }));
    },
    parts: async (record, states) => {
      const rows = states.map((state) => ({ id: state.id, at: int(momentOf(state)) }));
      if (rows.length === 0) return [];
      const edges = writtenEdges(record);
      const read = edges.map((edge) => `${quotedName(edge)}: ${partsOf(record, edge)}`);
      const found = await pages.run<{ parts: KeptParts }>(
        `UNWIND range(0, size($rows) - 1) AS place WITH place, $rows[place] AS row ${matchBy('n', record, 'id', 'row.id')} RETURN {${read.join(', ')}} AS parts ORDER BY place`,
        { rows },
      );
      return found.map(({ parts }) => parts);
    },
    expected: (version, document) => {
      const { [SINCE]: _since, [UNSETTLED]: _unsettled, ...properties } = recordProperties(version, document);
      return plain(properties);
    },
    expectedParts: ({ record, id, retraction }, document, state) => {
      const whole: RecordDocument = { ...document, ...derivedOf(record, document) };
      return Object.fromEntries(
        writtenEdges(record).map((edge) => {
          const parts = edgeRows(edge, id, whole[edge.name], 0).map(({ properties, references, to }): Values => {
            const sorted =
              state.until === undefined && orderedHoldersTo(record).some(({ name }) => name === relationshipOf(record, edge))
                ? {
                    entityId: to,
                    claimId: id,
                    ...Object.fromEntries(DATE_PARTS.map(({ suffix }) => [`firstSaid${suffix}`, state.values[`firstSaid${suffix}`]])),
                    [RETRACTED]: retraction !== undefined,
                  }
                : {};
            return plain({ ...properties, ...sorted, ...(to === undefined ? references : { to }) });
          });
          return [edge.name, parts];
        }),
      );
    },
    merged: async (ids, asOf) => new Map((await fetchKnown(pages.through, { fetch: 'merged', ids }, asOf)).pairs ?? []),
    redirected: async (record, ids) => {
      const rows = await pages.run<{ id: string; given: string[] }>(
        `UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} RETURN id, COLLECT { MATCH (n)-[:${REDIRECTED}]->(x) RETURN x.id } AS given`,
        { ids },
      );
      return new Map(rows.map(({ id, given }) => [id, given]));
    },
  };
}

/** Records of the past that do not lead to all that they led to; of the lists that are found by an index. */
export const listedDiffers = (state: KeptState, participants: readonly string[]): boolean =>
  state.until !== undefined && (state.values[LISTED] as string[]).join() !== participants.toSorted().join();

const writtenEdges = (record: RecordName): Written[] =>
  edgesOf(record).filter(
    (edge): edge is Written => edge.kind === 'reference' || (edge.kind === 'parts' && !isFilledLater(record, edge.name)),
  );

const quotedName = ({ name }: Written): string => `\`${name}\``;

/** An expression: the properties of what an edge led to when the state began, in order. */
function partsOf(record: RecordName, edge: Written): string {
  const type = relationshipOf(record, edge);
  const held = `MATCH (n)-[r:${type}|${pastRelationship(type)}]->(x) WHERE ${heldAt('r', 'row.at')}`;
  if (edge.kind === 'reference') return `COLLECT { ${held} RETURN {to: x.id} }`;
  if (isRelationship(edge.part)) return `COLLECT { ${held} WITH r, x ORDER BY r.position RETURN r {.*, to: x.id} }`;
  const references = edgesOf(edge.part).flatMap((inner) =>
    inner.kind === 'reference'
      ? [`${inner.name}: head(COLLECT { MATCH (x)-[:${relationshipOf(edge.part, inner)}]->(y) RETURN y.id })`]
      : [],
  );
  return `COLLECT { ${held} WITH x ORDER BY x.position RETURN x {${['.*', ...references].join(', ')}} }`;
}

const plain = (properties: Values): Values =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, isInt(value) ? value.toNumber() : value]));
