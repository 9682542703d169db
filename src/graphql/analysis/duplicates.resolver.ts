/** Proposals of duplicates: nothing merges by itself. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { duplicatesOf, likeliestFirst, type Duplicate } from '../../analysis/duplicates.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { InputError } from '../../model/errors.js';
import { EVERYTHING, type Position } from '../../plan/plan.js';
import { decodeCursor, encodeCursor } from '../../plan/cursor.js';
import { orderKeys } from '../../plan/page.js';
import type { RequestContext } from '../context.js';
import { DuplicatesArguments } from '../inputs/list.args.js';
import { DuplicateSearch } from './duplicate.type.js';

/** Records that are looked at together: a few milliseconds' work. */
const RECORDS_AT_ONCE = 25;
/** Of the request's time, the part that a search takes before it says how far it came. */
const SHARE_OF_TIME = 0.4;

interface Given {
  readonly kind: Mergeable;
  readonly of?: string | null;
  readonly minimumScore: number;
  readonly first: number;
  readonly after?: string | null;
}

interface Found {
  readonly found: readonly Duplicate[];
  readonly recordsLookedAt: number;
  readonly complete: boolean;
  readonly endCursor: string | undefined;
}

@Resolver()
export class DuplicatesResolver {
  @Query(() => DuplicateSearch, {
    description:
      'Pairs of records that may be of one thing, the likeliest first, with what that rests on. Each record is compared with those next to it by name or title, and with some that have the same words, identifier or text. Nothing is merged.',
  })
  async findDuplicates(@Args(() => DuplicatesArguments) arguments_: object, @Ctx() context: RequestContext): Promise<Found> {
    const given = arguments_ as Given;
    if (given.first < 1 || given.first > context.pageSizeMax)
      throw InputError.of('BAD_PAGE', `first is ${given.first}`, ['findDuplicates', 'first'], `1 to ${context.pageSizeMax}`);
    return given.of ? ofOne(given, given.of, context) : ofAll(given, context);
  }
}

async function ofOne({ kind, first, minimumScore }: Given, reference: string, context: RequestContext): Promise<Found> {
  const record = await context.recordNamed(kind, reference);
  if (!record)
    throw InputError.of('NOT_FOUND', `there is no ${kind} ${reference}`, ['findDuplicates', 'of'], `the id or key of an existing ${kind}`);
  const [found] = await context.run(duplicatesOf(kind, [record.id], context.clock));
  const likely = found!.filter(({ score }) => score >= minimumScore).slice(0, first);
  return { found: likely, recordsLookedAt: 1, complete: true, endCursor: undefined };
}

/** In the usual order, until enough are found, enough were looked at, or the time for it is over. */
async function ofAll({ kind, first, minimumScore, after }: Given, context: RequestContext): Promise<Found> {
  const order = orderKeys(kind, undefined, []);
  const found = new Map<string, Duplicate>();
  let position: Position | undefined = after ? decodeCursor(kind, order, after, ['findDuplicates', 'after']) : undefined;
  let complete = false;
  let looked = 0;
  const timeLeft = context.timeLeft * (1 - SHARE_OF_TIME);
  while (!complete && found.size < first && looked < context.duplicateRecordsMax && (looked === 0 || context.timeLeft > timeLeft)) {
    const page = await context.firstPage(kind, {
      where: EVERYTHING,
      retracted: 'EXCLUDE',
      order,
      page: {
        size: Math.min(RECORDS_AT_ONCE, context.duplicateRecordsMax - looked),
        direction: 'forward',
        after: position,
        wants: { items: true, total: false, previous: false, next: true },
      },
      selection: { shape: kind, fields: ['id'], edges: [] },
    });
    const ids = page.items.map(({ row }) => row['id'] as string);
    const likely = await context.run(duplicatesOf(kind, ids, context.clock));
    let taken = 0;
    while (taken < ids.length && found.size < first) {
      // Of one record no more than were asked for: its other duplicates are found from their side.
      for (const each of likely[taken]!.filter(({ score }) => score >= minimumScore).slice(0, first)) {
        const pair = [each.record, each.other].sort().join(' ');
        if (!found.has(pair)) found.set(pair, each);
      }
      taken++;
    }
    looked += taken;
    position = page.items[taken - 1]?.position ?? position;
    complete = !page.hasNext && taken === ids.length;
    await othersTurn();
  }
  return {
    found: [...found.values()].sort(likeliestFirst),
    recordsLookedAt: looked,
    complete,
    endCursor: position && encodeCursor(kind, order, position),
  };
}
