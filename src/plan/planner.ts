/** GraphQL selection -> Plan. The model's table says what each selected name is: a field, an edge, a page. */
import { getArgumentValues, getNamedType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { EdgeDefinition, RecordName, ShapeName } from '../model/definition.js';
import type { Path } from '../model/errors.js';
import { isListEdge, RECORD_NAMES, shapeOf, targetOf } from '../model/graph.js';
import { rolesMask } from '../model/changeset/documents.js';
import { ANALYSED, COMPUTED, KEPT } from './computed.js';
import { orderKeys, pageRequest, type OrderArgument, type PageArguments, type PageLimits } from './page.js';
import type { Condition, EdgeSelection, ListRead, OrderKey, PageRequest, PlanOf, RetractedChoice, Selection } from './plan.js';
import { selectedFields, type OperationContext } from './selection.js';
import { momentOf, validAtCondition } from './moment.js';
import { bothOf, whereCondition } from './where.js';

/** Where a selected list was put, and the order its cursors are made for. */
export interface Slot {
  readonly name: string;
  readonly record: RecordName;
  readonly order: readonly OrderKey[];
}

export type Slots = Map<FieldNode, Slot>;

/** A selection being gathered: the same list may be selected in several places with different subfields. */
interface Draft {
  readonly shape: ShapeName;
  /** The moment that the rows are read as of; undefined: now. */
  readonly asOf: number | undefined;
  /** Whether an analysis begins from these rows. */
  analysed: boolean;
  readonly fields: Set<string>;
  readonly plain: Map<string, { edge: string; asOf: number | undefined; draft: Draft }>;
  readonly pages: Map<string, { edge: string; list: DraftList }>;
}

interface DraftList {
  readonly read: Omit<ListRead, 'page' | 'selection'>;
  readonly node: Draft;
  readonly wants: { items: boolean; total: boolean; previous: boolean; next: boolean };
  readonly page: (wants: PageRequest['wants']) => PageRequest;
}

type ListArguments = PageArguments & {
  readonly where?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: readonly OrderArgument[] | null;
  readonly retracted?: RetractedChoice | null;
  readonly roles?: readonly string[] | null;
  readonly asOf?: string | null;
  readonly validAt?: string | null;
};

export class Planner {
  constructor(
    private readonly context: OperationContext,
    private readonly limits: PageLimits,
    /** Filled while planning; resolvers look their page up here. */
    readonly slots: Slots = new Map(),
  ) {}

  /** A root field that gives a page of records. */
  list(record: RecordName, parent: GraphQLObjectType, nodes: readonly FieldNode[]): { plan: PlanOf<'list'>; order: readonly OrderKey[] } {
    const draft = newDraft('Version', undefined);
    for (const node of nodes) this.#page(draft, 'root', record, parent, node, [node.name.value]);
    const [page] = draft.pages.values();
    if (!page) throw new Error('a list needs a field node');
    const { list } = page;
    return { plan: { kind: 'list', record, list: finishList(list) }, order: list.read.order };
  }

  /** One record, selected below these field nodes. */
  one(record: RecordName, nodes: readonly FieldNode[], by: 'id' | 'key', value: string, asOf?: number): PlanOf<'one'> {
    return { kind: 'one', record, by, value, selection: this.#selectionOf(record, nodes, asOf), asOf };
  }

  /** Records of any kind: what each kind's fragments select. Where the field's type is one kind of record, only that one. */
  nodes(nodes: readonly FieldNode[], ids: readonly string[], only?: RecordName, asOf?: number): PlanOf<'nodes'> {
    const kinds = only === undefined ? RECORD_NAMES : [only];
    const selections = Object.fromEntries(kinds.map((record) => [record, this.#selectionOf(record, nodes, asOf)]));
    return { kind: 'nodes', ids, selections, asOf };
  }

  /** The first records that meet a condition, in their usual order, selected below these field nodes. */
  firstOf(record: RecordName, nodes: readonly FieldNode[], where: Condition, first: number, asOf: number | undefined): ListRead {
    const wants = { items: true, total: false, previous: false, next: false };
    const page = { size: first, direction: 'forward', wants } as const;
    return {
      where,
      retracted: 'EXCLUDE',
      order: orderKeys(record, undefined, []),
      page,
      selection: this.#selectionOf(record, nodes, asOf),
    };
  }

  #selectionOf(record: RecordName, nodes: readonly FieldNode[], asOf: number | undefined): Selection {
    const draft = newDraft(record, asOf);
    for (const node of nodes) this.#gather(draft, node, [node.name.value]);
    return finish(draft);
  }

  #objectType(name: string): GraphQLObjectType {
    return this.context.schema.getType(name) as GraphQLObjectType;
  }

  #gather(draft: Draft, parentNode: FieldNode, path: Path): void {
    const type = this.#objectType(draft.shape);
    for (const node of selectedFields(this.context, type, parentNode.selectionSet)) {
      const name = node.name.value;
      if (name === '__typename') continue;
      const { fields, edges } = shapeOf(draft.shape);
      const computed = COMPUTED[draft.shape]?.[name];
      const edge = edges[name];
      if (computed) {
        const needed = computed.edge === undefined ? draft : plainDraft(draft, edges[computed.edge]!, undefined);
        for (const field of computed.fields) needed.fields.add(field);
      } else if (ANALYSED[draft.shape]?.has(name)) {
        // Where nothing but numbers is asked for, those that are kept will do.
        const kept = KEPT[draft.shape]?.[name];
        if (kept && this.#selectsOnly(type, node, kept.members)) for (const field of kept.fields) draft.fields.add(field);
        else {
          draft.fields.add('id');
          draft.analysed = true;
        }
      } else if (fields[name]) draft.fields.add(name);
      else if (!edge) throw new Error(`${draft.shape}.${name} is neither in the table nor computed`);
      else if (isListEdge(edge)) this.#page(draft, edge.name, edge.to, type, node, [...path, name]);
      else this.#gather(plainDraft(draft, edge, this.#asOf(type, node, [...path, name])), node, [...path, name]);
    }
  }

  #selectsOnly(parent: GraphQLObjectType, node: FieldNode, members: readonly string[]): boolean {
    const type = getNamedType(parent.getFields()[node.name.value]!.type) as GraphQLObjectType;
    return [...selectedFields(this.context, type, node.selectionSet)].every(
      ({ name: { value } }) => value === '__typename' || members.includes(value),
    );
  }

  /** The moment that a field's own argument names. */
  #asOf(parent: GraphQLObjectType, node: FieldNode, path: Path): number | undefined {
    if (!node.arguments?.length) return undefined;
    const given = getArgumentValues(parent.getFields()[node.name.value]!, node, this.context.variableValues);
    return momentOf(given['asOf'] as string | null | undefined, [...path, 'asOf']);
  }

  /** A connection: its nodes and edges' nodes are one selection, whatever they are called in the answer. */
  #page(draft: Draft, edge: string, record: RecordName, parent: GraphQLObjectType, node: FieldNode, path: Path): void {
    const definition = parent.getFields()[node.name.value] as GraphQLField<unknown, unknown>;
    const given = getArgumentValues(definition, node, this.context.variableValues) as ListArguments;
    const slot = slotName(edge, given);
    let page = draft.pages.get(slot);
    if (!page) draft.pages.set(slot, (page = { edge, list: this.#draftList(record, given, draft.asOf, path) }));
    const { list } = page;
    this.slots.set(node, { name: slot, record, order: list.read.order });

    const connection = getNamedType(definition.type) as GraphQLObjectType;
    for (const member of selectedFields(this.context, connection, node.selectionSet)) {
      const name = member.name.value;
      if (name === 'totalCount') list.wants.total = true;
      if (name === 'nodes') this.#nodes(list, member, [...path, 'nodes']);
      if (name === 'edges') this.#edges(list, connection, member, [...path, 'edges']);
      if (name === 'pageInfo') this.#pageInfo(list, member);
    }
  }

  #draftList(record: RecordName, given: ListArguments, around: number | undefined, path: Path): DraftList {
    const order = orderKeys(record, given.orderBy, path);
    const asOf = momentOf(given.asOf, [...path, 'asOf']);
    return {
      read: {
        asOf,
        where: bothOf(whereCondition(record, given.where, [...path, 'where']), validAtCondition(given.validAt, [...path, 'validAt'])),
        roles: given.roles && given.roles.length > 0 ? rolesMask(given.roles) : undefined,
        retracted: given.retracted ?? 'EXCLUDE',
        order,
      },
      node: newDraft(record, asOf ?? around),
      wants: { items: false, total: false, previous: false, next: false },
      page: (wants) => pageRequest(record, order, given, wants, this.limits, path),
    };
  }

  #nodes(list: DraftList, node: FieldNode, path: Path): void {
    list.wants.items = true;
    this.#gather(list.node, node, path);
  }

  #edges(list: DraftList, connection: GraphQLObjectType, node: FieldNode, path: Path): void {
    list.wants.items = true;
    const edgeType = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
    for (const member of selectedFields(this.context, edgeType, node.selectionSet)) {
      if (member.name.value === 'node') this.#gather(list.node, member, [...path, 'node']);
    }
  }

  #pageInfo(list: DraftList, node: FieldNode): void {
    for (const member of selectedFields(this.context, this.#objectType('PageInfo'), node.selectionSet)) {
      list.wants.items = true;
      if (member.name.value === 'hasNextPage') list.wants.next = true;
      if (member.name.value === 'hasPreviousPage') list.wants.previous = true;
    }
  }
}

