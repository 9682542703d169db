/** EXPLAIN QUERY PLAN of every filter and order the API documents: none may scan a table that grows. */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldDefinition, RecordName, ShapeName } from '../../src/model/definition.js';
import { edgesOf, fieldsOf, isHidden, isListEdge, RECORD_NAMES, shapeOf, targetOf } from '../../src/model/graph.js';
import { SEARCHED_RECORDS } from '../../src/model/searched.js';
import {
  EVERYTHING,
  type Condition,
  type ListRead,
  type MatchRead,
  type OrderKey,
  type Plan,
  type Selection,
} from '../../src/plan/plan.js';
import type { Fetch } from '../../src/model/changeset/known.js';
import { planForReaders } from '../../src/plan/readers/plan.js';
import { compilePlan } from '../../src/store/sqlite/compile/compile.js';
import { Fetcher } from '../../src/store/sqlite/fetch.js';
import { openForWriting } from '../../src/store/sqlite/open.js';

let folder: string;
let database: Database.Database;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimgraph-plans-'));
  database = openForWriting(join(folder, 'graph.db'), { busyTimeout: 100 });
  database.function('within_time', { deterministic: false }, () => 1);
  database.function('typos', { deterministic: true, varargs: true }, () => 1);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const nothing = (shape: ShapeName): Selection => ({ shape, fields: ['id'], edges: [] });

function listOf(record: RecordName, where: Condition, order?: readonly OrderKey[]): ListRead {
  const usual = shapeOf(record).order;
  return {
    where,
    retracted: 'EXCLUDE',
    order: order ?? [{ field: usual.field, direction: usual.direction, nulls: 'LAST' }],
    page: { size: 20, direction: 'forward', wants: { items: true, total: false, previous: false, next: false } },
    selection: nothing(record),
  };
}

/** The steps that read a whole table or index of a record: what "scan" means here. */
function scans(plan: Plan): string[] {
  const { sql, parameters } = compilePlan(plan);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[];
  const names = new Map([...sql.matchAll(/"(\w+)" (t\d+)\b/g)].map(([, table, alias]) => [alias!, table!]));
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => {
      const alias = /^SCAN (t\d+)\b/.exec(detail)?.[1];
      return (
        alias !== undefined &&
        names.has(alias) &&
        database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(names.get(alias)) !== undefined &&
        !/^SCAN t\d+ VIRTUAL TABLE/.test(detail)
      );
    });
}

/** The statements that answer a question. */
function asked(wanted: Fetch): string[] {
  const statements: string[] = [];
  const listening = {
    prepare: (sql: string) => {
      statements.push(sql);
      return database.prepare(sql);
    },
  } as unknown as Database.Database;
  new Fetcher(listening).fetch(wanted);
  return statements;
}

it.each<[string, Fetch]>([
  ['records by id and key', { fetch: 'records', record: 'Citation', ids: ['x'], keys: ['y'] }],
  ['records by reference', { fetch: 'referring', record: 'Citation', reference: 'claim', ids: ['x'], limit: 10 }],
  [
    'records by two references',
    { fetch: 'referring', record: 'Claim', reference: 'subject', ids: ['x'], limit: 10, also: { reference: 'predicate', id: 'y' } },
  ],
  ['records that hold others', { fetch: 'holding', list: 'relays', ids: ['x'], limit: 10 }],
  ['sources by address', { fetch: 'sourcesByUrl', canonicalUrls: ['x'], copies: ['x'] }],
])('the question for %s begins at what it names, not at all versions', (_name, wanted) => {
  for (const sql of asked(wanted)) {
    const steps = (
      database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: sql.split('?').length - 1 }, () => '[]')) as {
        detail: string;
      }[]
    ).map(({ detail }) => detail);
    expect(
      steps.some((step) => step.startsWith('SEARCH v USING INDEX version_of (record=? AND num=? AND version=?)')),
      steps.join('; '),
    ).toBe(true);
    expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
  }
});

it('the question for owners goes from one to the next by index', () => {
  const [sql] = asked({ fetch: 'owners', ids: ['x'], limit: 10 });
  const steps = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('[]') as { detail: string }[]).map(({ detail }) => detail);
  for (const end of ['subject', 'object'])
    expect(
      steps.some((step) => step.includes(`(${end}=? AND predicate=?)`)),
      steps.join('; '),
    ).toBe(true);
  expect(steps.filter((step) => /^SCAN (?!json_each|above|\()/.test(step))).toEqual([]);
});

