/**
 * What an operation could cost, known before any work: how deep it is, and how many records it could
 * touch when every page is full. Walks the operation with its fragments, and gives up walking at the
 * limit, so that doubling fragments cost no more than the limit.
 */
import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  isInterfaceType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ShapeName } from '../model/definition.js';
import { InputError } from '../model/errors.js';
import { ANALYSED } from './computed.js';
import type { PageLimits } from './page.js';
import type { OperationContext } from './selection.js';

export interface CostLimits extends PageLimits {
  /** Levels of fields, introspection apart. */
  readonly depthMax: number;
  /** Records that could be touched. */
  readonly costMax: number;
  /** Fields at the root: each is a statement. */
  readonly rootFieldsMax: number;
  readonly aliasesMax: number;
  readonly directivesMax: number;
  /** In the variables of a query, lists and objects taken apart. */
  readonly variableValuesMax: number;
}

/** What one analysis may look at, in records: chains are short and claims have few citations; the analysis has limits of its own. */
const ANALYSIS_COST = 50;
interface Counted {
  readonly what: string;
  readonly variable: string;
}
const COUNTED = {
  rootFields: { what: 'root fields', variable: 'CLAIMGRAPH_ROOT_FIELDS_MAX' },
  aliases: { what: 'aliases', variable: 'CLAIMGRAPH_ALIASES_MAX' },
  directives: { what: 'directives', variable: 'CLAIMGRAPH_DIRECTIVES_MAX' },
} as const satisfies Record<string, Counted>;

/** Fields looked at in one operation, whatever they cost. */
const FIELDS_MAX = 20_000;

export interface Cost {
  readonly cost: number;
  readonly depth: number;
}

/** The fragments of a document, by name. */
export const fragmentsOf = ({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])));

/** Throws TOO_DEEP or TOO_COSTLY. */
export function operationCost(context: OperationContext, operation: OperationDefinitionNode, limits: CostLimits): Cost {
  if (operation.operation === OperationTypeNode.QUERY) boundValues(context.variableValues, limits.variableValuesMax);
  const root = context.schema.getRootType(operation.operation);
  if (!root) return { cost: 0, depth: 0 };
  let depth = 0;
  let fields = 0;
  let cost = 0;
  const counts = { rootFields: 0, aliases: 0, directives: operation.directives?.length ?? 0 };
  const counted = (selection: SelectionNode, level: number): void => {
    counts.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      if (level === 1) counts.rootFields++;
      if (selection.alias) counts.aliases++;
    }
    for (const [name, { what, variable }] of Object.entries(COUNTED) as [keyof typeof COUNTED, Counted][]) {
      const most = limits[`${name}Max`];
      if (counts[name] > most)
        throw InputError.of('TOO_COSTLY', `the operation has more than ${most} ${what}`, [], `ask for less at once, or raise ${variable}`);
    }
  };

  const walk = (type: GraphQLNamedType | undefined, set: SelectionSetNode, level: number, times: number): void => {
    if (level > limits.depthMax)
      throw InputError.of(
        'TOO_DEEP',
        `the operation is nested more than ${limits.depthMax} levels deep`,
        [],
        'ask for less at once, or raise CLAIMGRAPH_DEPTH_MAX',
      );
    depth = Math.max(depth, level);
    for (const selection of set.selections) {
      if (++fields > FIELDS_MAX)
        throw InputError.of('TOO_COSTLY', `the operation selects more than ${FIELDS_MAX} fields`, [], 'ask for less at once');
      counted(selection, level);
      if (selection.kind === Kind.FIELD) field(type, selection, level, times);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        walk(
          selection.typeCondition ? context.schema.getType(selection.typeCondition.name.value) : type,
          selection.selectionSet,
          level,
          times,
        );
      else {
        const fragment = context.fragments[selection.name.value];
        if (fragment) walk(context.schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, level, times);
      }
    }
  };
  const field = (type: GraphQLNamedType | undefined, node: FieldNode, level: number, times: number): void => {
    if (!node.selectionSet) return;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!definition) {
      // Introspection: bounded by the tokens and by its own depth.
      if (node.name.value.startsWith('__')) walk(undefined, node.selectionSet, level + 1, 0);
      else walk(undefined, node.selectionSet, level + 1, times);
      return;
    }
    const inner = getNamedType(definition.type);
    const below = times * sizeOf(context, definition, node, limits);
    // A connection, its edges and its page information are no records of their own.
    const isRecord = !/(Connection|Edge|PageInfo|Payload)$/.test(inner.name);
    if (isRecord) cost += below;
    if (type && ANALYSED[type.name as ShapeName]?.has(node.name.value)) cost += below * ANALYSIS_COST;
    if (cost > limits.costMax)
      throw InputError.of(
        'TOO_COSTLY',
        `the operation could touch more than ${limits.costMax} records`,
        [],
        'smaller pages (first), fewer nested lists, or raise CLAIMGRAPH_COST_MAX',
      );
    walk(inner, node.selectionSet, level + 1, below);
  };
  walk(root, operation.selectionSet, 1, 1);
  return { cost, depth };
}

/** Throws TOO_COSTLY at the first value past the limit, before any of them is looked at closely. */
function boundValues(variables: unknown, most: number): void {
  const waiting = [variables];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen + waiting.length > most + 1)
      throw InputError.of(
        'TOO_COSTLY',
        `the variables hold more than ${most} values`,
        ['variables'],
        'ask for less at once, or raise CLAIMGRAPH_VARIABLE_VALUES_MAX',
      );
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) waiting.push(each);
  }
}

function sizeOf(
  context: OperationContext,
  definition: Parameters<typeof getArgumentValues>[0],
  node: FieldNode,
  limits: PageLimits,
): number {
  const names = (definition as { args?: readonly { name: string }[] }).args?.map(({ name }) => name) ?? [];
  if (names.includes('ids')) {
    const { ids } = getArgumentValues(definition, node, context.variableValues) as { ids: unknown[] };
    return Math.max(1, ids.length);
  }
  if (!names.includes('first')) return 1;
  const { first, last } = getArgumentValues(definition, node, context.variableValues) as { first?: number | null; last?: number | null };
  // Out of range is refused by the planner, which says so better.
  return Math.min(limits.pageSizeMax, Math.max(1, first ?? last ?? limits.pageSizeDefault));
}
