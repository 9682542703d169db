/** From a request's headers to its caller, before anything else is looked at. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isAtLeast, type Role } from '../../model/roles.js';
import { fail } from '../failures.js';
import type { Caller } from './caller.js';
import { jwtVerifier, type JwtSettings } from './jwt.js';
import { hasTokens, TokenFile } from './tokens.js';
import type { SlowedFinder } from './wrong-tokens.js';

export interface AccessSettings extends JwtSettings {
  readonly anonymousRole: Role | 'none' | '';
  readonly tokensFile: string;
  readonly recordedBy: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined on routes for anybody. */
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** The least role that may ask here; a route that does not say is for readers. */
    role?: Role | 'anybody';
    /** Requests to the route that are for anybody all the same. */
    isOpen?: (request: FastifyRequest) => boolean;
  }
}

/** Whether somebody has said who may do what. Where nobody has, anybody may do everything, and only this machine may ask. */
export const isAccessConfigured = ({ anonymousRole, tokensFile, jwtIssuer }: AccessSettings): boolean =>
  anonymousRole !== '' || jwtIssuer !== '' || hasTokens(tokensFile);

/** Of routes that give out nothing of the graph and cost next to nothing. */
export const ANYBODY = { role: 'anybody' } as const;

const EVERYTHING: Caller = { role: 'admin' };

/** Nobody who may ask: the status, and what is said. */
export class CallerRefused extends Error {
  override readonly name = 'CallerRefused';
  constructor(
    readonly status: 401 | 429 | 503,
    readonly code: 'UNAUTHENTICATED' | 'TOO_MANY_REQUESTS' | 'UNAVAILABLE',
    message: string,
    readonly more: RefusalDetails = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
  }
}

interface RefusalDetails {
  /** RFC 6750, section 3: what stands in the challenge beside the realm. */
  readonly challenge?: string;
  /** Seconds after which it makes sense to ask again. */
  readonly retryAfter?: number;
  /** What went wrong here: the operator's to see. */
  readonly cause?: unknown;
}

/** Finds who asks by an Authorization header; throws CallerRefused. */
export type CallerFinder = (authorization: string | undefined) => Promise<Caller>;

export function callerFinder(settings: AccessSettings): CallerFinder {
  const tokens = new TokenFile(settings.tokensFile);
  const verifyJwt = settings.jwtIssuer === '' ? undefined : jwtVerifier(settings);
  let isConfigured = isAccessConfigured(settings);
  const anonymous = (): Caller | undefined => {
    if (settings.anonymousRole === 'none') return undefined;
    if (settings.anonymousRole !== '') return { role: settings.anonymousRole, name: settings.recordedBy, isAnonymous: true };
    // It stays so when the file of tokens goes away: that must not open what was closed.
    isConfigured ||= tokens.hasAny();
    return isConfigured ? undefined : { ...EVERYTHING, name: settings.recordedBy, isAnonymous: true };
  };
  const bearerOf = async (bearer: string): Promise<Caller | undefined> => {
    const token = await checked(() => tokens.inForce(bearer));
    if (token) return { role: token.role, name: token.name };
    return checked(async () => verifyJwt?.(bearer));
  };
  return async (authorization) => {
    if (authorization === undefined) {
      const caller = await checked(anonymous);
      if (caller) return caller;
      throw new CallerRefused(401, 'UNAUTHENTICATED', 'a token is required: send Authorization: Bearer TOKEN');
    }
    const bearer = /^Bearer +([\w.~+/=-]{1,8000})$/i.exec(authorization)?.[1];
    if (bearer === undefined)
      throw new CallerRefused(401, 'UNAUTHENTICATED', 'the Authorization header is not a bearer token', {
        challenge: 'error="invalid_request"',
      });
    const caller = await bearerOf(bearer);
    if (caller) return caller;
    throw new CallerRefused(401, 'UNAUTHENTICATED', 'the token is unknown or expired', { challenge: 'error="invalid_token"' });
  };
}

/** What cannot be looked up now, a damaged file of tokens or the keys of a provider that is away, lets nobody in. */
async function checked<T>(look: () => T | Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (cause) {
    throw new CallerRefused(503, 'UNAVAILABLE', 'your identity cannot be checked now; try again', { cause, retryAfter: 5 });
  }
}

/** Guards every route that does not say that it is for anybody. */
export function authenticate(server: FastifyInstance, findCaller: SlowedFinder): void {
  server.decorateRequest('caller');
  server.addHook('onRequest', async (request, reply) => {
    const { role: needed = 'reader', isOpen } = request.routeOptions.config;
    if (needed === 'anybody' || isOpen?.(request) || request.is404) return undefined;
    let caller: Caller;
    try {
      caller = await findCaller(request.headers.authorization, request.ip);
    } catch (error) {
      if (!(error instanceof CallerRefused)) throw error;
      return refuse(reply, error);
    }
    if (!isAtLeast(caller.role, needed)) return fail(reply, 403, 'FORBIDDEN', `this requires the role ${needed}; yours is ${caller.role}`);
    request.caller = caller;
    return undefined;
  });
}

/** Milliseconds for which the same failure is told no more: it is one, however many ask meanwhile. */
const TOLD_FOR = 60_000;

/** Lets the operator hear why nobody can be checked. */
export function reporting(find: CallerFinder, report: (cause: unknown) => void): CallerFinder {
  let last: { readonly message: string; readonly at: number } | undefined;
  return async (authorization) => {
    try {
      return await find(authorization);
    } catch (error) {
      const cause = error instanceof CallerRefused ? error.cause : undefined;
      const now = performance.now();
      if (cause !== undefined && (last?.message !== (cause as Error).message || now - last.at > TOLD_FOR)) {
        last = { message: (cause as Error).message, at: now };
        report(cause);
      }
      throw error;
    }
  };
}

function refuse(reply: FastifyReply, { status, code, message, more: { challenge, retryAfter } }: CallerRefused): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  else reply.header('www-authenticate', `Bearer realm="claimgraph"${challenge === undefined ? '' : `, ${challenge}`}`);
  return fail(reply, status, code, message);
}
