/**
 * Units that quantities are compared in: what one is, exactly, in the unit of its dimension. A unit that is not here
 * is compared with itself alone.
 *
 * Source: UCUM, The Unified Code for Units of Measure (https://ucum.org/ucum), its case-sensitive codes,
 * prefixes and definitions; beside the codes stand the symbols that print uses. Case matters: mW is no MW, Mm no mm,
 * and k no K. Not taken over are UCUM's mean years and months (365.25 and 30.4375 days): a calendar's have no one
 * length, so that years and months are compared with each other, and not with days.
 */
import { withoutExponent } from './decimals.js';

/** `numerator / denominator` of the dimension's unit; `offset` is added first, as temperatures need it. */
export interface Unit {
  readonly dimension: string;
  /** A decimal. */
  readonly numerator: string;
  readonly denominator: string;
  readonly offset: string;
}

/** Symbols to the letter; then names in the singular; then what Wikidata calls it. */
type Row = readonly [dimension: string, factor: string, symbols: string, names: string, wikidata?: string];

/** UCUM's metric units, which take its prefixes. */
const METRIC: readonly Row[] = [
  ['length', '1', 'm', 'metre meter', 'Q11573'],
  ['mass', '1', 'g', 'gram gramme', 'Q41803'],
  ['mass', '1000000', 't', 'tonne', 'Q191118'],
  ['time', '1', 's', 'second', 'Q11574'],
  ['volume', '1', 'l L', 'litre liter', 'Q11582'],
  ['power', '1', 'W', 'watt', 'Q25236'],
  ['energy', '1', 'J', 'joule', 'Q25269'],
  ['energy', '3600', 'Wh W.h', 'watt-hour'],
  ['energy', '4.184', 'cal cal_th', 'calorie'],
  ['data', '8', 'B By', 'byte'],
  ['data', '1', 'bit', 'bit'],
  ['pressure', '1', 'Pa', 'pascal'],
  ['pressure', '100000', 'bar', 'bar'],
  ['frequency', '1', 'Hz', 'hertz'],
  ['force', '1', 'N', 'newton'],
  ['voltage', '1', 'V', 'volt'],
  ['current', '1', 'A', 'ampere'],
  ['temperature', '1', 'K', 'kelvin', 'Q11579'],
];

const OTHERS: readonly Row[] = [
  ['length', '0.0254', 'in [in_i]', 'inch', 'Q218593'],
  ['length', '0.3048', 'ft [ft_i]', 'foot', 'Q3710'],
  ['length', '0.9144', 'yd [yd_i]', 'yard', 'Q482798'],
  ['length', '1609.344', 'mi [mi_i]', 'mile', 'Q253276'],
  ['length', '1852', 'nmi [nmi_i]', 'nautical-mile'],
  ['area', '10000', 'ha har', 'hectare', 'Q35852'],
  ['area', '4046.8564224', 'ac', 'acre'],
  ['area', '2589988.110336', 'mi² mi2', 'square-mile', 'Q232291'],
  ['mass', '453.59237', 'lb [lb_av]', 'pound', 'Q100995'],
  ['mass', '28.349523125', 'oz [oz_av]', 'ounce'],
  ['mass', '1000000', '', 'metric-ton'],
  ['time', '60', 'min', 'minute', 'Q7727'],
  ['time', '3600', 'h', 'hour', 'Q25235'],
  ['time', '86400', 'd', 'day', 'Q573'],
  ['time', '604800', 'wk', 'week', 'Q23387'],
  ['calendar time', '1', 'mo', 'month', 'Q5151'],
  ['calendar time', '12', 'a', 'year', 'Q577'],
  ['energy', '4184', 'Cal [Cal]', ''],
  ['pressure', '101325', 'atm', 'standard-atmosphere'],
  ['pressure', '133.322387415', 'mmHg mm[Hg]', ''],
  ['speed', '3600', 'm/s', 'metre-per-second meter-per-second'],
  ['speed', '1000', 'km/h', 'kilometre-per-hour kilometer-per-hour'],
  ['speed', '1609.344', 'mph [mi_i]/h mi/h', 'mile-per-hour'],
  ['speed', '1852', 'kn [kn_i]', 'knot'],
  ['ratio', '0.01', '%', 'percent per-cent', 'Q11229'],
  ['ratio', '0.001', '‰ [ppth]', 'permille per-mille'],
  ['ratio', '0.000001', 'ppm [ppm]', ''],
];

/** Prefixes that can be read from a symbol, with their power of ten; u is how UCUM writes µ. */
const PREFIXES: readonly (readonly [symbols: string, name: string, power: number])[] = [
  ['y', 'yocto', -24],
  ['z', 'zepto', -21],
  ['a', 'atto', -18],
  ['f', 'femto', -15],
  ['p', 'pico', -12],
  ['n', 'nano', -9],
  ['u µ μ', 'micro', -6],
  ['m', 'milli', -3],
  ['c', 'centi', -2],
  ['d', 'deci', -1],
  ['da', 'deka', 1],
  ['h', 'hecto', 2],
  ['k', 'kilo', 3],
  ['M', 'mega', 6],
  ['G', 'giga', 9],
  ['T', 'tera', 12],
  ['P', 'peta', 15],
  ['E', 'exa', 18],
  ['Z', 'zetta', 21],
  ['Y', 'yotta', 24],
];
const BINARY = { Ki: '1024', Mi: '1048576', Gi: '1073741824', Ti: '1099511627776' };

