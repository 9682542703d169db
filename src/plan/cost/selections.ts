/**
 * What a selection costs, as a line over the number of parents that it is asked of: `once + each × parents`.
 * A fragment is weighed once however often it is spread, so that documents of fragments that double cost
 * no more to weigh than they are long.
 */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ShapeName } from '../../model/definition.js';
import { KEPT } from '../computed.js';
import type { OperationContext } from '../selection.js';
import { argumentsOf, type Given } from './arguments.js';
import { ConditionWeigher } from './conditions.js';
import { fieldCost, sumOf, type Asked, type FieldCost } from './fields.js';
import type { CostLimits } from './limits.js';
import { SIZED_FROM_AROUND, sizeOf } from './sizes.js';
import { NO_WEIGHT, type Weight } from './weights.js';

export interface SelectionCost extends Weight {
  /** Levels of fields. */
  readonly depth: number;
  /** Lists within lists in one `where`. */
  readonly conditionDepth: number;
  /** Those of fragments are counted each time. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the selection's own level. */
  readonly level: number;
}

/** A field with what it costs by itself, and what it costs with everything below. */
export interface WeighedField extends SelectionCost {
  readonly node: FieldNode;
  readonly asked: Asked | undefined;
  readonly cost: FieldCost;
  /** The records that the field itself gives, and what it takes by itself. */
  readonly own: Weight;
  readonly below: SelectionCost;
  /** Values for one parent. */
  readonly size: number;
  readonly type: GraphQLNamedType | undefined;
  readonly around: Given | undefined;
}

const NOTHING: SelectionCost = { ...NO_WEIGHT, depth: 0, conditionDepth: 0, fields: 0, aliases: 0, directives: 0, level: 0 };
const NO_COST: FieldCost = { own: NO_WEIGHT, conditions: NO_WEIGHT, conditionDepth: 0, total: NO_WEIGHT };
const NONE_AROUND: Given = Object.freeze({});

export class SelectionWeigher {
  readonly conditions = new ConditionWeigher();
  readonly #sets = new Map<SelectionSetNode, Map<Given | undefined, SelectionCost>>();
  readonly #fields = new Map<FieldNode, Map<Given | undefined, WeighedField>>();
  readonly #given = new Map<FieldNode, Given>();

  constructor(
    private readonly context: OperationContext,
    private readonly limits: CostLimits,
  ) {}

