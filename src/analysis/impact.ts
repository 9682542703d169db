/** What a retraction takes away: which claims lose support, and which their last independent one, down the relays. */
import type { Asking } from '../model/changeset/known.js';
import { corroborationOf, type Corroboration } from './corroboration.js';
import { addCitations, addSources, emptyProvenance, goDownToOwners, type Provenance, type ProvenanceLimits } from './provenance.js';

export interface ClaimImpact {
  readonly claim: string;
  readonly before: Corroboration;
  readonly after: Corroboration;
}

export interface Impact {
  /** The claims whose independent support or refutation would be less, the hardest hit first. */
  readonly claims: readonly ClaimImpact[];
  readonly complete: boolean;
}

/** Of a retraction of these citations and sources. */
export function* impactOf(citations: readonly string[], sources: readonly string[], limits: ProvenanceLimits): Asking<Impact> {
  const up = emptyProvenance();
  addCitations(up, (yield { fetch: 'records', record: 'Citation', ids: citations, keys: [] }).records ?? []);
  addSources(up, (yield { fetch: 'records', record: 'Source', ids: sources, keys: [] }).records ?? []);
  yield* goUp(up, limits);
  const touched = [...new Set([...up.citations.values()].map(({ claim }) => claim))];

  const provenance = emptyProvenance();
  const found = yield { fetch: 'referring', record: 'Citation', reference: 'claim', ids: touched, limit: limits.recordsMax };
  addCitations(provenance, found.records ?? []);
  yield* goDownToOwners(provenance, limits);
  const without = new Set([...citations, ...sources]);
  const claims = touched
    .map((claim): ClaimImpact => ({
      claim,
      before: corroborationOf(claim, provenance),
      after: corroborationOf(claim, provenance, without),
    }))
    .filter(({ before, after }) => lost(before, after) > 0)
    .sort((a, b) => a.after.independentSupporting - b.after.independentSupporting || (a.claim < b.claim ? -1 : 1));
  return { claims, complete: up.complete && provenance.complete && provenance.citations.size < limits.recordsMax };
}

const lost = (before: Corroboration, after: Corroboration): number =>
  before.independentSupporting - after.independentSupporting + (before.independentRefuting - after.independentRefuting);

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
    const derived = emptyProvenance();
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
