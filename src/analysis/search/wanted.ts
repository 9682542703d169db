/** What was typed, as the words to look for: first as they stand, then with typos, in other letters, by their consonants. */
import type { WantedWord } from '../../plan/plan.js';
import { isAscii } from '../../model/values/folding.js';
import { stemsOf } from '../../model/values/stems.js';
import { fold } from '../../model/values/text.js';
import { typosAllowed } from '../../model/values/typos.js';
import { consonantsOf, latinOf, wholeWordsOf, wordsOf, type Word } from '../../model/values/words.js';

/** Words of a question beyond this many are not looked at. */
const WORDS_MAX = 64;
/** Code units. Longer words are nobody's, and costly to look for in other forms than this one. */
const LONGEST_MENDED = 60;
/** Names and numbers tell more than their rarity says: what is claimed of another is another claim. */
const EMPHASIS = { NAME: 1.2, NUMBER: 1.1, OTHER: 1 } as const;

export interface TypedWord extends WantedWord {
  /** By how much more it weighs than its rarity says. */
  readonly emphasis: number;
}

export interface Attempt {
  /** In the order in which they were typed, each once. */
  readonly words: readonly TypedWord[];
  /** Places in `words` of those that were typed one after the other. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Records must have every one of them. */
  readonly every: boolean;
  /** The words are consonants: only words of scripts that leave vowels out are meant. */
  readonly isOfConsonants: boolean;
  /** Every word as it was typed: so descriptions and whole texts are looked into as well. */
  readonly isWhole: boolean;
  /** Words that no record has may have typos. */
  readonly mendsUnknown: boolean;
  /** Made also where enough was found, but nothing that has most of what was typed. */
  readonly ifUnsure: boolean;
}

/**
 * In the order in which they are made: with words whole that marks divide, as typed, with typos, in Latin letters, by consonants;
 * each only while too little was found.
 */
export function attemptsAt(text: string, finished: boolean): Attempt[] {
  const words = wordsOf(text).filter(({ isLatinized }) => !isLatinized);
  const typed = sequence(words.filter(({ isJoined }) => !isJoined).map((word) => ({ word: word.word, emphasis: emphasisOf(word, text) })));
  const whole = words.some(({ isJoined }) => isJoined) ? plain(wholeWordsOf(text)) : NOTHING;
  const known = new Set(words.map(({ word }) => word));
  const inLatin = latinWords(text);
  const latin = inLatin.every((word) => known.has(word)) ? NOTHING : plain(inLatin);
  const consonants = plain(consonantWords(typed.words.map(({ word }) => word)));
  return [
    attempt(forms(whole, { finished }), { every: true, isWhole: true }),
    attempt(forms(typed, { finished, stems: true }), { isWhole: true, mendsUnknown: true }),
    attempt(forms(typed, { finished, stems: true, typos: true }), {}),
    attempt(forms(latin, { finished, stems: true }), { mendsUnknown: true, ifUnsure: true }),
    attempt(forms(latin, { finished, stems: true, typos: true }), {}),
    attempt(forms(consonants, { finished: true }), { every: true, isOfConsonants: true, ifUnsure: true }),
    attempt(forms(consonants, { finished: true, typos: true }), { isOfConsonants: true }),
  ].filter((each) => each.words.length > 0);
}

interface Sequence {
  readonly words: readonly { readonly word: string; readonly emphasis: number }[];
  readonly pairs: readonly (readonly [number, number])[];
}

const NOTHING: Sequence = { words: [], pairs: [] };
const plain = (words: readonly string[]): Sequence => sequence(words.map((word) => ({ word, emphasis: EMPHASIS.OTHER })));

/** Each word once, and which stood one after the other. */
function sequence(typed: Sequence['words']): Sequence {
  const places = new Map<string, number>();
  const words: { word: string; emphasis: number }[] = [];
  const order = typed.flatMap(({ word, emphasis }) => {
    const known = places.get(word);
    if (known !== undefined) return known;
    if (words.length === WORDS_MAX) return [];
    places.set(word, words.length);
    return words.push({ word, emphasis }) - 1;
  });
  const pairs = new Map(order.slice(1).map((place, before) => [`${order[before]} ${place}`, [order[before]!, place] as const]));
  return { words, pairs: [...pairs.values()] };
}

interface Tolerance {
  readonly finished: boolean;
  readonly stems?: boolean;
  readonly typos?: boolean;
}

function forms({ words, pairs }: Sequence, { finished, stems = false, typos = false }: Tolerance): Pick<Attempt, 'words' | 'pairs'> {
  const wanted = words.map(({ word, emphasis }, index): TypedWord => {
    const isLong = word.length > LONGEST_MENDED;
    return {
      word,
      ...(stems && !isLong ? { stems: stemsOf(word) } : {}),
      prefix: !finished && index === words.length - 1,
      typos: typos && !isLong ? typosAllowed(word) : 0,
      emphasis,
    };
  });
  return { words: wanted, pairs };
}

function attempt(wanted: Pick<Attempt, 'words' | 'pairs'>, how: Partial<Omit<Attempt, 'words' | 'pairs'>>): Attempt {
  return { ...wanted, every: false, isOfConsonants: false, isWhole: false, mendsUnknown: false, ifUnsure: false, ...how };
}

/** A name is written with a capital letter where other words are not. */
function emphasisOf({ word, start, end }: Word, text: string): number {
  if (/^\p{N}+$/u.test(word)) return EMPHASIS.NUMBER;
  if (start === 0 || !/\p{Ll}/u.test(text)) return EMPHASIS.OTHER;
  return /^\p{Lu}/u.test([...text].slice(start, end).join('')) ? EMPHASIS.NAME : EMPHASIS.OTHER;
}

/** The same in Latin letters; none where they are Latin already. */
function latinWords(text: string): string[] {
  const folded = fold(text);
  return isAscii(folded) ? [] : wholeWordsOf(latinOf(folded));
}

/** Their consonants, for names of scripts without vowels; none where that leaves too little. */
function consonantWords(typed: readonly string[]): string[] {
  const words = typed.filter((word) => word !== 'al' && word !== 'el').map((word) => consonantsOf(latinOf(word)));
  return words.every((word) => word.length >= LEAST_CONSONANTS) ? [...new Set(words)] : [];
}

const LEAST_CONSONANTS = 2;
