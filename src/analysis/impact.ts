/**
 * What a retraction takes away, down the relays: which claims lose support, which their last independent one, and which
 * would be known through nobody any more who was seen.
 */
import type { Asking } from '../model/changeset/known.js';
import { Corroborations, type Change, type Corroboration } from './corroboration.js';
import {
  addCitations,
  addSources,
  emptyProvenance,
  goDownToOwners,
  listed,
  type CitationFacts,
  type Provenance,
  type ProvenanceLimits,
  type SourceFacts,
} from './provenance.js';

export interface ClaimImpact extends Change {
  readonly claim: string;
}

/** Nothing independent would support it any more. */
export const losesLastSupport = ({ before, after }: ClaimImpact): boolean =>
  before.independentSupporting > 0 && after.independentSupporting === 0;

export interface Impact {
  /** The claims whose independent support or refutation would be less, or that no seen source would carry; the hardest hit first. */
  readonly claims: readonly ClaimImpact[];
  readonly complete: boolean;
}

/** What would be retracted. */
export interface Withdrawal {
  readonly record: 'Citation' | 'Source';
  readonly id: string;
}

/**
 * Of each of these retractions by itself, in their order. What they touch is fetched once for all of them, with as
 * much room as they would have one by one; where that is not enough, half by half.
 */
export function* impactsOf(withdrawals: readonly Withdrawal[], limits: ProvenanceLimits): Asking<Impact[]> {
  const together = yield* impactsTogether(withdrawals, limits);
  if (together) return together;
  const half = Math.ceil(withdrawals.length / 2);
  return [...(yield* impactsOf(withdrawals.slice(0, half), limits)), ...(yield* impactsOf(withdrawals.slice(half), limits))];
}

/** Records that several hold in memory together are at most this many times those that one may. */
const ROOM_MAX = 8;

/** Undefined where several did not fit together. */
function* impactsTogether(withdrawals: readonly Withdrawal[], limits: ProvenanceLimits): Asking<Impact[] | undefined> {
  const isAlone = withdrawals.length < 2;
  const recordsMax = limits.recordsMax * Math.min(ROOM_MAX, withdrawals.length);
  const room: ProvenanceLimits = { ...limits, recordsMax };
  const up = yield* retoldFrom(withdrawals, room);
  if (!up.complete && !isAlone) return undefined;
  const retellings = new Retellings(up, limits);
  const touchedBy = withdrawals.map((withdrawal) => retellings.claimsOf(withdrawal));
  const touched = [...new Set(touchedBy.flatMap(({ claims }) => claims))];

  const provenance = emptyProvenance(room);
  const found = yield { fetch: 'referring', record: 'Citation', reference: 'claim', ids: touched, limit: recordsMax };
  addCitations(provenance, found.records ?? []);
  yield* goDownToOwners(provenance, room);
  const complete = up.complete && provenance.complete && provenance.citations.size < recordsMax;
  if (!complete && !isAlone) return undefined;
  const corroborations = new Corroborations(provenance);
  return withdrawals.map(({ id }, index): Impact => {
    const its = touchedBy[index]!;
    const cited = its.claims.reduce((sum, claim) => sum + (provenance.citationsOf.get(claim)?.length ?? 0), 0);
    return { claims: lossesOf(its.claims, id, corroborations), complete: complete && its.complete && cited < limits.recordsMax };
  });
}

function lossesOf(touched: readonly string[], withdrawn: string, corroborations: Corroborations): ClaimImpact[] {
  return touched
    .flatMap((claim): ClaimImpact[] => {
      const change = corroborations.without(claim, withdrawn);
      return change && (change.losesLastSeenSource || lost(change.before, change.after) > 0) ? [{ claim, ...change }] : [];
    })
    .sort(
      (a, b) =>
        a.after.independentSupporting - b.after.independentSupporting ||
        Number(b.losesLastSeenSource) - Number(a.losesLastSeenSource) ||
        (a.claim < b.claim ? -1 : 1),
    );
}

const lost = (before: Corroboration, after: Corroboration): number =>
  before.independentSupporting - after.independentSupporting + (before.independentRefuting - after.independentRefuting);

