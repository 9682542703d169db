/** The part of the one table that says what the search looks at. */
import type { RecordDocument } from './changeset/changeset.js';
import type { RecordName } from './definition.js';
import { beginningOf, languageOfStem, stemOf } from './values/stems.js';
import { consonantsOf, latinOf, wordsOf, type Word } from './values/words.js';

/** Records that the search finds, with the members whose texts it looks at, the most telling first. */
export const SEARCHED = {
  Entity: ['names', 'aliases', 'descriptions'],
  Claim: ['texts'],
  Source: ['title', 'text'],
  Citation: ['quote', 'passage.exact'],
} as const satisfies Partial<Record<RecordName, readonly string[]>>;

/**
 * Members that say more of a record than what it is called or says: looked at while the others give too few, for words
 * as they were typed. `marked` ones have words of their own in the record's index; a source's text has an index to itself.
 */
const FURTHER = { descriptions: 'marked', text: 'kept' } as const;

export type SearchedRecord = keyof typeof SEARCHED;
export const SEARCHED_RECORDS = Object.keys(SEARCHED) as SearchedRecord[];
export const isSearched = (record: RecordName): record is SearchedRecord => Object.hasOwn(SEARCHED, record);

/** The members of a record that are looked at first. */
export const nearMembers = (record: SearchedRecord): readonly string[] =>
  SEARCHED[record].filter((member) => !Object.hasOwn(FURTHER, member));

/** How a record's further members are looked into; undefined where it has none. */
export function furtherOf(record: SearchedRecord): 'marked' | 'kept' | undefined {
  const members: readonly string[] = SEARCHED[record];
  return Object.entries(FURTHER).find(([member]) => members.includes(member))?.[1];
}

/** Before a word of a further member, in the words of a record. */
export const FURTHER_MARK = '¶';
/** Before the consonants of a word of a name, by which names of several scripts find each other (analysis/duplicates.ts). */
export const CONSONANTS_MARK = '§';

/** Of a source's text: what lies beyond is not searched. Code units. */
const SEARCHED_TEXT_MAX = 100_000;

export interface SearchedText {
  readonly member: string;
  readonly text: string;
  readonly language?: string | undefined;
}

/** The fields that say in which language a member is that is one text alone. */
const LANGUAGE_OF: Readonly<Record<string, string>> = { title: 'language', text: 'language', quote: 'quoteLanguage' };

/** Fields of a record that are needed to look into these of its members: the members themselves, and what says their language. */
export const searchedFields = (members: readonly string[]): string[] => [
  ...new Set([...members, ...members.flatMap((member) => LANGUAGE_OF[member] ?? [])]),
];

/** The texts that a record is found by, from its document or from a row of the same form, as far as they are in it. */
export function searchedTexts(record: SearchedRecord, document: RecordDocument): SearchedText[] {
  return SEARCHED[record].flatMap((member): SearchedText[] => {
    const value = valueAt(document, member) as string | readonly { text: string; language?: string }[] | null | undefined;
    if (!value) return [];
    if (typeof value !== 'string') return value.map(({ text, language }) => ({ member, text, language }));
    const language = (document[LANGUAGE_OF[member] ?? ''] as string | null | undefined) ?? undefined;
    return [{ member, text: member === 'text' ? value.slice(0, SEARCHED_TEXT_MAX) : value, language }];
  });
}

const valueAt = (document: RecordDocument, member: string): unknown =>
  member.split('.').reduce<unknown>((value, name) => (value as RecordDocument | null | undefined)?.[name], document);

/** The words of these texts and what they are forms of, each once, separated by spaces. */
export function searchedWords(record: SearchedRecord, document: RecordDocument): string {
  const near = nearMembers(record);
  const texts = searchedTexts(record, document).filter(({ member }) => member !== 'text');
  const named = texts.filter(({ member }) => near.includes(member));
  const further = texts.filter(({ member }) => !near.includes(member));
  const consonants = record === 'Entity' ? consonantWords(named.map(({ text }) => text)) : [];
  return [
    ...new Set([
      ...named.flatMap(({ text, language }) => wordsOf(text).flatMap((word) => formsOf(word, language))),
      ...consonants.map((word) => CONSONANTS_MARK + word),
      ...further.flatMap(({ text }) => wordsOf(text).map(({ word }) => FURTHER_MARK + word)),
    ]),
  ].join(' ');
}

function formsOf(word: Word, language: string | undefined): string[] {
  const stem = stemOfWord(word, language);
  return stem === undefined ? [word.word] : [word.word, stem, languageOfStem(stem)];
}

/** A word in Latin letters of a text in others is of no language that is known. */
export const stemOfWord = ({ word, isLatinized }: Word, language: string | undefined): string | undefined =>
  isLatinized ? beginningOf(word) : stemOf(word, language);

/** A word of its own in Latin letters alone. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el']);

/** What is left of the words of names without vowels, each once. */
export function consonantWords(names: readonly string[]): string[] {
  const words = names.flatMap((name) =>
    wordsOf(name).flatMap(({ word, isLatinized, isJoined }) => (isLatinized || isJoined || ARTICLES.has(word) ? [] : word)),
  );
  return [...new Set(words.map((word) => consonantsOf(latinOf(word))).filter((word) => word !== ''))];
}

/** The distinct words of a source's text. */
export function textWords(text: string): string {
  return [...new Set(wordsOf(text.slice(0, SEARCHED_TEXT_MAX)).map(({ word }) => word))].join(' ');
}
