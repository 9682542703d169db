/** Answers the resolver's questions inside the writing transaction: each one statement. */
import type Database from 'better-sqlite3';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { RecordName } from '../../model/definition.js';
import { quoted, tableOf } from './names.js';
import { storedRecord, type VersionRow } from './versions.js';

export class Fetcher {
  readonly #statements = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {}

  fetch(wanted: Fetch): Fetched {
    switch (wanted.fetch) {
      case 'records':
        return {
          records: [...this.#records(wanted.record, '"id"', wanted.ids), ...this.#records(wanted.record, '"key"', wanted.keys)],
        };
      case 'sourcesByUrl':
        return { records: this.#records('Source', '"canonical_url"', wanted.canonicalUrls) };
      case 'linksFrom':
        return { records: this.#records('ClaimLink', '"from"', wanted.claims, 'claim') };
      case 'citationsOf':
        return { records: this.#records('Citation', '"source"', wanted.sources, 'source') };
      case 'texts':
        return {
          texts: new Map(
            (
              this.#all(
                'SELECT "digest", "text" FROM "source_text" WHERE "digest" IN (SELECT "value" FROM json_each(?))',
                wanted.digests,
              ) as { digest: string; text: string }[]
            ).map(({ digest, text }) => [digest, text]),
          ),
        };
      case 'reachable':
        return { pairs: this.#reachable(wanted.list, wanted.from) };
    }
  }

  /** Current versions of the records whose column has one of the values; through the id of another record where one is named. */
  #records(record: RecordName, column: string, values: readonly string[], through?: string): ReturnType<typeof storedRecord>[] {
    if (values.length === 0) return [];
    const given = '(SELECT "value" FROM json_each(?))';
    const matching = through ? `(SELECT "num" FROM ${quoted(through)} WHERE "id" IN ${given})` : given;
    const rows = this.#all(
      `SELECT v.* FROM ${quoted(tableOf(record))} r JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."version" = r."version" WHERE r.${column} IN ${matching}`,
      values,
    );
    return (rows as VersionRow[]).map(storedRecord);
  }

  #reachable(list: 'relays' | 'derivations', from: readonly string[]): (readonly [string, string])[] {
    const [record, table, column] =
      list === 'relays'
        ? (['citation', 'citation_relay_parts', 'citation'] as const)
        : (['source', 'source_derivations', 'source'] as const);
    return (
      this.#all(
        `WITH RECURSIVE reached(num) AS (
           SELECT "num" FROM "${record}" WHERE "id" IN (SELECT "value" FROM json_each(?))
           UNION SELECT p."${column}" FROM reached CROSS JOIN "${table}" p ON p."owner" = reached.num)
         SELECT a."id" AS "from", b."id" AS "to" FROM reached
           CROSS JOIN "${table}" p ON p."owner" = reached.num JOIN "${record}" a ON a."num" = reached.num JOIN "${record}" b ON b."num" = p."${column}"`,
        from,
      ) as { from: string; to: string }[]
    ).map(({ from: a, to: b }) => [a, b] as const);
  }

  #all(sql: string, values: readonly string[]): unknown[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement.all(JSON.stringify(values));
  }
}
