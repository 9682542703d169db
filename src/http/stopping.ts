/**
 * How the server stops: what was sent before is answered, or told 503, and no connection is cut under a
 * request that was on its way.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '../model/errors.js';

/** Milliseconds for which connections are read from after the word to stop: requests sent before it arrive within them. */
const STILL_READ = 250;
/** Turns of the loop that must bring nothing: one accepts a connection, the next reads from it, another one reads what came after. */
const QUIET_TURNS = 4;
/** Milliseconds after which the turns are not waited for any more: somebody asks on and on. */
const QUIET_WITHIN = 1_000;
/** Milliseconds that an answer has to leave, once everything else is over. */
const LEAVES_WITHIN = 250;

export interface Stopping {
  /**
   * Takes in what was sent before, each answer being its connection's last one. To be called before the server
   * is closed, which cuts the connections on which nothing was read yet.
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
  /** Requests of a connection that are read and not answered: there are several where a client does not wait for answers. */
  const unanswered = new Map<Socket, number>();
  const answers = new Set<ServerResponse>();
  /** Connections and requests so far. */
  let seen = 0;
  let isStopping = false;
  let isDrained = false;
  let bounded: NodeJS.Timeout | undefined;

  server.server.on('connection', () => seen++);
  // What came in one packet is read before any of it is answered.
  server.addHook('onRequest', async ({ raw: { socket } }, { raw: answer }) => {
    seen++;
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1);
    answers.add(answer);
    const over = (): void => {
      if (!answers.delete(answer)) return;
      const left = unanswered.get(socket)! - 1;
      if (left > 0) unanswered.set(socket, left);
      else unanswered.delete(socket);
      // Kept alive by an answer that was made before those before it had gone.
      if (isDrained && left === 0) socket.end();
    };
    answer.once('finish', over).once('close', over);
  });
  server.addHook('onSend', async ({ raw: { socket } }, reply) => {
    // Kept alive, it would hold the closing server up; closed before the next request is answered, that one is lost.
    if (isStopping && (unanswered.get(socket) ?? 1) <= 1) reply.header('connection', 'close');
  });

  const giveUp = async (): Promise<void> => {
    const told = [...answers].filter((answer) => !answer.headersSent && answer.socket && !answer.socket.destroyed);
    for (const answer of told) tellUnavailable(answer);
    if (told.length > 0) await moment(LEAVES_WITHIN);
    server.server.closeAllConnections();
  };
  // Whether it was asked for by `drain` or not: a client that never reads its answer must not keep the server from stopping.
  const stop = (): void => {
    isStopping = true;
    bounded ??= setTimeout(() => void giveUp(), stopTimeout).unref();
  };
  server.addHook('preClose', async () => stop());

  server.decorate('stopping', {
    drain: async () => {
      stop();
      await moment(Math.min(STILL_READ, stopTimeout));
      // However busy the machine was meanwhile: what waits to be accepted and read is.
      const until = performance.now() + Math.min(QUIET_WITHIN, stopTimeout);
      for (let before = -1; before !== seen && performance.now() < until;) {
        before = seen;
        for (let turn = 0; turn < QUIET_TURNS; turn++) await loopTurn();
      }
      isDrained = true;
    },
  });
}

function tellUnavailable(answer: ServerResponse): void {
  const code: ErrorCode = 'UNAVAILABLE';
  const body = JSON.stringify({ errors: [{ message: 'the server is stopping; send the request again', extensions: { code } }] });
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
