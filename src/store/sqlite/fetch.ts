/** Answers the questions of the resolver, inside the writing transaction, and of analyses: each one statement. */
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import type { Deciders, Fetch, Fetched, Ownership } from '../../model/changeset/known.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { isWithholdable, SHOWN_WITH } from '../../model/withholding.js';
import type { RecordName, ShapeName } from '../../model/definition.js';
import { edgeOf, edgesOf, RECORD_NAMES } from '../../model/graph.js';
import { peerList, type PeerListName } from '../../model/peers.js';
import { OWNERSHIP } from '../../model/vocabulary.js';
import { AlikeFinder } from './alike.js';
import { columnOf, partsTableOf, quoted, RETRACTED, SINCE, statesOf, tableOf, UNTIL } from './names.js';
import { STORED_COLUMNS, storedRecord, type VersionRow } from './versions.js';

const GIVEN = '(SELECT "value" FROM json_each(?))';
const STORED = STORED_COLUMNS.map((column) => `v.${quoted(column)}`).join(', ');
const heldAt = (alias: string): string => `${alias}"${SINCE}" <= @asOf AND ${alias}"${UNTIL}" > @asOf`;

export class Fetcher {
  readonly #statements = new Map<string, Database.Statement>();
  /** Of the question that is being answered. */
  #forReaders = false;

  readonly #alike: AlikeFinder;

  constructor(private readonly database: Database.Database) {
    this.#alike = new AlikeFinder(database);
  }

