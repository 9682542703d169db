/** So many requests are worked on at once, so many may wait, and the others are told at once to come again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import PQueue from 'p-queue';
import { fail } from './failures.js';

export interface GateSettings {
  readonly concurrencyMax: number;
  readonly waitingMax: number;
  readonly exportsMax: number;
}

export type Gates = Readonly<Record<'requests' | 'exports', { readonly queue: PQueue; readonly waitingMax: number }>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The gate that requests to the route go through; `requests` where it is not given. */
    gate?: 'requests' | 'exports' | 'none';
  }
  interface FastifyRequest {
    /** Gives the request's place to the next one. */
    leaveGate?: () => void;
  }
}

/** Seconds after which a turned away client may try again. */
const RETRY_AFTER = '1';

/** Returns the gates, for whoever counts what passes. */
export function keepGates(server: FastifyInstance, { concurrencyMax, waitingMax, exportsMax }: GateSettings): Gates {
  const gates = {
    requests: { queue: new PQueue({ concurrency: concurrencyMax }), waitingMax },
    exports: { queue: new PQueue({ concurrency: exportsMax }), waitingMax: 0 },
  };
  server.decorateRequest('leaveGate');
  // When the body is there: one that comes slowly holds no place.
  server.addHook('preHandler', async (request, reply) => {
    const name = request.is404 ? 'none' : (request.routeOptions.config.gate ?? 'requests');
    if (name === 'none') return undefined;
    const { queue, waitingMax: most } = gates[name];
    if (queue.pending >= queue.concurrency && queue.size >= most) return turnAway(reply);
    await new Promise<void>((enter) => {
      void queue.add(
        () =>
          new Promise<void>((leave) => {
            request.leaveGate = leave;
            enter();
          }),
      );
    });
    if (reply.raw.destroyed) leave(request);
    // Answered, or its client went away.
    else reply.raw.once('close', () => leave(request));
    return undefined;
  });
  // A whole answer is written; a stream only when its reader has it.
  server.addHook('onSend', async (request, _reply, payload) => {
    if (typeof payload === 'string' || payload instanceof Buffer) leave(request);
  });
  return gates;
}

const leave = (request: FastifyRequest): void => request.leaveGate?.();

function turnAway(reply: FastifyReply): FastifyReply {
  return fail(reply.header('retry-after', RETRY_AFTER), 503, 'OVERLOADED', 'the server is busy; try again in a moment');
}