/** Conditions of a field that narrow: each must be found by an index. */
function narrowing(field: FieldDefinition): Condition[] {
  const { name } = field;
  const value = {
    id: 'x',
    key: 'x',
    string: 'x',
    text: 'x',
    url: 'https://example.org',
    digest: 'x',
    enum: field.values?.[0] ?? 'x',
    decimal: 1,
    integer: 1,
  }[field.type as string];
  const conditions: Condition[] = [];
  // A yes or no leaves half of all records: the order's index is walked, and soon gives a page.
  if (value !== undefined) conditions.push({ kind: 'in', field: name, values: [value] });
  if (field.type === 'text' || field.type === 'string' || field.type === 'key')
    conditions.push({ kind: 'startsWith', field: name, prefix: 'x' });
  if (field.type === 'date')
    conditions.push(
      { kind: 'within', field: name, lower: 0, upper: 1, match: 'SURELY' },
      { kind: 'within', field: name, lower: 0, upper: 1, match: 'POSSIBLY' },
    );
  if (field.type === 'language') conditions.push({ kind: 'language', field: name, range: 'fr' });
  if (field.type === 'instant') conditions.push({ kind: 'compare', field: name, operator: '>=', value: 1 });
  if (field.contains) conditions.push({ kind: 'contains', field: name, folded: 'needle' });
  return conditions;
}

describe.each(RECORD_NAMES)('%s', (record) => {
  it('uses an index for every filter of its own', () => {
    for (const field of fieldsOf(record).filter((each) => each.filter)) {
      for (const where of narrowing(field)) {
        const plan: Plan = { kind: 'list', record, list: listOf(record, where) };
        expect(
          scans(plan).filter((step) => !isOrderedWalk(step)),
          JSON.stringify(where),
        ).toEqual([]);
        // Even a walk in order is refused where the condition leaves few.
        if (field.selectivity <= 2) expect(scans(plan), JSON.stringify(where)).toEqual([]);
      }
    }
  });

  it('uses an index for filters on related records and parts', () => {
    for (const edge of edgesOf(record)) {
      if (edge.kind === 'history' || isHidden(edge)) continue;
      const target = targetOf(edge);
      const fields = fieldsOf(target).filter((each) => each.filter && each.selectivity <= 2 && each.type !== 'roles');
      for (const field of fields) {
        for (const inner of narrowing(field)) {
          const where: Condition = { kind: 'related', edge: edge.name, condition: inner };
          expect(scans({ kind: 'list', record, list: listOf(record, where) }), `${edge.name}: ${JSON.stringify(where)}`).toEqual([]);
        }
      }
    }
  });

  it('walks an index for every order, both ways, absent values first or last', () => {
    for (const { name } of fieldsOf(record).filter((each) => each.order)) {
      for (const direction of ['ASC', 'DESC'] as const) {
        for (const nulls of ['FIRST', 'LAST'] as const) {
          const list = listOf(record, EVERYTHING, [{ field: name, direction, nulls }]);
          for (const page of [list.page, { ...list.page, direction: 'backward' as const }]) {
            const { sql, parameters } = compilePlan({ kind: 'list', record, list: { ...list, page } });
            const steps = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]).map(
              ({ detail }) => detail,
            );
            expect(
              steps.filter((step) => step.includes('TEMP B-TREE')),
              `${name} ${direction} ${nulls}: ${steps.join('; ')}`,
            ).toEqual([]);
          }
        }
      }
    }
  });

  it('enters pages below a record by an index', () => {
    for (const edge of edgesOf(record)) {
      if (!isListEdge(edge)) continue;
      const selection: Selection = {
        shape: record,
        fields: ['id'],
        edges: [
          {
            kind: 'page',
            slot: 'x',
            edge: edge.name,
            list: {
              ...listOf(edge.to, EVERYTHING),
              page: { size: 5, direction: 'forward', wants: { items: true, total: true, previous: true, next: true } },
            },
          },
        ],
      };
      expect(scans({ kind: 'one', record, by: 'id', value: 'x', selection }), edge.name).toEqual([]);
    }
  });
});

