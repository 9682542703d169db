/**
 * From a citation that counts to where its word begins: down the relays and the copies, as far as what is met stands.
 */
import { stepsFrom, type CitationFacts, type Provenance, type ProvenanceStep } from './provenance.js';

/** A citation, as it stands in its own source or, in the same words, in one that its source is a copy of. */
export interface Place {
  readonly citation: CitationFacts;
  readonly source: string;
}

/** The ids of a place. */
export interface PlaceName {
  readonly citation: string;
  readonly source: string;
}

export const nameOf = ({ citation, source }: PlaceName): string => `${citation} ${source}`;

export interface Walk {
  readonly citation: CitationFacts;
  /** Where its word begins; each place once. */
  readonly origins: readonly PlaceName[];
  /** The citations and sources on the way. */
  readonly through: ReadonlySet<string>;
  /**
   * Its word begins somewhere that stands: at an origin, or with somebody who has misread another claim. That holds
   * nothing up, but the claim is said there.
   */
  readonly carries: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** `withdrawn` is a citation or source taken for retracted; the citation itself must stand. */
export function walkFrom(provenance: Provenance, start: CitationFacts, withdrawn: string | undefined): Walk {
  const { origins, through, isMisread } = walkFromPlace(provenance, { citation: start, source: start.source }, start.claim, withdrawn);
  return { citation: start, origins, through, carries: origins.length > 0 || isMisread };
}

/** The same from wherever a citation of the claim stands; the place itself must stand. */
export function walkFromPlace(
  provenance: Provenance,
  start: Place,
  claim: string,
  withdrawn: string | undefined,
): Pick<Walk, 'origins' | 'through'> & { readonly isMisread: boolean } {
  // As most are: its own origin.
  if (start.citation.relays.length === 0 && (provenance.sources.get(start.source)?.copies.length ?? 0) === 0)
    return { origins: [{ citation: start.citation.id, source: start.source }], through: NOTHING, isMisread: false };
  const found = new Map<string, PlaceName>();
  const through = new Set<string>();
  const met = new Set<string>();
  let isMisread = false;
  const waiting = [start];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    provenance.clock.check();
    const named = { citation: place.citation.id, source: place.source };
    const name = nameOf(named);
    if (met.has(name)) continue;
    met.add(name);
    const { steps, isOrigin, leadsElsewhere } = onward(provenance, place, claim);
    if (isOrigin) found.set(name, named);
    isMisread ||= leadsElsewhere;
    for (const step of steps) {
      through.add(step.citation.id).add(step.citation.source).add(step.source);
      // A chain whose beginning was retracted has none.
      if (isPassable(provenance, step, withdrawn)) waiting.push(step);
    }
  }
  return { origins: [...found.values()], through, isMisread };
}

/** The steps from a place that are of the claim. Of another it says nothing: whoever relays that for this one has misread it. */
export function onward(provenance: Provenance, { citation, source }: Place, claim: string) {
  const all = stepsFrom(provenance, citation, source);
  const steps = all.filter((step) => step.citation.claim === claim);
  return { steps, isOrigin: all.length === 0, leadsElsewhere: steps.length < all.length };
}

export const isPassable = (provenance: Provenance, step: ProvenanceStep, withdrawn: string | undefined): boolean =>
  isInForce(provenance, step.citation, withdrawn) && stands(provenance, step.source, withdrawn);

/** A citation and its source both stand. */
export function isInForce({ sources }: Provenance, { id, source, retracted }: CitationFacts, withdrawn: string | undefined): boolean {
  return !retracted && id !== withdrawn && source !== withdrawn && sources.get(source)?.retracted !== true;
}

const stands = ({ sources }: Provenance, id: string, withdrawn: string | undefined): boolean =>
  sources.get(id)?.retracted === false && id !== withdrawn;
