/** How the table's names are spelt in SQL: one place, so that schema, compiler and writer agree. */
import { NO_DATE } from '../no-date.js';
import type { FieldDefinition, RecordName } from '../../model/definition.js';

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter, index: number) => (index ? '_' : '') + letter.toLowerCase());
export const quoted = (name: string): string => `"${name}"`;

/** `ClaimLink` is claim_link; its list `from` has no table; `Claim.texts` is claim_texts. */
export const tableOf = (record: RecordName): string => snake(record);
export const partsTableOf = (record: RecordName, list: string): string => `${snake(record)}_${snake(list)}`;
export const trigramTableOf = (table: string, column: string): string => `${table}_${column}_trigrams`;

/** The table of the rows that a table once had, and the view of these and those that it has. */
export const pastTableOf = (table: string): string => `${table}_past`;
export const statesOf = (table: string): string => `${table}_states`;
/** From when, and until when (exclusive), a row holds: epoch milliseconds of recorded time. */
export const SINCE = 'held_since';
export const UNTIL = 'held_until';

/** A column of a field or reference, under the prefix of the part it is embedded in. */
export const columnOf = (prefix: string, name: string): string => `${prefix}${snake(name)}`;
export const embeddedPrefix = (prefix: string, edge: string): string => `${prefix}${snake(edge)}_`;
export const presentColumn = (prefix: string, edge: string): string => `${embeddedPrefix(prefix, edge)}present`;
export const RETRACTED = presentColumn('', 'retraction');

export { NO_DATE };

/** The expression that sorts by a field; absent values sort lowest in it. */
export function sortExpression(alias: string, field: FieldDefinition): string {
  const column = `${alias}${quoted(snake(field.name))}`;
  switch (field.type) {
    case 'text':
      return `${alias}${quoted(`${snake(field.name)}_folded`)}`;
    case 'date':
      return `${alias}${quoted(`${snake(field.name)}_lower`)}`;
    case 'key':
    case 'string':
      return `ifnull(${column}, '')`;
    default:
      return column;
  }
}

/** True of a record whose sort expression stands for "absent"; undefined where that cannot be. */
export function absentExpression(alias: string, field: FieldDefinition): string | undefined {
  if (field.required) return undefined;
  if (field.type === 'date') return `(${sortExpression(alias, field)} = ${NO_DATE})`;
  if (field.type === 'key' || field.type === 'string') return `(${alias}${quoted(snake(field.name))} IS NULL)`;
  return undefined;
}

/** What a date has beside its text, each with what stands there when there is no date: its bounds, whether it is doubtful, and the zones of its bounds. */
export const DATE_PARTS = [
  { suffix: '_lower', absent: NO_DATE },
  { suffix: '_upper', absent: NO_DATE },
  { suffix: '_doubtful', absent: 0 },
  { suffix: '_lower_zone', absent: 0 },
  { suffix: '_upper_zone', absent: 0 },
] as const;

/** The edges whose list of parts has the owner's default sort key copied onto it: the lower bound of a date. */
export const COPIED = {
  sort: 'owner_sort',
  id: 'owner_id',
  retracted: 'owner_retracted',
} as const;

/** All that is copied of that date, in the order of DATE_PARTS. */
export const COPIED_DATE = [COPIED.sort, ...DATE_PARTS.slice(1).map(({ suffix }) => `${COPIED.sort}${suffix}`)];

/** Whether a claim's corroboration is worked out (settle.ts). */
export const SETTLED = 'corroboration_settled';

/** The words by which the search finds records (model/searched.ts), and the list of all of them. */
export const wordsTableOf = (record: RecordName): string => `${tableOf(record)}_words`;
export const vocabularyOf = (record: RecordName): string => `${tableOf(record)}_vocabulary`;
/** Numbers of the texts that are kept of sources, by digest, and the words of those texts. */
export const TEXT_NUMBERS = 'searched_text';
export const TEXT_WORDS = 'searched_text_words';
