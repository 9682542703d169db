/** The part of the one table that says what the search looks at. */
import type { RecordDocument } from './changeset/changeset.js';
import type { RecordName } from './definition.js';
import { wordsOf } from './values/words.js';

/** Records that the search finds, with the members whose texts it looks at, the most telling first. */
export const SEARCHED = {
  Entity: ['names', 'aliases'],
  Claim: ['texts'],
  Source: ['title'],
  Citation: ['quote'],
} as const satisfies Partial<Record<RecordName, readonly string[]>>;

export type SearchedRecord = keyof typeof SEARCHED;
export const SEARCHED_RECORDS = Object.keys(SEARCHED) as SearchedRecord[];
export const isSearched = (record: RecordName): record is SearchedRecord => Object.hasOwn(SEARCHED, record);

export interface SearchedText {
  readonly member: string;
  readonly text: string;
  readonly language?: string | undefined;
}

/** The texts that a record is found by, from its document or from a row of the same form. */
export function searchedTexts(record: SearchedRecord, document: RecordDocument): SearchedText[] {
  return SEARCHED[record].flatMap((member): SearchedText[] => {
    const value = document[member] as string | readonly { text: string; language?: string }[] | null | undefined;
    if (!value) return [];
    return typeof value === 'string' ? [{ member, text: value }] : value.map(({ text, language }) => ({ member, text, language }));
  });
}

/** The words of these texts, separated by spaces; each text once. */
export function searchedWords(record: SearchedRecord, document: RecordDocument): string {
  const texts = new Set(searchedTexts(record, document).map(({ text }) => text));
  return [...texts].flatMap((text) => wordsOf(text).map(({ word }) => word)).join(' ');
}
