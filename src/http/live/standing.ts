/** Who follows is let in once, and may lose that right while following: a token is revoked, or its time is over. */
import { CallerRefused, type CallerFinder } from '../access/authenticate.js';
import type { Caller } from '../access/caller.js';

export interface Follower {
  /** As it was given when the follower was let in. */
  readonly authorization: string | undefined;
  /** Who that was then. */
  readonly caller: Caller;
  /** Aborted when the follower goes. */
  readonly ended: AbortSignal;
  /** Called once, when the follower is nobody any more who may follow, or somebody else. */
  readonly turnOut: () => void;
}

export type WatchStanding = (follower: Follower) => void;

/** Asks every so many milliseconds who a follower is. */
export function standingWatch(findCaller: CallerFinder, interval: number): WatchStanding {
  return ({ authorization, caller, ended, turnOut }) => {
    if (ended.aborted) return;
    const look = async (): Promise<void> => {
      if ((await stands(findCaller, authorization, caller)) || ended.aborted) return;
      clearInterval(looking);
      turnOut();
    };
    const looking = setInterval(() => void look(), interval).unref();
    ended.addEventListener('abort', () => clearInterval(looking), { once: true });
  };
}

async function stands(findCaller: CallerFinder, authorization: string | undefined, { role, name }: Caller): Promise<boolean> {
  try {
    const now = await findCaller(authorization);
    return now.role === role && now.name === name;
  } catch (error) {
    // An OpenID provider that is away for a while has taken nothing back.
    return error instanceof CallerRefused && error.status === 503;
  }
}