function* retoldFrom(withdrawals: readonly Withdrawal[], limits: ProvenanceLimits): Asking<Provenance> {
  const up = emptyProvenance(limits);
  const ids = (wanted: Withdrawal['record']) => [...new Set(withdrawals.flatMap(({ record, id }) => (record === wanted ? id : [])))];
  const [citations, sources] = [ids('Citation'), ids('Source')];
  if (citations.length > 0) addCitations(up, (yield { fetch: 'records', record: 'Citation', ids: citations, keys: [] }).records ?? []);
  if (sources.length > 0) addSources(up, (yield { fetch: 'records', record: 'Source', ids: sources, keys: [] }).records ?? []);
  yield* goUp(up, limits);
  return up;
}

/** Everything that retells: citations of the sources, those that relay them, sources that are copies of them. */
export function* goUp(provenance: Provenance, limits: ProvenanceLimits): Asking<void> {
  const { citations, sources } = provenance;
  const limit = limits.recordsMax;
  let newSources = [...sources.keys()];
  while (newSources.length > 0) {
    if (sources.size >= limit) {
      provenance.complete = false;
      break;
    }
    const found = yield { fetch: 'holding', list: 'derivations', ids: newSources, limit };
    const derived = emptyProvenance(limits);
    addSources(derived, found.records ?? []);
    const copies = [...derived.sources.values()].filter(
      ({ id, copies: of }) => !sources.has(id) && of.some(({ source }) => sources.has(source)),
    );
    for (const source of copies) sources.set(source.id, source);
    newSources = copies.map(({ id }) => id);
  }
  if (sources.size > 0)
    addCitations(
      provenance,
      (yield { fetch: 'referring', record: 'Citation', reference: 'source', ids: [...sources.keys()], limit }).records ?? [],
    );
  let newCitations = [...citations.keys()];
  for (let level = 0; newCitations.length > 0; level++) {
    if (level === limits.levelsMax || citations.size >= limit) {
      provenance.complete = false;
      return;
    }
    const found = yield { fetch: 'holding', list: 'relays', ids: newCitations, limit };
    newCitations = (found.records ?? []).map(({ id }) => id).filter((id) => !citations.has(id));
    addCitations(provenance, found.records ?? []);
  }
}

/** Of what goUp found for several: which of it is each one's. */
class Retellings {
  readonly #copiesOf = new Map<string, SourceFacts[]>();
  readonly #citationsIn = new Map<string, CitationFacts[]>();
  readonly #relaying = new Map<string, CitationFacts[]>();

  constructor(
    private readonly up: Provenance,
    private readonly limits: ProvenanceLimits,
  ) {
    for (const source of up.sources.values()) for (const copied of source.copies) listed(this.#copiesOf, copied.source, source);
    for (const citation of up.citations.values()) {
      up.clock.check();
      listed(this.#citationsIn, citation.source, citation);
      for (const relayed of citation.relays) listed(this.#relaying, relayed, citation);
    }
  }

  /** The claims that it retells, in the order in which they are met; incomplete where the levels end before it does. */
  claimsOf({ record, id }: Withdrawal): { readonly claims: readonly string[]; readonly complete: boolean } {
    const citations = new Set<CitationFacts>();
    const itself = this.up.citations.get(id);
    if (record === 'Source')
      for (const source of this.#copies(id)) for (const each of this.#citationsIn.get(source) ?? []) citations.add(each);
    else if (itself) citations.add(itself);
    let edge = [...citations];
    let complete = true;
    for (let level = 0; edge.length > 0; level++) {
      if (level === this.limits.levelsMax) {
        complete = false;
        break;
      }
      const next: CitationFacts[] = [];
      for (const { id: relayed } of edge) {
        for (const citation of this.#relaying.get(relayed) ?? []) {
          this.up.clock.check();
          if (citations.has(citation)) continue;
          citations.add(citation);
          next.push(citation);
        }
      }
      edge = next;
    }
    if (citations.size >= this.limits.recordsMax) complete = false;
    return { claims: [...new Set([...citations].map(({ claim }) => claim))], complete };
  }

  /** The source, its copies, their copies and so on. */
  #copies(source: string): ReadonlySet<string> {
    const found = new Set([source]);
    for (const each of found) {
      this.up.clock.check();
      for (const { id } of this.#copiesOf.get(each) ?? []) found.add(id);
    }
    return found;
  }
}
