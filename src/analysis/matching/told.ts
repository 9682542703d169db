/** What a text tells, apart from how it puts it: its words in order, numbers, dates, names, and what it denies. */
import { LRUCache } from 'lru-cache';
import { stemOf } from '../../model/values/stems.js';
import { wordsOf } from '../../model/values/words.js';
import { datesIn, type ToldDate } from './dates-told.js';
import { denialsIn, type Denial } from './denials.js';
import { isLittle, primaryOf } from './language.js';
import { quantitiesIn, type Quantity } from './quantities.js';

export interface ToldWord {
  /** Folded. */
  readonly word: string;
  /** What its forms have in common; the word itself where it has one form. */
  readonly stem: string;
  /** In Latin letters, where it is written in others. */
  readonly latin?: string | undefined;
  /** As the text has it. */
  readonly written: string;
  /** It says little by itself ("of"). */
  readonly isLittle: boolean;
  /** It is a part of a number or a date. */
  readonly isOfNumber: boolean;
  /** It is written as a name is: with a capital letter where other words are not, or with digits in it. */
  readonly isName: boolean;
  /** What somebody is called beside the name ("Dr"). */
  readonly isTitle: boolean;
  /** A sentence begins with it, so that its capital letter says nothing. */
  readonly beginsSentence: boolean;
  /** Which sentence of the text it stands in. */
  readonly sentence: number;
}

export interface Told {
  /** Primary subtag; undefined where it is not known. */
  readonly language: string | undefined;
  readonly words: readonly ToldWord[];
  readonly numbers: readonly Quantity[];
  readonly dates: readonly ToldDate[];
  /** Names can be told from other words: some are written with a capital letter, and not all. */
  readonly showsNames: boolean;
  /** Its script has no capital letters. */
  readonly isCaseless: boolean;
  readonly denials: readonly Denial[];
}

/** A text of a longer one is compared by its beginning. Code units. */
const LONGEST_COMPARED = 1_000;

const known = new LRUCache<string, Told>({ max: 2_000 });

/** `tag`: the language of the text, as it says, or as the text that it is compared with has it. */
export function toldBy(text: string, tag: string | undefined): Told {
  const language = primaryOf(tag);
  const key = `${language ?? ''} ${text}`;
  let told = known.get(key);
  if (!told) known.set(key, (told = worked(text, language)));
  return told;
}

/** Links and handles are how a text travels, not what it says. */
const NO_WORDS = /https?:\/\/\S+|\b(?:pic\.twitter\.com|t\.co)\/\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_]+/giu;
const SENTENCE_ENDS = /[.!?…:;。！？؟"“”«»„\n]\s*$|—\s*$/u;

function worked(given: string, language: string | undefined): Told {
  // As long as it was, so that places stay.
  const text = given.slice(0, LONGEST_COMPARED).replace(NO_WORDS, (link) => ' '.repeat(link.length));
  const dates = datesIn(text, language);
  const numbers = quantitiesIn(text, language).filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end));
  const taken = [...dates, ...numbers];
  const units = codeUnits(text);
  const all = wordsOf(text);
  const latin = new Map(all.filter(({ isLatinized }) => isLatinized).map(({ word, start }) => [start, word]));
  const own = all.filter(({ isLatinized }) => !isLatinized);
  const joined = own.filter(({ isJoined }) => isJoined);
  // "Didn't" is one word, "l'or" two.
  const isWhole = ({ word }: { word: string }) => language === 'en' || (language === undefined && word.endsWith('nt'));
  const wholes = joined.filter(isWhole);
  const pieces = own.filter((word) =>
    word.isJoined ? isWhole(word) : !wholes.some(({ start, end }) => start <= word.start && word.end <= end),
  );
  const places = pieces.map(({ start, end }) => ({ from: units(start), to: units(end) }));
  const little = pieces.map(({ word }) => isLittle(word, language));
  const capitals = places.map(({ from }) => /^\p{Lu}/u.test(text.slice(from, from + 2)));
  const cased = places.map(({ from }, index) => !little[index]! && /^[\p{Lu}\p{Ll}]/u.test(text.slice(from, from + 2)));
  const isCaseless = !/[\p{Lu}\p{Ll}]/u.test(text);
  const share = capitals.filter((is, index) => is && cased[index]!).length / Math.max(1, cased.filter(Boolean).length);
  const showsNames = share > 0 && (share < HEADLINE || pieces.length < SHORTEST_HEADLINE);
  let sentence = 0;
  let before = 0;
  const words = pieces.map(({ word, start }, index): ToldWord => {
    const { from, to } = places[index]!;
    const beginsSentence = index === 0 || SENTENCE_ENDS.test(text.slice(before, from));
    if (index > 0 && beginsSentence) sentence++;
    before = to;
    const isOfNumber = taken.some((each) => from < each.end && each.start < to);
    const hasDigits = /\p{L}/u.test(word) && /\p{N}/u.test(word);
    const isNoun = language === 'de' && !beginsSentence && !capitals[index - 1]! && !BEFORE_NAMES.has(pieces[index - 1]!.word);
    const isCapital = showsNames && capitals[index]! && !isNoun;
    const isName = !isOfNumber && !little[index]! && word.length > 1 && !TITLES.has(word) && (hasDigits || isCapital);
    return {
      word,
      stem: stemOf(word, language) ?? word,
      latin: latin.get(start) ?? undefined,
      written: text.slice(from, to),
      isLittle: little[index]!,
      isOfNumber,
      isName,
      isTitle: TITLES.has(word),
      beginsSentence,
      sentence,
    };
  });
  const nextIsNumber = (place: number) => /^\p{N}/u.test(text.slice(places[place]!.to).replace(/^[\s.:]+/u, ''));
  const denials = denialsIn(
    text,
    words.map(({ word }) => word),
    nextIsNumber,
    language,
  );
  return { language, words, numbers, dates, showsNames, isCaseless, denials };
}

/** What somebody is called beside the name, and now and then instead of a first name. */
const TITLES: ReadonlySet<string> = new Set(
  'president mr mrs ms miss sir dr doctor prof professor senator sen rep representative congressman congresswoman governor gov minister chancellor king queen prince princess pope judge justice general gen secretary mayor speaker lord lady saint st rev herr frau monsieur madame mme senor senora don dona presidente presidenta prasident prasidentin kanzler kanzlerin ministre ministro ministra papst pape papa'.split(
    ' ',
  ),
);

/** Of a headline nearly every word that says something begins with a capital letter, and in capitals all do. */
const HEADLINE = 0.85;
const SHORTEST_HEADLINE = 5;
/** In German every noun has a capital letter: names stand without an article, after such a word or another name. */
const BEFORE_NAMES: ReadonlySet<string> = new Set('in aus nach von bei gegen durch uber mit fur laut und'.split(' '));

/** Places in code units, of places in code points. */
function codeUnits(text: string): (point: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (point) => point;
  const units: number[] = [];
  let unit = 0;
  for (const point of text) {
    units.push(unit);
    unit += point.length;
  }
  return (point) => units[point] ?? unit;
}
