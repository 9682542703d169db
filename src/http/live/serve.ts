/** Live updates, over WebSockets and server-sent events, from one feed. */
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../../config/settings.js';
import { ChangeFeed } from '../../store/change-feed.js';
import type { Store } from '../../store/store.js';
import type { CallerFinder } from '../access/authenticate.js';
import { readersStore, seesEverything } from '../access/caller.js';
import type { ContextMaker } from '../context-maker.js';
import { formatError } from '../errors.js';
import type { Documents } from '../documents.js';
import { addressFinder, Shares } from '../shares.js';
import { serveEventStreams } from './event-stream.js';
import type { LiveOptions } from './operation.js';
import { SharedResults } from './shared-results.js';
import { standingWatch } from './standing.js';
import { Turns } from './turns.js';
import { serveWebSockets } from './web-socket.js';

interface ServeLiveOptions {
  readonly schema: GraphQLSchema;
  readonly store: Store;
  readonly settings: Settings;
  readonly documents: Documents;
  readonly context: ContextMaker;
  readonly findCaller: CallerFinder;
}

/** For whoever watches over the server. */
export interface Followers {
  readonly count: number;
  /** How many changes the slowest of them has yet to be told. */
  readonly lag: number;
}

/** Returns who follows, and how closely. */
export function serveLive(
  server: FastifyInstance,
  { schema, store, settings, documents, context, findCaller }: ServeLiveOptions,
): Followers {
  const feedOf = (followed: Store, keptFor?: number) =>
    new ChangeFeed(followed, {
      ...(keptFor === undefined ? {} : { keptFor }),
      interval: settings.liveInterval,
      onFailure: (error) => server.log.warn(error, 'the change log could not be looked at'),
    });
  const [feed, readersFeed] = [feedOf(store), feedOf(readersStore(store), SHOWN_FOR)];
  const live: LiveOptions = {
    schema,
    limits: settings,
    documents,
    context: (caller, signal) => {
      const followed = seesEverything(caller) ? feed : readersFeed;
      return context(caller, { publicUrl: settings.publicUrl, signal, follow: (since) => followed.follow(since, signal) });
    },
    results: new SharedResults(),
    turns: new Turns(),
    format: formatError((error) => server.log.error(error), settings.store),
  };
  const clients = new Shares(settings.liveClientsMax, settings.livePerCallerMax);
  const watchStanding = standingWatch(findCaller, settings.liveCallerInterval);
  const { corsOrigins, livePerClientMax } = settings;
  // A browser names the page that connects; anything else may name what it likes, and has no page to steal from.
  const isOriginAllowed = (origin: string | undefined, host: string | undefined): boolean =>
    origin === undefined || corsOrigins.includes('*') || corsOrigins.includes(origin) || isSame(origin, host);
  const addressOf = addressFinder(settings.trustProxy);
  serveWebSockets(server, { ...live, clients, addressOf, findCaller, watchStanding, perClientMax: livePerClientMax, isOriginAllowed });
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

const isSame = (origin: string, host: string | undefined): boolean => URL.canParse(origin) && new URL(origin).host === host;
