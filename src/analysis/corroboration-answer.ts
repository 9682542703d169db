/** What is said of a claim's corroboration. How it is worked out is in corroboration.ts. */
import { carrying, readAsOf } from '../plan/rows.js';
import type { Counts } from './tally.js';
import type { ProvenanceStep } from './provenance.js';
import type { PlaceName } from './walk.js';

export type JoinReason = 'SAME_SOURCE' | 'SAME_SPEAKER' | 'SAME_PUBLISHER' | 'SAME_OWNER';

/** Whether anybody here has seen an origin's source; if not, whether one who was seen goes back to it. */
export type OriginState = 'SEEN' | 'KNOWN_THROUGH' | 'UNSEEN';

export interface Origin extends PlaceName {
  readonly state: OriginState;
  /** The nearest seen sources that go back to it; none where it was seen itself. */
  readonly knownThrough: readonly string[];
}

/** An origin that would be none if the suspicion held. */
export interface SuspectedJoin {
  readonly kind: ProvenanceStep['kind'];
  /** Why it is suspected. */
  readonly reason: string;
  readonly origin: Origin;
  /** What its word is suspected to have been got from: a citation, or a source as a whole. */
  readonly citation: string | undefined;
  readonly source: string;
  /** The origins that it would count with; none where nothing would be left that holds it up. */
  readonly beginsAt: readonly Origin[];
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
  /** Why they may count once with others, or not at all. */
  readonly suspected: readonly SuspectedJoin[];
}

export interface Corroboration extends Counts {
  readonly groups: readonly CorroborationGroup[];
  /** By whichever suspicion fewer of them may count. */
  readonly suspected: readonly SuspectedJoin[];
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

/** Numbers; groups and suspicions are worked out if they are looked at. */
export class LazyCorroboration implements Corroboration {
  readonly independentSupporting: number;
  readonly independentSupportingAtLeast: number;
  readonly independentRefuting: number;
  readonly independentRefutingAtLeast: number;
  readonly independentSeen: number;
  readonly #workOut: () => Corroboration;
  #worked: Corroboration | undefined;

  constructor(
    counts: Counts,
    readonly complete: boolean,
    workOut: () => Corroboration,
  ) {
    this.independentSupporting = counts.independentSupporting;
    this.independentSupportingAtLeast = counts.independentSupportingAtLeast;
    this.independentRefuting = counts.independentRefuting;
    this.independentRefutingAtLeast = counts.independentRefutingAtLeast;
    this.independentSeen = counts.independentSeen;
    this.#workOut = workOut;
  }

  get groups(): readonly CorroborationGroup[] {
    return this.#whole.groups;
  }

  get suspected(): readonly SuspectedJoin[] {
    return this.#whole.suspected;
  }

  get #whole(): Corroboration {
    return (this.#worked ??= carrying(this.#workOut(), readAsOf(this)));
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
