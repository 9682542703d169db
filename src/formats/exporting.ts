/**
 * The records of an export, page by page: the whole graph, or the claims of a `where` with all that they
 * stand on: their citations, what these relay, sources, entities, predicates, and links between them.
 */
import type { RecordDocument } from '../model/changeset/changeset.js';
import { referencesIn } from '../model/changeset/references.js';
import type { RecordName, ShapeName } from '../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../model/graph.js';
import { EVERYTHING, isEverything, type Condition, type EdgeSelection, type Plan, type Position, type Selection } from '../plan/plan.js';
import type { PageRows, Row } from '../plan/rows.js';
import { SETTLED_FIELDS } from '../plan/settled.js';
import type { Store } from '../store/store.js';

export interface ExportScope {
  /** Of claims. */
  readonly where: Condition;
}

export interface ExportPage {
  readonly record: RecordName;
  readonly rows: readonly Row[];
}

const ROWS_AT_ONCE = 200;

/** Kind by kind, each record after those that it can refer to; of one kind the earliest created first. Retracted and merged ones, too. */
export async function* recordsToExport(
  store: Store,
  { where }: ExportScope,
  kinds: readonly RecordName[] = RECORD_NAMES,
): AsyncGenerator<ExportPage> {
  const ids = isEverything(where) ? undefined : await idsInScope(store, where);
  for (const record of kinds) {
    if (!ids) yield* allOf(store, record, EVERYTHING);
    else {
      const list = [...ids.get(record)!];
      for (let start = 0; start < list.length; start += ROWS_AT_ONCE)
        yield* allOf(store, record, { kind: 'in', field: 'id', values: list.slice(start, start + ROWS_AT_ONCE) });
    }
  }
}

/** The records of a kind that meet a condition, whole where nothing else is said. */
export async function* allOf(
  store: Store,
  record: RecordName,
  where: Condition,
  selection = exportSelection(record),
): AsyncGenerator<ExportPage> {
  for (let after: Position | undefined; ;) {
    const page = await pageOf(store, record, where, selection, after);
    if (page.items.length > 0) yield { record, rows: page.items.map(({ row }) => row) };
    if (!page.hasNext) return;
    after = page.items.at(-1)!.position;
  }
}

/** These records of a kind, some at a time, with their histories. */
export async function* recordsOf(store: Store, record: RecordName, ids: readonly string[]): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    const named: Condition = { kind: 'in', field: 'id', values: ids.slice(start, start + ROWS_AT_ONCE) };
    for await (const { rows } of allOf(store, record, named, DOCUMENTS(record))) yield rows;
  }
}

async function pageOf(
  store: Store,
  record: RecordName,
  where: Condition,
  selection: Selection,
  after: Position | undefined,
): Promise<PageRows> {
  const plan: Plan = {
    kind: 'list',
    record,
    list: {
      where,
      retracted: 'INCLUDE',
      order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
      page: { size: ROWS_AT_ONCE, direction: 'forward', after, wants: { items: true, total: false, previous: false, next: true } },
      selection,
    },
  };
  const rows = await store.read(plan);
  return rows.page;
}

/** Records in force: most formats of others have no word for retracted ones. */
export const inForce = (rows: readonly Row[]): Row[] => rows.filter((row) => !row['retraction']);

/** The document as it was written, with the references that it was given. */
export function documentOf(row: Row): RecordDocument {
  const [last] = row['history'] as readonly { data: RecordDocument }[];
  return last!.data;
}

