/**
 * Corroboration: how many *independent* origins support or refute a claim.
 *
 * An origin is where a citation's word begins: the citation at the end of its relays, in the source at the
 * end of what that one's source is a copy of. Retellings add nothing: they count for the origins they go back to.
 * Two origins are one when they are in the same source, are the word of the same speaker, or were
 * published by the same entity or under one owner. What is retracted holds nothing up, and neither does what
 * has its word from a citation of another claim. What is only suspected to be a retelling counts; beside it stands how
 * many there are at least: if every suspicion held, and each suspected origin were one with those that it goes back to.
 */
import { compareCodePoints } from '../model/values/text.js';
import { STANCES } from '../model/vocabulary.js';
import {
  LazyCorroboration,
  LazyOrigin,
  type Change,
  type Corroboration,
  type CorroborationGroup,
  type Origin,
  type SuspectedJoin,
} from './corroboration-answer.js';
import { joined, type Mark } from './joining.js';
import { NearestSeen } from './nearest-seen.js';
import { Owners, type Standpoints } from './ownership.js';
import { listed, timeOf, type CitationFacts, type Provenance, type Stance } from './provenance.js';
import { suspectedAmong, type Suspected } from './suspicions.js';
import { Tally, type Counted, type Counts, type Tallied } from './tally.js';
import { isInForce, nameOf, walkFrom, type PlaceName, type Walk } from './walk.js';

export type { Change, Corroboration, CorroborationGroup, Join, Origin, SuspectedJoin } from './corroboration-answer.js';

/** Works corroboration out from what was fetched; all of it must be there before. */
export class Corroborations {
  readonly #owners: Owners;
  readonly #standpoints = new Map<string, Standpoints>();
  readonly #claims = new Map<string, Standing>();
  readonly #tally: Tally;

  constructor(private readonly provenance: Provenance) {
    this.#tally = new Tally(provenance.clock);
    this.#owners = new Owners(provenance.ownerships, (claim) => this.#standpointsOf(claim), provenance.clock);
  }

  of(claim: string): Corroboration {
    return this.#grouped(this.#walksOf(claim, COUNTING), undefined);
  }

  /**
   * What it is now, and what it would be without this citation or source; undefined where all its citations would go back
   * to the same. The groups are worked out when they are looked at.
   */
  without(claim: string, withdrawn: string): Change | undefined {
    const standing = this.#standing(claim);
    const left = this.#left(standing.walks, withdrawn);
    if (!left) return undefined;
    const counts = this.#countsOf(left.filter(isCounting), withdrawn);
    const { complete } = this.provenance;
    const before = new LazyCorroboration(standing.counts, complete, () => this.of(claim));
    // Walked again, so that not every answer holds its own.
    const workedOut = () => this.#grouped(this.#left(standing.walks, withdrawn)!.filter(isCounting), withdrawn);
    const after = new LazyCorroboration(counts, complete, workedOut);
    return { before, after, losesLastSeenSource: standing.isCarried && !this.#isCarried(left) };
  }

  /**
   * The sources without which no seen source would carry the claim, seen ones and others, in the order of their ids: those
   * whose impact says so.
   */
  knownOnlyThrough(claim: string): readonly string[] {
    const walks = this.#walksOf(claim, STANCES);
    const [first, ...others] = walks.filter((walk) => this.#isCarrier(walk));
    if (!first) return [];
    const candidates = [...new Set([first.citation.source, ...first.through])].filter(
      (id) => this.provenance.sources.has(id) && others.every((walk) => this.#isOn(walk, id)),
    );
    return candidates.filter((source) => !this.#isCarried(this.#left(walks, source) ?? walks)).sort(compareCodePoints);
  }

  #isOn({ citation, through }: Walk, source: string): boolean {
    this.provenance.clock.check();
    return citation.source === source || through.has(source);
  }

  /** A seen source says it, whatever it thinks of it, and where it has that from stands. */
  #isCarrier({ citation, carries }: Walk): boolean {
    return carries && this.#isSeen(citation.source);
  }

  #isCarried(walks: readonly Walk[]): boolean {
    return walks.some((walk) => this.#isCarrier(walk));
  }

  #isSeen(source: string): boolean {
    return this.provenance.sources.get(source)?.seen === true;
  }

  /** The citations that would still stand, as they would; undefined where all would, as they do. */
  #left(walks: readonly CountedWalk[], withdrawn: string): CountedWalk[] | undefined {
    const left: CountedWalk[] = [];
    let isSame = true;
    for (const walk of walks) {
      this.provenance.clock.check();
      const { citation, through } = walk;
      if (citation.id === withdrawn || citation.source === withdrawn) isSame = false;
      else if (!through.has(withdrawn)) left.push(walk);
      else {
        isSame = false;
        left.push(walkFrom(this.provenance, citation, withdrawn));
      }
    }
    return isSame ? undefined : left;
  }

