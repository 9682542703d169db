/**
 * Whether a file holds claimgraph's tables and nothing else. A trigger or view of somebody else's would run
 * with every write and read, so that the schema is compared to the letter before anything is read by it.
 */
import Database from 'better-sqlite3';
import { logSchemaOf } from './formats.js';
import { baseSchema, projectionSchema } from './schema.js';

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** What SQLite itself makes: to number rows, and for its planner. */
const SQLITES_OWN: ReadonlySet<string> = new Set(['table sqlite_sequence', 'table sqlite_stat1', 'table sqlite_stat4']);

const known = new Map<string, ReadonlyMap<string, string>>();

/** What of a database's schema is not as this version of claimgraph makes it, in words; empty when all is. */
export function foreignSchema(database: Database.Database): string[] {
  return differences(
    schemaOf(database),
    expected('whole', () => baseSchema() + projectionSchema()),
  );
}

/** The same of the tables of the log alone, which are the same in every model of a format. */
export function foreignLog(database: Database.Database, format: number): string[] {
  const log = expected(`log ${format}`, () => logSchemaOf(format));
  return differences(new Map([...schemaOf(database)].filter(([name]) => log.has(name))), log);
}

function differences(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  return [
    ...[...found].flatMap(([name, sql]) =>
      wanted.get(name) === sql ? [] : [wanted.has(name) ? `the ${name} is not claimgraph's` : `the ${name} is not claimgraph's`],
    ),
    ...[...wanted.keys()].flatMap((name) => (found.has(name) ? [] : [`the ${name} is missing`])),
  ];
}

/** What a fresh database holds; the same text is made into one once a thread. */
function expected(name: string, schema: () => string): ReadonlyMap<string, string> {
  let wanted = known.get(name);
  if (!wanted) {
    const fresh = new Database(':memory:');
    fresh.exec(schema());
    known.set(name, (wanted = schemaOf(fresh)));
    fresh.close();
  }
  return wanted;
}

function schemaOf(database: Database.Database): Map<string, string> {
  const rows = database.prepare('SELECT "type", "name", "sql" FROM sqlite_master').all() as SchemaRow[];
  return new Map(
    rows.flatMap(({ type, name, sql }) => {
      // An index without a text is that of a UNIQUE in its table's text.
      const isSqlites = SQLITES_OWN.has(`${type} ${name}`) || (type === 'index' && sql === null);
      return isSqlites ? [] : [[`${type} ${name}`, sql ?? '']];
    }),
  );
}
