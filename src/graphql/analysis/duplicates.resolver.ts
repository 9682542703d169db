/** Proposals of duplicates: nothing merges by itself. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Duplicate } from '../../analysis/duplicates/judge.js';
import { DUPLICATES_AMONG, type DuplicateKind } from '../../analysis/duplicates/kinds.js';
import { orderOf, passOver } from '../../analysis/duplicates/pass.js';
import { InputError } from '../../model/errors.js';
import { decodeCursor, encodeCursor } from '../../plan/cursor.js';
import type { Position } from '../../plan/plan.js';
import type { RequestContext } from '../context.js';
import { checkWanted } from './matching.js';
import { DuplicatesArguments } from '../inputs/list.args.js';
import { DuplicateSearch } from './duplicate.type.js';

interface Given {
  readonly kind: DuplicateKind;
  readonly of?: string | null;
  readonly minimumScore: number;
  readonly first: number;
  readonly after?: string | null;
}

interface Found {
  readonly found: readonly Duplicate[];
  readonly recordsLookedAt: number;
  readonly recordsInAll: number;
  readonly complete: boolean;
  readonly endCursor: string | undefined;
}

@Resolver()
export class DuplicatesResolver {
  @Query(() => DuplicateSearch, {
    description:
      'Pairs of records that may describe the same thing, likeliest first, with the reasons. Each record is compared with those next to it by name or title, and with some that have the same rare words, identifier or text. Claims are compared as in matchingClaims. A search of all records has pages: pass endCursor as after until complete is true, even if a page found nothing. Nothing is merged.',
  })
  async findDuplicates(@Args(() => DuplicatesArguments) arguments_: object, @Ctx() context: RequestContext): Promise<Found> {
    const given = arguments_ as Given;
    checkWanted(given, 'findDuplicates', context);
    return given.of ? ofOne(given, given.of, context) : ofAll(given, context);
  }
}

async function ofOne({ kind, first, minimumScore }: Given, reference: string, context: RequestContext): Promise<Found> {
  const record = await context.recordNamed(kind, reference);
  if (!record)
    throw InputError.of('NOT_FOUND', `there is no ${kind} ${reference}`, ['findDuplicates', 'of'], `the id or key of an existing ${kind}`);
  const [found] = await context.look(DUPLICATES_AMONG[kind]([record.id], minimumScore, context.clock));
  return { found: found!.slice(0, first), recordsLookedAt: 1, recordsInAll: 1, complete: true, endCursor: undefined };
}

/** In the usual order, until enough are found, enough were looked at, or the time for it is over. */
async function ofAll({ kind, first, minimumScore, after }: Given, context: RequestContext): Promise<Found> {
  const order = orderOf(kind);
  const { recordsMax, time } = context.duplicateLimits;
  const from = after ? positionIn(kind, after) : { given: 0 };
  const { position, given, ...pass } = await context.look(
    passOver({
      kind,
      minimumScore,
      first,
      recordsMax,
      after: from.position,
      given: from.given,
      next: recordsInTime(time),
      clock: context.clock,
    }),
  );
  const cursor = position && encodeCursor(kind, order, position);
  return { ...pass, endCursor: given > 0 ? `${cursor ?? ''}${WITHIN}${given}` : cursor };
}

/** In a cursor, before the number of pairs that were given of the record after its position: of one that has more than a page. */
const WITHIN = '~';

function positionIn(kind: DuplicateKind, cursor: string): { readonly position?: Position; readonly given: number } {
  const [, place = '', given = '0'] = /^([^~]*)(?:~(\d{1,6}))?$/.exec(cursor) ?? [undefined, cursor];
  const position = place === '' && given !== '0' ? undefined : decodeCursor(kind, orderOf(kind), place, ['findDuplicates', 'after']);
  return { ...(position ? { position } : {}), given: Number(given) };
}

/** Records of which nothing is known yet of how long they take. */
const FIRST_RECORDS = 10;

/** As many as there is time for (milliseconds) if they take as long as those before. Some are always looked at. */
function recordsInTime(time: number): (lookedAt: number) => number {
  const began = performance.now();
  return (lookedAt) => {
    if (lookedAt === 0) return FIRST_RECORDS;
    const elapsed = performance.now() - began;
    return Math.floor(((time - elapsed) * lookedAt) / elapsed);
  };
}