/** Claims that meet the condition, and everything that they stand on, by kind. */
export async function idsInScope(store: Store, where: Condition): Promise<ReadonlyMap<RecordName, ReadonlySet<string>>> {
  const found = new Map(RECORD_NAMES.map((record) => [record, new Set<string>()]));
  let newly = new Map<RecordName, string[]>();
  const add = (record: RecordName, id: string) => {
    const ids = found.get(record)!;
    if (ids.has(id)) return;
    ids.add(id);
    const list = newly.get(record);
    if (list) list.push(id);
    else newly.set(record, [id]);
  };
  for await (const { rows } of allOf(store, 'Claim', where, IDS('Claim'))) for (const row of rows) add('Claim', row['id'] as string);
  const claims = [...found.get('Claim')!];
  for (let start = 0; start < claims.length; start += ROWS_AT_ONCE) {
    const of = related('claim', claims.slice(start, start + ROWS_AT_ONCE));
    for await (const { rows } of allOf(store, 'Citation', of, IDS('Citation')))
      for (const row of rows) add('Citation', row['id'] as string);
    const links = related('from', claims.slice(start, start + ROWS_AT_ONCE));
    for await (const { rows } of allOf(store, 'ClaimLink', links, DOCUMENTS('ClaimLink')))
      for (const row of rows) if (found.get('Claim')!.has(documentOf(row)['to'] as string)) add('ClaimLink', row['id'] as string);
  }
  while (newly.size > 0) {
    const next = newly;
    newly = new Map();
    for (const [record, ids] of next) {
      for await (const rows of recordsOf(store, record, ids))
        for (const row of rows) for (const { to, value } of referencesIn(record, documentOf(row))) add(to, value);
    }
  }
  return found;
}

export const related = (edge: string, ids: readonly string[]): Condition => ({
  kind: 'related',
  edge,
  condition: { kind: 'in', field: 'id', values: ids },
});

const IDS = (record: RecordName): Selection => ({ shape: record, fields: ['id'], edges: [] });
const HISTORY: EdgeSelection = plain('history', 'Version', ['version', 'operation', 'reason', 'data']);
const DOCUMENTS = (record: RecordName): Selection => ({ shape: record, fields: ['id'], edges: [HISTORY] });

function plain(edge: string, shape: ShapeName, fields: readonly string[], edges: readonly EdgeSelection[] = []): EdgeSelection {
  return { kind: 'plain', slot: edge, edge, selection: { shape, fields, edges } };
}

const NAMED: readonly [readonly string[], readonly EdgeSelection[]] = [
  ['id', 'key', 'kind', 'defaultName'],
  [plain('identifiers', 'Identifier', ['scheme', 'value'])],
];
const AUTHORS = plain('contributors', 'Contributor', ['role'], [plain('entity', 'Entity', ...NAMED)]);

/** What is said of a record where another one refers to it. */
const BRIEF: Record<RecordName, { fields: readonly string[]; edges: readonly EdgeSelection[] }> = {
  Entity: { fields: NAMED[0], edges: NAMED[1] },
  Predicate: { fields: ['id', 'key'], edges: [plain('labels', 'Label', ['language', 'text'])] },
  Source: {
    fields: ['id', 'key', 'kind', 'title', 'url', 'published', 'language'],
    edges: [plain('publisher', 'Entity', ...NAMED), AUTHORS],
  },
  Claim: {
    fields: ['id', 'key', 'negated', 'defaultText'],
    edges: [plain('texts', 'Label', ['language', 'text'])],
  },
  Citation: { fields: ['id', 'key'], edges: [plain('source', 'Source', ['id', 'key', 'title', 'url'])] },
  ClaimLink: { fields: ['id', 'key'], edges: [] },
};

const selections = new Map<RecordName, Selection>();

/** Everything that stands on a record, and what it refers to in brief. */
function exportSelection(record: RecordName): Selection {
  let selection = selections.get(record);
  if (!selection) selections.set(record, (selection = { ...wholeSelection(record), edges: [...wholeSelection(record).edges, HISTORY] }));
  return selection;
}

function wholeSelection(shape: ShapeName): Selection {
  const fields = fieldsOf(shape).filter(({ type, hidden }) => type !== 'content' && !hidden);
  const edges = edgesOf(shape).flatMap((edge): EdgeSelection[] => {
    if (edge.kind === 'reference') return [plain(edge.name, edge.to, BRIEF[edge.to].fields, BRIEF[edge.to].edges)];
    if (edge.kind === 'embedded') return [{ kind: 'plain', slot: edge.name, edge: edge.name, selection: wholeSelection(edge.part) }];
    if (edge.kind === 'parts' && !edge.derived)
      return [{ kind: 'plain', slot: edge.name, edge: edge.name, selection: wholeSelection(edge.part) }];
    return [];
  });
  return { shape, fields: fields.filter(({ name }) => !SETTLED_FIELDS.has(name)).map(({ name }) => name), edges };
}
