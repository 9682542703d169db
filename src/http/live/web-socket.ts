/** Subscriptions over WebSockets, by the graphql-transport-ws protocol, at the address of the API. */
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, GraphQLSchema, parse } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { CallerRefused, type CallerFinder } from '../access/authenticate.js';
import type { Caller } from '../access/caller.js';
import { callerKey } from '../access/caller-key.js';
import { OPERATION_MAX, prepare, type LiveOptions } from './operation.js';
import type { LiveClients } from './clients.js';
import type { WatchStanding } from './standing.js';

/** Milliseconds for a client to say who it is. */
const INIT_WAIT = 5_000;

/** What the library asks for: it takes from them only that this is a subscription. */
const NO_SCHEMA = new GraphQLSchema({});
const ANY_SUBSCRIPTION = parse('subscription { changes }');

/** What is known of a connected client. */
interface Client {
  readonly caller: Caller;
  /** Whose places it takes (access/caller-key.ts). */
  readonly key: string;
  /** Aborted when the connection ends. */
  readonly ended: AbortController;
}

export interface WebSocketOptions extends LiveOptions {
  readonly findCaller: CallerFinder;
  readonly watchStanding: WatchStanding;
  readonly clients: LiveClients;
  readonly perClientMax: number;
  /** Web origins whose pages may connect; others may not, for a browser sends no preflight. */
  readonly isOriginAllowed: (origin: string | undefined, host: string | undefined) => boolean;
}

export function serveWebSockets(server: FastifyInstance, options: WebSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: OPERATION_MAX, perMessageDeflate: false });
  server.server.on('upgrade', (request, socket, head) => {
    const turnAway = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    };
    socket.on('error', () => socket.destroy());
    if (new URL(request.url ?? '/', 'http://local').pathname !== '/graphql') return turnAway('404 Not Found');
    if (!options.isOriginAllowed(request.headers.origin, request.headers.host)) return turnAway('403 Forbidden');
    if (!options.clients.hasRoom()) return turnAway('503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      sendTogether(accepted, socket);
      const leave = options.clients.enter();
      accepted.once('close', leave);
      sockets.emit('connection', accepted, request);
    });
    return undefined;
  });

  const known = new WeakMap<WebSocket, Client>();
  const disposable = useServer(
    {
      connectionInitWaitTimeout: INIT_WAIT,
      onConnect: async ({ connectionParams, extra }) => {
        // What a client says of itself counts for nothing but a token, which is checked.
        const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'] ?? extra.request.headers.authorization;
        try {
          const authorization = typeof given === 'string' ? given : undefined;
          const caller = await options.findCaller(authorization);
          const ended = new AbortController();
          known.set(extra.socket, { caller, key: callerKey(caller, extra.request.socket.remoteAddress ?? ''), ended });
          if (extra.socket.readyState !== WebSocket.OPEN) ended.abort();
          extra.socket.once('close', () => ended.abort());
          const turnOut = () => extra.socket.close(CloseCode.Forbidden, 'Forbidden');
          options.watchStanding({ authorization, caller, ended: ended.signal, turnOut });
          return true;
        } catch (error) {
          if (error instanceof CallerRefused) return false;
          throw error;
        }
      },
      // Instead of the library's own checks and execution.
      onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
        const client = known.get(extra.socket)!;
        // This one is among them.
        if (Object.keys(subscriptions).length > options.perClientMax) return [tooMany(options.perClientMax)];
        const prepared = await prepare(options, { caller: client.caller, key: client.key }, payload);
        if ('errors' in prepared)
          return prepared.errors.map(({ message, extensions }) => new GraphQLError(message, { extensions: extensions ?? {} }));
        return { schema: NO_SCHEMA, document: ANY_SUBSCRIPTION, contextValue: () => prepared.start(client.ended.signal) };
      },
      subscribe: (({ contextValue }: { contextValue: () => unknown }) => contextValue()) as never,
    },
    sockets,
  );
  server.addHook('preClose', async () => {
    for (const client of sockets.clients) client.close(1001, 'the server stops');
    await disposable.dispose();
  });
}

/** Bytes that wait to be sent; past them a client is told no more until it has taken some. */
const UNSENT_MAX = 64 * 1024;

/** Messages of one turn of the event loop leave in one piece, and nobody waits for each of them to be gone. */
function sendTogether(client: WebSocket, connection: Duplex): void {
  const send = client.send.bind(client) as (data: string, sent?: (error?: Error) => void) => void;
  let isHeld = false;
  client.send = ((data: string, sent?: (error?: Error) => void) => {
    if (!isHeld) {
      isHeld = true;
      connection.cork();
      setImmediate(() => {
        isHeld = false;
        connection.uncork();
      });
    }
    if (client.bufferedAmount > UNSENT_MAX) return send(data, sent);
    send(data);
    return sent?.();
  }) as WebSocket['send'];
}

const tooMany = (most: number): GraphQLError =>
  new GraphQLError(`more than ${most} subscriptions of one client (CLAIMGRAPH_LIVE_PER_CLIENT_MAX)`, {
    extensions: { code: 'TOO_MANY_REQUESTS' },
  });
