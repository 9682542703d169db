/** The graph as plain objects, built from the change log: what the oracle evaluates plans over. */
import { settledCorroborations } from '../../src/analysis/settling.js';
import type { RecordDocument, StoredRecord } from '../../src/model/changeset/changeset.js';
import type { Fetch, Ownership } from '../../src/model/changeset/known.js';
import { canonicalDocument } from '../../src/model/changeset/canonical.js';
import { derivedOf } from '../../src/model/changeset/documents.js';
import type { RecordName } from '../../src/model/definition.js';
import { fieldsOf, RECORD_NAMES } from '../../src/model/graph.js';
import { boundsOf } from '../../src/model/values/dates.js';
import type { Change, Store } from '../../src/store/store.js';

export interface MemoryRecord {
  readonly record: RecordName;
  readonly id: string;
  /** Fields, references by id, parts and embedded parts by name; instants in milliseconds. */
  readonly values: Record<string, unknown>;
  readonly versions: Record<string, unknown>[];
}

export interface MemoryGraph {
  readonly records: ReadonlyMap<RecordName, ReadonlyMap<string, MemoryRecord>>;
  readonly texts: ReadonlyMap<string, string>;
  /** The graph as it was at a moment; undefined: this one. */
  readonly at: (asOf: number | undefined) => MemoryGraph;
  /** From the id of a merged record to that of the one it is read through. */
  readonly canonical: (id: string) => string;
  /** The moments at which something was recorded. */
  readonly moments: readonly number[];
}

interface Logged {
  readonly document: RecordDocument;
  readonly recordedAt: number;
  readonly retraction?: { at: number; by?: string | undefined; reason: string } | undefined;
}

/** Reads the whole change log, and builds the graph as it is and, when asked for, as it was. Reasons of retractions are not in it: they are given beside. */
export async function memoryGraph(
  store: Store,
  reasons: ReadonlyMap<string, string> = new Map(),
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<MemoryGraph> {
  const changes: Change[] = [];
  for (let position = 0; ;) {
    const found = await store.changes(position, 1_000);
    if (found.length === 0) break;
    changes.push(...found);
    position = found.at(-1)!.position;
  }
  const moments = [...new Set(changes.map(({ recordedAt }) => recordedAt))];
  const earlier = new Map<number, MemoryGraph>();
  // Of two moments with nothing recorded between them, the graph is the same.
  const at = (asOf: number | undefined): MemoryGraph => {
    const last = asOf === undefined ? moments.at(-1) : moments.findLast((moment) => moment <= asOf);
    const known = earlier.get(last ?? -Infinity);
    if (known) return known;
    const built = { ...builtFrom(changes, last ?? -Infinity, reasons), texts, at, moments };
    addDates(built);
    addCorroboration(built);
    earlier.set(last ?? -Infinity, built);
    return built;
  };
  return at(undefined);
}

function builtFrom(
  changes: readonly Change[],
  until: number,
  reasons: ReadonlyMap<string, string>,
): Pick<MemoryGraph, 'records' | 'canonical'> {
  const records = new Map(RECORD_NAMES.map((name) => [name, new Map<string, MemoryRecord>()]));
  const last = new Map<string, Logged>();
  const created = new Map<string, { readonly at: number; readonly by: string | undefined }>();
  const into = new Map<string, string>();
  for (const { id, document, recordedAt } of changes) {
    if (recordedAt > until) break;
    if (document['mergedInto'] === undefined) into.delete(id);
    else into.set(id, document['mergedInto'] as string);
  }
  const canonical = (id: string): string => (into.has(id) ? canonical(into.get(id)!) : id);
  for (const change of changes) {
    if (change.recordedAt > until) break;
    const { record, id, version, operation, recordedAt, recordedBy, document } = change;
    const before = last.get(id);
    if (!created.has(id)) created.set(id, { at: recordedAt, by: recordedBy });
    const retraction =
      operation === 'RETRACTED' || operation === 'MERGED'
        ? { at: recordedAt, by: recordedBy, reason: operation === 'MERGED' ? change.reason! : reasons.get(id)! }
        : operation === 'RESTORED' || operation === 'UNMERGED'
          ? undefined
          : before?.retraction;
    last.set(id, { document, recordedAt, retraction });
    const versions = records.get(record)!.get(id)?.versions ?? [];
    if (versions.length > 0) versions.at(-1)!['recordedUntil'] = recordedAt;
    versions.push({
      version,
      recordedAt,
      recordedUntil: null,
      recordedBy: recordedBy ?? null,
      operation,
      reason: operation === 'RETRACTED' ? reasons.get(id)! : (change.reason ?? null),
      data: document,
    });
    const read = canonicalDocument(record, document, canonical);
    const usual = fieldsOf(record).flatMap((field) => (field.usual === undefined ? [] : [[field.name, field.usual] as const]));
    const values: Record<string, unknown> = {
      ...Object.fromEntries(usual),
      ...read,
      ...derivedOf(record, read),
      id,
      version,
      createdAt: created.get(id)!.at,
      createdBy: created.get(id)!.by,
      recordedAt,
      recordedBy,
      retraction,
    };
    records.get(record)!.set(id, { record, id, values, versions });
  }
  return { records, canonical };
}

/** The record of a name, or the one that it is read through. */
export function recordNamed(graph: MemoryGraph, record: RecordName, by: 'id' | 'key', value: unknown): MemoryRecord | undefined {
  const all = graph.records.get(record)!;
  const named = [...all.values()].find(({ values }) => values[by] === value);
  return named && all.get(graph.canonical(named.id));
}

/** What stores keep of corroboration, from the analysis over the whole graph; test/analysis holds that against its definition. */
function addCorroboration(graph: Pick<MemoryGraph, 'records'>): void {
  const claims = [...graph.records.get('Claim')!.values()];
  const asking = settledCorroborations(claims.map(({ id }) => id));
  let step = asking.next({});
  while (!step.done)
    step = asking.next(
      step.value.fetch === 'owners' ? { ownerships: owners(graph, step.value.ids) } : { records: fetched(graph, step.value) },
    );
  for (const { claim, knownOnlyThrough, ...numbers } of step.value) {
    const knownThroughParts = knownOnlyThrough.map((source) => ({ source }));
    Object.assign(graph.records.get('Claim')!.get(claim)!.values, numbers, { knownThroughParts });
  }
}

function fetched({ records }: Pick<MemoryGraph, 'records'>, wanted: Fetch): StoredRecord[] {
  if (wanted.fetch === 'upstream') return upstream(records, wanted).map(storedOf);
  if (wanted.fetch !== 'records' && wanted.fetch !== 'referring') throw new Error(`${wanted.fetch} is not asked here`);
  const all = [...records.get(wanted.record)!.values()];
  const found =
    wanted.fetch === 'records'
      ? all.filter(({ id, values }) => wanted.ids.includes(id) || wanted.keys.includes(values['key'] as string))
      : all.filter(
          ({ values }) =>
            wanted.ids.includes(values[wanted.reference] as string) && (!wanted.also || values[wanted.also.reference] === wanted.also.id),
        );
  return found.map(storedOf);
}

const storedOf = ({ record, id, values }: MemoryRecord): StoredRecord => ({
  record,
  id,
  version: values['version'] as number,
  createdAt: values['createdAt'] as number,
  retraction: values['retraction'] as StoredRecord['retraction'],
  document: values,
});

function upstream(records: MemoryGraph['records'], { lists, kinds, from }: Extract<Fetch, { fetch: 'upstream' }>): MemoryRecord[] {
  const isOfCitations = lists.includes('relays');
  const [record, reference] = isOfCitations ? (['Citation', 'citation'] as const) : (['Source', 'source'] as const);
  const named = lists.map((name) => (name === 'relays' ? 'relayParts' : name));
  const found = new Map<string, MemoryRecord>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const each = records.get(record)!.get(id);
    if (!each || found.has(id)) continue;
    found.set(id, each);
    const all = named.flatMap((parts) => (each.values[parts] as Record<string, string>[] | undefined) ?? []);
    waiting.push(...all.filter(({ kind }) => !kinds || kinds.includes(kind!)).map((part) => part[reference]!));
  }
  return [...found.values()];
}

