/** The projected tables, as the states of records that they hold (store/check/states.ts). */
import type { RecordDocument } from '../../../model/changeset/changeset.js';
import { derivedOf } from '../../../model/changeset/documents.js';
import type { RecordName } from '../../../model/definition.js';
import { momentOf, type KeptParts, type KeptState, type LoggedVersion, type ProjectedStates, type Values } from '../../check/states.js';
import { isFilledLater } from '../../filled-later.js';
import type { Fetcher } from '../fetch.js';
import { COPIED, COPIED_DATE, DATE_PARTS, pastTableOf, quoted, SINCE, tableOf, UNTIL } from '../names.js';
import { expectedColumns, expectedRow, selectedColumns } from '../rows.js';
import { TABLES } from '../schema.js';
import type { VersionRow } from '../versions.js';
import { storedRecord } from '../versions.js';
import type { Pages } from './pages.js';

/** What a participant's row has of its claim; see the keys of the state below. */
const SORTED_BY: Readonly<Record<string, string>> = Object.fromEntries(
  DATE_PARTS.map(({ suffix }, index) => [COPIED_DATE[index]!, `first_said${suffix}`]),
);
const FOREVER = Number.MAX_SAFE_INTEGER;

interface StateRow extends Values {
  readonly state_id: string;
  readonly state_version: number;
  readonly state_since: number;
  readonly state_until: number;
}

/** A row of the log, with who wrote the first version of its record. */
export type CheckedRow = VersionRow & { readonly created_by: string | null };

const CREATED_BY =
  '(SELECT f."recorded_by" FROM "version" f WHERE f."record" = v."record" AND f."num" = v."num" AND f."version" = 1) AS "created_by"';

/** The rows of a stretch of the log that meet a condition, in their order. */
export const checkedRows = (condition = 'true'): string =>
  `SELECT v.*, ${CREATED_BY} FROM "version" v WHERE v."position" > @after AND v."position" <= @upTo AND ${condition} ORDER BY v."position"`;

export const loggedVersion = (row: CheckedRow): LoggedVersion & { readonly num: number; readonly text: string } => ({
  ...storedRecord(row),
  num: row.num,
  text: row.document,
  position: row.position,
  operation: row.operation,
  recordedAt: row.recorded_at,
  recordedUntil: row.recorded_until ?? undefined,
  recordedBy: row.recorded_by ?? undefined,
  createdBy: row.created_by ?? undefined,
  reason: row.reason ?? undefined,
  retraction: storedRecord(row).retraction,
});

export function projectedStates(pages: Pages, fetcher: Fetcher): ProjectedStates {
  const given = (rows: readonly object[]) => ({ rows: JSON.stringify(rows) });
  return {
    states: async (record, versions) => {
      const columns = [
        ...selectedColumns(record, 's'),
        ...(record === 'Claim' ? Object.values(SORTED_BY).map((name) => `s."${name}"`) : []),
      ];
      const own = `r."id" AS "state_id", s."version" AS "state_version", s."${SINCE}" AS "state_since"`;
      const from = (table: string, until: string) =>
        `SELECT ${own}, ${until} AS "state_until", ${columns.join(', ')} FROM json_each(@rows) j CROSS JOIN ${quoted(tableOf(record))} r ON r."id" = j."value" ->> 'id' CROSS JOIN ${table} s ON s."num" = r."num" AND s."version" = j."value" ->> 'version'`;
      const rows = given(versions.map(({ id, version }) => ({ id, version })));
      const current = pages.all<StateRow>(from(quoted(tableOf(record)), String(FOREVER)), rows);
      const past = pages.all<StateRow>(from(quoted(pastTableOf(tableOf(record))), `s."${UNTIL}"`), rows);
      return [...current, ...past].map((values): KeptState => ({
        id: values.state_id,
        version: values.state_version,
        since: values.state_since,
        until: values.state_until === FOREVER ? undefined : values.state_until,
        values,
      }));
    },
    parts: async (record, states) => {
      const kept: Record<string, Values[]>[] = states.map(() => ({}));
      const rows = given(states.map((state, place) => ({ id: state.id, at: momentOf(state), place })));
      for (const table of partTables(record)) {
        const columns = selectedColumns(table.shape, 'p');
        const copied = table.sorted ? [...COPIED_DATE, COPIED.id, COPIED.retracted].map((name) => `p."${name}"`) : [];
        const selected = [...columns, ...copied, 'p."position"'].join(', ');
        // Each by its own index: joined, the view of both would be gone through whole for every page.
        const held = { [table.name]: '', [pastTableOf(table.name)]: ` AND p."${UNTIL}" > j."value" ->> 'at'` };
        for (const [from, until] of Object.entries(held)) {
          const found = pages.all<Values & { place: number }>(
            `SELECT j."value" ->> 'place' AS "place", ${selected} FROM json_each(@rows) j
               CROSS JOIN ${quoted(tableOf(record))} r ON r."id" = j."value" ->> 'id'
               CROSS JOIN ${quoted(from)} p ON p."owner" = r."num" AND p."${SINCE}" <= j."value" ->> 'at'${until}`,
            rows,
          );
          for (const row of found) (kept[row.place]![table.list!] ??= []).push(row);
        }
      }
      for (const lists of kept)
        for (const list of Object.values(lists)) list.sort((a, b) => (a['position'] as number) - (b['position'] as number));
      return kept;
    },
    expected: (version, document) => unquoted(expectedRow({ ...version, document })),
    expectedParts: (version, document, { values }): KeptParts => {
      const whole: RecordDocument = { ...document, ...derivedOf(version.record, document) };
      return Object.fromEntries(
        partTables(version.record).map((table) => {
          const copied = table.sorted
            ? {
                [COPIED.id]: version.id,
                [COPIED.retracted]: version.retraction ? 1 : 0,
                ...Object.fromEntries(Object.entries(SORTED_BY).map(([name, own]) => [name, values[own]])),
              }
            : {};
          const parts = (whole[table.list!] as readonly RecordDocument[] | undefined) ?? [];
          return [table.list!, parts.map((part, position) => ({ ...unquoted(expectedColumns(table.shape, part)), ...copied, position }))];
        }),
      );
    },
    merged: async (ids, asOf) => new Map(fetcher.fetch({ fetch: 'merged', ids }, asOf).pairs ?? []),
    redirected: async (record, ids) => {
      const rows = pages.all<{ id: string; given: string }>(
        `SELECT r."id", d."given" FROM json_each(@rows) j CROSS JOIN ${quoted(tableOf(record))} r ON r."id" = j."value" CROSS JOIN "redirected" d ON d."record" = '${record}' AND d."num" = r."num"`,
        { rows: JSON.stringify(ids) },
      );
      return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => [id, of.map((row) => row.given)]));
    },
  };
}

const partTables = (record: RecordName) => TABLES.filter(({ owner, list }) => owner === record && !isFilledLater(record, list!));

/** Columns as a row has them. */
const unquoted = (columns: Values): Values =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name.replaceAll('"', ''), value]));
