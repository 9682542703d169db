/** The form that texts are compared in: one for search, filters, orders, duplicates and reconciliation. */

/**
 * What stands in words as an apostrophe, in each form that keyboards, printers and transcriptions give it: straight,
 * typographic, as an accent, as a prime, as a letter (ʻokina, ʾalif, ʿayn), Armenian, Hebrew, N'Ko and Greek ones.
 * To stand within a class of a regular expression.
 */
const APOSTROPHES =
  "'`\u00B4\u02B9-\u02BF\u02C8\u02CA\u02CB\u02EE\u055A\u05F3\u05F4\u07F4\u07F5\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u2018\u2019\u201B\u2032\u2035\uA78B\uA78C\uFF07";

/** Shown as nothing (soft hyphen, joiners, direction marks), or only as a longer stroke (the Arabic kashida). */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\u0640';

/** What words are made of, seen or not. */
const OF_WORDS = `(?:(?![${APOSTROPHES}])[\\p{L}\\p{N}\\p{M}${UNSEEN}])`;
/** The point of the Catalan l·l; the straight quotation mark that is typed in Hebrew acronyms. */
const POINT = '(?<=[lL])[\u00B7\u2027](?=[lL])';
const QUOTE = '(?<=\\p{Script=Hebrew})"(?=\\p{Script=Hebrew})';

/** Scripts that put no space between words, or not between all of them, in a class of a regular expression. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** Single letters with a full stop each, as they stand for words: "U.S.A.", "J. R. R."; the last stop may be left out. */
const INITIAL = `(?![${UNSPACED_SCRIPTS}])\\p{L}\\p{M}*`;
const INITIALS = `(?<![\\p{L}\\p{N}\\p{M}.])${INITIAL}\\.(?:\\s*${INITIAL}\\.)*(?:${INITIAL}(?![\\p{L}\\p{N}\\p{M}.])|\\s+${INITIAL}$)?`;

/** One run of letters and digits. */
export const RUN = new RegExp(`${OF_WORDS}+`, 'gu');
/** Runs that marks join to one word, or one run alone. */
export const COMPOUND = new RegExp(`${INITIALS}|${OF_WORDS}+(?:(?:[${APOSTROPHES}]|${POINT}|${QUOTE})+${OF_WORDS}+)*`, 'gu');

const DROPPED = new RegExp(`[${APOSTROPHES}${UNSEEN}]+`, 'gu');
const DROPPED_BETWEEN = new RegExp(`${POINT}|${QUOTE}`, 'gu');
const ALL_INITIALS = new RegExp(INITIALS, 'gu');

const LETTERS_WITHOUT_DECOMPOSITION: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ĸ: 'k',
  ŋ: 'n',
  // At the end of a word; Unicode folds it, and lower case does not.
  ς: 'σ',
};
const WITHOUT_DECOMPOSITION = new RegExp(`[${Object.keys(LETTERS_WITHOUT_DECOMPOSITION).join('')}]`, 'g');
/** Accents; in scripts of India the marks are the vowels. */
const ACCENTS =
  /(?:(?![\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}])\p{M})+/gu;
const DIGIT = /\p{Nd}/gu;
// oxlint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

export const isAscii = (text: string): boolean => ASCII.test(text);

/**
 * No case, no accents, nothing that is not seen, no apostrophes, no stops in initials, the digits 0 to 9, one space
 * between words.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const letters = isAscii(lower) ? lower.replace(/['`]+/g, '') : foldedLetters(lower);
  return (letters.includes('.') ? withoutStops(letters) : letters).replace(/\s+/gu, ' ').trim();
}

/**
 * No case, no combining marks, one space between words; apostrophes and full stops stay. For what is no prose: keys that
 * are made of names, and units.
 */
export function foldLetters(text: string): string {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(WITHOUT_DECOMPOSITION, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter]!);
  return letters.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function foldedLetters(lower: string): string {
  return lower
    .replace(DROPPED, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(WITHOUT_DECOMPOSITION, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter]!)
    .normalize('NFC')
    .replace(DROPPED_BETWEEN, '')
    .replace(DIGIT, digitOf);
}

/** "j. r. r. tolkien" as "jrr tolkien". */
function withoutStops(letters: string): string {
  return letters.replace(ALL_INITIALS, (initials, ...rest: unknown[]) => {
    const after = letters.slice((rest[0] as number) + initials.length);
    return initials.replace(/[.\s]+/gu, '') + (/^[\p{L}\p{N}]/u.test(after) ? ' ' : '');
  });
}

/** The decimal digits of a script stand in a row, from zero. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0)!;
  if (point < 0x80) return digit;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((point - first) % 10);
}
