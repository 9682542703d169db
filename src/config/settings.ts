/**
 * Every setting: its name in the environment and on the command line, unit, default and why. The
 * parser, --help and docs/configuration.md are made from this one table.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ACCESS } from './access.js';
import { EMBEDDINGS } from './embeddings.js';
import { EXCHANGE } from './exchange.js';
import { LIMITS } from './limits.js';
import { SERVING } from './serving.js';
import { commaSeparated, count, DAY, text, yesNo, type SettingDefinition } from './setting.js';
import { parseStoreName } from './store-name.js';

const storeName = z.string().transform((given, context) => {
  const parsed = parseStoreName(given);
  if ('name' in parsed) return parsed.name;
  context.addIssue({ code: 'custom', message: parsed.refused });
  return z.NEVER;
});

const TABLE = {
  store: {
    variable: 'CLAIMGRAPH_STORE',
    flag: 'store',
    fallback: './data/claimgraph.db',
    form: storeName,
    expected: 'a file name such as ./graph.db, or an address such as neo4j://localhost:7687',
    about:
      'The SQLite file that holds the graph, or the address of a Neo4j: neo4j://host:7687 (a cluster) or bolt://host:7687 (one server).',
  },
  host: {
    variable: 'CLAIMGRAPH_HOST',
    flag: 'host',
    fallback: '127.0.0.1',
    form: text,
    expected: 'an address',
    about:
      'The address to listen on. To listen on an address that other machines can reach, configure access first: a token, an OpenID provider or CLAIMGRAPH_ANONYMOUS_ROLE.',
  },
  port: {
    variable: 'CLAIMGRAPH_PORT',
    flag: 'port',
    fallback: '4000',
    form: count(0, 65_535),
    expected: '0 to 65535',
    about: 'The port to listen on. 0 selects a free port.',
  },
  corsOrigins: {
    variable: 'CLAIMGRAPH_CORS_ORIGINS',
    flag: 'cors-origins',
    fallback: '',
    form: commaSeparated.pipe(z.array(z.union([z.literal('*'), z.url({ protocol: /^https?$/ })]))),
    expected: 'origins such as https://example.org, separated by commas, or *',
    about: 'Web origins whose pages may call the API. None by default.',
  },
  ...ACCESS,
  ...LIMITS,
  ...SERVING,
  ...EXCHANGE,
  ...EMBEDDINGS,
  publicUrl: {
    variable: 'CLAIMGRAPH_PUBLIC_URL',
    flag: 'public-url',
    fallback: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))]),
    expected: 'an address such as https://claims.example.org',
    about:
      'The public address of this graph, used in links to exports and to the reconciliation service and in the names of records in RDF. Defaults to the requested address or to http://localhost:4000.',
  },
  pageSizeDefault: {
    variable: 'CLAIMGRAPH_PAGE_SIZE_DEFAULT',
    flag: 'page-size-default',
    unit: 'records',
    fallback: '20',
    form: count(1, 1_000),
    expected: '1 to 1000',
    about: 'Page size if neither first nor last is given.',
  },
  pageSizeMax: {
    variable: 'CLAIMGRAPH_PAGE_SIZE_MAX',
    flag: 'page-size-max',
    unit: 'records',
    fallback: '100',
    form: count(1, 10_000),
    expected: '1 to 10000',
    about: 'Maximum page size.',
  },
  requestTimeout: {
    variable: 'CLAIMGRAPH_REQUEST_TIMEOUT',
    flag: 'request-timeout',
    unit: 'milliseconds',
    fallback: '10000',
    form: count(10, DAY),
    expected: `10 to ${DAY}`,
    about: 'Maximum time for executing a request. A request that takes longer is ended with an error.',
  },
  stopTimeout: {
    variable: 'CLAIMGRAPH_STOP_TIMEOUT',
    flag: 'stop-timeout',
    unit: 'milliseconds',
    fallback: '10000',
    form: count(0, DAY),
    expected: `0 to ${DAY}`,
    about: 'Maximum time that a stopping server waits for running requests.',
  },
  busyTimeout: {
    variable: 'CLAIMGRAPH_BUSY_TIMEOUT',
    flag: 'busy-timeout',
    unit: 'milliseconds',
    fallback: '5000',
    form: count(0, DAY),
    expected: `0 to ${DAY}`,
    about: 'Maximum time that a write waits for the write of another process.',
  },
  neo4jUser: {
    variable: 'CLAIMGRAPH_NEO4J_USER',
    flag: 'neo4j-user',
    fallback: 'neo4j',
    form: z.string(),
    expected: 'a user name, or nothing where the database asks for none',
    about: 'The user of the Neo4j database.',
  },
  neo4jPassword: {
    variable: 'CLAIMGRAPH_NEO4J_PASSWORD',
    flag: 'neo4j-password',
    fallback: '',
    form: z.string(),
    expected: 'a password',
    about: 'The password of that user.',
  },
  neo4jPasswordFile: {
    variable: 'CLAIMGRAPH_NEO4J_PASSWORD_FILE',
    flag: 'neo4j-password-file',
    fallback: '',
    form: z.string(),
    expected: 'the name of a file that can be read',
    about: 'A file that holds "user/password" or only the password, such as a Docker secret. It takes precedence over both.',
  },
  neo4jDatabase: {
    variable: 'CLAIMGRAPH_NEO4J_DATABASE',
    flag: 'neo4j-database',
    fallback: 'neo4j',
    form: text,
    expected: 'a name',
    about: 'The name of the database in that Neo4j.',
  },
  neo4jPoolSize: {
    variable: 'CLAIMGRAPH_NEO4J_POOL_SIZE',
    flag: 'neo4j-pool-size',
    unit: 'connections',
    fallback: '16',
    form: count(1, 1_000),
    expected: '1 to 1000',
    about: 'Maximum connections to the database. Use two to four times the number of its cores.',
  },
  neo4jWriteTimeout: {
    variable: 'CLAIMGRAPH_NEO4J_WRITE_TIMEOUT',
    flag: 'neo4j-write-timeout',
    unit: 'milliseconds',
    fallback: '120000',
    form: count(100, DAY),
    expected: `100 to ${DAY}`,
    about: 'Maximum time for a write to Neo4j. A write that waits behind others is refused after twice this time.',
  },
  introspection: {
    variable: 'CLAIMGRAPH_INTROSPECTION',
    flag: 'introspection',
    fallback: 'true',
    form: yesNo,
    expected: 'true or false',
    about: 'Whether clients can query the schema. The playground needs this.',
  },
  recordedBy: {
    variable: 'CLAIMGRAPH_RECORDED_BY',
    flag: 'recorded-by',
    fallback: 'anonymous',
    form: text,
    expected: 'a name',
    about: 'The author recorded for writes without a token.',
  },
  tracesEndpoint: {
    variable: 'CLAIMGRAPH_TRACES_ENDPOINT',
    flag: 'traces-endpoint',
    fallback: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    expected: 'an address such as http://localhost:4318/v1/traces',
    about: 'The address to which traces are sent, in the OpenTelemetry protocol over HTTP. By default, no traces are sent.',
  },
  logLevel: {
    variable: 'CLAIMGRAPH_LOG_LEVEL',
    flag: 'log-level',
    fallback: 'warn',
    form: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    expected: 'trace, debug, info, warn, error, fatal or silent',
    about: 'The log level.',
  },
} satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof TABLE;
export type Settings = { readonly [Name in SettingName]: z.output<(typeof TABLE)[Name]['form']> };
export const SETTINGS: Readonly<Record<SettingName, SettingDefinition>> = TABLE;
export const SETTING_NAMES = Object.keys(TABLE) as SettingName[];

/** A setting with a value it cannot have; the message is one clear line. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Settings from flags (by setting name), else the environment, else defaults. Throws SettingError. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Partial<Record<SettingName, string>>> = {},
): Settings {
  const entries = SETTING_NAMES.map((name) => {
    const { variable, flag, fallback, form, expected } = SETTINGS[name];
    const fromFlag = flags[name];
    const given = fromFlag ?? environment[variable] ?? fallback;
    const parsed = form.safeParse(given);
    if (parsed.success) return [name, parsed.data];
    const what = `${fromFlag === undefined ? variable : `--${flag}`} is "${given}"`;
    const why = parsed.error.issues.find(({ code }) => code === 'custom')?.message;
    throw new SettingError(why === undefined ? `${what}; it takes ${expected}` : `${what}: ${why}`);
  });
  const settings = Object.fromEntries(entries) as Settings;
  if (settings.pageSizeDefault > settings.pageSizeMax) {
    throw new SettingError(
      `${SETTINGS.pageSizeDefault.variable} is ${settings.pageSizeDefault}, more than ${SETTINGS.pageSizeMax.variable} (${settings.pageSizeMax})`,
    );
  }
  refuseHalf(settings);
  return withPasswordFile(settings);
}

/** The name of a store that an option gives. Throws SettingError. */
export function readStoreName(option: string, given: string): string {
  const parsed = storeName.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingError(`${option} is "${given}": ${parsed.error.issues[0]!.message}`);
}

/** An issuer without an audience would take tokens that were made for somebody else. */
function refuseHalf(settings: Settings): void {
  const names = ['jwtIssuer', 'jwtAudience', 'jwtJwks'] as const;
  const missing = names.filter((name) => settings[name] === '');
  if (missing.length === 0 || missing.length === names.length) return;
  throw new SettingError(`${missing.map((name) => SETTINGS[name].variable).join(' and ')} must be given too: all three, or none`);
}

/** Neo4j's own form of a secret is user/password on one line. */
function withPasswordFile(settings: Settings): Settings {
  if (settings.neo4jPasswordFile === '') return settings;
  let secret: string;
  try {
    secret = readFileSync(settings.neo4jPasswordFile, 'utf8').trim();
  } catch {
    throw new SettingError(
      `${SETTINGS.neo4jPasswordFile.variable} is "${settings.neo4jPasswordFile}"; it takes ${SETTINGS.neo4jPasswordFile.expected}`,
    );
  }
  const slash = secret.indexOf('/');
  return slash === -1
    ? { ...settings, neo4jPassword: secret }
    : { ...settings, neo4jUser: secret.slice(0, slash), neo4jPassword: secret.slice(slash + 1) };
}
