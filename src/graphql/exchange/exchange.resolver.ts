import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { EXPORT_FORMATS } from '../../formats/exports.js';
import { IMPORT_FORMATS } from '../../formats/imports.js';
import { reasonsOf, type Matching } from '../../formats/import-matches.js';
import type { ImportReport as Report } from '../../formats/import-report.js';
import { InputError } from '../../model/errors.js';
import { whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import { ExportsArguments, ImportArguments } from '../inputs/list.args.js';
import { ExportLink, ImportReport } from './exchange.type.js';

interface Given {
  readonly format: string;
  readonly text: string;
  readonly mapping?: string | null;
  readonly match?: Matching | null;
  readonly matchScore: number;
}

@Resolver()
export class ExchangeResolver {
  @Query(() => ImportReport, {
    description: 'Previews the import of a text. Nothing is written. For contributors and above, like `importText`.',
  })
  importPreview(@Args(() => ImportArguments) given: object, @Ctx() context: RequestContext) {
    // Before anything of the text is looked at; a mutation asks by itself.
    context.askToWrite(['importPreview']);
    return taken(given as Given, context, true);
  }

  @Mutation(() => ImportReport, {
    nullable: true,
    description: 'Imports a text. Refused items are skipped and the rest is written. For files of any length, use `claimgraph import`.',
  })
  importText(@Args(() => ImportArguments) given: object, @Ctx() context: RequestContext) {
    return taken(given as Given, context, false);
  }

  @Query(() => [ExportLink], {
    description:
      'Links to download the graph as a file, one per format. With `where`, a file holds the matching claims and all records they rest on.',
  })
  exports(@Args(() => ExportsArguments) given: object, @Ctx() context: RequestContext) {
    const { where } = given as { where?: object | null };
    // What is no filter is refused here, not when the file is fetched.
    whereCondition('Claim', where as never, ['exports', 'where']);
    const query = where ? `?where=${encodeURIComponent(JSON.stringify(where))}` : '';
    return EXPORT_FORMATS.map(({ name, about, mediaType }) => ({
      format: name,
      about,
      mediaType,
      url: `${context.exchange.publicUrl}/export/${name}${query}`,
    }));
  }
}

async function taken({ format: name, text, mapping, match, matchScore }: Given, context: RequestContext, dryRun: boolean) {
  if (!(matchScore >= 0 && matchScore <= 1)) {
    const field = dryRun ? 'importPreview' : 'importText';
    throw InputError.of('BAD_INPUT', `matchScore is ${matchScore}`, [field, 'matchScore'], '0 to 1');
  }
  const format = IMPORT_FORMATS.find((each) => each.name === name)!;
  const matching = match ? { how: match, minimumScore: matchScore } : undefined;
  return shown(await context.import(format, text, { mapping: mapping ?? undefined, dryRun, matching }), dryRun);
}

function shown({ refusals, lost, stoppedAt, matches, matched, unmatched, ...counts }: Report, dryRun: boolean) {
  return {
    ...counts,
    stoppedAt: stoppedAt && { line: stoppedAt.line, place: stoppedAt.path },
    matched: matched ?? null,
    unmatched: unmatched ?? null,
    matches: matches?.map((match) => ({
      ...match,
      line: match.place.line,
      place: match.place.path,
      claim: dryRun ? null : match.claim,
      reasons: reasonsOf(match),
    })),
    refusals: refusals.map(({ place, ...refusal }) => ({ ...refusal, line: place.line, place: place.path })),
    lost: [...lost].map(([path, count]) => ({ path, count })).sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1)),
  };
}
