/** Conditions as they hold for readers: what is withheld from them is not there. */
import type { EdgeDefinition, RecordName, ShapeName } from '../../model/definition.js';
import { EDGES_OF_READERS, edgeOf, isRecordName, OF_READERS, targetOf } from '../../model/graph.js';
import { isWithholdable, PEER_PARTS, SHOWN_WITH } from '../../model/withholding.js';
import { EVERYTHING, type Condition } from '../plan.js';

const is = (mark: string, value: boolean): Condition => ({ kind: 'in', field: mark, values: [value] });

/** True of claims of which a number or a date is another for readers. */
const differ = (value: boolean): Condition => is('readersDiffer', value);

/** True of what readers may see; nothing where that is all. As of an earlier time a record also needs what it cannot be shown without. */
export function shown(shape: ShapeName, isThen: boolean): Condition[] {
  const peer = PEER_PARTS[shape as keyof typeof PEER_PARTS];
  if (peer !== undefined) return [{ kind: 'related', edge: peer, condition: is('withheld', false) }];
  if (!isRecordName(shape) || !isWithholdable(shape)) return [];
  const beside = isThen ? (SHOWN_WITH[shape] ?? []) : [];
  return [is('withheld', false), ...beside.map((edge): Condition => ({ kind: 'related', edge, condition: is('withheld', false) }))];
}

/** True of what readers may not see. */
export function withheld(record: RecordName, isThen: boolean): Condition {
  return isThen ? { kind: 'not', condition: allOf(shown(record, true)) } : is('withheld', true);
}

/** The edge that has for readers what this one has for everybody. */
export const edgeForReaders = (shape: ShapeName, edge: string): string => (shape === 'Claim' ? EDGES_OF_READERS[edge] : undefined) ?? edge;

/** `differing`: whether the claims that are asked are those of which a number or a date is another for readers, where that is known. */
export function conditionForReaders(shape: ShapeName, condition: Condition, isThen: boolean, differing?: boolean): Condition {
  const within = (each: Condition) => conditionForReaders(shape, each, isThen, differing);
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, conditions: condition.conditions.map(within) };
    case 'not':
      return { ...condition, condition: within(condition.condition) };
    case 'related': {
      const edge = edgeOf(shape, condition.edge);
      const there = targetOf(edge);
      const inner = conditionForReaders(there, condition.condition, isThen);
      if (edge.kind === 'across') return acrossShown(shape, edge, allOf([...shown(there, isThen), IN_FORCE, inner]), isThen);
      const own = edgeForReaders(shape, edge.name);
      // Who may see a record may see what it refers to.
      return { ...condition, edge: own, condition: edge.kind === 'reference' ? inner : allOf([...shown(there, isThen), inner]) };
    }
    default: {
      const own = shape === 'Claim' ? OF_READERS[condition.field] : undefined;
      if (own === undefined) return condition;
      const [asForAll, forReaders] = [condition, { ...condition, field: own }];
      if (differing !== undefined) return differing ? forReaders : asForAll;
      return { kind: 'any', conditions: [allOf([differ(false), asForAll]), allOf([differ(true), forReaders])] };
    }
  }
}

/** The two conditions of a list or of groups that are asked apart: of claims that are as for everybody, and of those that differ. */
export function conditionsApart(condition: Condition, isThen: boolean): { asForAll: Condition; differing: Condition } {
  const of = (value: boolean) => allOf([...shown('Claim', isThen), conditionForReaders('Claim', condition, isThen, value), differ(value)]);
  return { asForAll: of(false), differing: of(true) };
}

const IN_FORCE: Condition = { kind: 'not', condition: { kind: 'related', edge: 'retraction', condition: EVERYTHING } };

/** Step by step: what lies between must be shown, too. */
function acrossShown(
  shape: ShapeName,
  { inverse, reference }: Extract<EdgeDefinition, { kind: 'across' }>,
  inner: Condition,
  isThen: boolean,
): Condition {
  const between = targetOf(edgeOf(shape, inverse));
  return {
    kind: 'related',
    edge: inverse,
    condition: allOf([...shown(between, isThen), { kind: 'related', edge: reference, condition: inner }]),
  };
}

/** All of them, without one within another. */
export function allOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((each) => (each.kind === 'all' ? each.conditions : [each]));
  return flat.length === 1 ? flat[0]! : { kind: 'all', conditions: flat };
}
