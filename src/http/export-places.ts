/** Exports hold a place until their reader has them: so many of one caller, and none for a reader that takes nothing. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from './failures.js';
import { shareOfRequest, Shares } from './shares.js';

interface ExportSettings {
  /** Exports of one caller. */
  readonly exportsPerCallerMax: number;
  /** Milliseconds. */
  readonly exportIdleTimeout: number;
}

/** Seconds after which a turned away client may try again. */
const RETRY_AFTER = '5';

/** A hook that answers for a caller who has all exports that one caller may have. Places in all are the queue's (operations/admission.ts). */
export function exportPlaces({ exportsPerCallerMax }: ExportSettings) {
  const shares = new Shares(Infinity, exportsPerCallerMax);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const place = shares.take(shareOfRequest(request));
    if (typeof place === 'string')
      return fail(
        reply.header('retry-after', RETRY_AFTER),
        429,
        'TOO_MANY_REQUESTS',
        `more than ${exportsPerCallerMax} exports of one caller at once (CLAIMGRAPH_EXPORTS_PER_CALLER_MAX)`,
      );
    if (reply.raw.destroyed) place.leave();
    else reply.raw.once('close', place.leave);
    return undefined;
  };
}

/** Bytes that are sent together: a reader that takes fewer than these in the time that it has is idle. */
const PIECE = 16 * 1024;

/** How often it is looked at whether a reader takes what it is sent, in a part of the time that it may take nothing. */
const LOOKS = 4;

/**
 * The bytes in pieces, cut off when their reader has taken none for so many milliseconds. While nothing waits to be
 * sent it is the store that is slow, and not the reader.
 */
export function sentWhileTaken(bytes: AsyncIterable<Uint8Array>, { raw }: Pick<FastifyReply, 'raw'>, idleTimeout: number): Readable {
  let sent = 0;
  const pieces = async function* () {
    for await (const chunk of bytes)
      for (let start = 0; start < chunk.length; start += PIECE) {
        sent++;
        yield chunk.subarray(start, start + PIECE);
      }
  };
  let before = '';
  let idleLooks = 0;
  // Counted in looks, not by the clock: while the server itself is held up, nobody can take anything.
  const looking = setInterval(() => {
    const state = `${sent} ${raw.writableLength}`;
    idleLooks = raw.writableLength > 0 && state === before ? idleLooks + 1 : 0;
    before = state;
    if (idleLooks >= LOOKS) raw.destroy();
  }, idleTimeout / LOOKS).unref();
  raw.once('close', () => clearInterval(looking));
  return Readable.from(pieces(), { objectMode: false, highWaterMark: PIECE });
}
