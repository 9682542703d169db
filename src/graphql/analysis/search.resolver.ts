/** The search over names, claims, titles, quotes, descriptions and texts. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { NEAR_TEXTS } from '../../analysis/search/meaning.js';
import { searchFor } from '../../analysis/search/search.js';
import { itemName } from '../../model/changeset/input.js';
import { InputError } from '../../model/errors.js';
import { SEARCHED_RECORDS, type SearchedRecord } from '../../model/searched.js';
import { codePointLength } from '../../model/values/text.js';
import { whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import { SearchArguments } from '../inputs/list.args.js';
import { SearchResult } from './search.type.js';

const LONGEST_TEXT = 500;

interface Given {
  readonly text: string;
  readonly kinds?: readonly SearchedRecord[] | null;
  readonly where?: Readonly<Record<string, object | null>> | null;
  readonly first: number;
  readonly finished: boolean;
  readonly descriptionsAndTexts: boolean;
}

@Resolver()
export class SearchResolver {
  @Query(() => SearchResult, {
    description:
      'Finds entities by name and alias, claims by text, sources by title, and citations by quote and passage. The search ignores case, accents and apostrophes, tolerates typos, and finds words while they are being typed. If that gives too few hits, it also covers the descriptions of entities and the first 100,000 characters of the kept texts of sources, for every word as it was typed. If the server has an embedding model, claims are also found by their meaning, in other words and other languages.',
  })
  async search(@Args(() => SearchArguments) arguments_: object, @Ctx() context: RequestContext) {
    const { text, kinds, where, first, finished, descriptionsAndTexts } = arguments_ as Given;
    if (first < 1 || first > context.pageSizeMax)
      throw InputError.of('BAD_PAGE', `first is ${first}`, ['search', 'first'], `1 to ${context.pageSizeMax}`);
    if (codePointLength(text) > LONGEST_TEXT)
      throw InputError.of('TOO_LONG', 'the text is too long to search for', ['search', 'text'], `at most ${LONGEST_TEXT} characters`);
    const records = kinds ? [...new Set(kinds)] : SEARCHED_RECORDS;
    const conditions = records.flatMap((record) => {
      const given = where?.[itemName(record)];
      return given ? [[record, whereCondition(record, given as never, ['search', 'where', itemName(record)])]] : [];
    });
    const near = records.includes('Claim') ? await context.nearest?.(text, NEAR_TEXTS) : undefined;
    const request = {
      text,
      records,
      where: Object.fromEntries(conditions),
      first,
      finished,
      candidatesMax: context.searchCandidatesMax,
      further: descriptionsAndTexts,
      near,
      clock: context.clock,
    };
    const { hits, complete } = await context.explore(() => searchFor(request), undefined);
    return { hits: hits.map((hit) => ({ ...hit, kind: hit.record })), complete };
  }
}
