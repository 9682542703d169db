/** Who may ask: part of the one table of settings. */
import * as z from 'zod';
import { ROLES } from '../model/roles.js';
import { commaSeparated, count, yesNo, type SettingDefinition } from './setting.js';

/** Asymmetric ones alone: a key that checks must not be one that signs (RFC 8725, 3.1 and 3.2). */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

export const ACCESS = {
  anonymousRole: {
    variable: 'CLAIMGRAPH_ANONYMOUS_ROLE',
    flag: 'anonymous-role',
    fallback: '',
    form: z.enum(['', 'none', ...ROLES]),
    expected: `none, ${ROLES.join(', ')}, or nothing`,
    about:
      'The role of requests without a token. By default, such requests can do nothing once there are tokens or an OpenID provider. Until then they can do everything, but only from this machine.',
  },
  tokensFile: {
    variable: 'CLAIMGRAPH_TOKENS_FILE',
    flag: 'tokens-file',
    fallback: './data/tokens.json',
    form: z.string().trim().min(1),
    expected: 'a file name',
    about: 'The file of API tokens, as written by claimgraph token. The server reads it again when it changes.',
  },
  trustProxy: {
    variable: 'CLAIMGRAPH_TRUST_PROXY',
    flag: 'trust-proxy',
    fallback: '',
    form: commaSeparated.pipe(
      z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(['loopback', 'linklocal', 'uniquelocal'])])),
    ),
    expected: 'addresses or ranges such as 10.0.0.0/8, or loopback, separated by commas',
    about: 'Trusted proxies. The server believes what they say about the client address and the requested host.',
  },
  allowedHosts: {
    variable: 'CLAIMGRAPH_ALLOWED_HOSTS',
    flag: 'allowed-hosts',
    fallback: '',
    form: commaSeparated.pipe(z.array(z.union([z.literal('*'), z.hostname(), z.ipv4(), z.ipv6()]))),
    expected: 'host names such as claims.example.org, without a port, separated by commas, or *',
    about:
      'Additional host names to which the server answers. localhost, CLAIMGRAPH_HOST and the host in CLAIMGRAPH_PUBLIC_URL are always allowed, and * allows any name. If the list is empty, other names are refused if the server listens only on this machine, or if anybody may write.',
  },
  showAuthors: {
    variable: 'CLAIMGRAPH_SHOW_AUTHORS',
    flag: 'show-authors',
    fallback: 'false',
    form: yesNo,
    expected: 'true or false',
    about: 'Whether readers see the names of authors. Otherwise they see a pseudonym for each author.',
  },
  wrongTokensMax: {
    variable: 'CLAIMGRAPH_WRONG_TOKENS_MAX',
    flag: 'wrong-tokens-max',
    unit: 'tokens',
    fallback: '20',
    form: count(0, 1_000_000),
    expected: '0 to 1000000',
    about:
      'Maximum invalid tokens that one address may send per minute. Further invalid tokens are answered with 429. A valid token is always accepted. 0 sets no limit.',
  },
  documentsFile: {
    variable: 'CLAIMGRAPH_DOCUMENTS_FILE',
    flag: 'documents-file',
    fallback: '',
    form: z.string(),
    expected: 'the name of a JSON file: SHA-256 digests and their operations',
    about: 'The file of persisted operations. Clients can run them by their digest alone, without sending them first.',
  },
  documentsOnly: {
    variable: 'CLAIMGRAPH_DOCUMENTS_ONLY',
    flag: 'documents-only',
    fallback: 'false',
    form: yesNo,
    expected: 'true or false',
    about: 'Whether the server answers only the operations in that file.',
  },
  jwtIssuer: {
    variable: 'CLAIMGRAPH_JWT_ISSUER',
    flag: 'jwt-issuer',
    fallback: '',
    form: z.string(),
    expected: 'the issuer that tokens must name',
    about: 'The OpenID provider whose tokens are accepted. Set the audience and the JWKS, too.',
  },
  jwtAudience: {
    variable: 'CLAIMGRAPH_JWT_AUDIENCE',
    flag: 'jwt-audience',
    fallback: '',
    form: z.string(),
    expected: 'the audience that tokens must name',
    about: 'The audience that tokens must name: this API.',
  },
  jwtJwks: {
    variable: 'CLAIMGRAPH_JWT_JWKS',
    flag: 'jwt-jwks',
    fallback: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    expected: 'an address such as https://id.example.org/certs',
    about: "The address of the provider's public keys. They are fetched when needed and cached.",
  },
  jwtAlgorithms: {
    variable: 'CLAIMGRAPH_JWT_ALGORITHMS',
    flag: 'jwt-algorithms',
    fallback: 'RS256,ES256',
    form: commaSeparated.pipe(z.array(z.enum(ALGORITHMS)).min(1)),
    expected: `some of ${ALGORITHMS.join(', ')}, separated by commas`,
    about: 'The accepted signature algorithms.',
  },
  jwtRoleClaim: {
    variable: 'CLAIMGRAPH_JWT_ROLE_CLAIM',
    flag: 'jwt-role-claim',
    fallback: 'claimgraph_role',
    form: z.string().trim().min(1),
    expected: 'the name of a claim, with dots for one within another',
    about: 'The claim that holds the role or a list of roles. Unknown roles in the list are ignored.',
  },
  jwtNameClaim: {
    variable: 'CLAIMGRAPH_JWT_NAME_CLAIM',
    flag: 'jwt-name-claim',
    fallback: 'sub',
    form: z.string().trim().min(1),
    expected: 'the name of a claim',
    about: 'The claim that holds the name recorded on what the bearer writes.',
  },
  jwtDefaultRole: {
    variable: 'CLAIMGRAPH_JWT_DEFAULT_ROLE',
    flag: 'jwt-default-role',
    fallback: 'none',
    form: z.enum(['none', ...ROLES]),
    expected: `none, ${ROLES.join(', ')}`,
    about: 'The role of tokens that name no role.',
  },
  jwtClockTolerance: {
    variable: 'CLAIMGRAPH_JWT_CLOCK_TOLERANCE',
    flag: 'jwt-clock-tolerance',
    unit: 'seconds',
    fallback: '5',
    form: count(0, 300),
    expected: '0 to 300',
    about: "Maximum difference between the provider's clock and this one.",
  },
} satisfies Record<string, SettingDefinition>;
