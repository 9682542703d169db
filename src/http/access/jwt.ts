/** JSON Web Tokens of an OpenID provider (RFC 7519, RFC 8725): issuer, audience and algorithms are fixed beforehand, keys come from its JWKS. */
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { ROLES, type Role } from '../../model/roles.js';
import type { Caller } from './caller.js';

export interface JwtSettings {
  readonly jwtIssuer: string;
  readonly jwtAudience: string;
  readonly jwtJwks: string;
  readonly jwtAlgorithms: readonly string[];
  readonly jwtRoleClaim: string;
  readonly jwtNameClaim: string;
  /** Of tokens that name none. */
  readonly jwtDefaultRole: Role | 'none';
  /** Seconds by which clocks may differ. */
  readonly jwtClockTolerance: number;
}

/** Verifies a token; undefined: it is not to be trusted. Throws where the provider's keys cannot be had. */
export type VerifyJwt = (text: string) => Promise<Caller | undefined>;

export function jwtVerifier(settings: JwtSettings): VerifyJwt {
  const keys = createRemoteJWKSet(new URL(settings.jwtJwks), { cooldownDuration: 30_000, timeoutDuration: 5_000 });
  const options = {
    issuer: settings.jwtIssuer,
    audience: settings.jwtAudience,
    algorithms: [...settings.jwtAlgorithms],
    clockTolerance: settings.jwtClockTolerance,
    requiredClaims: ['exp', 'sub'],
  };
  return async (text) => {
    try {
      return shareOfRequest((await jwtVerify(text, keys, options)).payload, settings);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      return undefined;
    }
  };
}

/** What goes wrong on the way to the provider, and is not the token's fault. */
const isUnavailable = (error: unknown): boolean => {
  const { code } = error as { code?: string };
  return code === undefined || code === 'ERR_JWKS_TIMEOUT' || !code.startsWith('ERR_J');
};

function shareOfRequest(payload: JWTPayload, { jwtRoleClaim, jwtNameClaim, jwtDefaultRole }: JwtSettings): Caller | undefined {
  const given = claimAt(payload, jwtRoleClaim);
  const named: readonly unknown[] = Array.isArray(given) ? given : [given];
  // Of several, the one that may do most.
  const role = ROLES.findLast((each) => named.includes(each)) ?? (jwtDefaultRole === 'none' ? undefined : jwtDefaultRole);
  const name = claimAt(payload, jwtNameClaim);
  return role && { role, name: (typeof name === 'string' && name.trim() !== '' ? name : payload.sub)?.slice(0, 200) };
}

/** `realm_access.roles` is a claim within a claim. A name with dots of its own wins. */
function claimAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  let value: unknown = payload;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