/** In kelvins: a degree is a part of one, and counted from elsewhere. */
const TEMPERATURES: readonly (readonly [symbols: string, names: string, wikidata: string, unit: Omit<Unit, 'dimension'>])[] = [
  ['°C ℃ Cel', 'celsius degree-celsius', 'Q25267', { numerator: '1', denominator: '1', offset: '273.15' }],
  ['°F ℉ [degF]', 'fahrenheit degree-fahrenheit', 'Q42289', { numerator: '5', denominator: '9', offset: '459.67' }],
];

/** What Wikidata calls units with a prefix. */
const WIKIDATA: Readonly<Record<string, string>> = {
  km: 'Q828224',
  cm: 'Q174728',
  mm: 'Q174789',
  kg: 'Q11570',
  m2: 'Q25343',
  km2: 'Q712226',
};

const SYMBOLS = new Map<string, Unit>();
const NAMES = new Map<string, Unit>();
const listOf = (words: string): string[] => words.split(' ').filter(Boolean);

function add(unit: Unit, symbols: readonly string[], names: readonly string[], wikidata?: string): void {
  for (const symbol of symbols) {
    if (!SYMBOLS.has(symbol)) SYMBOLS.set(symbol, unit);
    const item = WIKIDATA[symbol];
    if (item) SYMBOLS.set(item, unit);
  }
  for (const name of names) if (!NAMES.has(name)) NAMES.set(name, unit);
  if (wikidata) SYMBOLS.set(wikidata, unit);
}

const of = (dimension: string, numerator: string, power = 0): Unit => ({
  dimension,
  numerator: withoutExponent(`${numerator}e${power}`)!,
  denominator: '1',
  offset: '0',
});

// First what stands for itself: a prefix before a symbol never takes its place (min is no milli-inch, Pa no peta-year).
for (const [dimension, factor, symbols, names, wikidata] of [...METRIC, ...OTHERS])
  add(of(dimension, factor), listOf(symbols), listOf(names), wikidata);
for (const [symbols, names, wikidata, unit] of TEMPERATURES)
  add({ dimension: 'temperature', ...unit }, listOf(symbols), listOf(names), wikidata);
/** Nobody has tenths of a byte, and ct and pt are carats and pints. */
const LARGE_ONLY = new Set(['data', 'tonne']);

for (const [prefix, prefixName, power] of [['', '', 0] as const, ...PREFIXES]) {
  const prefixes = prefix === '' ? [''] : listOf(prefix);
  if (prefix !== '')
    for (const [dimension, factor, symbols, names] of METRIC) {
      if (power < 3 && (LARGE_ONLY.has(dimension) || LARGE_ONLY.has(names))) continue;
      add(
        of(dimension, factor, power),
        prefixes.flatMap((each) => listOf(symbols).map((symbol) => each + symbol)),
        listOf(names).map((name) => prefixName + name),
      );
    }
  for (const [dimension, digits, exponent, word, scale] of [
    ['area', '2 ²', 2, 'square', 0] as const,
    ['volume', '3 ³', 3, 'cubic', 3] as const,
  ])
    add(
      of(dimension, '1', power * exponent + scale),
      prefixes.flatMap((each) => listOf(digits).map((digit) => `${each}m${digit}`)),
      ['metre', 'meter'].map((name) => `${word}-${prefixName}${name}`),
    );
}
for (const [prefix, factor] of Object.entries(BINARY)) {
  add(of('data', String(8n * BigInt(factor))), [`${prefix}B`, `${prefix}By`], []);
  add(of('data', factor), [`${prefix}bit`], []);
}

const PLURALS: Readonly<Record<string, string>> = {
  feet: 'foot',
  inches: 'inch',
  'degrees-celsius': 'degree-celsius',
  'degrees-fahrenheit': 'degree-fahrenheit',
};
/** An item of Wikidata, by its number, its address, or as its import writes it. */
const ITEM = /^(?:wikidata:|wd:|https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/)?(Q\d+)$/;

/** The unit by its symbol, by its English name in the singular or plural, or by Wikidata's item; undefined where it is none of the table. */
export function unitOf(text: string): Unit | undefined {
  const symbol = text.trim().normalize('NFC');
  const known = SYMBOLS.get(ITEM.exec(symbol)?.[1] ?? symbol);
  if (known) return known;
  const name = symbol.toLowerCase().replace(/[\s-]+/gu, '-');
  return NAMES.get(name) ?? NAMES.get(PLURALS[name] ?? name.replace(/s(?=-per-|$)/, ''));
}