  /** `around` are the arguments of the field around it, where what is in it is sized by them. */
  weigh(type: GraphQLNamedType | undefined, set: SelectionSetNode, around: Given | undefined): SelectionCost {
    let known = this.#sets.get(set);
    if (!known) this.#sets.set(set, (known = new Map<Given | undefined, SelectionCost>()));
    let cost = known.get(around);
    if (!cost) {
      // A fragment that leads back to itself is refused by validation; here it must only come to an end.
      known.set(around, NOTHING);
      cost = set.selections.map((each) => this.#selection(type, each, around)).reduce(both, NOTHING);
      known.set(around, cost);
    }
    return cost;
  }

  /** The fields of a selection, with those of its fragments. */
  *fieldsOf(
    type: GraphQLNamedType | undefined,
    set: SelectionSetNode,
    around: Given | undefined,
    seen = new Set<SelectionSetNode>(),
  ): Generator<WeighedField> {
    if (seen.has(set)) return;
    seen.add(set);
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) yield this.#field(type, each, around);
      else {
        const fragment = this.#fragment(type, each);
        if (fragment) yield* this.fieldsOf(fragment.type, fragment.set, around, seen);
      }
    }
  }

  #selection(type: GraphQLNamedType | undefined, selection: SelectionNode, around: Given | undefined): SelectionCost {
    if (selection.kind === Kind.FIELD) return this.#field(type, selection, around);
    const fragment = this.#fragment(type, selection);
    const within = fragment ? this.weigh(fragment.type, fragment.set, around) : NOTHING;
    const directives = within.directives + (selection.directives?.length ?? 0);
    return { ...within, directives, fields: within.fields + 1 };
  }

  #fragment(type: GraphQLNamedType | undefined, selection: Exclude<SelectionNode, FieldNode>) {
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.context.fragments[selection.name.value];
    if (!fragment) return undefined;
    const { typeCondition } = fragment;
    return { type: typeCondition ? this.context.schema.getType(typeCondition.name.value) : type, set: fragment.selectionSet };
  }

  #field(type: GraphQLNamedType | undefined, node: FieldNode, around: Given | undefined): WeighedField {
    let known = this.#fields.get(node);
    if (!known) this.#fields.set(node, (known = new Map<Given | undefined, WeighedField>()));
    let field = known.get(around);
    if (!field) known.set(around, (field = this.#weighField(type, node, around)));
    return field;
  }

  #weighField(type: GraphQLNamedType | undefined, node: FieldNode, around: Given | undefined): WeighedField {
    const counts = {
      fields: 1,
      level: 1,
      aliases: node.alias ? 1 : 0,
      directives: node.directives?.length ?? 0,
    };
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) {
      // Introspection: bounded by the tokens and by its own depth.
      const below = node.selectionSet ? this.weigh(undefined, node.selectionSet, undefined) : NOTHING;
      const cost = {
        ...both({ ...NOTHING, ...counts }, { ...below, level: 0 }),
        once: 0,
        each: 0,
        depth: node.selectionSet ? below.depth + 1 : 0,
      };
      return { ...cost, node, asked: undefined, cost: NO_COST, own: NO_WEIGHT, below, size: 1, type: undefined, around: undefined };
    }
    const given = this.#argumentsOf(node, field);
    const isRoot = type === this.context.schema.getQueryType();
    const asked: Asked = { type: type!.name, field, given, around: around ?? NONE_AROUND, isRoot };
    const inner = getNamedType(field.type);
    const size = sizeOf(type!.name, field, given, asked.around, this.limits);
    const innerAround = SIZED_FROM_AROUND.has(inner.name) ? (isRoot ? given : around) : undefined;
    const below = node.selectionSet ? this.weigh(inner, node.selectionSet, innerAround) : NOTHING;
    const cost = fieldCost(asked, this.conditions);
    const own = this.#ownWeight(asked, node, inner, size, cost);
    return {
      node,
      asked,
      cost,
      own,
      below,
      size,
      type: inner,
      around: innerAround,
      once: own.once + cost.conditions.once + below.once,
      each: own.each + cost.conditions.each + below.each * size,
      depth: node.selectionSet ? below.depth + 1 : 0,
      conditionDepth: Math.max(cost.conditionDepth, below.conditionDepth),
      fields: counts.fields + below.fields,
      aliases: counts.aliases + below.aliases,
      directives: counts.directives + below.directives,
      level: 1,
    };
  }

  #ownWeight({ type }: Asked, node: FieldNode, inner: GraphQLNamedType, size: number, cost: FieldCost): Weight {
    // A connection, its edges and its page information are no records of their own.
    const isRecord = node.selectionSet !== undefined && !/(Connection|Edge|PageInfo|Payload)$/.test(inner.name);
    const records: Weight = { once: 0, each: isRecord ? size : 0 };
    const kept = KEPT[type as ShapeName]?.[node.name.value];
    // Where nothing but numbers is asked for, those that are kept will do.
    const own = kept && !this.#selects(node, (name) => !kept.members.includes(name)) ? NO_WEIGHT : cost.own;
    const isCounted = cost.total !== NO_WEIGHT && this.#selects(node, (name) => name === 'totalCount');
    return sumOf(records, own, isCounted ? cost.total : NO_WEIGHT);
  }

  #selects(node: FieldNode, isMeant: (name: string) => boolean): boolean {
    if (!node.selectionSet) return false;
    for (const name of namesOf(this.context, node.selectionSet)) if (name !== '__typename' && isMeant(name)) return true;
    return false;
  }

  #argumentsOf(node: FieldNode, field: Asked['field']): Given {
    let given = this.#given.get(node);
    if (!given) this.#given.set(node, (given = argumentsOf(field, node, this.context.variableValues)));
    return given;
  }
}

/** Counts add up; depths do not. */
function both(one: SelectionCost, other: SelectionCost): SelectionCost {
  return {
    once: one.once + other.once,
    each: one.each + other.each,
    depth: Math.max(one.depth, other.depth),
    conditionDepth: Math.max(one.conditionDepth, other.conditionDepth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    level: one.level + other.level,
  };
}

/** The names of the fields of a selection, whatever `@skip` and `@include` say; those of a fragment once. */
function* namesOf(context: OperationContext, set: SelectionSetNode, seen = new Set<SelectionSetNode>()): Generator<string> {
  if (seen.has(set)) return;
  seen.add(set);
  for (const each of set.selections) {
    if (each.kind === Kind.FIELD) yield each.name.value;
    else {
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : context.fragments[each.name.value];
      if (fragment) yield* namesOf(context, fragment.selectionSet, seen);
    }
  }
}
