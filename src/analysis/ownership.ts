/**
 * Who owns whom, for what counts once. Ownership is itself claims in the graph: one joins publishers only where some
 * source says so, none refutes or questions it, and it may have held when the word was published.
 */
import type { Clock } from '../model/clock.js';
import { isSurelyBefore, type DateSpan } from '../model/values/dates.js';

/** A claim in force that somebody owns somebody, or does not. */
export interface OwnershipFacts {
  readonly claim: string;
  readonly owned: string;
  readonly owner: string;
  readonly negated: boolean;
  readonly from: DateSpan | undefined;
  readonly until: DateSpan | undefined;
}

/** What the citations of a claim that hold something up do with it. */
export interface Standpoints {
  readonly supports: boolean;
  readonly disputes: boolean;
}

/** An owner above an entity, and the claims by which it is that. */
export interface OwnerAbove {
  readonly owner: string;
  readonly claims: readonly string[];
}

export class Owners {
  readonly #above = new Map<string, readonly OwnerAbove[]>();
  readonly #isDated: boolean;

  constructor(
    private readonly ownerships: ReadonlyMap<string, readonly OwnershipFacts[]>,
    private readonly standpointsOf: (claim: string) => Standpoints,
    private readonly clock: Clock,
  ) {
    this.#isDated = [...ownerships.values()].some((each) => each.some(({ from, until }) => from !== undefined || until !== undefined));
  }

  /** All owners above an entity at that time, each once; where no time is given, at any. */
  above(entity: string, time: DateSpan | undefined): readonly OwnerAbove[] {
    const name = this.#isDated && time ? `${entity} ${JSON.stringify(time)}` : entity;
    let known = this.#above.get(name);
    if (!known) this.#above.set(name, (known = this.#walk(entity, time)));
    return known;
  }

  #walk(entity: string, time: DateSpan | undefined): OwnerAbove[] {
    if (!this.ownerships.has(entity)) return [];
    const above = new Map<string, OwnerAbove>([[entity, { owner: entity, claims: [] }]]);
    // A map goes on through what is added to it: the nearest first.
    for (const { owner: owned, claims } of above.values()) {
      for (const [owner, by] of this.#ownersOf(owned, time)) {
        if (!above.has(owner)) above.set(owner, { owner, claims: [...new Set([...claims, ...by])] });
      }
    }
    above.delete(entity);
    return [...above.values()];
  }

  /** Who owns it without doubt, and the claims that say so. */
  #ownersOf(owned: string, time: DateSpan | undefined): Map<string, string[]> {
    const saying = new Map<string, string[]>();
    const disputed = new Set<string>();
    for (const ownership of this.ownerships.get(owned) ?? []) {
      this.clock.check();
      if (!mayHold(ownership, time)) continue;
      const { supports, disputes } = this.standpointsOf(ownership.claim);
      if (ownership.negated ? supports : disputes) disputed.add(ownership.owner);
      else if (supports && !ownership.negated) saying.set(ownership.owner, [...(saying.get(ownership.owner) ?? []), ownership.claim]);
    }
    for (const owner of disputed) saying.delete(owner);
    return saying;
  }
}

/** Not surely over by then, and not surely later than then. */
function mayHold({ from, until }: OwnershipFacts, time: DateSpan | undefined): boolean {
  if (time === undefined) return true;
  return !(until && isSurelyBefore(until, time)) && !(from && isSurelyBefore(time, from));
}
