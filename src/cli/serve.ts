/** `claimgraph serve`: runs until a signal, then lets requests under way finish. */
import { pino, type Logger } from 'pino';
import { SettingError, type Settings } from '../config/settings.js';
import { isAccessConfigured } from '../http/access/authenticate.js';
import { isLoopback } from '../http/access/host.js';
import { loosenessOf } from '../http/access/tokens.js';
import { createServer } from '../http/server.js';
import { isNeo4j, openStore } from '../store/open.js';
import { looseMode } from '../store/private-files.js';
import { seedIfEmpty } from './seed.js';
import { addVocabulary, isNew } from './vocabulary.js';
import { warmUp } from './warm-up.js';

export interface ServeFlags {
  /** Loads the example into an empty store. */
  readonly seed: boolean;
  /** Gives a store in which nothing was ever written the starter vocabulary. */
  readonly vocabulary: boolean;
}

export async function serve(settings: Settings, { seed, vocabulary }: ServeFlags): Promise<number> {
  refuseUnguarded(settings);
  const store = await openStore(settings, 'make');
  try {
    if (vocabulary && (await isNew(store))) await addVocabulary(store);
    if (seed) await seedIfEmpty(store);
    const logger = pino({ level: settings.logLevel }, pino.destination(2));
    for (const line of loosenessOf(settings.tokensFile)) logger.warn(line);
    if (!isNeo4j(settings.store)) warnOfLoose(settings.store, logger);
    const server = await createServer({ store, settings, logger });
    const address = await server.listen({ host: settings.host, port: settings.port });
    // Before anybody is told that it is ready, and may end it.
    const stop = stopSignal();
    console.log(
      `claimgraph is ready.\n\n  Playground and API  ${address}/graphql\n  Schema              ${address}/schema.graphql\n  Store               ${settings.store}\n\nOpen the first address in a browser. Ctrl+C stops.`,
    );
    if (isNeo4j(settings.store)) {
      void warmUp(server, settings).then(
        () => logger.info('the example queries have been run once'),
        (error: unknown) => logger.warn(error, 'the example queries could not be run'),
      );
    }
    const signal = await stop;
    logger.info({ signal }, 'stopping');
    await server.stopping.drain();
    await server.close();
    return 0;
  } finally {
    await store.close();
  }
}

/** A file that is there stays as it is: whoever made it so may have had a reason. */
function warnOfLoose(store: string, logger: Logger): void {
  const mode = looseMode(store);
  if (mode !== undefined)
    logger.warn(
      `${store} can be read by other accounts of this machine (mode ${mode}), drafts and restricted records with it; chmod 600 ${store}`,
    );
}

/** Nobody else than this machine may ask a server that lets anybody do everything. */
function refuseUnguarded(settings: Settings): void {
  if (isLoopback(settings.host) || isAccessConfigured(settings)) return;
  throw new SettingError(
    `CLAIMGRAPH_HOST is "${settings.host}", which would let anybody write; first create a token (claimgraph token create), name an OpenID provider (CLAIMGRAPH_JWT_ISSUER), or set the role of requests without a token (CLAIMGRAPH_ANONYMOUS_ROLE)`,
  );
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
