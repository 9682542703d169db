/** A `where` argument as a Condition. The input types are made from the table (graphql/where.input.ts); so is this reading of them. */
import type { EdgeDefinition, FieldDefinition, ShapeName } from '../model/definition.js';
import { InputError, type Cleaned, type Path } from '../model/errors.js';
import { isListEdge, shapeOf, targetOf } from '../model/graph.js';
import { rolesMask } from '../model/changeset/documents.js';
import { dateSpan, isReversed, type DateSpan } from '../model/values/dates.js';
import { momentFrom } from '../model/values/moments.js';
import { cleanLanguage } from '../model/values/languages.js';
import { cleanDecimal } from '../model/values/scalars.js';
import { fold, isId } from '../model/values/text.js';
import { addressOf, canonicalUrl, cleanUrl } from '../model/values/urls.js';
import { anyOf } from './alternatives.js';
import { rangeOf } from './moment.js';
import { EVERYTHING, isEverything, NOTHING, type Condition, type Scalar } from './plan.js';

type Input = Readonly<Record<string, unknown>>;

export const LEAST_CONTAINS = 3;
/** Conditions of one `where`. */
export const MOST_CONDITIONS = 200;
const MOST_VALUES = 1_000;
const LONGEST_NEEDLE = 1_000;

/** Throws InputError for values no filter can mean (a bad date, a needle too short) and for too many conditions. */
export function whereCondition(shape: ShapeName, where: Input | null | undefined, path: Path): Condition {
  return where ? new WhereReader(path).read(shape, where, path) : EVERYTHING;
}

/** Both conditions are to be met. */
export function bothOf(one: Condition, other: Condition): Condition {
  if (isEverything(one)) return other;
  if (isEverything(other)) return one;
  const conjuncts = (each: Condition) => (each.kind === 'all' ? each.conditions : [each]);
  return { kind: 'all', conditions: [...conjuncts(one), ...conjuncts(other)] };
}

class WhereReader {
  #conditions = 0;

  constructor(private readonly root: Path) {}

  read(shape: ShapeName, where: Input, path: Path): Condition {
    const conditions = Object.entries(where).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : this.#member(shape, name, value, [...path, name]),
    );
    return conditions.length === 1 ? conditions[0]! : { kind: 'all', conditions };
  }

  #member(shape: ShapeName, name: string, value: unknown, path: Path): Condition[] {
    this.#count();
    const each = (): Condition[] =>
      (value as Input[]).map((where, index) => {
        // An empty one is a condition, too: it is always true.
        if (Object.keys(where).length === 0) this.#count();
        return this.read(shape, where, [...path, index]);
      });
    if (name === 'and') return [{ kind: 'all', conditions: each() }];
    if (name === 'or') return [anyOf(shape, each())];
    if (name === 'not') return [{ kind: 'not', condition: this.read(shape, value as Input, path) }];
    const { fields, edges } = shapeOf(shape);
    const field = fields[name];
    if (field) return fieldConditions(field, value as Input, path);
    const edge = edges[name];
    if (edge) return this.#edge(edge, value as Input, path);
    const exists = edges[name.replace(/Exists$/, '')];
    if (!exists) throw new Error(`${shape} has no filter ${name}`);
    const there: Condition = { kind: 'related', edge: exists.name, condition: EVERYTHING };
    return [value === true ? there : { kind: 'not', condition: there }];
  }

  /** Throws past the most conditions that a filter may have. */
  #count(): void {
    if (++this.#conditions > MOST_CONDITIONS)
      throw InputError.of('TOO_COSTLY', 'where has too many conditions', this.root, `at most ${MOST_CONDITIONS}`);
  }

  #edge(edge: EdgeDefinition, value: Input, path: Path): Condition[] {
    const target = targetOf(edge);
    const related = (inner: Input, key: string): Condition => ({
      kind: 'related',
      edge: edge.name,
      condition: this.read(target, inner, [...path, key]),
    });
    if (!isListEdge(edge) && edge.kind !== 'parts')
      return [{ kind: 'related', edge: edge.name, condition: this.read(target, value, path) }];
    return Object.entries(value).flatMap(([quantifier, inner]): Condition[] => {
      if (inner === null || inner === undefined) return [];
      const given = inner as Input;
      if (quantifier === 'some') return [related(given, 'some')];
      if (quantifier === 'none') return [{ kind: 'not', condition: related(given, 'none') }];
      const condition = this.read(target, given, [...path, 'every']);
      return [{ kind: 'not', condition: { kind: 'related', edge: edge.name, condition: { kind: 'not', condition } } }];
    });
  }
}

function fieldConditions(field: FieldDefinition, filter: Input, path: Path): Condition[] {
  if (field.type === 'date') return dateConditions(field, filter, path);
  return Object.entries(filter).flatMap(([operator, value]): Condition[] => {
    if (value === undefined) return [];
    if (value === null)
      throw InputError.of(
        'BAD_INPUT',
        `${operator} is null`,
        [...path, operator],
        'exists: false finds absent values; otherwise leave it out',
      );
    return [operatorCondition(field, operator, value, [...path, operator])];
  });
}

