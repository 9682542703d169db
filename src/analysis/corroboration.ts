/**
 * Corroboration: how many *independent* origins support or refute a claim.
 *
 * An origin is where a citation's word begins: the citation at the end of its relays, in the source at the
 * end of what that one's source is a copy of. Retellings add nothing: they count for the origins they go back to.
 * Two origins are one when they are in the same source, are the word of the same speaker, or were
 * published by the same entity or under one owner. What is retracted holds nothing up, and neither does what
 * has its word from a citation of another claim.
 */
import { compareCodePoints } from '../model/values/text.js';
import { STANCES } from '../model/vocabulary.js';
import {
  LazyCorroboration,
  LazyOrigin,
  type Change,
  type Corroboration,
  type CorroborationGroup,
  type Join,
  type JoinReason,
  type Origin,
} from './corroboration-answer.js';
import { NearestSeen } from './nearest-seen.js';
import { Owners, type Standpoints } from './ownership.js';
import { timeOf, type CitationFacts, type Provenance, type Stance } from './provenance.js';
import { Tally, type Counted, type Counts } from './tally.js';
import { isInForce, nameOf, walkFrom, type PlaceName, type Walk } from './walk.js';

export type { Change, Corroboration, CorroborationGroup, Join, JoinReason, Origin, OriginState } from './corroboration-answer.js';

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
    const counts = this.#tally.count(left.filter(isCounting).map((walk) => this.#counted(walk)));
    const { complete } = this.provenance;
    const before = new LazyCorroboration(standing.counts, complete, () => this.of(claim).groups);
    // Walked again, so that not every answer holds its own.
    const groupsAfter = () => this.#grouped(this.#left(standing.walks, withdrawn)!.filter(isCounting), withdrawn).groups;
    const after = new LazyCorroboration(counts, complete, groupsAfter);
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
      origins: walk.origins.map((origin) =>
        this.#tally.numberOf(nameOf(origin), () => ({
          isSeen: this.#isSeen(origin.source),
          shared: this.#marksOf(origin).map(({ shared }) => shared),
        })),
      ),
    };
    return walk.counted;
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
      const counts = this.#tally.count(walks.filter(isCounting).map((walk) => this.#counted(walk)));
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
    const classes = this.#joined(origins);
    const groups = classes.map(({ members, why }): CorroborationGroup => {
      const citations = new Set(members.flatMap((name) => citationsOf.get(name)!));
      const ids = (stance: string) => [...citations].filter((citation) => citation.stance === stance).map(({ id }) => id);
      return { origins: members.map((name) => origins.get(name)!), supporting: ids('SUPPORTS'), refuting: ids('REFUTES'), why };
    });
    return {
      independentSupporting: groups.filter(({ supporting }) => supporting.length > 0).length,
      independentRefuting: groups.filter(({ refuting }) => refuting.length > 0).length,
      independentSeen: classes.filter(({ members }) => members.some((name) => supportedSeen.has(name))).length,
      groups,
      complete: this.provenance.complete,
    };
  }

  /** The classes of origins that share something, directly or through others (union-find over what they share). */
  #joined(origins: ReadonlyMap<string, Origin>): Class[] {
    if (origins.size < 2) return [...origins.keys()].map((name) => ({ members: [name], why: [] }));
    const parent = new Map<string, string>([...origins.keys()].map((name) => [name, name]));
    const rootOf = (name: string): string => {
      let root = name;
      while (parent.get(root) !== root) root = parent.get(root)!;
      parent.set(name, root);
      return root;
    };
    const joins = [...this.#shared(origins).values()].filter(({ names }) => names.length > 1);
    for (const { names } of joins) for (const name of names) parent.set(rootOf(name), rootOf(names[0]!));

    const classes = new Map<string, Class>();
    for (const name of origins.keys()) {
      const root = rootOf(name);
      const known = classes.get(root);
      if (known) known.members.push(name);
      else classes.set(root, { members: [name], why: [] });
    }
    for (const { reasons, shared, claims, names } of joins) {
      const reason = REASONS.find((each) => reasons.has(each))!;
      classes.get(rootOf(names[0]!))!.why.push({ reason, shared, claims: [...claims], origins: names.map((name) => origins.get(name)!) });
    }
    return [...classes.values()];
  }

  /** By what is shared: the origins that have it, and as what. */
  #shared(origins: ReadonlyMap<string, Origin>): Map<string, Shared> {
    const sharing = new Map<string, Shared>();
    const add = (name: string, { reason, shared, claims }: Mark): void => {
      this.provenance.clock.check();
      let entry = sharing.get(shared);
      if (!entry) sharing.set(shared, (entry = { reasons: new Set(), shared, claims: new Set(), names: [] }));
      entry.reasons.add(reason);
      for (const claim of claims) entry.claims.add(claim);
      // An origin's marks come together: it is in the list last, or not yet.
      if (entry.names.at(-1) !== name) entry.names.push(name);
    };
    for (const [name, origin] of origins) {
      for (const mark of this.#marksOf(origin)) add(name, mark);
    }
    return sharing;
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

/** The least obvious first: what is owned in one place and speaks in another is told as owned. */
const REASONS: readonly JoinReason[] = ['SAME_OWNER', 'SAME_SPEAKER', 'SAME_PUBLISHER', 'SAME_SOURCE'];

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

/** What an origin may share with others, in what way, and the claims by which that is known. */
interface Mark {
  readonly reason: JoinReason;
  readonly shared: string;
  readonly claims: readonly string[];
}

interface Shared {
  readonly reasons: Set<JoinReason>;
  readonly shared: string;
  readonly claims: Set<string>;
  readonly names: string[];
}

interface Class {
  readonly members: string[];
  readonly why: Join[];
}
