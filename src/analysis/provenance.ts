/**
 * What chains and corroboration are worked out from: citations, everything they relay, the sources
 * behind them down to the first, and who owns whom among their publishers. Fetched in
 * statements whose number does not grow with the graph.
 */
import type { RecordDocument, StoredRecord } from '../model/changeset/changeset.js';
import type { Asking, Fetch } from '../model/changeset/known.js';
import type { RecordName } from '../model/definition.js';
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { isSeen } from '../model/seen.js';
import { spanOf, type DateSpan } from '../model/values/dates.js';
import type { DERIVATION_KINDS, STANCES } from '../model/vocabulary.js';
import type { OwnershipFacts } from './ownership.js';

export type Stance = (typeof STANCES)[number];
export type DerivationKind = (typeof DERIVATION_KINDS)[number];
/**
 * Derivations that take over a source as a whole, with every claim in it. One that reports or quotes
 * another may have a given claim from elsewhere: that, a citation's relays say.
 */
export type CopyKind = Extract<DerivationKind, 'SYNDICATES' | 'TRANSLATES'>;

export interface CitationFacts {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly speaker: string | undefined;
  readonly speakerUnknown: boolean;
  readonly stance: Stance;
  readonly relays: readonly string[];
  readonly suspectedRelays: readonly { readonly citation: string; readonly reason: string }[];
  readonly said: DateSpan | undefined;
  readonly retracted: boolean;
}

export interface SourceFacts {
  readonly id: string;
  readonly publisher: string | undefined;
  readonly authors: readonly string[];
  readonly published: DateSpan | undefined;
  /** The sources that it is a copy of. */
  readonly copies: readonly { readonly source: string; readonly kind: CopyKind }[];
  readonly suspectedCopies: readonly { readonly source: string; readonly kind: CopyKind; readonly reason: string }[];
  /** Somebody here has seen it (model/seen.ts). */
  readonly seen: boolean;
  readonly retracted: boolean;
}

export interface Provenance {
  readonly citations: Map<string, CitationFacts>;
  readonly sources: Map<string, SourceFacts>;
  /** By claim, and by source and claim. */
  readonly citationsOf: Map<string, CitationFacts[]>;
  readonly citationsIn: Map<string, CitationFacts[]>;
  /** What is said of who owns whom, by the one that is owned; of publishers and of their owners. */
  readonly ownerships: Map<string, OwnershipFacts[]>;
  /** Somebody suspects something of one of these citations or sources. */
  isSuspecting: boolean;
  /** False when a budget ended the search: what follows from it is then a part. */
  complete: boolean;
  /** How long it may take to work out what follows from it. */
  readonly clock: Clock;
}

/** How many records of a kind one analysis looks at, and how deep it goes. */
export interface ProvenanceLimits {
  readonly recordsMax: number;
  readonly levelsMax: number;
  /** How long the analysis may take; not given: as long as it does. */
  readonly clock?: Clock;
}

export const emptyProvenance = ({ clock = NO_DEADLINE }: Pick<ProvenanceLimits, 'clock'>): Provenance => ({
  citations: new Map(),
  citationsOf: new Map(),
  citationsIn: new Map(),
  sources: new Map(),
  ownerships: new Map(),
  isSuspecting: false,
  complete: true,
  clock,
});

/** Of every citation of these claims. */
export function* provenanceOfClaims(claims: readonly string[], limits: ProvenanceLimits): Asking<Provenance> {
  const provenance = emptyProvenance(limits);
  const found = yield { fetch: 'referring', record: 'Citation', reference: 'claim', ids: claims, limit: limits.recordsMax };
  addCitations(provenance, found.records ?? []);
  if (provenance.citations.size >= limits.recordsMax) provenance.complete = false;
  return yield* goDownToOwners(provenance, limits);
}

