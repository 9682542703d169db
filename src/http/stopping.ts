/**
 * How the server stops: what was sent before is answered, or told 503, and no connection is cut under a
 * request that was on its way.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '../model/errors.js';

/** Milliseconds for which connections are read from after the word to stop: requests sent before it arrive within them. */
const STILL_READ = 250;
/** Milliseconds that an answer has to leave, once everything else is over. */
const LEAVES_WITHIN = 250;

export interface Stopping {
  /**
   * Takes in what was sent before, each answer being its connection's last one, and then no new connections.
   * Whoever closes the server without it closes at once.
   */
  readonly drain: () => Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly stopping: Stopping;
  }
}

/** Decorates the server with `stopping`, and bounds how long closing it may take: `stopTimeout` milliseconds. */
export function stopGently(server: FastifyInstance, stopTimeout: number): void {
  const connections = new Set<Socket>();
  /** Requests of a connection that are read and not answered: there are several where a client does not wait for answers. */
  const unanswered = new Map<Socket, number>();
  const answers = new Set<ServerResponse>();
  let isStopping = false;
  let bounded: NodeJS.Timeout | undefined;

  server.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => {
      connections.delete(socket);
      unanswered.delete(socket);
    });
  });
  // Before Fastify sees it: it is counted as soon as it is read.
  server.server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1);
    answers.add(answer);
    answer.once('close', () => {
      answers.delete(answer);
      if (!socket.destroyed) unanswered.set(socket, unanswered.get(socket)! - 1);
    });
  });
  server.addHook('onSend', async (request, reply) => {
    // Kept alive, it would hold the closing server up; closed under a request that is read already, that one is lost.
    if (isStopping && (unanswered.get(request.raw.socket) ?? 1) <= 1) reply.header('connection', 'close');
  });
  // Whether it was asked for by `drain` or not: a client that never reads its answer must not keep the server from stopping.
  const stop = (): void => {
    isStopping = true;
    bounded ??= setTimeout(() => void giveUp(), stopTimeout).unref();
  };
  server.addHook('preClose', async () => stop());

  const giveUp = async (): Promise<void> => {
    const told = [...answers].filter((answer) => !answer.headersSent && answer.socket && !answer.socket.destroyed);
    for (const answer of told) tellUnavailable(answer);
    if (told.length > 0) await moment(LEAVES_WITHIN);
    server.server.closeAllConnections();
  };

  server.decorate('stopping', {
    drain: async () => {
      stop();
      if (connections.size > 0) {
        await moment(Math.min(STILL_READ, stopTimeout));
        // However busy it was meanwhile: the loop has looked at every connection once more.
        await loopTurn();
        await loopTurn();
      }
      // Not by the HTTP server's own close, which also cuts connections on which nothing was read yet.
      if (server.server.listening) NetServer.prototype.close.call(server.server);
    },
  });
}

function tellUnavailable(answer: ServerResponse): void {
  const code: ErrorCode = 'UNAVAILABLE';
  const body = JSON.stringify({ errors: [{ message: 'the server stops; ask again', extensions: { code } }] });
  answer.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'retry-after': '1',
    connection: 'close',
  });
  answer.end(body);
}

const moment = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