/** SCAN … USING INDEX stops at the page's end. */
const isOrderedWalk = (step: string): boolean => /USING (COVERING )?INDEX/.test(step);

describe('filters at depth', () => {
  const publisherIs: Condition = {
    kind: 'related',
    edge: 'citations',
    condition: {
      kind: 'related',
      edge: 'source',
      condition: { kind: 'related', edge: 'publisher', condition: { kind: 'in', field: 'key', values: ['x'] } },
    },
  };

  it('finds claims by the publisher of their citations from the publisher on', () => {
    expect(scans({ kind: 'list', record: 'Claim', list: listOf('Claim', publisherIs) })).toEqual([]);
  });

  it('finds claims that no source supports by walking the order', () => {
    const where: Condition = {
      kind: 'not',
      condition: { kind: 'related', edge: 'citations', condition: { kind: 'in', field: 'stance', values: ['SUPPORTS'] } },
    };
    expect(scans({ kind: 'list', record: 'Claim', list: listOf('Claim', where) }).filter((step) => !isOrderedWalk(step))).toEqual([]);
  });

  it('cuts a page before it reads what is nested', () => {
    const selection: Selection = {
      shape: 'Claim',
      fields: ['id'],
      edges: [{ kind: 'page', slot: 'x', edge: 'citations', list: listOf('Citation', EVERYTHING) }],
    };
    const { sql } = compilePlan({ kind: 'list', record: 'Claim', list: { ...listOf('Claim', EVERYTHING), selection } });
    expect(sql).toMatch(/FROM \(SELECT t\d+\."num" AS "num" FROM "claim".*LIMIT @p0\) t\d+ CROSS JOIN "claim"/);
  });
});

describe('a search', () => {
  const words = ['mill', 'old', 'burned'].map((word) => ({ word, stems: [`¬en¬${word}`], prefix: false, typos: 1, weight: 30 }));
  it.each(SEARCHED_RECORDS)('of %s walks through no table, and neither does counting words', (record) => {
    const read = { record, beginning: 'mill old burned', where: EVERYTHING, limit: 20, selection: nothing(record) };
    const likeliest = (common: number) => words.map((word, index) => ({ ...word, isCommon: index < common }));
    const matches: MatchRead[] = [
      { ...read, match: 'EVERY', words },
      ...[0, 1, 3].map((common): MatchRead => ({ ...read, match: 'LIKELIEST', words: likeliest(common) })),
    ];
    for (const each of matches) expect(scans({ kind: 'matches', matches: [each] })).toEqual([]);
    const shown: Condition = { kind: 'in', field: 'withheld', values: [false] };
    for (const where of [EVERYTHING, shown]) expect(scans({ kind: 'wordCounts', counts: [{ record, words, where }] })).toEqual([]);
  });
});

describe('for readers, from whom something is withheld', () => {
  const referring = RECORD_NAMES.flatMap((record) =>
    edgesOf(record).flatMap((edge) => (edge.kind === 'reference' && edge.name !== 'mergedInto' ? [[record, edge.name] as const] : [])),
  );
  it.each(referring)('%s by %s begins at what is named', (record, edge) => {
    const where: Condition = { kind: 'related', edge, condition: { kind: 'in', field: 'key', values: ['x'] } };
    for (const plan of planForReaders({ kind: 'list', record, list: listOf(record, where) }).plans) expect(scans(plan)).toEqual([]);
  });

  it('claims of which a number is another for readers are found by an index over them', () => {
    const { plans } = planForReaders({ kind: 'list', record: 'Claim', list: listOf('Claim', EVERYTHING) });
    const { sql, parameters } = compilePlan(plans[0]!);
    const steps = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]).map(({ detail }) => detail);
    const entered = steps.filter((step) => /^(SCAN|SEARCH) t\d+ USING/.test(step) && !step.includes('PRIMARY KEY'));
    // The page of all the others comes out of the order's index, as everybody's does.
    expect(entered).toEqual([
      expect.stringMatching(/USING (COVERING )?INDEX claim_\d+/),
      expect.stringMatching(/USING (COVERING )?INDEX claim_\d+/),
    ]);
    expect(steps.filter((step) => step.includes('USE TEMP B-TREE FOR ORDER BY'))).toHaveLength(1);
  });
});
