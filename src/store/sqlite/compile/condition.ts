/**
 * Conditions as SQL. A condition that narrows well drives the search (`num IN (SELECT …)`, read
 * first); the others are looked up for each row that is left (`EXISTS`).
 *
 * SQL's third truth value is turned into false wherever a `not` stands above: see `negated`.
 */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { MERGEABLE } from '../../../model/changeset/canonical.js';
import { edgeOf, fieldOf, isListEdge, targetOf } from '../../../model/graph.js';
import { decimalOrder } from '../../../model/values/decimals.js';
import { fold } from '../../../model/values/text.js';
import type { Condition, Scalar } from '../../../plan/plan.js';
import { languageRanges, type LanguageRanges } from '../../language-ranges.js';
import { DRIVING_RANKS, rank, uniqueValue } from '../../rank.js';
import { columnOf, embeddedPrefix, NO_DATE, partsTableOf, presentColumn, quoted, RETRACTED, tableOf, trigramTableOf } from '../names.js';
import { rowsOf, type Found } from './rows.js';
import type { Place, Statement } from './statement.js';

/** How a condition may find its rows: `driving` ones are evaluated on their own, once. */
type Mode = 'driving' | 'checking';

const LAST_CODE_POINT = '\u{10FFFF}';

/** SQL that is true exactly for the rows that meet the condition. */
export function conditionSql(statement: Statement, shape: ShapeName, place: Place, condition: Condition, mode: Mode): string {
  switch (condition.kind) {
    case 'all':
      return joined(statement, shape, place, condition.conditions, mode);
    case 'any':
      return anySql(statement, shape, place, condition.conditions, mode);
    case 'not':
      return `NOT coalesce(${conditionSql(statement, shape, place, condition.condition, 'checking')}, 0)`;
    case 'related':
      return relatedSql(statement, shape, place, edgeOf(shape, condition.edge), condition.condition, mode);
    default:
      return fieldSql(statement, shape, place, condition, mode);
  }
}

/** Only the best of several conditions drives; the others check what it finds. */
function joined(statement: Statement, shape: ShapeName, place: Place, conditions: readonly Condition[], mode: Mode): string {
  if (conditions.length === 0) return '1';
  const ranks = conditions.map((each) => rank(shape, each));
  const best = Math.min(...ranks);
  const driver = mode === 'driving' && best <= DRIVING_RANKS ? ranks.indexOf(best) : -1;
  return `(${conditions.map((each, index) => conditionSql(statement, shape, place, each, index === driver ? 'driving' : 'checking')).join(' AND ')})`;
}

function anySql(statement: Statement, shape: ShapeName, place: Place, conditions: readonly Condition[], mode: Mode): string {
  if (conditions.length === 0) return '0';
  const languages = languageRanges(conditions);
  if (languages) return languageInSql(statement, place, languages);
  return either(conditions.map((each) => conditionSql(statement, shape, place, each, mode)));
}

/** Terms that SQLite may nest: a OR b OR c is one within another, and past a thousand levels it refuses the statement. */
const TERMS_IN_A_ROW = 50;

function either(terms: readonly string[]): string {
  if (terms.length <= TERMS_IN_A_ROW) return `(${terms.join(' OR ')})`;
  const half = Math.ceil(terms.length / 2);
  return `(${either(terms.slice(0, half))} OR ${either(terms.slice(half))})`;
}

function languageInSql(statement: Statement, place: Place, { field, ranges }: LanguageRanges): string {
  const column = `${place.alias}.${quoted(columnOf(place.prefix, field))}`;
  const range = statement.alias();
  const inRange = `${column} = ${range}."value" OR substr(${column}, 1, length(${range}."value") + 1) = ${range}."value" || '-'`;
  return `EXISTS (SELECT 1 FROM ${statement.rows(ranges)} ${range} WHERE ${inRange})`;
}

type FieldCondition = Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'related' }>;

function fieldSql(statement: Statement, shape: ShapeName, place: Place, condition: FieldCondition, mode: Mode): string {
  const field = fieldOf(shape, condition.field);
  const column = `${place.alias}.${quoted(columnOf(place.prefix, field.name))}`;
  const suffixed = (suffix: string) => `${place.alias}.${quoted(columnOf(place.prefix, field.name) + suffix)}`;
  switch (condition.kind) {
    case 'present':
      return `${column} IS NOT NULL`;
    case 'in':
      // To the letter, for an index over the few that have it.
      if (field.type === 'mark') return `${column} = ${condition.values[0] ? 1 : 0}`;
      if (isReadThrough(shape, field)) return canonicalSql(statement, shape, place, field.name, condition.values);
      return field.type === 'text'
        ? textIn(statement, column, suffixed('_folded'), condition.values)
        : field.type === 'decimal'
          ? valueIn(
              statement,
              suffixed('_ordered'),
              condition.values.map((value) => decimalOrder(String(value))),
            )
          : valueIn(statement, column, condition.values);
    case 'compare':
      return field.type === 'decimal'
        ? `${suffixed('_ordered')} ${condition.operator} ${statement.parameter(decimalOrder(String(condition.value)))}`
        : `${column} ${condition.operator} ${statement.parameter(condition.value)}`;
    case 'startsWith': {
      const compared = field.type === 'text' ? suffixed('_folded') : column;
      return `(${compared} >= ${statement.parameter(condition.prefix)} AND ${compared} < ${statement.parameter(condition.prefix + LAST_CODE_POINT)})`;
    }
    case 'contains':
      return containsSql(statement, place, field, condition.folded, mode);
    case 'within':
      return withinSql(statement, suffixed, condition);
    case 'language':
      return `(${column} = ${statement.parameter(condition.range)} OR (${column} >= ${statement.parameter(`${condition.range}-`)} AND ${column} < ${statement.parameter(`${condition.range}.`)}))`;
    case 'roles':
      return `(${column} & ${statement.parameter(condition.mask)}) <> 0`;
  }
}

