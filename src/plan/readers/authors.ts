/**
 * Plans and rows in which those who wrote are known by their pseudonyms: the answer is the one of a graph in
 * which they had never been named otherwise.
 */
import type { ShapeName } from '../../model/definition.js';
import { InputError } from '../../model/errors.js';
import { edgeOf, shapeOf, targetOf } from '../../model/graph.js';
import type { Condition, ListRead, Plan, Scalar, Selection } from '../plan.js';
import type { PageRows, PlanRows, Row } from '../rows.js';

const isAuthor = (shape: ShapeName, field: string): boolean => shapeOf(shape).fields[field]?.author === true;

/** Each name or pseudonym, as what it is to stand as; none where it is nobody's. */
type Translate = (name: string) => readonly string[];

/** Whether rows of the plan name who wrote, and whether a condition does: most plans do neither, and are left as they are. */
export function authorsNeeded(plan: Plan): { readonly inRows: boolean; readonly inConditions: boolean } {
  return {
    inRows: partsOf(plan).some(({ selection }) => selection && isNamed(selection)),
    inConditions: partsOf(plan).some(isConditioned),
  };
}

interface Part {
  readonly shape: ShapeName;
  readonly where?: Condition | undefined;
  readonly selection?: Selection | undefined;
}

/** What a plan asks, record by record. */
function partsOf(plan: Plan): readonly Part[] {
  switch (plan.kind) {
    case 'list':
      return [{ shape: plan.record, ...plan.list }];
    case 'lists':
      return plan.lists.map((list) => ({ shape: plan.record, ...list }));
    case 'one':
      return [{ shape: plan.record, selection: plan.selection }];
    case 'nodes':
      return Object.values(plan.selections).map((selection) => ({ shape: selection.shape, selection }));
    case 'groups':
      return [{ shape: plan.record, where: plan.where }];
    case 'matches':
      return plan.matches.map(({ record, where, selection }) => ({ shape: record, where, selection }));
    case 'wordCounts':
    case 'stats':
      return [];
  }
}

const isNamed = ({ shape, fields, edges }: Selection): boolean =>
  fields.some((field) => isAuthor(shape, field)) ||
  edges.some((edge) => isNamed(edge.kind === 'page' ? edge.list.selection : edge.selection));

const isConditioned = ({ shape, where, selection }: Part): boolean =>
  (where !== undefined && asks(shape, where)) ||
  (selection?.edges.some((edge) =>
    isConditioned({
      shape: targetOf(edgeOf(selection.shape, edge.edge)),
      ...(edge.kind === 'page' ? edge.list : { selection: edge.selection }),
    }),
  ) ??
    false);

function asks(shape: ShapeName, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.some((each) => asks(shape, each));
    case 'not':
      return asks(shape, condition.condition);
    case 'related':
      return asks(targetOf(edgeOf(shape, condition.edge)), condition.condition);
    default:
      return isAuthor(shape, condition.field);
  }
}

/** The plan with every name in a condition translated. Throws InputError, FORBIDDEN, for conditions that feel their way along a name. */
export function translatedPlan(plan: Plan, translate: Translate): Plan {
  const list = (shape: ShapeName) => (read: ListRead) => translatedList(shape, read, translate);
  switch (plan.kind) {
    case 'list':
      return { ...plan, list: list(plan.record)(plan.list) };
    case 'lists':
      return { ...plan, lists: plan.lists.map(list(plan.record)) };
    case 'one':
      return { ...plan, selection: translatedSelection(plan.selection, translate) };
    case 'nodes': {
      const selections = Object.entries(plan.selections).map(([record, each]) => [record, translatedSelection(each, translate)]);
      return { ...plan, selections: Object.fromEntries(selections) as typeof plan.selections };
    }
    case 'groups':
      return { ...plan, where: translatedCondition(plan.record, plan.where, translate) };
    case 'matches':
      return {
        ...plan,
        matches: plan.matches.map((read) => ({
          ...read,
          where: translatedCondition(read.record, read.where, translate),
          selection: translatedSelection(read.selection, translate),
        })),
      };
    case 'wordCounts':
    case 'stats':
      return plan;
  }
}

