/** Live updates, over WebSockets and server-sent events, from one feed. */
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { ChangeFeed } from '../../store/change-feed.js';
import type { Store } from '../../store/store.js';
import type { CallerFinder } from '../access/authenticate.js';
import { readersStore, seesEverything } from '../access/caller.js';
import { addressFinder, hostLooker } from '../access/host.js';
import type { SlowedFinder } from '../access/wrong-tokens.js';
import type { Admission } from '../operations/admission.js';
import { Shares } from '../shares.js';
import { serveEventStreams } from './event-stream.js';
import type { LiveOptions } from './operation.js';
import { SharedResults } from './shared-results.js';
import { standingWatch } from './standing.js';
import { Turns } from './turns.js';
import { serveWebSockets } from './web-socket.js';

interface ServeLiveOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly admission: Admission;
  /** Asked again while somebody follows, */
  readonly findCaller: CallerFinder;
  /** and by whoever comes. */
  readonly slowed: SlowedFinder;
}

/** For whoever watches over the server. */
export interface Followers {
  readonly count: number;
  /** How many changes the slowest of them has yet to be told. */
  readonly lag: number;
}

/** Returns who follows, and how closely. */
export function serveLive(server: FastifyInstance, { store, settings, admission, findCaller, slowed }: ServeLiveOptions): Followers {
  const feedOf = (followed: Store, keptFor?: number) =>
    new ChangeFeed(followed, {
      ...(keptFor === undefined ? {} : { keptFor }),
      interval: settings.liveInterval,
      onFailure: (error) => server.log.warn(error, 'the change log could not be read'),
    });
  const [feed, readersFeed] = [feedOf(store), feedOf(readersStore(store, settings), SHOWN_FOR)];
  const live: LiveOptions = {
    admission,
    follow: (caller, since, signal) => (seesEverything(caller) ? feed : readersFeed).follow(since, signal),
    publicUrl: settings.publicUrl,
    results: new SharedResults(),
    turns: new Turns(),
    report: (error) => server.log.error(error),
  };
  const clients = new Shares(settings.liveClientsMax, settings.livePerCallerMax);
  const watchStanding = standingWatch(findCaller, settings.liveCallerInterval);
  serveWebSockets(server, {
    ...live,
    clients,
    findCaller: slowed,
    addressOf: addressFinder(settings),
    watchStanding,
    perClientMax: settings.livePerClientMax,
    lookAtHost: hostLooker(settings),
  });
  serveEventStreams(server, { ...live, clients, watchStanding });
  return {
    get count() {
      return clients.count;
    },
    get lag() {
      return Math.max(feed.lag, readersFeed.lag);
    },
  };
}

/** Milliseconds within which readers are told nothing any more of what is withheld from them since. */
const SHOWN_FOR = 1_000;
