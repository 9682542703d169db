/** The numbers in a name: things that are told apart by a number are not one thing, however alike their names are. */
import { fold } from './text.js';

/** Digits, whole numbers with marks between their thousands as one. */
const DIGITS = /\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?!\d)|\d+/gu;
/** Of kings, popes, wars and volumes: no higher ones stand in names, and words are spelt with other letters. */
const ROMAN = /^(?=[ivx]+$)x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
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
const ORDINALS: readonly string[] = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const HAN = /[〇一二三四五六七八九十]+/gu;
const HAN_DIGITS = '〇一二三四五六七八九';
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** As they are written in digits, Roman numerals, Chinese numerals, English ordinals, or as "Jr." and "Sr.". */
export function numbersIn(name: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [digits] of fold(name).matchAll(DIGITS)) numbers.add(digits.replace(/\D/gu, '').replace(/^0+(?=.)/u, ''));
  for (const [han] of name.matchAll(HAN)) numbers.add(hanNumber(han));
  const words = [...name.normalize('NFKC').matchAll(WORD)].map(([word]) => word);
  words.forEach((word, index) => {
    const lower = word.toLowerCase();
    const ordinal = ORDINALS.indexOf(lower);
    if (ordinal >= 0) numbers.add(String(ordinal));
    // What a name begins with is no number of it ("Xi Jinping").
    else if (index > 0 && GENERATIONS[lower] !== undefined) numbers.add(String(GENERATIONS[lower]));
    else if (index > 0 && isRoman(word)) numbers.add(String(romanNumber(lower)));
  });
  return numbers;
}

/** Each has a number that the other does not have; one that has fewer may only be named more briefly. */
export const areUnlike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  !isWithin(one, other) && !isWithin(other, one);

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].every((each) => other.has(each));

/** One letter alone only as a capital: elsewhere it is a word. */
const isRoman = (word: string): boolean => ROMAN.test(word.toLowerCase()) && (word.length > 1 || word === word.toUpperCase());

function romanNumber(roman: string): number {
  const digits = [...roman].map((letter) => ROMAN_DIGITS[letter]!);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}

/** "十四" is 14, "二〇二一" is 2021. */
function hanNumber(han: string): string {
  const digitsOf = (text: string): string => [...text].map((digit) => HAN_DIGITS.indexOf(digit)).join('');
  const [tens, ones, more] = han.split('十');
  if (more !== undefined || ones === undefined) return ones === undefined ? String(Number(digitsOf(han))) : han;
  return String((tens === '' ? 1 : Number(digitsOf(tens!))) * 10 + Number(digitsOf(ones) || 0));
}
