/**
 * What a `where` costs, and how deep it nests lists. It is weighed as it was given, before it is coerced,
 * so that anything may be in it: what the table does not know weighs nothing, and is refused later.
 */
import type { EdgeDefinition, FieldDefinition, ShapeName } from '../../model/definition.js';
import { InputError, type Path } from '../../model/errors.js';
import { isListEdge, shapeOf, targetOf } from '../../model/graph.js';
import { MOST_CONDITIONS } from '../where.js';
import { listOf, type Given } from './arguments.js';
import { CONDITION } from './weights.js';

export interface Weighed {
  /** Over a whole list. */
  readonly weight: number;
  /** Lists within lists. */
  readonly depth: number;
  /** Names so few records that a store begins with it. */
  readonly isNarrow: boolean;
}

const NOTHING: Weighed = { weight: 0, depth: 0, isNarrow: false };

type Measure = (weighed: Weighed) => number;

interface Member {
  readonly path: Path;
  readonly weighed: Weighed;
  /** What is looked at within it. */
  readonly shape: ShapeName;
  readonly where: unknown;
  readonly isWithin: boolean;
}

export class ConditionWeigher {
  /** One `where` may be used in many places: a variable, or a fragment that is spread often. */
  readonly #known = new WeakMap<object, Map<string, Weighed>>();

  /** `isWithin`: it is evaluated record by record, within something that must not be there. */
  weigh(shape: ShapeName, where: unknown, isWithin = false, nesting = 0): Weighed {
    if (typeof where !== 'object' || where === null) return NOTHING;
    if (nesting > MOST_CONDITIONS)
      throw InputError.of('TOO_COSTLY', 'where has too many conditions', ['where'], `at most ${MOST_CONDITIONS}`);
    let known = this.#known.get(where);
    if (!known) this.#known.set(where, (known = new Map<string, Weighed>()));
    const name = `${shape} ${isWithin}`;
    let weighed = known.get(name);
    if (!weighed) known.set(name, (weighed = allOf(this.#members(shape, where as Given, isWithin, nesting).map((each) => each.weighed))));
    return weighed;
  }

  /** The path to what weighs most, or nests deepest, by the measure. */
  heaviest(shape: ShapeName, where: unknown, measure: Measure): Path {
    const path: (string | number)[] = [];
    let at: { shape: ShapeName; where: unknown; isWithin: boolean } = { shape, where, isWithin: false };
    for (;;) {
      if (typeof at.where !== 'object' || at.where === null) return path;
      let most: Member | undefined;
      for (const each of this.#members(at.shape, at.where as Given, at.isWithin, path.length))
        if (!most || measure(each.weighed) > measure(most.weighed)) most = each;
      if (!most || measure(most.weighed) === 0) return path;
      path.push(...most.path);
      at = most;
    }
  }

  #members(shape: ShapeName, where: Given, isWithin: boolean, nesting: number): Member[] {
    return Object.entries(where).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : this.#member(shape, name, value, isWithin, nesting + 1),
    );
  }

  #member(shape: ShapeName, name: string, value: unknown, isWithin: boolean, nesting: number): Member[] {
    const within = (path: Path, its: ShapeName, inner: unknown, isItsWithin: boolean, weigh: (inner: Weighed) => Weighed): Member => ({
      path,
      weighed: weigh(this.weigh(its, inner, isItsWithin, nesting)),
      shape: its,
      where: inner,
      isWithin: isItsWithin,
    });
    const leaf = (path: Path, weighed: Weighed): Member => ({ path, weighed, shape, where: undefined, isWithin });
    if (name === 'and') return listOf(value).map((each, index) => within([name, index], shape, each, isWithin, (inner) => inner));
    if (name === 'not') return [within([name], shape, value, true, (inner) => ({ ...inner, isNarrow: false }))];
    if (name === 'or') {
      const either = listOf(value).map((each, index) => within([name, index], shape, each, isWithin, (inner) => inner));
      const isNarrow = either.length > 0 && either.every(({ weighed }) => weighed.isNarrow);
      return either.map((each) => ({ ...each, weighed: { ...each.weighed, isNarrow } }));
    }
    const { fields, edges } = shapeOf(shape);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) return [leaf([name], fieldWeight(field, value, isWithin))];
    const edge = Object.hasOwn(edges, name) ? edges[name] : undefined;
    if (!edge) return [leaf([name], { ...NOTHING, weight: CONDITION.EQUAL })];
    if (!isListEdge(edge) && edge.kind !== 'parts')
      return [within([name], targetOf(edge), value, isWithin, (inner) => referenceWeight(inner, isWithin))];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([quantifier, inner]: [string, unknown]) => {
      if (inner === null || inner === undefined) return [];
      const isLookedUp = quantifier === 'some' && !isWithin;
      return [
        within([name, quantifier], targetOf(edge), inner, !isLookedUp, (weighed) => stepWeight(edge, isLookedUp, isEmpty(inner), weighed)),
      ];
    });
  }
}