/** The same edge with the same arguments is the same list, under however many aliases. */
function slotName(edge: string, given: ListArguments): string {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0 ? `${edge}()` : `${edge}(${JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))})`;
}

const newDraft = (shape: ShapeName, asOf: number | undefined): Draft => ({
  shape,
  asOf,
  analysed: false,
  fields: new Set(),
  plain: new Map(),
  pages: new Map(),
});

function plainDraft(draft: Draft, edge: EdgeDefinition, asOf: number | undefined): Draft {
  const slot = plainSlot(edge.name, asOf);
  let plain = draft.plain.get(slot);
  if (!plain) draft.plain.set(slot, (plain = { edge: edge.name, asOf, draft: newDraft(targetOf(edge), asOf ?? draft.asOf) }));
  return plain.draft;
}

/** Where a row keeps what an edge that is read whole leads to. */
export const plainSlot = (edge: string, asOf: number | undefined): string => (asOf === undefined ? edge : `${edge}@${asOf}`);

function finish(draft: Draft): Selection {
  const edges: EdgeSelection[] = [
    ...[...draft.plain].map(([slot, { edge, asOf, draft: inner }]): EdgeSelection => ({
      kind: 'plain',
      slot,
      edge,
      asOf,
      selection: finish(inner),
    })),
    ...[...draft.pages].map(([slot, { edge, list }]): EdgeSelection => ({ kind: 'page', slot, edge, list: finishList(list) })),
  ];
  return { shape: draft.shape, fields: [...draft.fields], edges, carries: draft.analysed ? draft.asOf : undefined };
}

function finishList(list: DraftList): ListRead {
  return { ...list.read, page: list.page(list.wants), selection: finish(list.node) };
}