const translatedList = (shape: ShapeName, list: ListRead, translate: Translate): ListRead => ({
  ...list,
  where: translatedCondition(shape, list.where, translate),
  selection: translatedSelection(list.selection, translate),
});

const translatedSelection = (selection: Selection, translate: Translate): Selection => ({
  ...selection,
  edges: selection.edges.map((edge) =>
    edge.kind === 'page'
      ? { ...edge, list: translatedList(targetOf(edgeOf(selection.shape, edge.edge)), edge.list, translate) }
      : { ...edge, selection: translatedSelection(edge.selection, translate) },
  ),
});

function translatedCondition(shape: ShapeName, condition: Condition, translate: Translate): Condition {
  const within = (each: Condition) => translatedCondition(shape, each, translate);
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, conditions: condition.conditions.map(within) };
    case 'not':
      return { ...condition, condition: within(condition.condition) };
    case 'related':
      return { ...condition, condition: translatedCondition(targetOf(edgeOf(shape, condition.edge)), condition.condition, translate) };
    case 'present':
      return condition;
    default:
      if (!isAuthor(shape, condition.field)) return condition;
      if (condition.kind === 'in') return { ...condition, values: condition.values.flatMap((value: Scalar) => translate(String(value))) };
      throw InputError.of(
        'FORBIDDEN',
        'readers see authors as pseudonyms, which can only be compared for equality',
        ['where', condition.field, condition.kind],
        'eq, ne, in or notIn with pseudonyms as recordedBy shows them; the role contributor sees names',
      );
  }
}

/** The rows of a plan with every name replaced; `replace` is called once a name in the rows. */
export function renamedRows(plan: Plan, rows: PlanRows, replace: (name: string) => string): PlanRows {
  const renamer = new Renamer(replace);
  switch (rows.kind) {
    case 'list':
      return { ...rows, page: renamer.page((plan as Of<'list'>).list.selection, rows.page) };
    case 'lists':
      return { ...rows, pages: rows.pages.map((page, index) => renamer.page((plan as Of<'lists'>).lists[index]!.selection, page)) };
    case 'one':
      return { ...rows, row: renamer.row((plan as Of<'one'>).selection, rows.row) };
    case 'nodes': {
      const { selections } = plan as Of<'nodes'>;
      return { ...rows, rows: rows.rows.map((row) => row && renamer.row(selections[row['record'] as keyof typeof selections]!, row)) };
    }
    case 'matches': {
      const { matches } = plan as Of<'matches'>;
      return { ...rows, rows: rows.rows.map((found, index) => found.map((row) => renamer.row(matches[index]!.selection, row)!)) };
    }
    case 'groups':
    case 'wordCounts':
    case 'stats':
      return rows;
  }
}

type Of<Kind extends Plan['kind']> = Extract<Plan, { kind: Kind }>;

class Renamer {
  /** Selections without a name in them: their rows stay as they are. */
  readonly #named = new Map<Selection, boolean>();

  constructor(private readonly replace: (name: string) => string) {}

  page(selection: Selection, page: PageRows): PageRows {
    if (!this.#isNamed(selection)) return page;
    return { ...page, items: page.items.map(({ position, row }) => ({ position, row: this.row(selection, row)! })) };
  }

  row(selection: Selection, row: Row | null): Row | null {
    if (row === null || !this.#isNamed(selection)) return row;
    const renamed: Record<string, unknown> = { ...row };
    for (const field of selection.fields) {
      const name = renamed[field];
      if (typeof name === 'string' && isAuthor(selection.shape, field)) renamed[field] = this.replace(name);
    }
    for (const edge of selection.edges) {
      const there = renamed[edge.slot];
      if (edge.kind === 'page') renamed[edge.slot] = this.page(edge.list.selection, there as PageRows);
      else if (Array.isArray(there)) renamed[edge.slot] = (there as Row[]).map((each) => this.row(edge.selection, each));
      else renamed[edge.slot] = this.row(edge.selection, (there ?? null) as Row | null);
    }
    return renamed;
  }

  #isNamed(selection: Selection): boolean {
    let named = this.#named.get(selection);
    if (named === undefined) this.#named.set(selection, (named = isNamed(selection)));
    return named;
  }
}
