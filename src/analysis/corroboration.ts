/**
 * Corroboration: how many *independent* origins support or refute a claim.
 *
 * An origin is where a citation's word begins: the citation at the end of its relays, in the source at the
 * end of what that one's source is a copy of. Retellings add nothing: they count for the origins they go back to.
 * Two origins are one when they are in the same source, are the word of the same speaker, or were
 * published by the same entity or under one owner. What is retracted holds nothing up, and neither does what
 * has its word from a citation of another claim.
 */
import {
  LazyCorroboration,
  type Corroboration,
  type CorroborationGroup,
  type Join,
  type JoinReason,
  type Origin,
} from './corroboration-answer.js';
import { Tally, type Counted, type Counts } from './tally.js';
import { Owners, type Standpoints } from './ownership.js';
import { stepsFrom, timeOf, type CitationFacts, type Provenance, type Stance } from './provenance.js';

export type { Corroboration, CorroborationGroup, Join, JoinReason, Origin } from './corroboration-answer.js';

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
    return this.#grouped(this.#walksOf(claim));
  }

  /**
   * What it is now, and what it would be without this citation or source; undefined where fewer would support or refute it
   * in neither. The groups are worked out when they are looked at.
   */
  without(claim: string, withdrawn: string): { readonly before: Corroboration; readonly after: Corroboration } | undefined {
    const standing = this.#standing(claim);
    const left = this.#left(standing, withdrawn);
    if (!left) return undefined;
    const counts = this.#tally.count(left.map((walk) => this.#counted(walk)));
    const { complete } = this.provenance;
    const before = new LazyCorroboration(standing.counts, complete, () => this.of(claim).groups);
    // Walked again, so that not every answer holds its own.
    const after = new LazyCorroboration(counts, complete, () => this.#grouped(this.#left(standing, withdrawn)!).groups);
    return { before, after };
  }

  /** The citations that would still count; undefined where all would, as they do. */
  #left({ walks }: Standing, withdrawn: string): Walk[] | undefined {
    const left: Walk[] = [];
    let isSame = true;
    for (const walk of walks) {
      this.provenance.clock.check();
      const { citation, through } = walk;
      if (citation.id === withdrawn || citation.source === withdrawn) isSame = false;
      else if (!through.has(withdrawn)) left.push(walk);
      else {
        isSame = false;
        left.push(this.#walk(citation, withdrawn));
      }
    }
    return isSame ? undefined : left;
  }

  #counted(walk: Walk): Counted {
    walk.counted ??= {
      isSupporting: walk.citation.stance === 'SUPPORTS',
      origins: walk.origins.map((origin) => this.#tally.numberOf(nameOf(origin), () => this.#marksOf(origin).map(({ shared }) => shared))),
    };
    return walk.counted;
  }

  /** Down the relays and the copies to the last citations in force, and the sources they begin in; each once. */
  originsOf(start: CitationFacts): readonly Origin[] {
    return this.#walk(start, undefined).origins;
  }

  #standing(claim: string): Standing {
    let standing = this.#claims.get(claim);
    if (!standing) {
      const walks = this.#walksOf(claim);
      const counts = this.#tally.count(walks.map((walk) => this.#counted(walk)));
      this.#claims.set(claim, (standing = { walks, counts }));
    }
    return standing;
  }

  #walksOf(claim: string): Walk[] {
    return this.#citedOf(claim, ['SUPPORTS', 'REFUTES']).map((citation) => this.#walk(citation, undefined));
  }

  #walk(start: CitationFacts, withdrawn: string | undefined): Walk {
    const { provenance } = this;
    // As most are: its own origin.
    if (start.relays.length === 0 && (provenance.sources.get(start.source)?.copies.length ?? 0) === 0)
      return { citation: start, origins: [{ citation: start.id, source: start.source }], through: NOTHING };
    const found = new Map<string, Origin>();
    const through = new Set<string>();
    const seen = new Set<string>();
    const waiting = [{ citation: start, source: start.source }];
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      provenance.clock.check();
      const { citation, source } = place;
      const name = `${citation.id} ${source}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const next = stepsFrom(provenance, citation, source);
      if (next.length === 0) found.set(name, { citation: citation.id, source });
      for (const step of next) {
        // Of another claim it says nothing: whoever relays it for this one has misread it.
        if (step.citation.claim !== start.claim) continue;
        through.add(step.citation.id).add(step.citation.source).add(step.source);
        // A chain whose beginning was retracted has none.
        if (isInForce(provenance, step.citation, withdrawn) && stands(provenance, step.source, withdrawn)) waiting.push(step);
      }
    }
    return { citation: start, origins: [...found.values()], through };
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

  #grouped(walks: readonly Walk[]): Corroboration {
    const origins = new Map<string, Origin>();
    const citationsOf = new Map<string, CitationFacts[]>();
    for (const { citation, origins: its } of walks) {
      for (const origin of its) {
        this.provenance.clock.check();
        const name = nameOf(origin);
        origins.set(name, origin);
        const citations = citationsOf.get(name);
        if (citations) citations.push(citation);
        else citationsOf.set(name, [citation]);
      }
    }
    const groups = this.#joined(origins).map(({ members, why }): CorroborationGroup => {
      const citations = new Set(members.flatMap((name) => citationsOf.get(name)!));
      const ids = (stance: string) => [...citations].filter((citation) => citation.stance === stance).map(({ id }) => id);
      return { origins: members.map((name) => origins.get(name)!), supporting: ids('SUPPORTS'), refuting: ids('REFUTES'), why };
    });
    return {
      independentSupporting: groups.filter(({ supporting }) => supporting.length > 0).length,
      independentRefuting: groups.filter(({ refuting }) => refuting.length > 0).length,
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
  #marksOf(origin: Origin): Mark[] {
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
      const isSaid = (...stances: readonly Stance[]) =>
        this.#citedOf(claim, stances).some((citation) => this.#walk(citation, undefined).origins.length > 0);
      this.#standpoints.set(claim, (known = { supports: isSaid('SUPPORTS'), disputes: isSaid('REFUTES', 'QUESTIONS') }));
    }
    return known;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** The least obvious first: what is owned in one place and speaks in another is told as owned. */
const REASONS: readonly JoinReason[] = ['SAME_OWNER', 'SAME_SPEAKER', 'SAME_PUBLISHER', 'SAME_SOURCE'];

/** From a citation that counts to where it begins. */
interface Walk {
  readonly citation: CitationFacts;
  readonly origins: readonly Origin[];
  /** The citations and sources on the way. */
  readonly through: ReadonlySet<string>;
  counted?: Counted;
}

interface Standing {
  readonly walks: readonly Walk[];
  readonly counts: Counts;
}

const nameOf = ({ citation, source }: Origin): string => `${citation} ${source}`;

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

/** A citation and its source both stand; `withdrawn` is a citation or source taken for retracted. */
function isInForce({ sources }: Provenance, { id, source, retracted }: CitationFacts, withdrawn: string | undefined): boolean {
  return !retracted && id !== withdrawn && source !== withdrawn && sources.get(source)?.retracted !== true;
}

const stands = ({ sources }: Provenance, id: string, withdrawn: string | undefined): boolean =>
  sources.get(id)?.retracted === false && id !== withdrawn;
