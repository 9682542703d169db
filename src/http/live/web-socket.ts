/** Subscriptions over WebSockets, by the graphql-transport-ws protocol, at the address of the API. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { CallerRefused, type CallerFinder } from '../access/authenticate.js';
import type { Caller } from '../access/caller.js';
import { shareOf, shareOfAddress, type Place, type Shares } from '../shares.js';
import { prepare, type LiveOptions } from './operation.js';
import type { WatchStanding } from './standing.js';

/** Bytes of one message: an operation and its variables. */
const MESSAGE_MAX = 256 * 1024;
/** Milliseconds for a client to say who it is. */
const INIT_WAIT = 5_000;

/** RFC 6455, section 11.7: the close code of IANA's registry for a server that is too busy for this client. */
const TRY_AGAIN_LATER = 1013;

/** What is known of a connected client. */
interface Client {
  readonly caller: Caller;
  /** Aborted when the connection ends. */
  readonly ended: AbortController;
  subscriptions: number;
}

export interface WebSocketOptions extends LiveOptions {
  readonly findCaller: CallerFinder;
  readonly watchStanding: WatchStanding;
  readonly clients: Shares;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly perClientMax: number;
  /** Web origins whose pages may connect; others may not, for a browser sends no preflight. */
  readonly isOriginAllowed: (origin: string | undefined, host: string | undefined) => boolean;
}

export function serveWebSockets(server: FastifyInstance, options: WebSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX, perMessageDeflate: false });
  const connected = new WeakMap<WebSocket, { readonly place: Place; readonly address: string }>();
  server.server.on('upgrade', (request, socket, head) => {
    const turnAway = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\nretry-after: 5\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
    };
    socket.on('error', () => socket.destroy());
    if (!/^\/graphql(\?|$)/.test(request.url ?? '')) return turnAway('404 Not Found');
    if (!options.isOriginAllowed(request.headers.origin, request.headers.host)) return turnAway('403 Forbidden');
    const address = options.addressOf(request);
    // Who it is comes with its first message: until then it is one of those who connect from there.
    const place = options.clients.take(`connecting from ${shareOfAddress(address)}`);
    if (place === 'NO_PLACE') return turnAway('503 Service Unavailable');
    if (place === 'SHARE_TAKEN') return turnAway('429 Too Many Requests');
    socket.once('close', place.leave);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      sendTogether(accepted, socket);
      connected.set(accepted, { place, address });
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
          const { place, address } = connected.get(extra.socket)!;
          if (!place.moveTo(shareOf({ authorization, caller, address }))) {
            extra.socket.close(TRY_AGAIN_LATER, 'too many clients of one caller (CLAIMGRAPH_LIVE_PER_CALLER_MAX)');
            return false;
          }
          const ended = new AbortController();
          known.set(extra.socket, { caller, ended, subscriptions: 0 });
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
      onSubscribe: ({ extra }, _id, payload) => {
        const client = known.get(extra.socket)!;
        if (client.subscriptions >= options.perClientMax) return [tooMany(options.perClientMax)];
        const prepared = prepare(options, client.caller, payload);
        if ('errors' in prepared) return prepared.errors;
        client.subscriptions++;
        return { schema: options.schema, document: prepared.document, contextValue: () => prepared.start(client.ended.signal) };
      },
      subscribe: (({ contextValue }: { contextValue: () => unknown }) => contextValue()) as never,
      onComplete: ({ extra }) => {
        known.get(extra.socket)!.subscriptions--;
      },
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