const isReadThrough = (shape: ShapeName, field: FieldDefinition): boolean =>
  (MERGEABLE as readonly string[]).includes(shape) && field.unique && (field.type === 'id' || field.type === 'key');

/** The name of a merged record is one of the record that it is read through. */
function canonicalSql(statement: Statement, shape: ShapeName, place: Place, name: string, values: readonly Scalar[]): string {
  if (values.length === 0) return '0';
  const named = { table: place.table, alias: statement.alias() };
  const conditions = [valueIn(statement, `${named.alias}.${quoted(columnOf('', name))}`, values)];
  const numbers = `(SELECT ${canonicalNum(named.alias)} FROM ${rowsOf(statement, named, conditions)})`;
  return `${place.alias}."num" ${values.length === 1 ? '=' : 'IN'} ${numbers}`;
}

export const canonicalNum = (alias: string): string => `coalesce(${alias}.${quoted(columnOf('', 'mergedInto'))}, ${alias}."num")`;

function valueIn(statement: Statement, column: string, values: readonly (string | number | boolean)[]): string {
  if (values.length === 0) return '0';
  return values.length === 1 ? `${column} = ${statement.parameter(values[0]!)}` : `${column} IN ${statement.list(values)}`;
}

/** To the letter, but found by the folded column, which has the index. */
function textIn(statement: Statement, column: string, folded: string, values: readonly (string | number | boolean)[]): string {
  const texts = values.map(String);
  return `(${valueIn(statement, folded, texts.map(fold))} AND ${valueIn(statement, column, texts)})`;
}

function containsSql(statement: Statement, place: Place, field: FieldDefinition, needle: string, mode: Mode): string {
  const name = columnOf(place.prefix, `${field.name}_folded`);
  const checked = `instr(${place.alias}.${quoted(name)}, ${statement.parameter(needle)}) > 0`;
  const trigrams = trigramsOf(needle);
  // The trigrams are those of the texts as they are.
  if (mode === 'checking' || trigrams.length === 0 || !field.contains || statement.asOf !== undefined) return checked;
  const index = quoted(trigramTableOf(place.table, name));
  return `(${place.alias}."num" IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${statement.parameter(trigrams.join(' AND '))}) AND ${checked})`;
}

const MOST_TRIGRAMS = 8;

/** Distinct runs of three code points, quoted for FTS5; enough of them to narrow, spread over the needle. */
function trigramsOf(needle: string): string[] {
  const points = [...needle];
  const all = new Set<string>();
  for (let index = 0; index + 3 <= points.length; index++)
    all.add(
      `"${points
        .slice(index, index + 3)
        .join('')
        .replaceAll('"', '""')}"`,
    );
  const found = [...all];
  const step = Math.max(1, Math.ceil(found.length / MOST_TRIGRAMS));
  return found.filter((_, index) => index % step === 0);
}

function withinSql(
  statement: Statement,
  suffixed: (suffix: string) => string,
  { lower: from, upper: until, match }: Extract<Condition, { kind: 'within' }>,
): string {
  const [lower, upper] = [suffixed('_lower'), suffixed('_upper')];
  const [first, last] = match === 'SURELY' ? [lower, upper] : [upper, lower];
  // An absent date lies below every bound; the sentinel alone does not keep it out of "until".
  return `(${first} >= ${statement.parameter(from)} AND ${last} <= ${statement.parameter(until)}${match === 'SURELY' ? ` AND ${suffixed('_doubtful')} = 0` : ` AND ${lower} > ${NO_DATE}`})`;
}

function reach(statement: Statement, table: string, shape: ShapeName, inner: Condition, mode: Mode): { found: Found; sql: string } {
  const found = { table, alias: statement.alias() };
  const sql = conditionSql(statement, shape, { ...found, prefix: '' }, inner, mode);
  // Steps within steps can be more than anybody waits for: between them the clock is looked at.
  return { found, sql: leadsOn(shape, inner) ? `within_time() AND ${sql}` : sql };
}

