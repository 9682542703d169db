/** Numbers that are written in words, by language: "six" is one in English and French, "once" in Spanish alone. */
import { CARDINALS, TENS } from '../../model/values/numbers.js';
import { fold } from '../../model/values/text.js';

interface Numerals {
  readonly values: ReadonlyMap<string, number>;
  /** What a number is multiplied by: a hundred, and the large ones. */
  readonly scales: ReadonlyMap<string, number>;
  /** May stand between the words of one number. */
  readonly joining: ReadonlySet<string>;
  /** Stands before one hundred, thousand or million for one. */
  readonly one: ReadonlySet<string>;
}

/** `cardinals` from two on, `tens` from thirty on; `scales` as word:power of ten. */
function numerals(cardinals: string, tens: string, scales: string, joining: string, one: string): Numerals {
  const values = new Map<string, number>();
  listOf(cardinals).forEach((words, index) => words.split('/').forEach((word) => values.set(fold(word), index + 2)));
  listOf(tens).forEach((words, index) => words.split('/').forEach((word) => values.set(fold(word), 10 * (index + 3))));
  const powers = listOf(scales).map((each) => each.split(':') as [string, string]);
  return {
    values,
    scales: new Map(powers.map(([word, power]) => [fold(word), 10 ** Number(power)])),
    joining: new Set(listOf(joining).map(fold)),
    one: new Set(listOf(one).map(fold)),
  };
}

const listOf = (words: string): string[] => words.split(' ').filter(Boolean);

const NUMERALS: Readonly<Record<string, Numerals>> = {
  en: numerals(
    [...CARDINALS.slice(2), 'twenty'].join(' '),
    TENS.slice(3).join(' '),
    'hundred:2 thousand:3 k:3 million:6 mn:6 mln:6 billion:9 bn:9 bln:9 trillion:12',
    'and',
    'a one',
  ),
  fr: numerals(
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt/vingts',
    'trente quarante cinquante soixante septante huitante/octante nonante',
    'cent:2 cents:2 mille:3 million:6 millions:6 milliard:9 milliards:9 md:9 mds:9 billion:12 billions:12',
    'et',
    'un une',
  ),
  de: numerals(
    'zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    'dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    'hundert:2 tausend:3 tsd:3 million:6 millionen:6 mio:6 milliarde:9 milliarden:9 mrd:9 billion:12 billionen:12',
    'und',
    'ein eine einer',
  ),
  es: numerals(
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
    'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    'cien:2 ciento:2 mil:3 millón:6 millones:6 billón:12 billones:12',
    'y',
    'un una',
  ),
  it: numerals(
    'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
    'trenta quaranta cinquanta sessanta settanta ottanta novanta',
    'cento:2 mille:3 mila:3 milione:6 milioni:6 mln:6 miliardo:9 miliardi:9 mld:9',
    'e',
    'un una',
  ),
  pt: numerals(
    'dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove vinte',
    'trinta quarenta cinquenta sessenta setenta oitenta noventa',
    'cem:2 cento:2 mil:3 milhão:6 milhões:6 bilhão:9 bilhões:9',
    'e',
    'um uma',
  ),
  nl: numerals(
    'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    'dertig veertig vijftig zestig zeventig tachtig negentig',
    'honderd:2 duizend:3 miljoen:6 mln:6 miljard:9 mld:9',
    'en',
    'een',
  ),
  ru: numerals(
    'два/две/двух/двум три/трех/трем четыре/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать/двадцати',
    'тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят семьдесят восемьдесят девяносто',
    'сто:2 ста:2 тысяча:3 тысячи:3 тысяч:3 тыс:3 миллион:6 миллиона:6 миллионов:6 млн:6 миллиард:9 миллиарда:9 миллиардов:9 млрд:9',
    'и',
    'один одна одну',
  ),
  ar: numerals(
    'اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر',
    '',
    'مئة:2 مائة:2 ألف:3 آلاف:3 مليون:6 ملايين:6 مليار:9 مليارات:9',
    'و',
    'واحد واحدة',
  ),
};

const NONE: Numerals = { values: new Map(), scales: new Map(), joining: new Set(), one: new Set() };
const numeralsOf = (language: string | undefined): Numerals => (language === undefined ? undefined : NUMERALS[language]) ?? NONE;

/** Hundreds that are words of their own, from two hundred on. */
const HUNDREDS: Readonly<Record<string, string>> = {
  es: 'doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas',
  it: 'duecento trecento quattrocento cinquecento seicento settecento ottocento novecento',
  pt: 'duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
  ru: 'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот',
};
for (const [language, hundreds] of Object.entries(HUNDREDS)) {
  const values = NUMERALS[language]?.values as Map<string, number> | undefined;
  listOf(hundreds).forEach((words, index) => words.split('/').forEach((word) => values?.set(fold(word), 100 * (index + 2))));
}

