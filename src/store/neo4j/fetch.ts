/** Answers the questions of the resolver, inside the writing transaction, and of analyses: each one statement (records by id and by key, two). */
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import type { Asking, Deciders, Fetch, Fetched } from '../../model/changeset/known.js';
import type { RecordName } from '../../model/definition.js';
import { edgeOf, edgesOf, RECORD_NAMES } from '../../model/graph.js';
import { peerList } from '../../model/peers.js';
import { alikePairs } from './alike.js';
import { ownershipsAbove, type KnownOwners } from './owners.js';
import { PREDICATED, referenceProperty } from './ordered-edges.js';
import {
  heldAt,
  isRelationship,
  matchBy,
  PAST_OF,
  pastLabel,
  pastRelationship,
  peerRelationship,
  REDIRECTED,
  relationshipOf,
} from './names.js';
import { storedRecord, type VersionNode } from './versions.js';
import { VISIBILITIES } from '../../model/vocabulary.js';
import { isWithholdable } from '../../model/withholding.js';
import { isWithheld } from './withhold.js';

type Through = (readonly [string, string])[];

/** `asOf`: the records as they were at that moment. */
export const fetchKnown = (transaction: Pick<ManagedTransaction, 'run'>, wanted: Fetch, asOf?: number): Promise<Fetched> =>
  fetchWith(transaction, wanted, asOf, undefined, undefined);

/** For readers: with what the records' references are read through, where that costs no other statement. */
export async function fetchRead(
  transaction: Pick<ManagedTransaction, 'run'>,
  wanted: Fetch,
  known: KnownOwners,
  asOf?: number,
  /** Only what is not withheld from those who may only read. */
  forReaders = false,
): Promise<Fetched> {
  if (asOf !== undefined) return fetchWith(transaction, wanted, asOf, undefined, undefined, forReaders);
  const through: Through = [];
  return { ...(await fetchWith(transaction, wanted, undefined, through, known, forReaders)), through };
}