  #counted(walk: CountedWalk): Counted {
    walk.counted ??= {
      isSupporting: walk.citation.stance === 'SUPPORTS',
      origins: walk.origins.map((origin) => this.#numberOf(origin)),
    };
    return walk.counted;
  }

  #numberOf(origin: PlaceName): number {
    return this.#tally.numberOf(nameOf(origin), () => ({
      isSeen: this.#isSeen(origin.source),
      shared: this.#marksOf(origin).map(({ shared }) => shared),
    }));
  }

  #countsOf(walks: readonly CountedWalk[], withdrawn: string | undefined): Counts {
    const tallied = this.#tally.count(walks.map((walk) => this.#counted(walk)));
    return this.#withLeast(tallied, walks, this.#suspected(walks, withdrawn));
  }

  #suspected(walks: readonly Walk[], withdrawn: string | undefined): Suspected {
    const origins = walks.flatMap((walk) => walk.origins);
    return suspectedAmong(this.provenance, origins, walks[0]?.citation.claim, withdrawn);
  }

  #withLeast(tallied: Tallied, walks: readonly Walk[], { origins, groundless }: Suspected): Counts {
    const { independentSupporting, independentRefuting } = tallied;
    if (origins.length === 0)
      return { ...tallied, independentSupportingAtLeast: independentSupporting, independentRefutingAtLeast: independentRefuting };
    const grounded = walks.map((walk): Counted => ({
      isSupporting: walk.citation.stance === 'SUPPORTS',
      origins: walk.origins.filter((origin) => !groundless.has(nameOf(origin))).map((origin) => this.#numberOf(origin)),
    }));
    const together = origins.map(({ origin, beginsAt }) => [origin, ...beginsAt].map((each) => this.#numberOf(each)));
    const least = this.#tally.count(grounded, together);
    return {
      ...tallied,
      independentSupportingAtLeast: least.independentSupporting,
      independentRefutingAtLeast: least.independentRefuting,
    };
  }

  /** Where these citations of one claim begin, down the relays and the copies; each origin once. */
  originsOf(citations: readonly CitationFacts[]): readonly Origin[] {
    const walks = citations.map((citation) => walkFrom(this.provenance, citation, undefined));
    const nearestSeen = new NearestSeen(this.provenance, walks, undefined);
    const places = new Map(walks.flatMap(({ origins }) => origins.map((place) => [nameOf(place), place])));
    return [...places.values()].map((place) => this.#origin(place, nearestSeen));
  }

  #origin(place: PlaceName, nearestSeen: NearestSeen): Origin {
    return new LazyOrigin(place, this.#isSeen(place.source), () => nearestSeen.of(place));
  }

  #standing(claim: string): Standing {
    let standing = this.#claims.get(claim);
    if (!standing) {
      const walks = this.#walksOf(claim, STANCES);
      const counts = this.#countsOf(walks.filter(isCounting), undefined);
      this.#claims.set(claim, (standing = { walks, counts, isCarried: this.#isCarried(walks) }));
    }
    return standing;
  }

  #walksOf(claim: string, stances: readonly Stance[]): CountedWalk[] {
    return this.#citedOf(claim, stances).map((citation) => walkFrom(this.provenance, citation, undefined));
  }

  #citedOf(claim: string, stances: readonly Stance[]): CitationFacts[] {
    const { provenance } = this;
    return (provenance.citationsOf.get(claim) ?? [])
      .filter((citation) => {
        provenance.clock.check();
        return stances.includes(citation.stance) && isInForce(provenance, citation, undefined);
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #grouped(walks: readonly Walk[], withdrawn: string | undefined): Corroboration {
    const nearestSeen = new NearestSeen(this.provenance, walks, withdrawn);
    const origins = new Map<string, Origin>();
    const citationsOf = new Map<string, CitationFacts[]>();
    const supportedSeen = new Set<string>();
    for (const { citation, origins: its } of walks) {
      for (const place of its) {
        this.provenance.clock.check();
        const name = nameOf(place);
        if (citation.stance === 'SUPPORTS' && this.#isSeen(place.source)) supportedSeen.add(name);
        const citations = citationsOf.get(name);
        if (citations) citations.push(citation);
        else {
          origins.set(name, this.#origin(place, nearestSeen));
          citationsOf.set(name, [citation]);
        }
      }
    }
    const classes = joined(origins, (origin) => this.#marksOf(origin), this.provenance.clock);
    const suspected = this.#suspected(walks, withdrawn);
    const joins = this.#suspectedJoins(suspected, origins, withdrawn);
    const joinsOf = byName(suspected, joins);
    const groups = classes.map(({ members, why }): CorroborationGroup => {
      const citations = new Set(members.flatMap((name) => citationsOf.get(name)!));
      const ids = (stance: string) => [...citations].filter((citation) => citation.stance === stance).map(({ id }) => id);
      return {
        origins: members.map((name) => origins.get(name)!),
        supporting: ids('SUPPORTS'),
        refuting: ids('REFUTES'),
        why,
        suspected: [...new Set(members.flatMap((name) => joinsOf.get(name) ?? []))],
      };
    });
    const tallied = {
      independentSupporting: groups.filter(({ supporting }) => supporting.length > 0).length,
      independentRefuting: groups.filter(({ refuting }) => refuting.length > 0).length,
      independentSeen: classes.filter(({ members }) => members.some((name) => supportedSeen.has(name))).length,
    };
    return { ...this.#withLeast(tallied, walks, suspected), groups, suspected: joins, complete: this.provenance.complete };
  }

  #suspectedJoins({ origins }: Suspected, known: ReadonlyMap<string, Origin>, withdrawn: string | undefined): SuspectedJoin[] {
    const [first] = origins;
    if (!first) return [];
    const { claim } = this.provenance.citations.get(first.origin.citation)!;
    // Who only mentions the claim may go back to these, too.
    const nearestSeen = new NearestSeen(this.provenance, this.#walksOf(claim, STANCES), withdrawn);
    const originAt = (place: PlaceName): Origin => known.get(nameOf(place)) ?? this.#origin(place, nearestSeen);
    return origins.map(({ origin, step: { kind, reason, citation, source }, beginsAt }) => ({
      kind,
      reason,
      origin: originAt(origin),
      citation: citation.source === source ? citation.id : undefined,
      source,
      beginsAt: beginsAt.map(originAt),
    }));
  }

  /** What makes an origin one with others: its source, its speaker, its publisher and those who own that. */
  #marksOf(origin: PlaceName): Mark[] {
    const citation = this.provenance.citations.get(origin.citation)!;
    const { publisher } = this.provenance.sources.get(origin.source)!;
    const marks: Mark[] = [{ reason: 'SAME_SOURCE', shared: origin.source, claims: [] }];
    if (citation.speaker !== undefined) marks.push({ reason: 'SAME_SPEAKER', shared: citation.speaker, claims: [] });
    if (publisher === undefined) return marks;
    marks.push({ reason: 'SAME_PUBLISHER', shared: publisher, claims: [] });
    const above = this.#owners.above(publisher, timeOf(this.provenance, citation, origin.source));
    return [...marks, ...above.map(({ owner, claims }): Mark => ({ reason: 'SAME_OWNER', shared: owner, claims }))];
  }

  /** Of a claim's citations that hold something up. */
  #standpointsOf(claim: string): Standpoints {
    let known = this.#standpoints.get(claim);
    if (!known) {
      const isSaid = (...stances: readonly Stance[]) => this.#walksOf(claim, stances).some(({ origins }) => origins.length > 0);
      this.#standpoints.set(claim, (known = { supports: isSaid('SUPPORTS'), disputes: isSaid('REFUTES', 'QUESTIONS') }));
    }
    return known;
  }
}

interface CountedWalk extends Walk {
  counted?: Counted;
}

/** Those who only doubt or mention a claim carry it, but do not count. */
const COUNTING: readonly Stance[] = ['SUPPORTS', 'REFUTES'];
const isCounting = ({ citation }: Walk): boolean => COUNTING.includes(citation.stance);

interface Standing {
  /** Of every citation in force, whatever its stance. */
  readonly walks: readonly CountedWalk[];
  readonly counts: Counts;
  /** By a source that was seen. */
  readonly isCarried: boolean;
}

/** Each by the names of the origin that would be none, and of those that it would count with. */
function byName({ origins }: Suspected, joins: readonly SuspectedJoin[]): Map<string, SuspectedJoin[]> {
  const found = new Map<string, SuspectedJoin[]>();
  origins.forEach(({ origin, beginsAt }, index) => {
    for (const name of new Set([origin, ...beginsAt].map(nameOf))) listed(found, name, joins[index]!);
  });
  return found;
}
