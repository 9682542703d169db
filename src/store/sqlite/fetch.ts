/** Answers the questions of the resolver, inside the writing transaction, and of analyses: each one statement. */
import type Database from 'better-sqlite3';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { RecordName } from '../../model/definition.js';
import { edgeOf } from '../../model/graph.js';
import { columnOf, partsTableOf, quoted, tableOf } from './names.js';
import { storedRecord, type VersionRow } from './versions.js';

/** The lists that chains go through: whose they are, what they are called, what their parts refer to. */
const HOLDERS = { relays: ['Citation', 'relayParts', 'citation'], derivations: ['Source', 'derivations', 'source'] } as const;

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
      case 'referring':
        return { records: this.#referring(wanted) };
      case 'holding':
        return { records: this.#holding(wanted) };
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

  #records(record: RecordName, column: string, values: readonly string[]): ReturnType<typeof storedRecord>[] {
    return values.length === 0 ? [] : this.#current(record, `r.${column} IN (SELECT "value" FROM json_each(?))`, undefined, values);
  }

  #referring({ record, reference, ids, limit, also }: Extract<Fetch, { fetch: 'referring' }>): ReturnType<typeof storedRecord>[] {
    const numbers = (name: string, given: string) => {
      const edge = edgeOf(record, name);
      if (edge.kind !== 'reference') throw new Error(`${record}.${name} is no reference`);
      return `r.${quoted(columnOf('', name))} IN (SELECT "num" FROM ${quoted(tableOf(edge.to))} WHERE "id" IN (SELECT "value" FROM json_each(${given})))`;
    };
    const conditions = [numbers(reference, '?'), ...(also ? [numbers(also.reference, '?')] : [])];
    return this.#current(record, conditions.join(' AND '), limit, ids, ...(also ? [[also.id]] : []));
  }

  #holding({ list, ids, limit }: Extract<Fetch, { fetch: 'holding' }>): ReturnType<typeof storedRecord>[] {
    const [record, parts, reference] = HOLDERS[list];
    const target = `(SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" IN (SELECT "value" FROM json_each(?)))`;
    const owners = `r."num" IN (SELECT "owner" FROM ${quoted(partsTableOf(record, parts))} WHERE ${quoted(columnOf('', reference))} IN ${target})`;
    return this.#current(record, owners, limit, ids);
  }

  /** Current versions. CROSS JOIN keeps the planner from beginning at all versions of the kind. */
  #current(
    record: RecordName,
    condition: string,
    limit: number | undefined,
    ...values: (readonly string[])[]
  ): ReturnType<typeof storedRecord>[] {
    const rows = this.#all(
      `SELECT v.* FROM ${quoted(tableOf(record))} r CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."version" = r."version" WHERE ${condition} LIMIT ${limit ?? -1}`,
      ...values,
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

  #all(sql: string, ...values: (readonly string[])[]): unknown[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement.all(...values.map((each) => JSON.stringify(each)));
  }
}
