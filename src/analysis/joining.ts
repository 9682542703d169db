/** Origins that are one: those that share something, directly or through others (union-find over what they share). */
import type { Clock } from '../model/clock.js';
import type { Join, JoinReason, Origin } from './corroboration-answer.js';

/** What an origin may share with others, in what way, and the claims by which that is known. */
export interface Mark {
  readonly reason: JoinReason;
  readonly shared: string;
  readonly claims: readonly string[];
}

export interface Class {
  /** Names of origins. */
  readonly members: string[];
  readonly why: Join[];
}

/** The least obvious first: what is owned in one place and speaks in another is told as owned. */
const REASONS: readonly JoinReason[] = ['SAME_OWNER', 'SAME_SPEAKER', 'SAME_PUBLISHER', 'SAME_SOURCE'];

interface Shared {
  readonly reasons: Set<JoinReason>;
  readonly shared: string;
  readonly claims: Set<string>;
  readonly names: string[];
}

/** The classes of these origins, by their names. */
export function joined(origins: ReadonlyMap<string, Origin>, marksOf: (origin: Origin) => readonly Mark[], clock: Clock): Class[] {
  if (origins.size < 2) return [...origins.keys()].map((name) => ({ members: [name], why: [] }));
  const parent = new Map<string, string>([...origins.keys()].map((name) => [name, name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(name, root);
    return root;
  };
  const joins = [...sharedBy(origins, marksOf, clock).values()].filter(({ names }) => names.length > 1);
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
function sharedBy(origins: ReadonlyMap<string, Origin>, marksOf: (origin: Origin) => readonly Mark[], clock: Clock): Map<string, Shared> {
  const sharing = new Map<string, Shared>();
  const add = (name: string, { reason, shared, claims }: Mark): void => {
    clock.check();
    let entry = sharing.get(shared);
    if (!entry) sharing.set(shared, (entry = { reasons: new Set(), shared, claims: new Set(), names: [] }));
    entry.reasons.add(reason);
    for (const claim of claims) entry.claims.add(claim);
    // An origin's marks come together: it is in the list last, or not yet.
    if (entry.names.at(-1) !== name) entry.names.push(name);
  };
  for (const [name, origin] of origins) {
    for (const mark of marksOf(origin)) add(name, mark);
  }
  return sharing;
}
