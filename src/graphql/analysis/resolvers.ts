/** Resolvers of what analyses answer: they hold ids, and the records themselves are read as they are selected. */
import type { GraphQLFieldResolver } from 'graphql';
import type { Chain, ChainStep, Suspicion } from '../../analysis/chain.js';
import type { Contradiction, Contradictions } from '../../analysis/contradictions.js';
import type { Corroboration, CorroborationGroup, Join, Origin, SuspectedJoin } from '../../analysis/corroboration.js';
import type { Duplicate } from '../../analysis/duplicates/judge.js';
import { losesLastSupport, type ClaimImpact, type Impact } from '../../analysis/impact.js';
import type { Neighbour, Neighbourhood } from '../../analysis/neighbours.js';
import { neighboursOf, type NeighbourOrder } from '../../analysis/neighbours.js';
import type { Through } from '../../analysis/explore.js';
import type { Hop } from '../../analysis/paths.js';
import type { SearchHit } from '../../analysis/search/search.js';
import { InputError, type Path } from '../../model/errors.js';
import { KEPT_NUMBERS } from '../../model/kept-corroboration.js';
import { KEPT } from '../../plan/computed.js';
import { momentOf, validAtCondition } from '../../plan/moment.js';
import { carrying, readAsOf, type Row } from '../../plan/rows.js';
import { bothOf, whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import type { Retold } from './analyses.js';
import { bucketCondition, type BucketOf } from './bucket.js';
import { checkWanted, matchesOfClaim } from './matching.js';

type Resolver<From = never> = GraphQLFieldResolver<From, RequestContext, { first: number }>;

const MOST_HOPS_AROUND = 3;

const analysesFor = (row: Row, context: RequestContext) => context.analyses(readAsOf(row));
const idOf = (row: Row): string => row['id'] as string;

/** The record that a member names. */
function record<From extends object>(id: (from: From) => string | undefined): Resolver<From> {
  return (from, _arguments, context, info) => {
    const found = id(from);
    return found === undefined ? null : context.recordsNamed(info, readAsOf(from)).load(found);
  };
}

function records<From extends object>(ids: (from: From) => readonly string[]): Resolver<From> {
  return (from, given, context, info) =>
    Promise.all(cut(ids(from), given, info.fieldName, context).map((id) => context.recordsNamed(info, readAsOf(from)).load(id)));
}

function list<From>(all: (from: From) => readonly unknown[]): Resolver<From> {
  return (from, given, context, info) => cut(all(from), given, info.fieldName, context);
}

function cut<T>(all: readonly T[], { first }: { first: number }, field: string, context: RequestContext): readonly T[] {
  checkFirst(first, field, context);
  return all.slice(0, first);
}

function checkFirst(first: number, field: string, { pageSizeMax }: RequestContext): void {
  if (first < 0 || first > pageSizeMax) throw InputError.of('BAD_PAGE', `first is ${first}`, [field, 'first'], `0 to ${pageSizeMax}`);
}

const count =
  <From>(all: (from: From) => readonly unknown[]): Resolver<From> =>
  (from) =>
    all(from).length;

const unseen = (origins: readonly Origin[]): readonly Origin[] => origins.filter(({ state }) => state !== 'SEEN');

/** By type and member; members that are not here are plain properties. */
export const ANALYSIS_RESOLVERS: Readonly<Record<string, Readonly<Record<string, Resolver>>>> = {
  Claim: {
    corroboration: (row: Row, _, context, info) => {
      const { members } = KEPT.Claim!['corroboration']!;
      if (!context.selectsOnly(info, members)) return analysesFor(row, context).corroboration.load(idOf(row));
      const kept = Object.fromEntries(KEPT_NUMBERS.map((name) => [name, row[name]]));
      return { ...kept, groupCount: kept['independentGroups'], complete: row['corroborationComplete'] };
    },
    contradictions: (row: Row, _, context) => analysesFor(row, context).contradictions.load(idOf(row)),
    origins: async (row: Row, given, context) => cut(await analysesFor(row, context).origins.load(idOf(row)), given, 'origins', context),
  },
  Citation: {
    chain: (row: Row, _, context) => analysesFor(row, context).chain.load(idOf(row)),
    impact: (row: Row, _, context) => analysesFor(row, context).citationImpact(idOf(row)),
  },
  Source: {
    retellings: (row: Row, _, context) => analysesFor(row, context).retellings(idOf(row)),
    impact: (row: Row, _, context) => analysesFor(row, context).sourceImpact(idOf(row)),
  },
  Change: {
    record: record<{ id: string }>(({ id }) => id),
  },
  Entity: {
    neighbours: async (row: Row, given, context) => {
      const { depth = 1, orderBy } = given as unknown as { depth?: number; orderBy: NeighbourOrder };
      const range = depthOf(depth, MOST_HOPS_AROUND, ['neighbours', 'depth']);
      const { asOf, through } = searched(given as never, 'neighbours');
      const moment = asOf ?? readAsOf(row);
      const found = await context.explore((limits) => neighboursOf(idOf(row), range, through, orderBy, limits), moment);
      const neighbourhood = carrying(found, moment);
      return { ...neighbourhood, first: cut(neighbourhood.neighbours, given, 'neighbours', context) };
    },
  },
  TimelineBucket: {
    claims: async (bucket: { of: BucketOf }, { first }, context, info) => {
      checkFirst(first, 'claims', context);
      return context.listed(info, 'Claim', readAsOf(bucket)).load({ where: bucketCondition(bucket.of), first });
    },
  },
  CountOfValue: {
    record: record<{ recordId?: string }>(({ recordId }) => recordId),
  },
  Neighbourhood: {
    found: ({ first }: { first: readonly Neighbour[] }) => first,
    count: count<Neighbourhood>(({ neighbours }) => neighbours),
  },
  Neighbour: {
    entity: record<Neighbour>(({ entity }) => entity),
    claims: records<Neighbour>(({ claims }) => claims),
    claimCount: count<Neighbour>(({ claims }) => claims),
  },
  Path: {
    length: count<readonly Hop[]>((hops) => hops),
    hops: (hops: readonly Hop[]) => hops,
  },
  Hop: {
    from: record<Hop>(({ from }) => from),
    to: record<Hop>(({ to }) => to),
    claims: records<Hop>(({ claims }) => claims),
    claimCount: count<Hop>(({ claims }) => claims),
  },
  Corroboration: {
    groups: list<Corroboration>(({ groups }) => groups),
    groupCount: (from: Corroboration & { groupCount?: number }) => from.groupCount ?? from.groups.length,
    suspected: list<Corroboration>(({ suspected }) => suspected),
    suspectedCount: count<Corroboration>(({ suspected }) => suspected),
  },
  CorroborationGroup: {
    origins: list<CorroborationGroup>(({ origins }) => origins),
    originCount: count<CorroborationGroup>(({ origins }) => origins),
    unseen: list<CorroborationGroup>(({ origins }) => unseen(origins)),
    unseenCount: count<CorroborationGroup>(({ origins }) => unseen(origins)),
    supporting: records<CorroborationGroup>(({ supporting }) => supporting),
    supportingCount: count<CorroborationGroup>(({ supporting }) => supporting),
    refuting: records<CorroborationGroup>(({ refuting }) => refuting),
    refutingCount: count<CorroborationGroup>(({ refuting }) => refuting),
    suspected: list<CorroborationGroup>(({ suspected }) => suspected),
  },
  SuspectedJoin: {
    citation: record<SuspectedJoin>(({ citation }) => citation),
    source: record<SuspectedJoin>(({ source }) => source),
    beginsAt: list<SuspectedJoin>(({ beginsAt }) => beginsAt),
  },
  Origin: {
    citation: record<{ citation: string }>(({ citation }) => citation),
    source: record<{ source: string }>(({ source }) => source),
    knownThrough: records<Origin>(({ knownThrough }) => knownThrough),
    knownThroughCount: count<Origin>(({ knownThrough }) => knownThrough),
  },
  OriginJoin: {
    shared: record<Join>(({ shared }) => shared),
    claims: records<Join>(({ claims }) => claims),
    originCount: count<Join>(({ origins }) => origins),
    unseen: list<Join>(({ origins }) => unseen(origins)),
  },
  ClaimImpact: {
    claim: record<ClaimImpact>(({ claim }) => claim),
    losesLastSupport,
  },
  RetractionImpact: {
    claims: list<Impact>(({ claims }) => claims),
    claimCount: count<Impact>(({ claims }) => claims),
    losingLastSupportCount: count<Impact>(({ claims }) => claims.filter(losesLastSupport)),
    losingLastSeenSourceCount: count<Impact>(({ claims }) => claims.filter(({ losesLastSeenSource }) => losesLastSeenSource)),
  },
  AttributionChain: {
    steps: ({ steps }: Chain) => placed(steps),
    origins: ({ steps }: Chain) => placed(steps).filter(({ isOrigin }) => isOrigin),
  },
  ChainStep: {
    citation: record<{ citation?: string }>(({ citation }) => citation),
    source: record<{ source: string }>(({ source }) => source),
    suspicions: list<ChainStep>(({ suspicions }) => suspicions),
  },
  Suspicion: {
    citation: record<Suspicion>(({ citation }) => citation),
    source: record<Suspicion>(({ source }) => source),
  },
  Retellings: {
    sources: records<Retold>(({ sources }) => sources),
    sourceCount: count<Retold>(({ sources }) => sources),
    citations: records<Retold>(({ citations }) => citations),
    citationCount: count<Retold>(({ citations }) => citations),
  },
  Contradictions: {
    found: list<Contradictions>(({ found }) => found),
    count: count<Contradictions>(({ found }) => found),
  },
  Duplicate: {
    record: record<Duplicate>(({ record: id }) => id),
    other: record<Duplicate>(({ other }) => other),
  },
  SearchHit: {
    record: record<SearchHit>(({ id }) => id),
  },
  ClaimMatch: {
    claim: record<{ claim: string }>(({ claim }) => claim),
  },
  ClaimPayload: {
    similar: async ({ id }: { id: string }, given, context) => {
      const wanted = given as unknown as { first: number; minimumScore: number };
      checkWanted(wanted, 'similar', context);
      return (await matchesOfClaim(id, ['similar'], wanted, context)).matches;
    },
  },
  ContradictionSearch: {
    found: ({ found }: { found: readonly Contradiction[] }) => found,
  },
  Contradiction: {
    claim: record<Contradiction>(({ claim }) => claim),
    other: record<Contradiction>(({ other }) => other),
    speaker: record<Contradiction>(({ speaker }) => speaker),
    citations: records<Contradiction>(({ citations }) => citations),
    citationCount: count<Contradiction>(({ citations }) => citations),
    otherCitations: records<Contradiction>(({ otherCitations }) => otherCitations),
    otherCitationCount: count<Contradiction>(({ otherCitations }) => otherCitations),
  },
};

export interface SearchArguments {
  readonly where?: object | null;
  readonly kinds?: readonly string[] | null;
  readonly validAt?: string | null;
  readonly asOf?: string | null;
}

/** What a search from entity to entity goes through: the claims and entities meant, as of a moment. */
export function searched({ where, kinds, validAt, asOf }: SearchArguments, field: string): { through: Through; asOf: number | undefined } {
  const claims = bothOf(whereCondition('Claim', where as never, [field, 'where']), validAtCondition(validAt, [field, 'validAt']));
  return {
    through: { where: claims, kinds: kinds ?? undefined },
    asOf: momentOf(asOf, [field, 'asOf']),
  };
}

/** Throws BAD_INPUT on a number of hops that is not allowed. */
export function depthOf(hops: number, most: number, path: Path): number {
  if (hops < 1 || hops > most) throw InputError.of('BAD_INPUT', `${path.at(-1)} is ${hops}`, path, `1 to ${most}`);
  return hops;
}

const placed = (steps: Chain['steps']) => steps.map((step, position) => ({ ...step, position }));
