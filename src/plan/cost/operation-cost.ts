/** What an operation could cost, known before any work: refused where that is more than it may. */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import { InputError, printPath, type ErrorCode, type Path } from '../../model/errors.js';
import type { OperationContext } from '../selection.js';
import { variablesOf } from './arguments.js';
import { costFor, deepestCondition, heaviest } from './heaviest.js';
import { FIELDS_MAX, type CostLimits } from './limits.js';
import { SelectionWeigher, type SelectionCost } from './selections.js';
import { boundValues } from './values.js';

export type { CostLimits } from './limits.js';

export interface Cost {
  readonly cost: number;
  readonly depth: number;
}

/** An operation that costs more than it may; it is told what it costs. */
export class CostError extends InputError {
  constructor(
    readonly cost: Cost,
    message: string,
    path: Path,
    hint: string,
  ) {
    super([{ code: 'TOO_COSTLY', message, path, hint }]);
  }
}

/** The fragments of a document, by name. */
export const fragmentsOf = ({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])));

/**
 * The variables may be those of the request, before they are coerced.
 * @throws {InputError} TOO_DEEP; TOO_COSTLY (a CostError where it is the cost); TOO_LONG for a list that no mutation takes.
 */
export function operationCost(context: OperationContext, operation: OperationDefinitionNode, limits: CostLimits): Cost {
  boundValues(operation.operation, context.variableValues, limits);
  const root = context.schema.getRootType(operation.operation);
  if (!root) return { cost: 0, depth: 0 };
  const weigher = new SelectionWeigher({ ...context, variableValues: variablesOf(operation, context.variableValues) }, limits);
  const selected = weigher.weigh(root, operation.selectionSet, undefined);
  const cost = { cost: inWhole(costFor(selected, 1)), depth: selected.depth + 1 };
  refuseCounts({ ...selected, directives: selected.directives + (operation.directives?.length ?? 0) }, limits);
  refuseDepths(cost.depth, selected.conditionDepth, limits, () => deepestCondition(weigher, root, operation.selectionSet));
  if (cost.cost > limits.costMax) throw tooCostly(cost, weigher, root, operation, limits);
  return cost;
}

/** Costs multiply: they may grow past what a number holds. */
const inWhole = (cost: number): number => Math.min(Number.MAX_SAFE_INTEGER, Math.ceil(cost));

function refuseDepths(depth: number, conditionDepth: number, { depthMax, conditionDepthMax }: CostLimits, path: () => Path): void {
  if (depth > depthMax) throw refusal('TOO_DEEP', `the operation is nested more than ${depthMax} levels deep`, [], 'CLAIMGRAPH_DEPTH_MAX');
  if (conditionDepth > conditionDepthMax)
    throw refusal(
      'TOO_DEEP',
      `where nests lists ${conditionDepth} deep, more than ${conditionDepthMax}`,
      path(),
      'CLAIMGRAPH_CONDITION_DEPTH_MAX',
    );
}

const COUNTED = [
  { count: 'level', limit: 'rootFieldsMax', what: 'root fields', setting: 'CLAIMGRAPH_ROOT_FIELDS_MAX' },
  { count: 'aliases', limit: 'aliasesMax', what: 'aliases', setting: 'CLAIMGRAPH_ALIASES_MAX' },
  { count: 'directives', limit: 'directivesMax', what: 'directives', setting: 'CLAIMGRAPH_DIRECTIVES_MAX' },
] as const;

function refuseCounts(counts: SelectionCost, limits: CostLimits): void {
  for (const { count, limit, what, setting } of COUNTED)
    if (counts[count] > limits[limit]) throw refusal('TOO_COSTLY', `the operation has more than ${limits[limit]} ${what}`, [], setting);
  if (counts.fields > FIELDS_MAX)
    throw InputError.of('TOO_COSTLY', `the operation selects more than ${FIELDS_MAX} fields`, [], 'request less at a time');
}

const refusal = (code: ErrorCode, message: string, path: Path, setting: string): InputError =>
  InputError.of(code, message, path, `request less at a time, or raise ${setting}`);

function tooCostly(
  cost: Cost,
  weigher: SelectionWeigher,
  root: GraphQLObjectType,
  { selectionSet }: OperationDefinitionNode,
  { costMax }: CostLimits,
): CostError {
  const most = heaviest(weigher, root, selectionSet);
  const message = `the operation costs ${cost.cost}, more than ${costMax}; the largest part is ${printPath(most.path)} (${inWhole(most.cost)})`;
  return new CostError(
    cost,
    message,
    most.path,
    'smaller pages (first), fewer nested lists, conditions that match fewer records, or raise CLAIMGRAPH_COST_MAX',
  );
}