const isEmpty = (where: unknown): boolean => typeof where === 'object' && where !== null && Object.keys(where).length === 0;

function allOf(members: readonly Weighed[]): Weighed {
  return {
    weight: members.reduce((sum, { weight }) => sum + weight, 0),
    depth: Math.max(0, ...members.map(({ depth }) => depth)),
    isNarrow: members.some(({ isNarrow }) => isNarrow),
  };
}

function referenceWeight({ weight, depth, isNarrow }: Weighed, isWithin: boolean): Weighed {
  const factor = isWithin && depth > 0 ? CONDITION.BACK_THROUGH_ONE : 1;
  return { weight: CONDITION.REFERENCE + factor * weight, depth, isNarrow };
}

function stepWeight(edge: EdgeDefinition, isLookedUp: boolean, isEmptyWithin: boolean, inner: Weighed): Weighed {
  const depth = inner.depth + 1;
  if (isEmptyWithin) return { weight: CONDITION.EXISTS, depth, isNarrow: false };
  if (isLookedUp) return { weight: CONDITION.SOME + CONDITION.SOME_GROWTH * inner.weight, depth, isNarrow: inner.isNarrow };
  const isOfFew = edge.kind === 'parts' || edge.kind === 'through';
  const base = isOfFew ? CONDITION.ABSENT_OF_FEW : CONDITION.ABSENT_OF_MANY;
  return { weight: base * (1 + inner.weight / CONDITION.ABSENT_DOUBLES), depth, isNarrow: false };
}

/** As few records as an equality leaves where a store would rather begin with it (store/rank.ts). */
const NARROW_SELECTIVITY = 2;

function fieldWeight(field: FieldDefinition, filter: unknown, isWithin: boolean): Weighed {
  if (typeof filter !== 'object' || filter === null) return NOTHING;
  const operators = Object.entries(filter as Given).filter(([, value]) => value !== undefined && value !== null);
  return {
    weight: operators.reduce((sum, [operator, value]) => sum + operatorWeight(operator, value), 0),
    depth: 0,
    isNarrow:
      !isWithin &&
      field.selectivity <= NARROW_SELECTIVITY &&
      // One person or import may have recorded everything.
      (!field.system || field.unique) &&
      operators.some(([operator]) => operator === 'eq' || operator === 'in'),
  };
}

function operatorWeight(operator: string, value: unknown): number {
  switch (operator) {
    case 'contains':
      return CONDITION.CONTAINS;
    case 'startsWith':
      return CONDITION.STARTS_WITH;
    case 'in':
    case 'notIn':
      return CONDITION.EQUAL + listOf(value).length / CONDITION.VALUES;
    case 'eq':
    case 'ne':
    case 'exists':
    case 'has':
      return CONDITION.EQUAL;
    default:
      return CONDITION.RANGE;
  }
}