/** Of these citations, and what copied sources say of the same claims: that is where a copy leads to. */
export function* provenanceOfCitations(ids: readonly string[], limits: ProvenanceLimits): Asking<Provenance> {
  const provenance = emptyProvenance(limits);
  const { citations, sources } = provenance;
  addCitations(provenance, yield* recordsOf('Citation', ids));
  const claims = new Set([...citations.values()].map(({ claim }) => claim));
  const asked = new Set<string>();
  for (;;) {
    yield* goDown(provenance, limits);
    const copied = [...sources.values()].flatMap(({ copies }) => copies.map(({ source }) => source)).filter((id) => !asked.has(id));
    if (copied.length === 0) return provenance;
    for (const id of copied) asked.add(id);
    const limit = limits.recordsMax;
    const { records = [] } = yield { fetch: 'referring', record: 'Citation', reference: 'source', ids: [...new Set(copied)], limit };
    if (records.length >= limit) provenance.complete = false;
    addCitations(
      provenance,
      records.filter(({ document }) => claims.has(document['claim'] as string)),
    );
  }
}

/** One step nearer to the origin. */
export interface ProvenanceStep {
  readonly kind: 'RELAY' | CopyKind;
  readonly citation: CitationFacts;
  readonly source: string;
}

/**
 * From a citation, as it stands in a source, one step back: to what it relays; where it relays nothing, to
 * the sources that its own is a copy of, and there to what they say of the claim, by the same speaker if
 * they do, or else to the same words in the copied source.
 */
export function stepsFrom(provenance: Provenance, citation: CitationFacts, source: string): ProvenanceStep[] {
  const { citations, sources } = provenance;
  if (citation.relays.length > 0 && source === citation.source) {
    const relayed = citation.relays.flatMap((id) => citations.get(id) ?? []);
    return relayed.map((each) => ({ kind: 'RELAY', citation: each, source: each.source }));
  }
  const copies = sources.get(source)?.copies ?? [];
  return copies.map(({ kind, source: copied }) => ({ kind, citation: saidIn(copied, citation, provenance), source: copied }));
}

/** What a copied source says of the claim: the earliest recorded citation by the same speaker, or by any, or the same words. */
export function saidIn(copied: string, citation: CitationFacts, { citationsIn, clock }: Provenance): CitationFacts {
  let [first, bySame]: (CitationFacts | undefined)[] = [];
  for (const each of citationsIn.get(`${copied} ${citation.claim}`) ?? []) {
    clock.check();
    if (each.id === citation.id) continue;
    if (!first || each.id < first.id) first = each;
    if (each.speaker === citation.speaker && (!bySame || each.id < bySame.id)) bySame = each;
  }
  return bySame ?? first ?? citation;
}

/** Adds what the citations relay, their sources, and what these are copies of; and what they are suspected to relay or copy. */
function* goDown(provenance: Provenance, limits: ProvenanceLimits): Asking<Provenance> {
  const { citations, sources } = provenance;
  const relayed = () =>
    [...citations.values()].flatMap(({ relays, suspectedRelays }) => [...relays, ...suspectedRelays.map(({ citation }) => citation)]);
  yield* follow(provenance, limits, { lists: ['relays', 'suspectedRelays'] }, citations, addCitations, relayed);
  const behind = () => [
    ...[...citations.values()].map(({ source }) => source),
    ...[...sources.values()].flatMap(({ copies, suspectedCopies }) => [...copies, ...suspectedCopies].map(({ source }) => source)),
  ];
  yield* follow(provenance, limits, { lists: ['derivations', 'suspectedDerivations'], kinds: COPIES }, sources, addSources, behind);
  return provenance;
}

/** The same, and who owns whom among the publishers: for what counts together. */
export function* goDownToOwners(provenance: Provenance, limits: ProvenanceLimits): Asking<Provenance> {
  yield* goDown(provenance, limits);
  yield* addOwners(provenance, limits);
  return provenance;
}

const COPIES: readonly CopyKind[] = ['SYNDICATES', 'TRANSLATES'];

/** Fetches all that is referred to, and what that refers to, in one statement. */
function* follow(
  provenance: Provenance,
  limits: ProvenanceLimits,
  along: Pick<Extract<Fetch, { fetch: 'upstream' }>, 'lists' | 'kinds'>,
  known: ReadonlyMap<string, unknown>,
  add: (provenance: Provenance, records: readonly StoredRecord[]) => void,
  referredTo: () => readonly string[],
): Asking<void> {
  const missing = () => [...new Set(referredTo())].filter((id) => !known.has(id));
  const from = missing();
  if (from.length === 0) return;
  const room = 2 * limits.recordsMax - known.size;
  if (from.length <= room)
    add(provenance, (yield { fetch: 'upstream', ...along, from, steps: limits.levelsMax - 1, limit: room }).records ?? []);
  // Beyond the steps, or past the limit.
  if (missing().length > 0) provenance.complete = false;
}

