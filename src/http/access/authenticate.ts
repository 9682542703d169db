/** From a request's headers to its caller, before anything else is looked at. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isAtLeast, type Role } from '../../model/roles.js';
import { fail } from '../failures.js';
import type { Caller } from './caller.js';
import { jwtVerifier, type JwtSettings } from './jwt.js';
import { hasTokens, TokenFile } from './tokens.js';

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
export const ANYBODY = { role: 'anybody', gate: 'none' } as const;

const EVERYTHING: Caller = { role: 'admin' };

/** Guards every route that does not say that it is for anybody. */
export function authenticate(server: FastifyInstance, settings: AccessSettings): void {
  const tokens = new TokenFile(settings.tokensFile);
  const verifyJwt = settings.jwtIssuer === '' ? undefined : jwtVerifier(settings);
  const anonymous = (): Caller | undefined => {
    if (settings.anonymousRole === 'none') return undefined;
    if (settings.anonymousRole !== '') return { role: settings.anonymousRole, name: settings.recordedBy };
    return isAccessConfigured(settings) ? undefined : { ...EVERYTHING, name: settings.recordedBy };
  };
  const callerOf = async (bearer: string): Promise<Caller | undefined> => {
    const token = tokens.inForce(bearer);
    if (token) return { role: token.role, name: token.name };
    return verifyJwt?.(bearer);
  };

  server.decorateRequest('caller');
  server.addHook('onRequest', async (request, reply) => {
    const { role: needed = 'reader', isOpen } = request.routeOptions.config;
    if (needed === 'anybody' || isOpen?.(request) || request.is404) return undefined;
    const { authorization } = request.headers;
    const bearer = /^Bearer +([\w.~+/=-]{1,8000})$/i.exec(authorization ?? '')?.[1];
    if (authorization !== undefined && bearer === undefined)
      return refuse(reply, 'the authorization is no bearer token', 'error="invalid_request"');
    let caller: Caller | undefined;
    try {
      caller = bearer === undefined ? anonymous() : await callerOf(bearer);
    } catch (error) {
      request.log.error(error, 'the keys of the OpenID provider cannot be had');
      return fail(reply.header('retry-after', '5'), 503, 'UNAVAILABLE', 'who you are cannot be checked now; try again');
    }
    if (!caller)
      return bearer === undefined
        ? refuse(reply, 'a token is needed: send Authorization: Bearer TOKEN')
        : refuse(reply, 'the token is not known, or is over', 'error="invalid_token"');
    if (!isAtLeast(caller.role, needed)) return fail(reply, 403, 'FORBIDDEN', `this takes the role ${needed}; yours is ${caller.role}`);
    request.caller = caller;
    return undefined;
  });
}

/** RFC 6750, section 3. */
function refuse(reply: FastifyReply, message: string, detail?: string): FastifyReply {
  const challenge = `Bearer realm="claimgraph"${detail === undefined ? '' : `, ${detail}`}`;
  return fail(reply.header('www-authenticate', challenge), 401, 'UNAUTHENTICATED', message);
}
