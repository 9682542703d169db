/** Subscriptions over WebSockets, by the graphql-transport-ws protocol, at the address of the API. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, GraphQLSchema, parse } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { CallerRefused } from '../access/authenticate.js';
import type { SlowedFinder } from '../access/wrong-tokens.js';
import type { Caller } from '../access/caller.js';
import type { LookAtHost } from '../access/host.js';
import type { ErrorCode } from '../../model/errors.js';
import { shareOf, shareOfAddress, type Place, type Shares } from '../shares.js';
import { OPERATION_MAX, prepare, type LiveOptions } from './operation.js';
import type { WatchStanding } from './standing.js';

/** Milliseconds for a client to say who it is. */
const INIT_WAIT = 5_000;

/** What the library asks for: it takes from them only that this is a subscription. */
const NO_SCHEMA = new GraphQLSchema({});
const ANY_SUBSCRIPTION = parse('subscription { changes }');
/** Codes of closing for those who may come again: the statuses that a request would be answered with. */
const CLOSED_WITH: Readonly<Partial<Record<CallerRefused['status'], number>>> = { 429: 4429, 503: 4503 };
/** RFC 6455, section 11.7: the close code of IANA's registry for a server that is too busy for this client. */
const TRY_AGAIN_LATER = 1013;

/** What is known of a connected client. */
interface Client {
  readonly caller: Caller;
  /** Whose places it takes (shares.ts). */
  readonly key: string;
  /** Aborted when the connection ends. */
  readonly ended: AbortController;
}

export interface WebSocketOptions extends LiveOptions {
  readonly findCaller: SlowedFinder;
  /** Where a client connects from. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly watchStanding: WatchStanding;
  readonly clients: Shares;
  readonly perClientMax: number;
  /** Under which names, and from which pages, clients may connect: a browser sends no preflight. */
  readonly lookAtHost: LookAtHost;
}

export function serveWebSockets(server: FastifyInstance, options: WebSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: OPERATION_MAX, perMessageDeflate: false });
  const connected = new WeakMap<WebSocket, { readonly place: Place; readonly address: string }>();
  server.server.on('upgrade', (request, socket, head) => {
    const turnAway = (status: number, code: ErrorCode, message: string, hint?: string): void => {
      const body = JSON.stringify({ errors: [{ message, extensions: { code, ...(hint === undefined ? {} : { hint }) } }] });
      const again = status === 503 || status === 429 ? '\r\nretry-after: 5' : '';
      const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8${again}`;
      socket.end(`${head}\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () =>
        socket.destroy(),
      );
    };
    socket.on('error', () => socket.destroy());
    const misdirected = options.lookAtHost(request);
    if (misdirected) return turnAway(misdirected.status, misdirected.code, misdirected.message, misdirected.hint);
    if (request.url?.split('?', 1)[0] !== '/graphql') return turnAway(404, 'BAD_REQUEST', 'WebSockets connect to /graphql');
    const address = options.addressOf(request);
    // Who it is comes with its first message: until then it is one of those who connect from there.
    const place = options.clients.take(`connecting from ${shareOfAddress(address)}`);
    if (place === 'NO_PLACE') return turnAway(503, 'OVERLOADED', 'too many clients are subscribed; try again later');
    if (place === 'SHARE_TAKEN')
      return turnAway(429, 'TOO_MANY_REQUESTS', 'too many clients of one caller are subscribed (CLAIMGRAPH_LIVE_PER_CALLER_MAX)');
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
          const { place, address } = connected.get(extra.socket)!;
          const caller = await options.findCaller(authorization, address);
          const share = shareOf({ authorization, caller, address });
          if (!place.moveTo(share)) {
            extra.socket.close(TRY_AGAIN_LATER, 'too many clients of one caller (CLAIMGRAPH_LIVE_PER_CALLER_MAX)');
            return false;
          }
          const ended = new AbortController();
          known.set(extra.socket, { caller, key: share, ended });
          if (extra.socket.readyState !== WebSocket.OPEN) ended.abort();
          extra.socket.once('close', () => ended.abort());
          const turnOut = () => extra.socket.close(CloseCode.Forbidden, 'Forbidden');
          options.watchStanding({ authorization, caller, ended: ended.signal, turnOut });
          return true;
        } catch (error) {
          if (!(error instanceof CallerRefused)) throw error;
          // The protocol has one code for all who are refused; these are told more.
          const code = CLOSED_WITH[error.status];
          if (code !== undefined) extra.socket.close(code, error.message);
          return false;
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
    for (const client of sockets.clients) client.close(1001, 'the server is stopping');
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