/** Owners of the publishers, their owners, and so on; and what holds up that they are that. */
function* addOwners(provenance: Provenance, limits: ProvenanceLimits): Asking<void> {
  const { sources, ownerships: known } = provenance;
  const limit = limits.recordsMax;
  const publishers = new Set([...sources.values()].flatMap(({ publisher }) => publisher ?? []));
  if (publishers.size === 0) return;
  const { ownerships = [] } = yield { fetch: 'owners', ids: [...publishers], limit };
  for (const { claim, owned, owner, negated, validFrom, validUntil } of ownerships) {
    provenance.clock.check();
    listed(known, owned, { claim, owned, owner, negated, from: spanIfGiven(validFrom), until: spanIfGiven(validUntil) });
  }
  const above = new Set(ownerships.map(({ owner }) => owner));
  if (publishers.size + above.size >= limit) provenance.complete = false;
  if (ownerships.length === 0) return;
  const ids = [...new Set(ownerships.map(({ claim }) => claim))];
  const { records = [] } = yield { fetch: 'referring', record: 'Citation', reference: 'claim', ids, limit };
  if (records.length >= limit) provenance.complete = false;
  addCitations(provenance, records);
  yield* goDown(provenance, limits);
}

export function* recordsOf(record: RecordName, ids: readonly string[]): Asking<readonly StoredRecord[]> {
  if (ids.length === 0) return [];
  return (yield { fetch: 'records', record, ids, keys: [] }).records ?? [];
}

export function addCitations(provenance: Provenance, records: readonly StoredRecord[]): void {
  const { citations, citationsOf, citationsIn, clock } = provenance;
  for (const { id, document, retraction } of records) {
    clock.check();
    if (citations.has(id)) continue;
    const facts: CitationFacts = {
      id,
      claim: document['claim'] as string,
      source: document['source'] as string,
      speaker: document['speaker'] as string | undefined,
      speakerUnknown: document['speakerUnknown'] === true,
      stance: document['stance'] as Stance,
      relays: partsOf(document['relayParts']).map(({ citation }) => citation as string),
      suspectedRelays: partsOf(document['suspectedRelays']) as unknown as CitationFacts['suspectedRelays'],
      said: spanIfGiven(document['saidAt']),
      retracted: retraction !== undefined,
    };
    provenance.isSuspecting ||= facts.suspectedRelays.length > 0;
    citations.set(id, facts);
    listed(citationsOf, facts.claim, facts);
    listed(citationsIn, `${facts.source} ${facts.claim}`, facts);
  }
}

/** Adds to the list of a key. */
export function listed<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export function addSources(provenance: Provenance, records: readonly StoredRecord[]): void {
  const { sources, clock } = provenance;
  for (const { id, document, retraction } of records) {
    clock.check();
    const suspectedCopies = copiesIn(document['suspectedDerivations']) as SourceFacts['suspectedCopies'];
    provenance.isSuspecting ||= suspectedCopies.length > 0;
    sources.set(id, {
      id,
      publisher: document['publisher'] as string | undefined,
      authors: partsOf(document['contributors']).map(({ entity }) => entity as string),
      published: spanIfGiven(document['published']),
      copies: copiesIn(document['derivations']),
      suspectedCopies,
      seen: isSeen(document),
      retracted: retraction !== undefined,
    });
  }
}

/** Of a list of derivations, those that take over a source as a whole. */
const copiesIn = (list: unknown): SourceFacts['copies'] =>
  partsOf(list).filter(({ kind }) => COPIES.includes(kind as CopyKind)) as unknown as SourceFacts['copies'];

/** When a citation was said as it stands in a source, or failing that when the source appeared. */
export const timeOf = ({ sources }: Provenance, citation: CitationFacts, source: string): DateSpan | undefined =>
  (citation.source === source ? citation.said : undefined) ?? sources.get(source)?.published;

export const partsOf = (list: unknown): readonly RecordDocument[] => (list as readonly RecordDocument[] | undefined) ?? [];
const spanIfGiven = (date: unknown): DateSpan | undefined => (typeof date === 'string' ? spanOf(date) : undefined);
