/** What a request's resolvers share: the way to read, and the way to write. No resolver has another. */
import DataLoader from 'dataloader';
import { GraphQLObjectType, getNamedType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { ChangesetResult, OnProblem } from '../model/changeset/changeset.js';
import type { Looking } from '../analysis/duplicates/looking.js';
import type { ExploreLimits, Exploring } from '../analysis/explore.js';
import type { Asking } from '../model/changeset/known.js';
import type { RecordName } from '../model/definition.js';
import { isRecordName, shapeOf } from '../model/graph.js';
import { clockUntil, type Clock } from '../model/clock.js';
import { InputError, StoreError, type Path } from '../model/errors.js';
import { permissionsOf, type Permission, type Role } from '../model/roles.js';
import { codePointLength, isId, normalId } from '../model/values/text.js';
import { momentOf } from '../plan/moment.js';
import { orderKeys } from '../plan/page.js';
import type { Condition, Plan, Position, Selection } from '../plan/plan.js';
import { Planner, type Slots } from '../plan/planner.js';
import type { GroupCount, RecordCount, Row } from '../plan/rows.js';
import { selectedFields } from '../plan/selection.js';
import type { ImportReport } from '../formats/import-report.js';
import { importEntries } from '../formats/importing.js';
import { entriesOfText } from '../formats/import-text.js';
import type { ImportFormat } from '../formats/reading/entry.js';
import { lookIn } from '../store/look.js';
import type { ChangeHeader, ReadOptions, WriteOptions } from '../store/store.js';
import { Analyses } from './analysis/analyses.js';
import { Connection } from './connection.js';
import type { ContextOptions, ExchangeOptions } from './context-options.js';
import { MATCHING_LEAVES, type ImportWishes } from './exchange/import-wishes.js';
import type { AsOf } from './inputs/as-of.args.js';
import type { Followed } from './records/change-filter.js';

/** A list's beginning: which records, and how many. */
export interface ListedKey {
  readonly where: Condition;
  readonly first: number;
}

/** Lists in one statement: each is a page of its own in its text. */
const LISTS_AT_ONCE = 50;

export class RequestContext {
  /** Where each selected list was put in the rows; filled by the planner, read by resolve-rows.ts. */
  readonly slots: Slots = new Map();
  // Not a #private: Apollo hands out a copy made with Object.assign.
  private readonly deadline: number;
  /** Of the request: what is worked out between reads looks at it. */
  readonly clock: Clock;

  private readonly listsOf = new Map<FieldNode, DataLoader<ListedKey, readonly Row[]>>();
  private readonly analysesAt = new Map<number | undefined, Analyses>();
  readonly askToWrite: (path: Path) => void;
  readonly nearest: ContextOptions['nearest'];
  readonly duplicateLimits: ContextOptions['duplicateLimits'];
  readonly searchCandidatesMax: number;
  readonly matchTextMax: number;
  readonly contradictionClaimsMax: number;

  constructor(private readonly options: ContextOptions) {
    this.askToWrite = options.askToWrite ?? (() => {});
    this.nearest = options.nearest;
    this.duplicateLimits = options.duplicateLimits;
    this.searchCandidatesMax = options.searchCandidatesMax;
    this.matchTextMax = options.matchTextMax;
    this.contradictionClaimsMax = options.contradictionClaimsMax;
    this.deadline = performance.now() + options.timeout;
    this.clock = clockUntil(this.deadline);
  }

  /** The analyses over the graph as it was at a moment; undefined: as it is. */
  analyses(asOf: number | undefined): Analyses {
    let analyses = this.analysesAt.get(asOf);
    if (!analyses) {
      analyses = new Analyses((asking) => this.run(asking, asOf), { ...this.options.analysisLimits, clock: this.clock }, asOf);
      this.analysesAt.set(asOf, analyses);
    }
    return analyses;
  }

  async list(record: RecordName, info: GraphQLResolveInfo): Promise<Connection> {
    const { plan, order } = this.planner(info).list(record, info.parentType, info.fieldNodes);
    const rows = await this.read(plan);
    return new Connection(record, order, rows.page);
  }

  /** One record; exactly one of id and key is to be given. */
  one(
    record: RecordName,
    info: GraphQLResolveInfo,
    { id, key, asOf }: { id?: string | null | undefined; key?: string | null | undefined } & AsOf,
  ): Promise<Row | null> {
    if ((id ?? undefined) === undefined ? (key ?? undefined) === undefined : (key ?? undefined) !== undefined) {
      throw InputError.of('BAD_INPUT', 'exactly one of id and key is required', [info.fieldName], 'give id or key');
    }
    const longest = shapeOf(record).fields['key']?.max;
    if (!id && longest !== undefined && codePointLength(key as string) > longest)
      throw InputError.of(
        'BAD_KEY',
        `the key has ${codePointLength(key as string)} characters`,
        [info.fieldName, 'key'],
        `a key of at most ${longest} characters`,
      );
    return this.readOne(
      record,
      info,
      info.fieldNodes,
      id ? 'id' : 'key',
      id ? normalId(id) : (key as string),
      momentOf(asOf, [info.fieldName, 'asOf']),
    );
  }

  nodes(info: GraphQLResolveInfo, ids: readonly string[], { asOf }: AsOf): Promise<readonly (Row | null)[]> {
    return this.readNodes(info, ids, undefined, momentOf(asOf, [info.fieldName, 'asOf']));
  }

  private async readNodes(info: GraphQLResolveInfo, ids: readonly string[], only: RecordName | undefined, asOf: number | undefined) {
    const named = ids.map(normalId);
    const distinct = [...new Set(named)];
    const rows = await this.read(this.planner(info).nodes(info.fieldNodes, distinct, only, asOf));
    const byId = new Map(distinct.map((id, index) => [id, rows.rows[index]!]));
    return named.map((id) => byId.get(id)!);
  }

  /** Reads the records that a field of an analysis names, those of all its parents at once, as of the analysis's moment. */
  recordsNamed(info: GraphQLResolveInfo, asOf: number | undefined) {
    const { name } = getNamedType(info.returnType);
    const only = isRecordName(name) ? name : undefined;
    return this.analyses(asOf).records(info.fieldNodes[0]!, (ids) => this.readNodes(info, ids, only, asOf));
  }

  /** The change log after a position, at most so many. */
  changes(since: number, limit: number): Promise<ChangeHeader[]> {
    return this.options.store.changeHeaders(since, limit, this.readOptions());
  }

  get role(): Role {
    return this.options.role;
  }

  /** Whoever asks, as they are told. */
  get caller(): { name: string | null; anonymous: boolean; role: Role; permissions: Permission[] } {
    const { by, role, isAnonymous } = this.options;
    return { name: by ?? null, anonymous: isAnonymous, role, permissions: permissionsOf(role, this.options) };
  }

  get changesMax(): number {
    return this.options.changesMax;
  }

  get pageSizeMax(): number {
    return this.options.limits.pageSizeMax;
  }

  /** Counts by value. */
  async groups(plan: Omit<Extract<Plan, { kind: 'groups' }>, 'kind'>): Promise<{ groups: readonly GroupCount[]; total: number }> {
    const rows = await this.read({ kind: 'groups', ...plan });
    return rows;
  }

  /** Reads the first records of several lists, those of all parents of a field at once, in the usual order. */
  listed(info: GraphQLResolveInfo, record: RecordName, asOf: number | undefined): DataLoader<ListedKey, readonly Row[]> {
    const node = info.fieldNodes[0]!;
    let loader = this.listsOf.get(node);
    if (!loader) {
      loader = new DataLoader(
        async (keys: readonly ListedKey[]) => {
          const lists = keys.map(({ where, first }) => this.planner(info).firstOf(record, info.fieldNodes, where, first, asOf));
          const rows = await this.read({ kind: 'lists', record, lists, asOf });
          return rows.pages.map(({ items }) => items.map(({ row }) => row));
        },
        { cache: false, maxBatchSize: LISTS_AT_ONCE },
      );
      this.listsOf.set(node, loader);
    }
    return loader;
  }

  /** The ids of the claims that meet a condition, so many at once, those last said first. */
  async *claimIds(where: Condition, size: number, asOf: number | undefined): AsyncGenerator<readonly string[]> {
    const order = orderKeys('Claim', undefined, []);
    const wants = { items: true, total: false, previous: false, next: true };
    const selection: Selection = { shape: 'Claim', fields: ['id'], edges: [] };
    for (let after: Position | undefined; ;) {
      const page = { size, direction: 'forward', after, wants } as const;
      const rows = await this.read({ kind: 'list', record: 'Claim', list: { where, retracted: 'EXCLUDE', order, page, selection }, asOf });
      const { items, hasNext } = rows.page;
      if (items.length > 0) yield items.map(({ row }) => row['id'] as string);
      after = items.at(-1)?.position;
      if (!hasNext) return;
    }
  }

  get timelineBucketsMax(): number {
    return this.options.timelineBucketsMax;
  }

  async stats({ asOf }: AsOf): Promise<readonly RecordCount[]> {
    const rows = await this.read({ kind: 'stats', asOf: momentOf(asOf, ['stats', 'asOf']) });
    return rows.counts;
  }

  async write(
    items: readonly unknown[],
    options: { key?: string | undefined; onProblem?: OnProblem | undefined } = {},
  ): Promise<ChangesetResult> {
    const { store, by, onBookmark } = this.options;
    const { bookmark, ...result } = await store.write({ ...options, by, items }, this.writeOptions());
    for (const analyses of this.analysesAt.values()) analyses.forget();
    if (bookmark !== undefined) onBookmark?.(bookmark);
    return result;
  }

  follow(followed: Followed): AsyncGenerator<unknown, void, undefined> {
    const { follow } = this.options;
    if (!follow) throw new Error('this transport follows nothing');
    return follow(followed);
  }

  get exchange(): ExchangeOptions {
    return this.options.exchange;
  }

  /** Takes in a text of a format; when it is a dry run, only says what would happen. */
  async import(format: ImportFormat, text: string, { mapping, dryRun, matching }: ImportWishes): Promise<ImportReport> {
    const { store, by, exchange } = this.options;
    const entries = await entriesOfText(format, text, exchange.textLimits, { mapping, check: () => this.clock.check() });
    const report = await importEntries(store, entries, {
      batch: exchange.textLimits.textItemsMax,
      waitingMax: exchange.textLimits.textItemsMax,
      refusalsMax: exchange.refusalsMax,
      lostMax: exchange.lostMax,
      matching: matching && {
        ...matching,
        matchesMax: exchange.matchesMax,
        candidatesMax: this.searchCandidatesMax,
        hasTime: () => this.timeLeft > MATCHING_LEAVES * this.options.timeout,
      },
      by,
      dryRun,
      writeOptions: () => this.writeOptions(),
    });
    for (const analyses of this.analysesAt.values()) analyses.forget();
    return report;
  }

  /** The written record, as the payload's member selects it. */
  written(record: RecordName, info: GraphQLResolveInfo, member: string, id: string): Promise<Row | null> {
    const nodes = this.nodesOf(info, member);
    return nodes.length === 0 ? Promise.resolve(null) : this.readOne(record, info, nodes, 'id', id);
  }

  private async readOne(
    record: RecordName,
    info: GraphQLResolveInfo,
    nodes: readonly FieldNode[],
    by: 'id' | 'key',
    value: string,
    asOf?: number,
  ): Promise<Row | null> {
    const rows = await this.read(this.planner(info).one(record, nodes, by, value, asOf));
    return rows.row;
  }

  private planner(info: GraphQLResolveInfo): Planner {
    return new Planner(info, this.options.limits, this.slots);
  }

  private read<P extends Plan>(plan: P) {
    return this.options.store.read(plan, this.readOptions());
  }

  /** Milliseconds that the request has left. */
  get timeLeft(): number {
    return this.deadline - performance.now();
  }

  /** Lets an analysis ask the store until it has its answer; as of a moment, or of the graph as it is. */
  async run<T>(asking: Asking<T>, asOf?: number): Promise<T> {
    let step = asking.next({});
    while (!step.done) step = asking.next(await this.options.store.ask(step.value, { ...this.readOptions(), asOf }));
    return step.value;
  }

  /** Lets a search for duplicates look things up until it has its answer. */
  look = <T>(looking: Looking<T>): Promise<T> => lookIn(this.options.store, looking, () => this.readOptions());

  /** Lets a search read until it has its answer. */
  async explore<T>(search: (limits: ExploreLimits) => Exploring<T>, asOf: number | undefined): Promise<T> {
    const exploring = search({ ...this.options.analysisLimits, clock: this.clock });
    let step = exploring.next();
    while (!step.done) step = exploring.next(await this.read({ ...step.value, asOf }));
    return step.value;
  }

  /** A record named by id or key: its id and version; undefined where there is none. */
  async recordNamed(record: RecordName, reference: string, asOf?: number): Promise<{ id: string; version: number } | undefined> {
    const id = normalId(reference);
    const by = isId(id) ? 'id' : 'key';
    const selection: Selection = { shape: record, fields: ['id', 'version'], edges: [] };
    const rows = await this.read({ kind: 'one', record, by, value: id, selection, asOf });
    return rows.kind === 'one' && rows.row ? (rows.row as { id: string; version: number }) : undefined;
  }

  /** Whether the operation selects a member of the field's own answer. */
  selects(info: GraphQLResolveInfo, member: string): boolean {
    return this.nodesOf(info, member).length > 0;
  }

  /** Whether the operation selects nothing of the field's own answer but these members. */
  selectsOnly(info: GraphQLResolveInfo, members: readonly string[]): boolean {
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    return info.fieldNodes.every((node) =>
      [...selectedFields(info, type, node.selectionSet)].every(({ name: { value } }) => value === '__typename' || members.includes(value)),
    );
  }

  private nodesOf(info: GraphQLResolveInfo, member: string): FieldNode[] {
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    return info.fieldNodes.flatMap((node) =>
      [...selectedFields(info, type, node.selectionSet)].filter(({ name }) => name.value === member),
    );
  }

  /** Milliseconds; throws StoreError, TIMEOUT, when there are none. */
  private timeGiven(): number {
    const timeout = this.deadline - performance.now();
    if (timeout <= 0) throw new StoreError('TIMEOUT', 'the request took longer than its limit');
    return timeout;
  }

  private writeOptions(): WriteOptions {
    return { timeout: this.timeGiven(), signal: this.options.signal, isGivenUp: this.options.isGivenUp };
  }

  private readOptions(): ReadOptions {
    return { timeout: this.timeGiven(), bookmark: this.options.bookmark, signal: this.options.signal, isGivenUp: this.options.isGivenUp };
  }
}
