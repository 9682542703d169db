/**
 * Corroboration: how many *independent* origins support or refute a claim.
 *
 * An origin is where a citation's word begins: the citation at the end of its relays, in the source at the
 * end of what that one's source is a copy of. Retellings add nothing: they count for the origins they go back to.
 * Two origins are one when they are in the same source, are the word of the same speaker, or were
 * published by the same entity or under one owner. What is retracted holds nothing up.
 */
import { stepsFrom, type CitationFacts, type Provenance, type SourceFacts } from './provenance.js';

export type JoinReason = 'SAME_SOURCE' | 'SAME_SPEAKER' | 'SAME_PUBLISHER' | 'SAME_OWNER';

export interface Origin {
  readonly citation: string;
  readonly source: string;
}

/** Why two origins count once: what they share. */
export interface Join {
  readonly reason: JoinReason;
  /** The source or entity that they share. */
  readonly shared: string;
  readonly origins: readonly Origin[];
}

export interface CorroborationGroup {
  readonly origins: readonly Origin[];
  /** Citations of the claim that go back to these origins, the origins' own among them. */
  readonly supporting: readonly string[];
  readonly refuting: readonly string[];
  readonly why: readonly Join[];
}

export interface Corroboration {
  readonly independentSupporting: number;
  readonly independentRefuting: number;
  readonly groups: readonly CorroborationGroup[];
  /** False when a budget ended the search. */
  readonly complete: boolean;
}

/** `without` are citations and sources taken for retracted. */
export function corroborationOf(claim: string, provenance: Provenance, without: ReadonlySet<string> = new Set()): Corroboration {
  const cited = (provenance.citationsOf.get(claim) ?? [])
    .filter(({ stance }) => stance === 'SUPPORTS' || stance === 'REFUTES')
    .filter((citation) => isInForce(provenance, citation, without))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const origins = new Map<string, Origin>();
  const citationsOf = new Map<string, CitationFacts[]>();
  for (const citation of cited) {
    for (const origin of originsOf(provenance, citation, without)) {
      const name = `${origin.citation} ${origin.source}`;
      origins.set(name, origin);
      const citations = citationsOf.get(name);
      if (citations) citations.push(citation);
      else citationsOf.set(name, [citation]);
    }
  }
  const groups = joined(provenance, origins).map(({ members, why }): CorroborationGroup => {
    const citations = new Set(members.flatMap((name) => citationsOf.get(name)!));
    const ids = (stance: string) => [...citations].filter((citation) => citation.stance === stance).map(({ id }) => id);
    return { origins: members.map((name) => origins.get(name)!), supporting: ids('SUPPORTS'), refuting: ids('REFUTES'), why };
  });
  return {
    independentSupporting: groups.filter(({ supporting }) => supporting.length > 0).length,
    independentRefuting: groups.filter(({ refuting }) => refuting.length > 0).length,
    groups,
    complete: provenance.complete,
  };
}

/** A citation and its source both stand. */
function isInForce({ sources }: Provenance, { id, source, retracted }: CitationFacts, without: ReadonlySet<string>): boolean {
  return !retracted && !without.has(id) && !without.has(source) && sources.get(source)?.retracted !== true;
}

/** Down the relays and the copies to the last citations in force, and the sources they begin in; each once. */
export function originsOf(provenance: Provenance, start: CitationFacts, without: ReadonlySet<string> = new Set()): Origin[] {
  const found = new Map<string, Origin>();
  const seen = new Set<string>();
  const waiting = [{ citation: start, source: start.source }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { citation, source } = place;
    const name = `${citation.id} ${source}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const next = stepsFrom(provenance, citation, source);
    if (next.length === 0) found.set(name, { citation: citation.id, source });
    // A chain whose beginning was retracted has none.
    waiting.push(...next.filter((each) => isInForce(provenance, each.citation, without) && stands(provenance, each.source, without)));
  }
  return [...found.values()];
}

const stands = ({ sources }: Provenance, id: string, without: ReadonlySet<string>): boolean =>
  sources.get(id)?.retracted === false && !without.has(id);

interface Class {
  readonly members: string[];
  readonly why: Join[];
}

/** The classes of origins that share something, directly or through others (union-find over what they share). */
function joined(provenance: Provenance, origins: ReadonlyMap<string, Origin>): Class[] {
  const parent = new Map<string, string>([...origins.keys()].map((name) => [name, name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(name, root);
    return root;
  };
  const sharing = new Map<string, { reasons: Set<JoinReason>; shared: string; names: string[] }>();
  for (const [name, origin] of origins) {
    for (const { reason, shared } of marksOf(provenance, origin)) {
      const entry = sharing.get(shared) ?? { reasons: new Set(), shared, names: [] };
      entry.reasons.add(reason);
      // An origin's marks come together: it is in the list last, or not yet.
      if (entry.names.at(-1) !== name) entry.names.push(name);
      sharing.set(shared, entry);
    }
  }
  const joins = [...sharing.values()].filter(({ names }) => names.length > 1);
  for (const { names } of joins) for (const name of names) parent.set(rootOf(name), rootOf(names[0]!));

  const classes = new Map<string, Class>();
  for (const name of origins.keys()) {
    const root = rootOf(name);
    const known = classes.get(root);
    if (known) known.members.push(name);
    else classes.set(root, { members: [name], why: [] });
  }
  for (const { reasons, shared, names } of joins) {
    const reason = REASONS.find((each) => reasons.has(each))!;
    classes.get(rootOf(names[0]!))!.why.push({ reason, shared, origins: names.map((name) => origins.get(name)!) });
  }
  return [...classes.values()];
}

/** The least obvious first: what is owned in one place and speaks in another is told as owned. */
const REASONS: readonly JoinReason[] = ['SAME_OWNER', 'SAME_SPEAKER', 'SAME_PUBLISHER', 'SAME_SOURCE'];

/** What makes an origin one with others: its source, its speaker, its publisher and those who own that. */
function marksOf({ citations, sources, owners }: Provenance, origin: Origin): { reason: JoinReason; shared: string }[] {
  const { speaker } = citations.get(origin.citation)!;
  const source = sources.get(origin.source) as SourceFacts;
  const { publisher } = source;
  return [
    { reason: 'SAME_SOURCE', shared: origin.source },
    ...(speaker === undefined ? [] : [{ reason: 'SAME_SPEAKER' as const, shared: speaker }]),
    ...(publisher === undefined ? [] : [{ reason: 'SAME_PUBLISHER' as const, shared: publisher }]),
    ...(publisher === undefined ? [] : ownersOf(owners, publisher).map((shared) => ({ reason: 'SAME_OWNER' as const, shared }))),
  ];
}

/** All owners above an entity, each once. */
function ownersOf(owners: Provenance['owners'], entity: string): string[] {
  const above = new Set<string>();
  const waiting = [...(owners.get(entity) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (above.has(id) || id === entity) continue;
    above.add(id);
    waiting.push(...(owners.get(id) ?? []));
  }
  return [...above];
}