/** Whether many are looked at for each one that the condition is asked of. */
function leadsOn(shape: ShapeName, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.some((each) => leadsOn(shape, each));
    case 'not':
      return leadsOn(shape, condition.condition);
    case 'related': {
      const edge = edgeOf(shape, condition.edge);
      return isListEdge(edge) || leadsOn(targetOf(edge), condition.condition);
    }
    default:
      return false;
  }
}

function relatedSql(statement: Statement, shape: ShapeName, place: Place, edge: EdgeDefinition, inner: Condition, mode: Mode): string {
  const own = `${place.alias}."num"`;
  const drives = mode === 'driving';
  switch (edge.kind) {
    case 'embedded': {
      const present = `${place.alias}.${quoted(presentColumn(place.prefix, edge.name))} = 1`;
      return `(${present} AND ${conditionSql(statement, edge.part, { ...place, prefix: embeddedPrefix(place.prefix, edge.name) }, inner, mode)})`;
    }
    case 'reference': {
      const column = `${place.alias}.${quoted(columnOf(place.prefix, edge.name))}`;
      const unique = uniqueValue(edge.to, inner);
      const { found, sql } = reach(statement, tableOf(edge.to), edge.to, inner, mode);
      const matching = `SELECT ${found.alias}."num" FROM ${rowsOf(statement, found, [sql])}`;
      // An equality, unlike IN, leaves the index's order usable.
      if (unique) return `${column} = (${matching})`;
      if (drives) return `${column} IN (${matching})`;
      return `EXISTS (SELECT 1 FROM ${rowsOf(statement, found, [`${found.alias}."num" = ${column}`, sql])})`;
    }
    case 'parts': {
      const { found, sql } = reach(statement, partsTableOf(shape as never, edge.name), edge.part, inner, mode);
      if (drives) return `${own} IN (SELECT ${found.alias}."owner" FROM ${rowsOf(statement, found, [sql])})`;
      return `EXISTS (SELECT 1 FROM ${rowsOf(statement, found, [`${found.alias}."owner" = ${own}`, sql])})`;
    }
    case 'inverse': {
      const { found, sql } = reach(statement, tableOf(edge.to), edge.to, inner, mode);
      const via = `${found.alias}.${quoted(columnOf('', edge.via))}`;
      const inForce = `${found.alias}.${quoted(RETRACTED)} = 0`;
      if (drives) return `${own} IN (SELECT ${via} FROM ${rowsOf(statement, found, [sql, inForce])})`;
      return `EXISTS (SELECT 1 FROM ${rowsOf(statement, found, [`${via} = ${own}`, inForce, sql])})`;
    }
    case 'holders':
    case 'through': {
      const table = partsTableOf((edge.kind === 'holders' ? edge.to : shape) as never, edge.parts);
      const between = { table, alias: statement.alias() };
      const reference = `${between.alias}.${quoted(columnOf('', edge.reference))}`;
      const owner = `${between.alias}."owner"`;
      const [here, there] = edge.kind === 'holders' ? [reference, owner] : [owner, reference];
      return overRows(statement, own, edge.to, inner, mode, { between, here, there, conditions: [] });
    }
    case 'across': {
      const first = edgeOf(shape, edge.inverse) as Extract<EdgeDefinition, { kind: 'inverse' }>;
      const between = { table: tableOf(first.to), alias: statement.alias() };
      const column = (name: string) => `${between.alias}.${quoted(columnOf('', name))}`;
      const conditions = [`${between.alias}.${quoted(RETRACTED)} = 0`];
      return overRows(statement, own, edge.to, inner, mode, {
        between,
        here: column(first.via),
        there: column(edge.reference),
        conditions,
      });
    }
    case 'history':
      throw new Error('history cannot be filtered on');
  }
}

/** Rows that join this record (by `here`) to another (by `there`). */
interface Between {
  readonly between: Found;
  readonly here: string;
  readonly there: string;
  readonly conditions: readonly string[];
}

function overRows(
  statement: Statement,
  own: string,
  to: RecordName,
  inner: Condition,
  mode: Mode,
  { between, here, there, conditions }: Between,
): string {
  const { found, sql } = reach(statement, tableOf(to), to, inner, mode);
  const inForce = `${found.alias}.${quoted(RETRACTED)} = 0`;
  if (mode === 'driving') {
    const matching = `${there} IN (SELECT ${found.alias}."num" FROM ${rowsOf(statement, found, [sql, inForce])})`;
    return `${own} IN (SELECT ${here} FROM ${rowsOf(statement, between, [matching, ...conditions])})`;
  }
  const meets = `EXISTS (SELECT 1 FROM ${rowsOf(statement, found, [`${found.alias}."num" = ${there}`, inForce, sql])})`;
  return `EXISTS (SELECT 1 FROM ${rowsOf(statement, between, [`${here} = ${own}`, ...conditions, meets])})`;
}
