/** So many requests are worked on at once, so many may wait, and the others are told at once to come again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { isNeo4j } from '../store/open.js';
import { fail } from './failures.js';
import { Overload } from './overload.js';

export interface GateSettings {
  readonly store: string;
  /** 0: what the store and the machine can do at once. */
  readonly concurrencyMax: number;
  readonly waitingMax: number;
  /** Milliseconds that a request waits for its turn at most, */
  readonly waitingTimeMax: number;
  /** and at most in an overload that has lasted for as long: this, or as long as requests are worked on where that is more. */
  readonly waitingTimeBusyMax: number;
  readonly exportsMax: number;
}

interface Gate {
  readonly queue: PQueue;
  readonly waitingMax: number;
  readonly overload: Overload;
  /** Milliseconds that a request is worked on, the last ones counting most. */
  workTime: number;
}

export type Gates = Readonly<Record<'requests' | 'exports', Gate>>;

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
export function keepGates(server: FastifyInstance, settings: GateSettings): Gates {
  const gateOf = (concurrency: number, waitingMax: number): Gate => ({
    queue: new PQueue({ concurrency }),
    waitingMax,
    overload: new Overload(settings.waitingTimeMax),
    workTime: 0,
  });
  const gates = {
    requests: gateOf(settings.concurrencyMax || atOnce(settings.store), settings.waitingMax),
    exports: gateOf(settings.exportsMax, 0),
  };
  const turn = loopTurn();
  server.decorateRequest('leaveGate');
  // In an overload, before anything is done for it: turning away must cost next to nothing.
  server.addHook('onRequest', async (request, reply) => {
    const gate = gates.requests;
    const isForIt = !request.is404 && (request.routeOptions.config.gate ?? 'requests') === 'requests';
    if (!isForIt || !gate.overload.lasts || gate.queue.size < gate.queue.concurrency) return undefined;
    gate.overload.count(true);
    return turnAway(reply);
  });
  // When the body is there: one that comes slowly holds no place.
  server.addHook('preHandler', async (request, reply) => {
    const name = request.is404 ? 'none' : (request.routeOptions.config.gate ?? 'requests');
    if (name === 'none') return undefined;
    const gate = gates[name];
    const { queue, waitingMax } = gate;
    if (queue.pending >= queue.concurrency && queue.size >= waitingMax) return turnAway(reply);
    // What was read from the network together waits for one another here, before any queue.
    if (name === 'requests' && isTooLate(gate, turn(), Infinity, settings)) return turnAway(reply);
    const waited = await turnOf(request, reply, gate, settings);
    if (waited === 'GONE') return reply.hijack();
    if (waited === 'TOO_LONG') return turnAway(reply);
    // Answered, or its client went away.
    if (reply.raw.destroyed) leave(request);
    else reply.raw.once('close', () => leave(request));
    return undefined;
  });
  // A whole answer is written; a stream only when its reader has it.
  server.addHook('onSend', async (request, _reply, payload) => {
    if (typeof payload === 'string' || payload instanceof Buffer) leave(request);
  });
  return gates;
}

/** More would only wait for one another, and for longer. */
const atOnce = (store: string): number => (isNeo4j(store) ? NEO4J_AT_ONCE : availableParallelism());
const NEO4J_AT_ONCE = 16;
/** Of the last request in the average of work. */
const NEWEST_SHARE = 0.02;

/**
 * Resolves when it is the request's turn, or when it has none: its client went away, or it waited for too long.
 * In a burst all wait a little; in an overload that lasts (overload.ts), the ones that are let in have hardly
 * waited, and the others know at once.
 */
function turnOf(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  settings: GateSettings,
): Promise<'ENTERED' | 'GONE' | 'TOO_LONG'> {
  const { waitingTimeMax } = settings;
  const began = performance.now();
  const gaveUp = new AbortController();
  return new Promise((resolve) => {
    const giveUp = (why: 'GONE' | 'TOO_LONG'): void => {
      resolve(why);
      gaveUp.abort();
    };
    const isGone = (): void => giveUp('GONE');
    const tired = setTimeout(() => giveUp('TOO_LONG'), waitingTimeMax);
    const rest = (): void => {
      clearTimeout(tired);
      reply.raw.off('close', isGone);
    };
    if (reply.raw.destroyed) isGone();
    else reply.raw.once('close', isGone);
    const enter = async (): Promise<void> => {
      rest();
      if (isTooLate(gate, performance.now() - began, waitingTimeMax, settings)) return giveUp('TOO_LONG');
      const entered = performance.now();
      await new Promise<void>((left) => {
        request.leaveGate = left;
        resolve('ENTERED');
      });
      gate.workTime += (performance.now() - entered - gate.workTime) * NEWEST_SHARE;
    };
    // Given up while it waited: its place in the queue is free at once.
    gate.queue.add(enter, { signal: gaveUp.signal }).catch(rest);
  });
}

/** Whether a request that has waited for so long is turned away; `most`: in calm times. */
function isTooLate(gate: Gate, waited: number, most: number, settings: GateSettings): boolean {
  // Who waits for no longer than the work itself takes has come in time.
  const busyMax = Math.max(settings.waitingTimeBusyMax, gate.workTime);
  gate.overload.count(waited > busyMax);
  return waited > (gate.overload.lasts ? busyMax : most);
}

/** Gives how long ago the event loop began to take in what it is taking in, in milliseconds. */
function loopTurn(): () => number {
  let began: number | undefined;
  return () => {
    if (began === undefined) {
      began = performance.now();
      setImmediate(() => (began = undefined));
    }
    return performance.now() - began;
  };
}

const leave = (request: FastifyRequest): void => request.leaveGate?.();

function turnAway(reply: FastifyReply): FastifyReply {
  return fail(reply.header('retry-after', RETRY_AFTER), 503, 'OVERLOADED', 'the server is busy; try again in a moment');
}
