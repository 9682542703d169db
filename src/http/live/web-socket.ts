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
import { callerKey } from '../access/caller-key.js';
import type { LookAtHost } from '../access/host.js';
import type { ErrorCode } from '../../model/errors.js';
import { OPERATION_MAX, prepare, type LiveOptions } from './operation.js';
import type { LiveClients } from './clients.js';
import type { WatchStanding } from './standing.js';

/** Milliseconds for a client to say who it is. */
const INIT_WAIT = 5_000;

/** What the library asks for: it takes from them only that this is a subscription. */
const NO_SCHEMA = new GraphQLSchema({});
const ANY_SUBSCRIPTION = parse('subscription { changes }');
/** Codes of closing for those who may come again: the statuses that a request would be answered with. */
const CLOSED_WITH: Readonly<Partial<Record<CallerRefused['status'], number>>> = { 429: 4429, 503: 4503 };

/** What is known of a connected client. */
interface Client {
  readonly caller: Caller;
  /** Whose places it takes (access/caller-key.ts). */
  readonly key: string;
  /** Aborted when the connection ends. */
  readonly ended: AbortController;
}

export interface WebSocketOptions extends LiveOptions {
  readonly findCaller: SlowedFinder;
  /** Where a client connects from. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly watchStanding: WatchStanding;
  readonly clients: LiveClients;
  readonly perClientMax: number;
  /** Under which names, and from which pages, clients may connect: a browser sends no preflight. */
  readonly lookAtHost: LookAtHost;
}

export function serveWebSockets(server: FastifyInstance, options: WebSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: OPERATION_MAX, perMessageDeflate: false });
  server.server.on('upgrade', (request, socket, head) => {
    const turnAway = (status: number, code: ErrorCode, message: string, hint?: string): void => {
      const body = JSON.stringify({ errors: [{ message, extensions: { code, ...(hint === undefined ? {} : { hint }) } }] });
      const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8`;
      socket.end(`${head}\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    socket.on('error', () => socket.destroy());
    const misdirected = options.lookAtHost(request);
    if (misdirected) return turnAway(misdirected.status, misdirected.code, misdirected.message, misdirected.hint);
    if (request.url?.split('?', 1)[0] !== '/graphql') return turnAway(404, 'BAD_REQUEST', 'WebSockets connect to /graphql');
    if (!options.clients.hasRoom()) return turnAway(503, 'OVERLOADED', 'too many clients follow; try again later');
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
          const caller = await options.findCaller(authorization, options.addressOf(extra.request));
          const ended = new AbortController();
          known.set(extra.socket, { caller, key: callerKey(caller, options.addressOf(extra.request)), ended });
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
