/**
 * What is only suspected: that a word which seems to begin somewhere was got from elsewhere, by a relay or a copy that
 * nobody has owned up to. A suspicion bears on origins alone: of a word that is known to be somebody else's, it says
 * nothing that would be counted otherwise.
 */
import { listed, saidIn, type Provenance, type ProvenanceStep } from './provenance.js';
import { isPassable, nameOf, walkFromPlace, type Place, type PlaceName } from './walk.js';

/** One step nearer to the origin, if the suspicion holds. */
export interface SuspectedStep extends ProvenanceStep {
  /** Why it is suspected. */
  readonly reason: string;
}

/** From a citation, as it stands in a source: to what it is suspected to relay, and to what that source is suspected to be a copy of. */
export function suspectedStepsFrom(provenance: Provenance, { citation, source }: Place): SuspectedStep[] {
  const { citations, sources } = provenance;
  const relays = source === citation.source ? citation.suspectedRelays : [];
  return [
    ...relays.flatMap(({ citation: id, reason }): SuspectedStep[] => {
      const relayed = citations.get(id);
      return relayed ? [{ kind: 'RELAY', citation: relayed, source: relayed.source, reason }] : [];
    }),
    ...(sources.get(source)?.suspectedCopies ?? []).map(({ kind, source: copied, reason }): SuspectedStep => ({
      kind,
      citation: saidIn(copied, citation, provenance),
      source: copied,
      reason,
    })),
  ];
}

/** An origin that would be none. */
export interface SuspectedOrigin {
  readonly origin: PlaceName;
  readonly step: SuspectedStep;
  /** Where its word would begin; nowhere, if what it was got from was retracted or says another claim. */
  readonly beginsAt: readonly PlaceName[];
}

export interface Suspected {
  readonly origins: readonly SuspectedOrigin[];
  /** The names of those whose word would begin nowhere: they would hold nothing up. */
  readonly groundless: ReadonlySet<string>;
}

const NOTHING: Suspected = { origins: [], groundless: new Set() };

/** Of the origins of one claim, and of those that they would lead to. `withdrawn` is a citation or source taken for retracted. */
export function suspectedAmong(
  provenance: Provenance,
  origins: readonly PlaceName[],
  claim: string | undefined,
  withdrawn: string | undefined,
): Suspected {
  if (!provenance.isSuspecting || claim === undefined) return NOTHING;
  const places = new Map(origins.map((place) => [nameOf(place), place]));
  const found: SuspectedOrigin[] = [];
  // Those that are met on the way are looked at in their turn.
  for (const origin of places.values()) {
    const citation = provenance.citations.get(origin.citation)!;
    for (const step of suspectedStepsFrom(provenance, { citation, source: origin.source })) {
      provenance.clock.check();
      const stands = step.citation.claim === claim && isPassable(provenance, step, withdrawn);
      const beginsAt = stands ? walkFromPlace(provenance, step, claim, withdrawn).origins : [];
      found.push({ origin, step, beginsAt });
      for (const place of beginsAt) if (!places.has(nameOf(place))) places.set(nameOf(place), place);
    }
  }
  return found.length === 0 ? NOTHING : { origins: found, groundless: groundlessAmong(found) };
}

/** Those of which all that they would begin at is groundless, too. Origins that are suspected in a circle are not: one of them is the first. */
function groundlessAmong(suspected: readonly SuspectedOrigin[]): Set<string> {
  const grounds = new Map<string, Set<string>>();
  const restingOn = new Map<string, string[]>();
  for (const { origin, beginsAt } of suspected) {
    const name = nameOf(origin);
    const its = grounds.get(name) ?? new Set<string>();
    grounds.set(name, its);
    for (const ground of beginsAt.map(nameOf)) {
      if (its.has(ground)) continue;
      its.add(ground);
      listed(restingOn, ground, name);
    }
  }
  const groundless = new Set<string>();
  const waiting = [...grounds].flatMap(([name, its]) => (its.size === 0 ? [name] : []));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    groundless.add(name);
    for (const resting of restingOn.get(name) ?? []) {
      const its = grounds.get(resting)!;
      if (its.delete(name) && its.size === 0) waiting.push(resting);
    }
  }
  return groundless;
}
