/** Proposals of duplicates: nothing merges by itself. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { candidatesOf, comparedAs, type Comparable, type Duplicate } from '../../analysis/duplicates.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { InputError } from '../../model/errors.js';
import { shapeOf } from '../../model/graph.js';
import { EVERYTHING, type Condition, type ListRead, type Position, type Selection } from '../../plan/plan.js';
import { decodeCursor, encodeCursor } from '../../plan/cursor.js';
import { orderKeys } from '../../plan/page.js';
import type { Row } from '../../plan/rows.js';
import type { RequestContext } from '../context.js';
import { DuplicatesArguments } from '../inputs/list.args.js';
import { DuplicateSearch } from './duplicate.type.js';

/** Records compared with their candidates in one statement, and candidates of one. */
const RECORDS_AT_ONCE = 25;
const CANDIDATES = 100;

interface Given {
  readonly kind: Mergeable;
  readonly of?: string | null;
  readonly minimumScore: number;
  readonly first: number;
  readonly after?: string | null;
}

const label = (edge: string): Selection['edges'][number] => ({
  kind: 'plain',
  slot: edge,
  edge,
  selection: { shape: 'Label', fields: ['text'], edges: [] },
});
const SELECTIONS: Record<Mergeable, Selection> = {
  Entity: {
    shape: 'Entity',
    fields: ['id', 'kind'],
    edges: [
      label('names'),
      label('aliases'),
      {
        kind: 'plain',
        slot: 'identifiers',
        edge: 'identifiers',
        selection: { shape: 'Identifier', fields: ['scheme', 'value'], edges: [] },
      },
    ],
  },
  Source: {
    shape: 'Source',
    fields: ['id', 'kind', 'title', 'digest'],
    edges: [{ kind: 'plain', slot: 'publisher', edge: 'publisher', selection: { shape: 'Entity', fields: ['id'], edges: [] } }],
  },
};

@Resolver()
export class DuplicatesResolver {
  @Query(() => DuplicateSearch, {
    description: 'Records that may be two of one thing, the likeliest first, with what that rests on. Nothing is merged by it.',
  })
  async findDuplicates(@Args(() => DuplicatesArguments) arguments_: object, @Ctx() context: RequestContext) {
    const { kind, of, minimumScore, first, after } = arguments_ as Given;
    if (first < 1 || first > context.pageSizeMax)
      throw InputError.of('BAD_PAGE', `first is ${first}`, ['findDuplicates', 'first'], `1 to ${context.pageSizeMax}`);
    const order = orderKeys(kind, undefined, []);
    const where: Condition = of ? { kind: 'in', field: 'id', values: [await idOf(context, kind, of)] } : EVERYTHING;
    const found = new Map<string, Duplicate>();
    let position: Position | undefined = after ? decodeCursor(kind, order, after, ['findDuplicates', 'after']) : undefined;
    let complete = false;
    let looked = 0;
    while (!complete && found.size < first && looked < context.duplicateRecordsMax) {
      const page = await context.firstPage(kind, listOf(kind, where, RECORDS_AT_ONCE, position));
      const records = page.items.map(({ row }) => comparable(row));
      looked += records.length;
      position = page.items.at(-1)?.position ?? position;
      complete = !page.hasNext;
      const candidates = await context.pages(
        kind,
        records.map((record) => listOf(kind, candidatesOf(kind, record), CANDIDATES)),
      );
      records.forEach((record, index) => {
        for (const { row } of candidates[index]!.items) {
          const duplicate = comparedAs(kind, record, comparable(row), context.clock);
          const pair = [duplicate.record, duplicate.other].sort().join(' ');
          if (duplicate.score >= minimumScore && duplicate.score > 0 && !found.has(pair)) found.set(pair, duplicate);
        }
      });
    }
    const ranked = [...found.values()].sort((a, b) => b.score - a.score || (a.record < b.record ? -1 : 1));
    return {
      found: of ? ranked.slice(0, first) : ranked,
      recordsLookedAt: looked,
      complete,
      endCursor: position && encodeCursor(kind, order, position),
    };
  }
}

async function idOf(context: RequestContext, kind: Mergeable, reference: string): Promise<string> {
  const record = await context.recordNamed(kind, reference);
  if (record) return record.id;
  throw InputError.of('NOT_FOUND', `there is no ${kind} ${reference}`, ['findDuplicates', 'of'], `the id or key of a ${kind}`);
}

function listOf(kind: Mergeable, where: Condition, size: number, after?: Position): ListRead {
  const { field, direction } = shapeOf(kind).order;
  const wants = { items: true, total: false, previous: false, next: true };
  const order = [{ field, direction, nulls: 'LAST' }] as const;
  return { where, retracted: 'EXCLUDE', order, page: { size, direction: 'forward', after, wants }, selection: SELECTIONS[kind] };
}

function comparable(row: Row): Comparable {
  const texts = (edge: string) => ((row[edge] as readonly { text: string }[] | undefined) ?? []).map(({ text }) => text);
  return {
    id: row['id'] as string,
    kind: row['kind'] as string,
    names: row['title'] === undefined ? [...texts('names'), ...texts('aliases')] : [row['title'] as string],
    identifiers: (row['identifiers'] as Comparable['identifiers'] | undefined) ?? [],
    digest: (row['digest'] as string | null | undefined) ?? undefined,
    publisher: (row['publisher'] as { id: string } | null | undefined)?.id,
  };
}
