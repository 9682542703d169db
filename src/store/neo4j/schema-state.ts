/** The constraints and indexes that a database has, against those that it is to have. */
import type { Session } from 'neo4j-driver';
import { schemaEntries, WORDS_ANALYZER, type SchemaEntry } from './schema.js';

interface Found {
  readonly kind: 'CONSTRAINT' | 'INDEX';
  readonly name: string;
  readonly type: string;
  readonly on: readonly string[];
  readonly properties: readonly string[];
  /** Of an index. */
  readonly state: string | null;
  readonly analyzer: string | null;
}

export interface SchemaState {
  readonly missing: readonly SchemaEntry[];
  /** Of a name that is to be, but another; or on what is claimgraph's, and not to be. */
  readonly others: readonly Pick<Found, 'kind' | 'name'>[];
  /** Indexes that do not answer, with the state they are in. */
  readonly offline: readonly { readonly name: string; readonly state: string }[];
}

export async function schemaState(session: Session): Promise<SchemaState> {
  const wanted = new Map(schemaEntries().map((entry) => [entry.name, entry]));
  const own = new Set([...wanted.values()].map(({ on }) => on));
  const found = await foundIn(session);
  const others = found.filter((each) => {
    const entry = wanted.get(each.name);
    return entry ? !isSame(each, entry) : each.on.every((on) => own.has(on));
  });
  const there = new Set(found.filter((each) => !others.includes(each)).map(({ name }) => name));
  return {
    missing: [...wanted.values()].filter(({ name }) => !there.has(name)),
    others,
    offline: found.flatMap(({ name, state }) => (wanted.has(name) && state !== null && state !== 'ONLINE' ? [{ name, state }] : [])),
  };
}

const isSame = (found: Found, { type, on, properties }: SchemaEntry): boolean =>
  // A constraint's index has its name.
  (found.type === type || (found.kind === 'INDEX' && type === 'UNIQUENESS')) &&
  found.on.join() === on &&
  found.properties.join() === properties.join() &&
  (type !== 'FULLTEXT' || found.analyzer === WORDS_ANALYZER);

async function foundIn(session: Session): Promise<Found[]> {
  const constraints = await session.run(
    "CYPHER 5 SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN 'CONSTRAINT' AS kind, name, type, labelsOrTypes AS on, properties, null AS state, null AS analyzer",
  );
  const indexes = await session.run(
    "CYPHER 5 SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, options, owningConstraint WHERE type <> 'LOOKUP' RETURN 'INDEX' AS kind, name, type, labelsOrTypes AS on, properties, state, options.indexConfig['fulltext.analyzer'] AS analyzer",
  );
  return [...constraints.records, ...indexes.records].map((row) => row.toObject() as Found);
}