const COMPARISONS: Record<string, '<' | '<=' | '>' | '>='> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function operatorCondition(field: FieldDefinition, operator: string, value: unknown, path: Path): Condition {
  const { name } = field;
  switch (operator) {
    case 'exists': {
      const present: Condition = { kind: 'present', field: name };
      return value === true ? present : { kind: 'not', condition: present };
    }
    case 'eq':
      return equals(field, [value], path);
    case 'ne':
      return { kind: 'not', condition: equals(field, [value], path) };
    case 'in':
      return equals(field, value as unknown[], path);
    case 'notIn':
      return { kind: 'not', condition: equals(field, value as unknown[], path) };
    case 'contains':
      return { kind: 'contains', field: name, folded: needle(value as string, path, LEAST_CONTAINS) };
    case 'startsWith':
      return {
        kind: 'startsWith',
        field: name,
        prefix: field.type === 'text' ? needle(value as string, path, 1) : checkedText(value as string, path, 1),
      };
    case 'has':
      return { kind: 'roles', field: name, mask: rolesMask(value as string[]) };
    default: {
      const comparison = COMPARISONS[operator];
      if (!comparison) throw new Error(`no operator ${operator}`);
      return { kind: 'compare', field: name, operator: comparison, value: scalarOf(field, value, path) as number | string };
    }
  }
}

function equals(field: FieldDefinition, values: readonly unknown[], path: Path): Condition {
  if (values.length > MOST_VALUES) throw InputError.of('TOO_LONG', `the list has ${values.length} values`, path, `at most ${MOST_VALUES}`);
  if (field.type === 'language') {
    const ranges = values.map((value): Condition => ({
      kind: 'language',
      field: field.name,
      range: taken(cleanLanguage(value as string), path),
    }));
    return ranges.length === 1 ? ranges[0]! : { kind: 'any', conditions: ranges };
  }
  return { kind: 'in', field: field.name, values: values.map((value) => scalarOf(field, value, path)) };
}

function scalarOf(field: FieldDefinition, value: unknown, path: Path): Scalar {
  switch (field.type) {
    case 'url': {
      const address = taken(cleanUrl(value as string, field.max), path);
      return field.compared === 'PAGE' ? canonicalUrl(address) : field.compared === 'ADDRESS' ? addressOf(address) : address;
    }
    case 'id':
      return isId(value as string) ? (value as string).toLowerCase() : (value as string);
    case 'decimal':
      return taken(cleanDecimal(value as string), path);
    case 'integer':
    case 'instant':
      return numberOf(field, value, path);
    case 'boolean':
      return value as boolean;
    default:
      return checkedText(value as string, path, 0);
  }
}

function numberOf(field: FieldDefinition, value: unknown, path: Path): number {
  const number = field.type === 'instant' ? (momentFrom(value as string) ?? NaN) : Number(value);
  if (Number.isFinite(number)) return number;
  throw field.type === 'instant'
    ? InputError.of('BAD_DATE', `"${String(value)}" is not a point in time`, path, 'ISO 8601 with a zone, such as 2021-01-11T09:00:00Z')
    : InputError.of('BAD_NUMBER', 'the number is out of range', path, 'a finite number');
}

function needle(value: string, path: Path, least: number): string {
  const folded = fold(checkedText(value, path, 1));
  if ([...folded].length < least)
    throw InputError.of(
      'BAD_TEXT',
      `"${value}" is too short to search for`,
      path,
      `at least ${least} characters; startsWith accepts fewer`,
    );
  return folded;
}

function checkedText(value: string, path: Path, least: number): string {
  if (value.length < least) throw InputError.of('BAD_TEXT', 'the text is empty', path, 'at least one character');
  if (value.length > LONGEST_NEEDLE)
    throw InputError.of('TOO_LONG', `the text has ${value.length} characters`, path, `at most ${LONGEST_NEEDLE}`);
  if (!value.isWellFormed() || value.includes('\0'))
    throw InputError.of('BAD_TEXT', 'the text holds a NUL or a lone surrogate', path, 'remove it');
  return value;
}

function taken<T>(cleaned: Cleaned<T>, path: Path): T {
  if (cleaned.ok) return cleaned.value;
  throw InputError.of(cleaned.refusal.code, cleaned.refusal.message, path, cleaned.refusal.hint);
}

/**
 * `from` and `until` are dates themselves: their whole span counts, so until 2021-01 takes January in. Nothing lies
 * surely within what is itself only about right, or a season.
 */
function dateConditions({ name }: FieldDefinition, filter: Input, path: Path): Condition[] {
  const { from, until, on, match, exists } = filter as {
    from?: string;
    until?: string;
    on?: string;
    match?: 'POSSIBLY' | 'SURELY';
    exists?: boolean;
  };
  const spanAt = (key: 'from' | 'until' | 'on', text: string) => taken(dateSpan(text.trim()), [...path, key]);
  const conditions: Condition[] = [];
  const within = (start: DateSpan | undefined, end: DateSpan | undefined): Condition => {
    if (match === 'SURELY' && [start, end].some((span) => span && !span.whole)) return NOTHING;
    return { kind: 'within', field: name, ...rangeOf(start, end), match: match ?? 'POSSIBLY' };
  };
  if (from || until) {
    const [start, end] = [from ? spanAt('from', from) : undefined, until ? spanAt('until', until) : undefined];
    if (start && end && isReversed(start, end))
      throw InputError.of(
        'BAD_DATE',
        `until ${until} is before from ${from}`,
        [...path, 'until'],
        'an end that is not before the beginning',
      );
    conditions.push(within(start, end));
  }
  if (on) conditions.push(within(spanAt('on', on), spanAt('on', on)));
  if (exists !== undefined && exists !== null) {
    const present: Condition = { kind: 'present', field: name };
    conditions.push(exists ? present : { kind: 'not', condition: present });
  }
  return conditions;
}
