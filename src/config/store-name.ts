/** What the name of a store stands for: a SQLite file, or the address of a Neo4j. Anything else is refused. */
import { statSync } from 'node:fs';
import damerauLevenshtein from 'damerau-levenshtein';
import { isSqlite } from '../model/sqlite-file.js';

export type StoreName =
  | { readonly kind: 'sqlite'; readonly name: string }
  /** The scheme in lower case, as drivers want it. */
  | { readonly kind: 'neo4j'; readonly name: string };

export interface StoreNameRefusal {
  /** What is wrong with the name, and what may have been meant. */
  readonly refused: string;
}

const SCHEMES = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];
const HOW = 'name a file with its extension or folder (./graph.db), or a Neo4j (neo4j://localhost:7687)';
/** Letters by which a scheme may differ from the one that was meant. */
const TYPOS_MAX = 2;

/** Looks at the file system only to tell a folder, or a file that is there, from a word. */
export function parseStoreName(given: string): StoreName | StoreNameRefusal {
  const name = given.trim();
  if (name === '') return refused('it is empty', HOW);
  if (/\p{Cc}/u.test(name)) return refused('it holds a control character', HOW);
  // One letter before a colon is a drive of Windows.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(name)?.[1]!.toLowerCase();
  return scheme === undefined ? parseFile(name) : parseAddress(name, scheme);
}

function parseAddress(name: string, scheme: string): StoreName | StoreNameRefusal {
  const rest = name.slice(scheme.length + 1);
  if (/^\d+$/.test(rest)) return refused('it has no scheme', `did you mean neo4j://${name}?`);
  if (scheme === 'file' || scheme === 'sqlite' || scheme === 'sqlite3')
    return refused('a file is named without a scheme', `did you mean ${rest.replace(/^\/\/(?=\/|\.|[^/]+$)/, '') || './graph.db'}?`);
  if (scheme === 'http' || scheme === 'https')
    return refused('Neo4j is reached over Bolt, not over HTTP', `did you mean neo4j://${hostOf(rest) || 'localhost'}:7687?`);
  const host = rest.replace(/^\/*/, '');
  if (!SCHEMES.includes(scheme)) {
    const meant = nearestScheme(scheme);
    return refused(
      `no store has the scheme ${scheme}:`,
      meant === undefined ? HOW : `did you mean ${meant}://${host || 'localhost:7687'}?`,
    );
  }
  if (!/^\/\/[^/]/.test(rest))
    return refused('an address has two slashes and a host', `did you mean ${scheme}://${host || 'localhost:7687'}?`);
  if (!URL.canParse(name)) return refused('it is not an address', `an address looks like ${scheme}://localhost:7687`);
  const { hostname, host: hostAndPort, username, password, pathname, search, hash } = new URL(name);
  if (hostname === '') return refused('the address has no host', `did you mean ${scheme}://localhost:7687?`);
  if (username !== '' || password !== '')
    return refused(
      'user and password do not belong in the address',
      'give them as CLAIMGRAPH_NEO4J_USER and CLAIMGRAPH_NEO4J_PASSWORD, or CLAIMGRAPH_NEO4J_PASSWORD_FILE',
    );
  if (pathname !== '' && pathname !== '/')
    return refused(
      'an address ends with its port',
      `did you mean ${scheme}://${hostAndPort}, and CLAIMGRAPH_NEO4J_DATABASE=${pathname.slice(1)}?`,
    );
  if (hash !== '') return refused('an address has no fragment', `did you mean ${scheme}://${hostAndPort}?`);
  return { kind: 'neo4j', name: `${scheme}://${hostAndPort}${search}` };
}

function parseFile(name: string): StoreName | StoreNameRefusal {
  const found = statSync(name, { throwIfNoEntry: false });
  if (found?.isDirectory() || /[/\\]$/.test(name) || /(^|[/\\])\.{1,2}$/.test(name))
    return refused('it is a folder', `did you mean ${name.replace(/[/\\]+$/, '') || ''}/claimgraph.db?`);
  if (found && !found.isFile()) return refused('it is not a regular file', HOW);
  if (name === ':memory:') return refused('a store must be a file on disk', HOW);
  if (/[/\\]/.test(name) || /[^.]\.[a-z]\w*$/i.test(name) || (found && isSqlite(name))) return { kind: 'sqlite', name };
  const meant = nearestScheme(name.toLowerCase());
  return refused(
    'it is a bare word',
    meant === undefined
      ? /:\d+$/.test(name)
        ? `did you mean neo4j://${name}?`
        : `did you mean the file ./${name}, or a Neo4j (neo4j://localhost:7687)?`
      : `did you mean ${meant}://localhost:7687, or the file ./${name}?`,
  );
}

function nearestScheme(scheme: string): string | undefined {
  const near = SCHEMES.map((each) => ({ each, ...damerauLevenshtein(scheme, each) })).sort((a, b) => a.steps - b.steps)[0]!;
  return near.steps <= Math.min(TYPOS_MAX, scheme.length - 2) ? near.each : undefined;
}

const hostOf = (rest: string): string => /^\/*(?:[^/@]*@)?([^/:?#]*)/.exec(rest)![1]!;

const refused = (what: string, hint: string): StoreNameRefusal => ({ refused: `${what}; ${hint}` });