/** A million of "5 million"; undefined where the folded word multiplies nothing. */
export const scaleOf = (word: string, language: string | undefined): number | undefined =>
  numeralsOf(language).scales.get(word) ?? ANYWHERE.get(word);

/** Of any language after digits, where the language of a text is not known. */
const ANYWHERE: ReadonlyMap<string, number> = new Map([
  ['million', 1e6],
  ['millions', 1e6],
  ['millionen', 1e6],
  ['millones', 1e6],
  ['mio', 1e6],
  ['mrd', 1e9],
]);

export interface SpelledNumber {
  readonly value: number;
  /** Words that it takes up. */
  readonly length: number;
}

/** "k" and "bn" stand after digits alone. */
const LONGEST_ABBREVIATION = 2;

/** The number that begins with the first of these folded words; "one" and "a" alone are none, for they are articles. */
export function spelledNumber(words: readonly string[], language: string | undefined): SpelledNumber | undefined {
  const { values, scales, joining, one } = numeralsOf(language);
  let total = 0;
  let current = 0;
  let length = 0;
  let last = 0;
  for (; length < words.length; length++) {
    const word = words[length]!;
    const value = values.get(word) ?? (language === 'de' ? germanNumber(word, values) : undefined);
    const scale = scales.get(word);
    const isOne = one.has(word) && (scales.has(words[length + 1] ?? '') || (last >= 20 && last < 1_000));
    if (value !== undefined) {
      // "Quatre-vingts" is four twenties.
      if (language === 'fr' && value === 20 && current % 100 === 4) current += 76;
      // Two numbers that do not make one stand beside each other: "two three".
      else if (current > 0 && !isHigher(last, value)) break;
      else current += value;
      last = value;
    } else if (
      scale !== undefined &&
      (current > 0 || last === 1 || (length === 0 && scale <= 1_000 && word.length > LONGEST_ABBREVIATION))
    ) {
      if (scale === 100) current = Math.max(1, current) * 100;
      else [total, current] = [total + Math.max(1, current) * scale, 0];
      last = scale;
    } else if (isOne) {
      if (total + current > 0) current += 1;
      last = 1;
    } else if (length === 0 || !joining.has(word) || !startsNumber(words[length + 1], { values, scales, joining, one })) break;
  }
  return length === 0 || total + current === 0 ? undefined : { value: total + current, length };
}

/** "Twenty" before "five", "soixante" and "quatre-vingt" before "dix", "dix" before "sept". */
const isHigher = (before: number, value: number): boolean =>
  (before >= 20 && before > value) || (before === 10 && value >= 7 && value <= 9);
const startsNumber = (word: string | undefined, { values, scales }: Numerals): boolean =>
  word !== undefined && (values.has(word) || scales.has(word));

/** "dreihundertfünfzigtausend", "einundzwanzig". */
function germanNumber(word: string, values: ReadonlyMap<string, number>): number | undefined {
  if (!/hundert|tausend|und.+zig$|ssig$/.test(word)) return undefined;
  const [thousands, rest, ...more] = word.includes('tausend') ? word.split('tausend') : ['0', word];
  if (more.length > 0) return undefined;
  const [above, below] = [
    thousands === '0' ? 0 : thousands === '' ? 1 : belowThousand(thousands!, values),
    belowThousand(rest ?? '', values),
  ];
  return above === undefined || below === undefined ? undefined : above * 1_000 + below || undefined;
}

function belowThousand(word: string, values: ReadonlyMap<string, number>): number | undefined {
  const [hundreds, rest] = word.includes('hundert') ? word.split('hundert') : ['0', word];
  const above = hundreds === '0' ? 0 : hundreds === '' ? 1 : belowHundred(hundreds!, values);
  const below = belowHundred((rest ?? '').replace(/^und(?!.*zig$)/, ''), values);
  return above === undefined || below === undefined ? undefined : above * 100 + below;
}

function belowHundred(word: string, values: ReadonlyMap<string, number>): number | undefined {
  if (word === '') return 0;
  if (/^eins?$/.test(word)) return 1;
  const known = values.get(word);
  if (known !== undefined) return known;
  const [, ones, tens] = /^(.+?)und(.+)$/.exec(word) ?? [];
  const [one, ten] = [ones === 'ein' ? 1 : values.get(ones ?? ''), values.get(tens ?? '')];
  return one !== undefined && ten !== undefined && one < 10 && ten >= 20 ? one + ten : undefined;
}
