/** Finds candidates of duplicates by an index: some of each key, however many there are. */
import type Database from 'better-sqlite3';
import type { AlikeKey, Fetch } from '../../model/changeset/known.js';
import { fieldOf, shapeOf } from '../../model/graph.js';
import { partsTableOf, quoted, RETRACTED, snake, tableOf, wordsTableOf } from './names.js';

type Alike = Extract<Fetch, { fetch: 'alike' }>;
type Parameters = readonly (string | number)[];

/** A run of retracted or withheld ones is passed over only so far. */
const LOOKED_AT = 4;

export class AlikeFinder {
  readonly #statements = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {}

  /** Pairs (place of the key, id). */
  find({ record, keys, limit, neighbours }: Alike, forReaders: boolean): (readonly [string, string])[] {
    return keys.flatMap((key, place) => {
      const most = key.by === 'order' ? neighbours : limit;
      const found = new Set(
        queriesOf(record, key, most * LOOKED_AT).flatMap(({ sql, parameters }) => {
          const shown = `SELECT r."id" FROM (${sql}) f CROSS JOIN ${quoted(tableOf(record))} r ON r."num" = f."num" WHERE r.${quoted(RETRACTED)} = 0${forReaders ? ' AND r."withheld" = 0' : ''} LIMIT ${most}`;
          return this.#statement(shown).all(...parameters) as string[];
        }),
      );
      return [...found].map((id) => [String(place), id] as const);
    });
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql).pluck()));
    return statement;
  }
}

function queriesOf(record: Alike['record'], key: AlikeKey, limit: number): { sql: string; parameters: Parameters }[] {
  switch (key.by) {
    case 'order': {
      const table = quoted(tableOf(record));
      const text = quoted(`${snake(nameOf(record))}_folded`);
      const side = (operator: string, direction: string) =>
        `SELECT "num" FROM ${table} WHERE ${text} ${operator} ? ORDER BY ${text} ${direction}, "id" ${direction} LIMIT ${limit}`;
      return [side('>=', 'ASC'), side('<', 'DESC')].map((sql) => ({ sql, parameters: [key.folded] }));
    }
    case 'words': {
      const index = quoted(wordsTableOf(record));
      // Words are letters and digits: no syntax.
      const query = key.words.map((word) => `"${word}"`).join(' AND ');
      return [{ sql: `SELECT rowid AS "num" FROM ${index} WHERE ${index} MATCH ? LIMIT ${limit}`, parameters: [query] }];
    }
    case 'digest':
      return [{ sql: `SELECT "num" FROM ${quoted(tableOf(record))} WHERE "digest" = ? LIMIT ${limit}`, parameters: [key.digest] }];
    case 'identifier':
      return [
        {
          sql: `SELECT "owner" AS "num" FROM ${quoted(partsTableOf(record, 'identifiers'))} WHERE "value" = ? AND "scheme" = ? LIMIT ${limit}`,
          parameters: [key.value, key.scheme],
        },
      ];
  }
}

/** The field that the record is named by, which its lists can be ordered by. */
const nameOf = (record: Alike['record']): string => fieldOf(record, record === 'Source' ? 'title' : shapeOf(record).order.field).name;