  /** `asOf`: the records as they were at that moment; `forReaders`: only what is not withheld from them. */
  fetch(wanted: Fetch, asOf?: number, forReaders = false): Fetched {
    this.#forReaders = forReaders;
    switch (wanted.fetch) {
      case 'records': {
        const named = (column: string, values: readonly string[]) => this.#named(wanted.record, column, values, asOf);
        return { records: [...named('id', wanted.ids), ...named('key', wanted.keys)] };
      }
      case 'sourcesByUrl':
        return {
          records: [...this.#named('Source', 'canonical_url', wanted.canonicalUrls, asOf), ...this.#copied(wanted.copies ?? [], asOf)],
        };
      case 'referring':
        return { records: this.#referring(wanted, asOf) };
      case 'holding':
        return { records: this.#holding(wanted, asOf) };
      case 'upstream':
        return { records: this.#upstream(wanted, asOf) };
      case 'owners':
        return { ownerships: this.#owners(wanted, asOf) };
      case 'merged':
        return { pairs: this.#merged(wanted.ids, asOf) };
      case 'pointing':
        return { records: RECORD_NAMES.flatMap((record) => this.#pointing(record, wanted.ids)) };
      case 'withheld':
        return { pairs: this.#withheld(wanted.record, wanted.ids, asOf) };
      case 'alike':
        return { pairs: this.#alike.find(wanted, forReaders) };
      case 'deciders':
        return { deciders: this.#deciders(wanted.record, wanted.ids) };
      case 'authors':
        return { pairs: this.#authors(wanted) };
      case 'texts':
        return { texts: this.#texts(wanted.digests) };
      case 'reachable':
        return { pairs: this.#reachable(wanted.list, wanted.from) };
    }
  }

  #upstream({ lists, kinds, from, steps, limit }: Extract<Fetch, { fetch: 'upstream' }>, asOf: number | undefined): StoredRecord[] {
    const { record } = peerList(lists[0]!);
    const held = asOf === undefined ? '' : ` AND ${heldAt('p.')}`;
    const among = kinds ? ` AND p."kind" IN (${kinds.map((kind) => `'${kind}'`).join(', ')})` : '';
    const further = lists.map(peerList).map(({ list, reference }) => {
      const [table, to] = [partsTableOf(record, list), `p.${quoted(columnOf('', reference))}`];
      return `UNION SELECT ${to}, reached.step + 1 FROM reached
        CROSS JOIN ${quoted(asOf === undefined ? table : statesOf(table))} p ON p."owner" = reached.num${among}${held}
        WHERE reached.step < ${steps}${this.#shown(record, to, asOf)}`;
    });
    const reached = `WITH RECURSIVE reached(num, step) AS (
      SELECT "num", 0 FROM ${quoted(tableOf(record))} WHERE "id" IN ${GIVEN}
      ${further.join(' ')})
      SELECT num FROM reached`;
    return this.#records(record, `r."num" IN (${reached})`, limit, asOf, from);
  }

  #owners({ ids, limit }: Extract<Fetch, { fetch: 'owners' }>, asOf: number | undefined): Ownership[] {
    const [claim, predicate] = ['claim', 'predicate'].map((table) => quoted(asOf === undefined ? table : statesOf(table)));
    const held = (alias: string) => (asOf === undefined ? '' : ` AND ${heldAt(alias)}`);
    const owning = (columns: (owner: string) => string, condition = '') =>
      Object.entries(OWNERSHIP)
        .map(([key, ownerRole]) => {
          const ownedRole = ownerRole === 'subject' ? 'object' : 'subject';
          const named = `(SELECT "num" FROM ${predicate} WHERE "key" = '${key}'${held('')})`;
          return `SELECT ${columns(`c."${ownerRole}"`)} FROM above CROSS JOIN ${claim} c ON c."${ownedRole}" = above.num AND c."predicate" = ${named}
          AND c.${quoted(RETRACTED)} = 0 AND c."${ownerRole}" IS NOT NULL${condition}${held('c.')}${this.#forReaders ? ' AND c."withheld" = 0' : ''}`;
        })
        .join(' UNION ');
    const said = (owner: string) => `above.num AS "of", ${owner} AS "by", c."id" AS "claim", c."negated", c."valid_from", c."valid_until"`;
    const found = `WITH RECURSIVE above(num) AS (
        SELECT "num" FROM "entity" WHERE "id" IN ${GIVEN} UNION ${owning((owner) => owner, ' AND c."negated" = 0')} LIMIT ${limit})
      SELECT "claim", a."id" AS "owned", b."id" AS "owner", "negated", "valid_from" AS "validFrom", "valid_until" AS "validUntil" FROM (${owning(said)})
        CROSS JOIN "entity" a ON a."num" = "of" CROSS JOIN "entity" b ON b."num" = "by"`;
    const rows = this.#all(found, [JSON.stringify(ids)], asOf) as (Record<keyof Ownership, string> & { negated: number })[];
    return rows.map(({ negated, validFrom, validUntil, ...each }) => ({
      ...each,
      negated: negated === 1,
      validFrom: validFrom ?? undefined,
      validUntil: validUntil ?? undefined,
    }));
  }

  #merged(ids: readonly string[], asOf: number | undefined): (readonly [string, string])[] {
    const merged = MERGEABLE.map((record) => {
      const table = tableOf(record);
      const [from, held] = asOf === undefined ? [table, ''] : [statesOf(table), `${heldAt('a.')} AND `];
      return `SELECT a."id" AS "from", b."id" AS "to" FROM ${quoted(from)} a JOIN ${quoted(table)} b ON b."num" = a."merged_into" WHERE ${held}a."id" IN ${GIVEN}`;
    });
    const given = JSON.stringify(ids);
    return this.#pairs(merged.join(' UNION ALL '), [given, given], asOf);
  }

  /** Whose columns lead there, and those whose columns lead elsewhere although their documents do. */
  #pointing(record: RecordName, ids: readonly string[]): StoredRecord[] {
    const numbers = (to: RecordName) => `(SELECT "num" FROM ${quoted(tableOf(to))} WHERE "id" IN ${GIVEN})`;
    const found = [`SELECT "num" FROM "redirected" WHERE "record" = '${record}' AND "given" IN ${GIVEN}`];
    const look = (shape: ShapeName, table: string, own: string) => {
      for (const edge of edgesOf(shape)) {
        if (edge.kind === 'reference' && MERGEABLE.includes(edge.to))
          found.push(`SELECT ${own} FROM ${quoted(table)} WHERE ${quoted(columnOf('', edge.name))} IN ${numbers(edge.to)}`);
        if (edge.kind === 'parts' && !edge.derived) look(edge.part, partsTableOf(record, edge.name), '"owner"');
      }
    };
    look(record, tableOf(record), '"num"');
    const given = found.map(() => ids);
    return this.#records(record, `r."num" IN (${found.join(' UNION ')})`, undefined, undefined, ...given);
  }

  #deciders(record: RecordName, ids: readonly string[]): Deciders[] {
    const of = (alias: string) => `${alias}."record" = '${record}' AND ${alias}."num" = a."num"`;
    const visibility = (alias: string) => `${alias}."document" ->> 'visibility'`;
    const now = `SELECT ${visibility('n')} FROM "version" n WHERE ${of('n')} AND n."version" = a."version"`;
    const otherwise = `SELECT max(o."version") FROM "version" o WHERE ${of('o')} AND ${visibility('o')} IS NOT (${now})`;
    const rows = this.#all(
      `SELECT a."id", c."recorded_by" AS "createdBy", s."recorded_by" AS "shownBy" FROM ${quoted(tableOf(record))} a
        CROSS JOIN "version" c ON ${of('c')} AND c."version" = 1 CROSS JOIN "version" s ON ${of('s')} AND s."version" = ifnull((${otherwise}), 0) + 1
        WHERE a."id" IN ${GIVEN}`,
      [JSON.stringify(ids)],
    ) as { id: string; createdBy: string | null; shownBy: string | null }[];
    return rows.map(({ id, createdBy, shownBy }) => ({ id, createdBy: createdBy ?? undefined, shownBy: shownBy ?? undefined }));
  }

  #authors({ names, pseudonyms }: Extract<Fetch, { fetch: 'authors' }>): (readonly [string, string])[] {
    const by = (column: string) => `SELECT "name" AS "from", "pseudonym" AS "to" FROM "author" WHERE "${column}" IN ${GIVEN}`;
    return this.#pairs(`${by('name')} UNION ${by('pseudonym')}`, [JSON.stringify(names), JSON.stringify(pseudonyms)]);
  }

  #texts(digests: readonly string[]): Map<string, string> {
    const rows = this.#all(`SELECT "digest", "text" FROM "source_text" WHERE "digest" IN ${GIVEN}`, [JSON.stringify(digests)]);
    return new Map((rows as { digest: string; text: string }[]).map(({ digest, text }) => [digest, text]));
  }

  #named(record: RecordName, column: string, values: readonly string[], asOf: number | undefined): StoredRecord[] {
    return values.length === 0 ? [] : this.#records(record, `r.${quoted(column)} IN ${GIVEN}`, undefined, asOf, values);
  }

  /** Sources that name one of these addresses as an archived copy. */
  #copied(addresses: readonly string[], asOf: number | undefined): StoredRecord[] {
    if (addresses.length === 0) return [];
    const table = partsTableOf('Source', 'archivedCopies');
    const from = asOf === undefined ? `${quoted(table)} WHERE` : `${quoted(statesOf(table))} WHERE ${heldAt('')} AND`;
    const owners = `SELECT "owner" FROM ${from} ${quoted(columnOf('', 'canonicalUrl'))} IN ${GIVEN}`;
    return this.#records('Source', `r."num" IN (${owners})`, undefined, asOf, addresses);
  }

  #referring({ record, reference, ids, limit, also }: Extract<Fetch, { fetch: 'referring' }>, asOf: number | undefined): StoredRecord[] {
    const numbers = (name: string) => {
      const edge = edgeOf(record, name);
      if (edge.kind !== 'reference') throw new Error(`${record}.${name} is no reference`);
      return `r.${quoted(columnOf('', name))} IN (SELECT "num" FROM ${quoted(tableOf(edge.to))} WHERE "id" IN ${GIVEN})`;
    };
    const conditions = [numbers(reference), ...(also ? [numbers(also.reference)] : [])];
    return this.#records(record, conditions.join(' AND '), limit, asOf, ids, ...(also ? [[also.id]] : []));
  }

  #holding({ list, ids, limit }: Extract<Fetch, { fetch: 'holding' }>, asOf: number | undefined): StoredRecord[] {
    const { record, list: parts, reference } = peerList(list);
    const target = `(SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" IN ${GIVEN})`;
    const table = partsTableOf(record, parts);
    const held = asOf === undefined ? quoted(table) : `${quoted(statesOf(table))} WHERE ${heldAt('')} AND`;
    const owners = `SELECT "owner" FROM ${held}${asOf === undefined ? ' WHERE' : ''} ${quoted(columnOf('', reference))} IN ${target}`;
    return this.#records(record, `r."num" IN (${owners})`, limit, asOf, ids);
  }

  /** Versions of the records that meet the condition. CROSS JOIN keeps the planner from beginning at all versions of the kind. */
  #records(
    record: RecordName,
    condition: string,
    limit: number | undefined,
    asOf: number | undefined,
    ...values: (readonly string[])[]
  ): StoredRecord[] {
    const rows =
      asOf === undefined
        ? `${quoted(tableOf(record))} r CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."version" = r."version" WHERE ${condition}${this.#shown(record, 'r."num"', asOf)}`
        : `(SELECT r."num" FROM ${quoted(statesOf(tableOf(record)))} r WHERE ${heldAt('r.')} AND ${condition}${this.#shown(record, 'r."num"', asOf)}) r
           CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."recorded_at" <= @asOf AND ifnull(v."recorded_until", @asOf + 1) > @asOf`;
    const given = values.map((each) => JSON.stringify(each));
    return (this.#all(`SELECT ${STORED} FROM ${rows} LIMIT ${limit ?? -1}`, given, asOf) as VersionRow[]).map(storedRecord);
  }

  /** For readers: that the record of this number is shown to them. */
  #shown(record: RecordName, num: string, asOf: number | undefined): string {
    if (!this.#forReaders || !isWithholdable(record)) return '';
    return ` AND NOT EXISTS (${withheldStates(record, num, asOf)})`;
  }

  #withheld(record: RecordName, ids: readonly string[], asOf: number | undefined): (readonly [string, string])[] {
    const rows = `SELECT a."id" AS "from", a."id" AS "to" FROM ${quoted(tableOf(record))} a WHERE a."id" IN ${GIVEN}`;
    return this.#pairs(`${rows} AND EXISTS (${withheldStates(record, 'a."num"', asOf)})`, [JSON.stringify(ids)], asOf);
  }

  #reachable(name: PeerListName, from: readonly string[]): (readonly [string, string])[] {
    const { record: kind, list, reference } = peerList(name);
    const [record, table, column] = [tableOf(kind), partsTableOf(kind, list), columnOf('', reference)];
    return this.#pairs(
      `WITH RECURSIVE reached(num) AS (
           SELECT "num" FROM "${record}" WHERE "id" IN (SELECT "value" FROM json_each(?))
           UNION SELECT p."${column}" FROM reached CROSS JOIN "${table}" p ON p."owner" = reached.num)
         SELECT a."id" AS "from", b."id" AS "to" FROM reached
           CROSS JOIN "${table}" p ON p."owner" = reached.num JOIN "${record}" a ON a."num" = reached.num JOIN "${record}" b ON b."num" = p."${column}"`,
      [JSON.stringify(from)],
    );
  }

  #pairs(sql: string, given: readonly string[], asOf?: number): (readonly [string, string])[] {
    return (this.#all(sql, given, asOf) as { from: string; to: string }[]).map(({ from, to }) => [from, to] as const);
  }

  #all(sql: string, given: readonly string[], asOf?: number): unknown[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return asOf === undefined ? statement.all(...given) : statement.all(...given, { asOf });
  }
}

/** A row where the record of this number is withheld, or at that moment something that it cannot be shown without (SHOWN_WITH). */
export function withheldStates(record: RecordName, num: string, asOf: number | undefined): string {
  const table = tableOf(record);
  if (asOf === undefined) return `SELECT 1 FROM ${quoted(table)} w WHERE w."num" = ${num} AND w."withheld" = 1`;
  const beside = (SHOWN_WITH[record] ?? []).map((reference) => {
    const edge = edgeOf(record, reference) as { to: RecordName };
    const there = `SELECT 1 FROM ${quoted(statesOf(tableOf(edge.to)))} x WHERE x."num" = w.${quoted(columnOf('', reference))} AND x."withheld" = 1 AND ${heldAt('x.')}`;
    return ` OR EXISTS (${there})`;
  });
  return `SELECT 1 FROM ${quoted(statesOf(table))} w WHERE w."num" = ${num} AND ${heldAt('w.')} AND (w."withheld" = 1${beside.join('')})`;
}
