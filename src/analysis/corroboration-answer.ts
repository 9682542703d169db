/** What is said of a claim's corroboration. How it is worked out is in corroboration.ts. */
import { carrying, readAsOf } from '../plan/rows.js';
import type { Counts } from './tally.js';
import type { PlaceName } from './walk.js';

export type JoinReason = 'SAME_SOURCE' | 'SAME_SPEAKER' | 'SAME_PUBLISHER' | 'SAME_OWNER';

/** Whether anybody here has seen an origin's source; if not, whether one who was seen goes back to it. */
export type OriginState = 'SEEN' | 'KNOWN_THROUGH' | 'UNSEEN';

export interface Origin extends PlaceName {
  readonly state: OriginState;
  /** The nearest seen sources that go back to it; none where it was seen itself. */
  readonly knownThrough: readonly string[];
}

/** Why two origins count once: what they share. */
export interface Join {
  readonly reason: JoinReason;
  /** The source or entity that they share. */
  readonly shared: string;
  /** The claims by which their publishers have one owner; none where something else is shared. */
  readonly claims: readonly string[];
  readonly origins: readonly Origin[];
}

export interface CorroborationGroup {
  readonly origins: readonly Origin[];
  /** Citations of the claim that go back to these origins, the origins' own among them. */
  readonly supporting: readonly string[];
  readonly refuting: readonly string[];
  readonly why: readonly Join[];
}

export interface Corroboration extends Counts {
  readonly groups: readonly CorroborationGroup[];
  /** False when a budget ended the search. */
  readonly complete: boolean;
}

/** What withdrawing something does to a claim. */
export interface Change {
  readonly before: Corroboration;
  readonly after: Corroboration;
  /** A seen source carries it now, and none would. */
  readonly losesLastSeenSource: boolean;
}

/** Numbers, and groups that are worked out if they are looked at. */
export class LazyCorroboration implements Corroboration {
  readonly independentSupporting: number;
  readonly independentRefuting: number;
  readonly independentSeen: number;
  readonly #groupsOf: () => readonly CorroborationGroup[];
  #groups: readonly CorroborationGroup[] | undefined;

  constructor(
    { independentSupporting, independentRefuting, independentSeen }: Counts,
    readonly complete: boolean,
    groupsOf: () => readonly CorroborationGroup[],
  ) {
    this.independentSupporting = independentSupporting;
    this.independentRefuting = independentRefuting;
    this.independentSeen = independentSeen;
    this.#groupsOf = groupsOf;
  }

  get groups(): readonly CorroborationGroup[] {
    return (this.#groups ??= carrying(this.#groupsOf(), readAsOf(this)));
  }
}

/** An origin; through whom it is known is looked for if it is looked at. */
export class LazyOrigin implements Origin {
  readonly citation: string;
  readonly source: string;
  readonly #isSeen: boolean;
  readonly #find: () => readonly string[];
  #knownThrough: readonly string[] | undefined;

  constructor({ citation, source }: PlaceName, isSeen: boolean, find: () => readonly string[]) {
    this.citation = citation;
    this.source = source;
    this.#isSeen = isSeen;
    this.#find = find;
  }

  get state(): OriginState {
    if (this.#isSeen) return 'SEEN';
    return this.knownThrough.length > 0 ? 'KNOWN_THROUGH' : 'UNSEEN';
  }

  get knownThrough(): readonly string[] {
    return (this.#knownThrough ??= this.#find());
  }
}
