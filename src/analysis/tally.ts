/**
 * How many independent origins there are, without the groups themselves: the same union as corroboration.ts makes,
 * over numbers. An impact counts thousands of claims again for each retraction that it is asked of.
 */
import type { Clock } from '../model/clock.js';

/** What is counted of the joined origins. */
export interface Tallied {
  readonly independentSupporting: number;
  readonly independentRefuting: number;
  /** Of those that support, the ones that a supporting citation goes back to in a source that was seen. */
  readonly independentSeen: number;
}

/** With what would be left if every suspicion held: never more. */
export interface Counts extends Tallied {
  readonly independentSupportingAtLeast: number;
  readonly independentRefutingAtLeast: number;
}

/** What has to be known of an origin. */
export interface OriginFacts {
  readonly isSeen: boolean;
  /** What it shares with other origins. */
  readonly shared: readonly string[];
}

/** A citation that counts, by the numbers of the origins that it goes back to. */
export interface Counted {
  readonly isSupporting: boolean;
  readonly origins: readonly number[];
}

/** Numbers for origins and for what they share (`marks`), of one provenance. */
export class Tally {
  readonly #origins = new Map<string, number>();
  readonly #marksOf: (readonly number[])[] = [];
  readonly #isSeen: boolean[] = [];
  readonly #marks = new Map<string, number>();
  // By origin and by mark; what is not of this count is left over from another one.
  readonly #parent: number[] = [];
  readonly #countOf: number[] = [];
  readonly #firstWith: number[] = [];
  readonly #markCountOf: number[] = [];
  #count = 0;

  constructor(private readonly clock: Clock) {}

  /** The number of an origin; what it is and shares with others is asked for once. */
  numberOf(origin: string, factsOf: () => OriginFacts): number {
    let number = this.#origins.get(origin);
    if (number === undefined) {
      number = this.#origins.size;
      this.#origins.set(origin, number);
      const { isSeen, shared } = factsOf();
      this.#isSeen.push(isSeen);
      this.#marksOf.push([...new Set(shared)].map((mark) => this.#markOf(mark)));
      this.#parent.push(number);
      this.#countOf.push(0);
    }
    return number;
  }

  /** `together`: origins that are one besides, each list by itself, whether a citation goes back to them or not. */
  count(citations: readonly Counted[], together: readonly (readonly number[])[] = []): Tallied {
    this.#count++;
    for (const { origins } of citations) for (const origin of origins) this.#join(origin);
    for (const origins of together) {
      for (const origin of origins) this.#join(origin);
      for (const origin of origins) this.#parent[this.#rootOf(origin)] = this.#rootOf(origins[0]!);
    }
    const [supported, refuted, seen] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (const { isSupporting, origins } of citations) {
      for (const origin of origins) {
        const root = this.#rootOf(origin);
        (isSupporting ? supported : refuted).add(root);
        if (isSupporting && this.#isSeen[origin]) seen.add(root);
      }
    }
    return { independentSupporting: supported.size, independentRefuting: refuted.size, independentSeen: seen.size };
  }

  #join(origin: number): void {
    this.clock.check();
    if (this.#countOf[origin] === this.#count) return;
    this.#countOf[origin] = this.#count;
    this.#parent[origin] = origin;
    for (const mark of this.#marksOf[origin]!) {
      if (this.#markCountOf[mark] === this.#count) this.#parent[this.#rootOf(origin)] = this.#rootOf(this.#firstWith[mark]!);
      else {
        this.#markCountOf[mark] = this.#count;
        this.#firstWith[mark] = origin;
      }
    }
  }

  #rootOf(origin: number): number {
    let root = origin;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let each = origin; each !== root;) {
      const next = this.#parent[each]!;
      this.#parent[each] = root;
      each = next;
    }
    return root;
  }

  #markOf(shared: string): number {
    let mark = this.#marks.get(shared);
    if (mark === undefined) {
      mark = this.#marks.size;
      this.#marks.set(shared, mark);
      this.#firstWith.push(0);
      this.#markCountOf.push(0);
    }
    return mark;
  }
}