/** Whoever is said to own one of these, or one of those, or not to. */
function owners({ records }: Pick<MemoryGraph, 'records'>, ids: readonly string[]): Ownership[] {
  const said = [...records.get('Claim')!.values()].flatMap((claim): Ownership[] => {
    const { subject, object, predicate, validFrom, validUntil } = claim.values as Record<string, string>;
    const key = records.get('Predicate')!.get(predicate!)?.values['key'];
    if (isRetracted(claim) || !subject || !object || (key !== 'owns' && key !== 'owned-by')) return [];
    const [owned, owner] = key === 'owns' ? [object, subject] : [subject, object];
    return [{ claim: claim.id, owned, owner, negated: claim.values['negated'] === true, validFrom, validUntil }];
  });
  const above = new Set(ids);
  for (let before = -1; before < above.size;) {
    before = above.size;
    for (const { owned, owner, negated } of said) if (!negated && above.has(owned)) above.add(owner);
  }
  return said.filter(({ owned }) => above.has(owned));
}

export const isRetracted = ({ values }: MemoryRecord): boolean => values['retraction'] !== undefined;

/** A citation's effective date, then each claim's first and last: worked out anew, the plain way. */
function addDates({ records }: Pick<MemoryGraph, 'records'>): void {
  const all = (name: RecordName) => [...records.get(name)!.values()];
  for (const { values } of all('Citation')) {
    values['effectiveDate'] = values['saidAt'] ?? records.get('Source')!.get(values['source'] as string)!.values['published'];
  }
  for (const claim of all('Claim')) {
    const citations = all('Citation').filter((citation) => citation.values['claim'] === claim.id && !isRetracted(citation));
    claim.values['citationCount'] = citations.length;
    const dated = citations
      .filter(({ values }) => values['effectiveDate'] !== undefined)
      .map(({ id, values }) => ({ id, date: values['effectiveDate'] as string, lower: boundsOf(values['effectiveDate'] as string).lower }))
      .sort((a, b) => a.lower - b.lower || (a.id < b.id ? -1 : 1));
    claim.values['firstSaid'] = dated[0]?.date;
    claim.values['lastSaid'] = dated.at(-1)?.date;
  }
}
