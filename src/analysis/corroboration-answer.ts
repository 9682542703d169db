/** What is said of a claim's corroboration. How it is worked out is in corroboration.ts. */
import { carrying, readAsOf } from '../plan/rows.js';
import type { Counts } from './tally.js';

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

export interface Corroboration {
  readonly independentSupporting: number;
  readonly independentRefuting: number;
  readonly groups: readonly CorroborationGroup[];
  /** False when a budget ended the search. */
  readonly complete: boolean;
}

/** Numbers, and groups that are worked out if they are looked at. */
export class LazyCorroboration implements Corroboration {
  readonly independentSupporting: number;
  readonly independentRefuting: number;
  readonly #groupsOf: () => readonly CorroborationGroup[];
  #groups: readonly CorroborationGroup[] | undefined;

  constructor(
    { independentSupporting, independentRefuting }: Counts,
    readonly complete: boolean,
    groupsOf: () => readonly CorroborationGroup[],
  ) {
    this.independentSupporting = independentSupporting;
    this.independentRefuting = independentRefuting;
    this.#groupsOf = groupsOf;
  }

  get groups(): readonly CorroborationGroup[] {
    return (this.#groups ??= carrying(this.#groupsOf(), readAsOf(this)));
  }
}