async function fetchWith(
  transaction: Pick<ManagedTransaction, 'run'>,
  wanted: Fetch,
  asOf: number | undefined,
  through: Through | undefined,
  known: KnownOwners | undefined,
  forReaders = false,
): Promise<Fetched> {
  const shown = (record: RecordName): string =>
    forReaders && isWithholdable(record) ? ` WITH DISTINCT n WHERE NOT ${isWithheld('n', record, asOf)}` : '';
  const version =
    asOf === undefined
      ? 'MATCH (n)-[:HISTORY]->(v:Version) WHERE v.version = n.version'
      : 'MATCH (n)-[:HISTORY]->(v:Version) WHERE v.recordedAt <= $asOf AND (v.recordedUntil IS NULL OR v.recordedUntil > $asOf)';
  const records = async (match: string, values: readonly string[], more: Record<string, string> = {}): Promise<StoredRecord[]> => {
    if (values.length === 0) return [];
    const redirected = `COLLECT { MATCH (n)-[:${REDIRECTED}]->(m) RETURN [m.id, m.${referenceProperty('mergedInto')}] }`;
    const read = `v {.*} AS version${through ? `, ${redirected} AS through` : ''}`;
    const result = await transaction.run(`CYPHER 5 UNWIND $values AS value ${match} WITH DISTINCT n ${version} RETURN ${read}`, {
      values,
      ...more,
      ...(asOf === undefined ? {} : { asOf: int(asOf) }),
    });
    if (through) for (const row of result.records) through.push(...(row.get('through') as Through));
    return result.records.map((row) => storedRecord(row.get('version') as VersionNode));
  };
  const named = (record: RecordName, property: 'id' | 'key' | 'canonicalUrl', values: readonly string[]) =>
    records(
      `${asOf === undefined || property === 'id' ? matchBy('n', record, property, 'value') : namedThen(record, property)}${shown(record)}`,
      values,
    );
  /** Sources that name one of these addresses as an archived copy. */
  const copied = (addresses: readonly string[]): Promise<StoredRecord[]> => {
    const { pattern, where } = linked(`n:Source`, 'ARCHIVED_COPIES', 'copy', 'r', asOf);
    return records(`MATCH (copy:ArchivedCopy) WHERE copy.canonicalUrl = value MATCH ${pattern}${where}${shown('Source')}`, addresses);
  };
  switch (wanted.fetch) {
    case 'records':
      return { records: [...(await named(wanted.record, 'id', wanted.ids)), ...(await named(wanted.record, 'key', wanted.keys))] };
    case 'sourcesByUrl':
      return { records: [...(await named('Source', 'canonicalUrl', wanted.canonicalUrls)), ...(await copied(wanted.copies ?? []))] };
    case 'referring': {
      const { record, reference, ids, limit, also } = wanted;
      const cut = `${shown(record)}${limit === undefined ? '' : ` WITH DISTINCT n LIMIT ${limit}`}`;
      if (asOf === undefined && record === 'Claim' && also?.reference === 'predicate' && PREDICATED.includes(reference)) {
        const [end, predicate] = [referenceProperty(reference), referenceProperty('predicate')];
        const match = `MATCH (n:Claim) USING INDEX n:Claim(${end}, ${predicate}) WHERE n.${end} = value AND n.${predicate} = $also${cut}`;
        return { records: await records(match, ids, { also: also.id }) };
      }
      const refers = (from: string, name: string, to: string, relationship: string) => {
        const edge = edgeOf(record, name);
        if (edge.kind !== 'reference') throw new Error(`${record}.${name} is no reference`);
        const { pattern, where } = linked(from, relationshipOf(record, edge), to, relationship, asOf);
        return { to: edge.to, clause: `MATCH ${pattern}${where}` };
      };
      const first = refers(`n:${record}`, reference, 't', 'r');
      const both = !also
        ? ''
        : asOf === undefined
          ? ` WHERE n.${referenceProperty(also.reference)} = $also`
          : ` MATCH (other:${refers('', also.reference, '', 's').to} {id: $also}) ${refers('n', also.reference, 'other', 's').clause}`;
      const match = `${matchBy('t', first.to, 'id', 'value')} ${first.clause}${both}${cut}`;
      return { records: await records(match, ids, also ? { also: also.id } : {}) };
    }
    case 'holding': {
      const label = peerList(wanted.list).record;
      const { pattern, where } = linked(`n:${label}`, peerRelationship(wanted.list), 't', 'r', asOf);
      return {
        records: await records(
          `${matchBy('t', label, 'id', 'value')} MATCH ${pattern}${where}${shown(label)} WITH n LIMIT ${wanted.limit}`,
          wanted.ids,
        ),
      };
    }
    case 'upstream': {
      const { lists, kinds, from, steps, limit } = wanted;
      const label = peerList(lists[0]!).record;
      const relationships = lists.map(peerRelationship);
      const type = [...relationships, ...(asOf === undefined ? [] : relationships.map(pastRelationship))].join('|');
      const conditions = [
        ...(asOf === undefined ? [] : [`all(r IN rs WHERE ${heldAt('r', '$asOf')})`]),
        ...(forReaders ? [`none(x IN nodes(way) WHERE ${isWithheld('x', label, asOf)})`] : []),
        ...(kinds ? [`all(r IN rs WHERE r.kind IN [${kinds.map((kind) => `'${kind}'`).join(', ')}])`] : []),
      ];
      const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
      const path = conditions.length === 0 ? `-[:${type}*0..${steps}]->` : `-[rs:${type}*0..${steps}]->`;
      const match = `${matchBy('t', label, 'id', 'value')} MATCH ${forReaders ? 'way = ' : ''}(t)${path}(n:${label})${where} WITH DISTINCT n LIMIT ${limit}`;
      return { records: await records(match, from) };
    }
    case 'owners':
      return { ownerships: await ownershipsAbove(transaction, wanted, asOf, known, forReaders) };
    case 'merged':
      return { pairs: await mergedPairs(transaction, wanted.ids, asOf) };
    case 'pointing':
      return { records: await inTurn(POINTING, (match) => records(match, wanted.ids)) };
    case 'withheld': {
      const { record, ids } = wanted;
      const match = `UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} WITH DISTINCT n WHERE ${isWithheld('n', record, asOf)}`;
      const result = await transaction.run(`CYPHER 5 ${match} RETURN n.id AS id`, {
        ids,
        ...(asOf === undefined ? {} : { asOf: int(asOf) }),
      });
      return { pairs: result.records.map((row) => [row.get('id') as string, row.get('id') as string] as const) };
    }
    case 'alike':
      return { pairs: await alikePairs(transaction, wanted, forReaders) };
    case 'deciders':
      return { deciders: await deciders(transaction, wanted) };
    case 'authors': {
      const result = await transaction.run(
        'CYPHER 5 MATCH (a:Author) WHERE a.name IN $names RETURN a.name AS name, a.pseudonym AS pseudonym UNION MATCH (a:Author) WHERE a.pseudonym IN $pseudonyms RETURN a.name AS name, a.pseudonym AS pseudonym',
        { names: wanted.names, pseudonyms: wanted.pseudonyms },
      );
      return { pairs: result.records.map((row) => [row.get('name') as string, row.get('pseudonym') as string] as const) };
    }
    case 'texts': {
      const result = await transaction.run(
        'CYPHER 5 UNWIND $digests AS digest MATCH (t:SourceText {digest: digest}) RETURN t.digest AS digest, t.text AS text',
        { digests: wanted.digests },
      );
      return { texts: new Map(result.records.map((row) => [row.get('digest') as string, row.get('text') as string])) };
    }
    case 'reachable': {
      const [label, relationship] = [peerList(wanted.list).record, peerRelationship(wanted.list)];
      const result = await transaction.run(
        `CYPHER 5 UNWIND $from AS start ${matchBy('first', label, 'id', 'start')} MATCH (first)-[:${relationship}*0..]->(a) WITH DISTINCT a MATCH (a)-[:${relationship}]->(b) RETURN DISTINCT a.id AS from, b.id AS to`,
        { from: wanted.from },
      );
      return { pairs: result.records.map((row) => [row.get('from') as string, row.get('to') as string] as const) };
    }
  }
}

