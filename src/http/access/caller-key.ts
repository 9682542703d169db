import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';

/** Whose request it is, for whatever is shared out among callers: of clients without a token, an address is a caller. */
export const callerKey = (caller: Caller | undefined, address: string): string =>
  caller?.name === undefined ? `address ${address}` : `caller ${caller.name} ${address}`;

export const callerOf = ({ caller, ip }: FastifyRequest): string => callerKey(caller, ip);
