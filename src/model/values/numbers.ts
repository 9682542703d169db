/** The numbers in a name: things that are told apart by a number are not one thing, however alike their names are. */
import { fold } from './text.js';

/** Digits, whole numbers with marks between their thousands as one. */
const DIGITS = /\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?!\d)|\d+/gu;
/** Of kings, popes, wars, centuries and volumes, with a French ending of ordinals ("XIVe"); higher ones do not stand in names. */
const ROMAN = /^(?=[ivxl])((?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?:e|er|re|ème)?$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
/** A father and his child of one name count as the first and the second of it. */
const GENERATIONS: Readonly<Record<string, number>> = {
  sr: 1,
  snr: 1,
  senior: 1,
  sen: 1,
  père: 1,
  jr: 2,
  jnr: 2,
  junior: 2,
  jun: 2,
  fils: 2,
};
/** From zero to nineteen. */
export const CARDINALS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ORDINALS: readonly string[] =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
/** Of other languages, by how they begin and how they may end. */
const FOREIGN_ORDINALS: readonly RegExp[] = [
  /^(?:erste[nrsm]?|premi(?:er|ère)|primer[oa]?)$/,
  /^(?:zweite[nrsm]?|deuxième|seconde|segund[oa])$/,
  /^(?:dritte[nrsm]?|troisième|tercer[oa]?)$/,
  /^(?:vierte[nrsm]?|quatrième|cuart[oa])$/,
  /^(?:fünfte[nrsm]?|cinquième|quint[oa])$/,
  /^(?:sechste[nrsm]?|sixième|sext[oa])$/,
  /^(?:siebte[nrsm]?|siebente[nrsm]?|septième|séptim[oa])$/,
  /^(?:achte[nrsm]?|huitième|octav[oa])$/,
  /^(?:neunte[nrsm]?|neuvième|noven[oa])$/,
  /^(?:zehnte[nrsm]?|dixième|décim[oa])$/,
];
/** By their first digit. */
export const TENS: readonly string[] = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const HAN = /[〇一二三四五六七八九十]+/gu;
const HAN_DIGITS = '〇一二三四五六七八九';
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * In order, as often as they stand there: as they are written in digits, Roman numerals, Chinese numerals, English
 * number words below a hundred, German, French and Spanish ordinals to the tenth, or as "Jr." and "Sr.".
 */
export function numbersIn(name: string): readonly string[] {
  const digits = [...fold(name).matchAll(DIGITS)].map(([number]) => number.replace(/\D/gu, '').replace(/^0+(?=.)/u, ''));
  const han = [...name.matchAll(HAN)].map(([number]) => hanNumber(number));
  return [...digits, ...han, ...wordNumbers(name)].sort();
}

function wordNumbers(name: string): string[] {
  const words = [...name.normalize('NFKC').matchAll(WORD)].map(([word]) => word);
  const numbers: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const lower = word.toLowerCase();
    const tens = tensOf(lower);
    const ones = spelled(words[index + 1]?.toLowerCase() ?? '');
    if (tens !== undefined && TENS.includes(lower) && ones !== undefined && ones > 0 && ones < 10) {
      numbers.push(String(tens + ones));
      index++;
    } else if (tens !== undefined) numbers.push(String(tens));
    else if (spelled(lower) !== undefined) numbers.push(String(spelled(lower)));
    else if (index > 0 && GENERATIONS[lower] !== undefined) numbers.push(String(GENERATIONS[lower]));
    // What a name begins with is a number of it in capitals alone ("XI Congress", "Xi Jinping").
    else if (index > 0 || (word.length > 1 && word === word.toUpperCase())) numbers.push(...romanNumber(word));
  }
  return numbers;
}

/** "twenty" and "twentieth" are 20. */
function tensOf(word: string): number | undefined {
  const place = TENS.indexOf(word.replace(/ieth$/, 'y'));
  return word !== '' && place >= 2 ? 10 * place : undefined;
}

function spelled(word: string): number | undefined {
  const place = Math.max(CARDINALS.indexOf(word), ORDINALS.indexOf(word));
  if (place >= 0) return place;
  const foreign = FOREIGN_ORDINALS.findIndex((each) => each.test(word));
  return foreign >= 0 ? foreign + 1 : undefined;
}

/** Each has a number that the other does not have, or not as often; one that has fewer may only be named more briefly. */
export const areUnlike = (one: readonly string[], other: readonly string[]): boolean => !isWithin(one, other) && !isWithin(other, one);

function isWithin(one: readonly string[], other: readonly string[]): boolean {
  const left = [...other];
  return one.every((number) => {
    const place = left.indexOf(number);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

/** None where it is no Roman numeral. One letter alone, and those with an L, are words elsewhere: only capitals are meant. */
function romanNumber(word: string): string[] {
  const [, roman] = ROMAN.exec(word.toLowerCase()) ?? [];
  if (!roman || ((roman.length === 1 || roman.includes('l')) && !word.startsWith(roman.toUpperCase()))) return [];
  const digits = [...roman].map((letter) => ROMAN_DIGITS[letter]!);
  return [String(digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0))];
}

/** "十四" is 14, "二〇二一" is 2021. */
function hanNumber(han: string): string {
  const digitsOf = (text: string): string => [...text].map((digit) => HAN_DIGITS.indexOf(digit)).join('');
  const [tens, ones, more] = han.split('十');
  if (more !== undefined || ones === undefined) return ones === undefined ? String(Number(digitsOf(han))) : han;
  return String((tens === '' ? 1 : Number(digitsOf(tens!))) * 10 + Number(digitsOf(ones) || 0));
}