interface Said {
  readonly by: string | null;
  readonly visibility: string;
}

async function deciders(
  transaction: Pick<ManagedTransaction, 'run'>,
  { record, ids }: Extract<Fetch, { fetch: 'deciders' }>,
): Promise<Deciders[]> {
  // A text in a document has its quotation marks escaped: none of its words looks like a member.
  const cases = VISIBILITIES.map((each) => `WHEN v.document CONTAINS '"visibility":"${each}"' THEN '${each}'`).join(' ');
  const result = await transaction.run(
    `CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} MATCH (n)-[:HISTORY]->(v:Version) WITH n, v ORDER BY v.version
      RETURN n.id AS id, collect({by: v.recordedBy, visibility: CASE ${cases} ELSE '' END}) AS versions`,
    { ids },
  );
  return result.records.map((row) => {
    const versions = row.get('versions') as readonly Said[];
    const now = versions.at(-1)!.visibility;
    const shown = versions[versions.findLastIndex(({ visibility }) => visibility !== now) + 1]!;
    return { id: row.get('id') as string, createdBy: versions[0]!.by ?? undefined, shownBy: shown.by ?? undefined };
  });
}

/** One statement after the other, as a transaction wants them. */
async function inTurn<T>(matches: readonly string[], run: (match: string) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (const match of matches) all.push(...(await run(match)));
  return all;
}

/** Whose relationships lead there, their parts' with them, and those that are given there and read through another. */
const POINTING = RECORD_NAMES.flatMap((record) =>
  MERGEABLE.flatMap((to) => {
    const there = matchBy('t', to, 'id', 'value');
    const direct = edgesOf(record).flatMap((edge) => {
      if (edge.kind === 'reference') return edge.to === to ? [`(t)<-[:${relationshipOf(record, edge)}]-(n:${record})`] : [];
      if (edge.kind !== 'parts' || edge.derived) return [];
      const references = edgesOf(edge.part).filter((inner) => inner.kind === 'reference' && inner.to === to);
      const type = relationshipOf(record, edge);
      return references.map((inner) =>
        isRelationship(edge.part)
          ? `(t)<-[:${type}]-(n:${record})`
          : `(t)<-[:${relationshipOf(edge.part, inner)}]-(:${edge.part})<-[:${type}]-(n:${record})`,
      );
    });
    return [...direct, `(t)<-[:${REDIRECTED}]-(n:${record})`].map((pattern) => `${there} MATCH ${pattern}`);
  }),
);

async function mergedPairs(
  transaction: Pick<ManagedTransaction, 'run'>,
  ids: readonly string[],
  asOf: number | undefined,
): Promise<(readonly [string, string])[]> {
  const { pattern, where } = linked('m', 'MERGED_INTO', 'c', 'r', asOf);
  const found = MERGEABLE.map(
    (record) => `UNWIND $ids AS id ${matchBy('m', record, 'id', 'id')} MATCH ${pattern}${where} RETURN m.id AS from, c.id AS to`,
  );
  const result = await transaction.run(`CYPHER 5 ${found.join(' UNION ')}`, { ids, ...(asOf === undefined ? {} : { asOf: int(asOf) }) });
  return result.records.map((row) => [row.get('from') as string, row.get('to') as string] as const);
}

/** Lets work that asks have its answers. */
export async function answered<T>(asking: Asking<T>, fetch: (wanted: Fetch) => Promise<Fetched>): Promise<T> {
  let step = asking.next({});
  while (!step.done) step = asking.next(await fetch(step.value));
  return step.value;
}

/** A relationship as it is, or as it was. */
function linked(
  from: string,
  type: string,
  to: string,
  relationship: string,
  asOf: number | undefined,
): { pattern: string; where: string } {
  return asOf === undefined
    ? { pattern: `(${from})-[:${type}]->(${to})`, where: '' }
    : {
        pattern: `(${from})-[${relationship}:${type}|${pastRelationship(type)}]->(${to})`,
        where: ` WHERE ${heldAt(relationship, '$asOf')}`,
      };
}

/** The record that had this value then. */
const namedThen = (record: RecordName, property: string): string =>
  `MATCH (state:${record}|${pastLabel(record)}) WHERE state.${property} = value AND ${heldAt('state', '$asOf')} MATCH (state)-[:${PAST_OF}*0..1]->(n:${record})`;
