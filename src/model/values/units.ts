/**
 * Units that quantities are compared in: what one is, exactly, in the unit of its dimension. A unit that is not here
 * is compared with itself alone. Definitions: the SI brochure, and the International Yard and Pound Agreement.
 */

/** `numerator / denominator` of the dimension's unit; `offset` is added first, as temperatures need it. */
export interface Unit {
  readonly dimension: string;
  /** A decimal. */
  readonly numerator: string;
  readonly denominator: string;
  readonly offset: string;
}

/** Symbols to the letter, since m is not M; then names in the singular; then what Wikidata calls it. */
type Row = readonly [dimension: string, factor: string, symbols: string, names: string, wikidata?: string];

const ROWS: readonly Row[] = [
  ['length', '1', 'm', 'metre meter', 'Q11573'],
  ['length', '1000', 'km', 'kilometre kilometer', 'Q828224'],
  ['length', '0.01', 'cm', 'centimetre centimeter', 'Q174728'],
  ['length', '0.001', 'mm', 'millimetre millimeter', 'Q174789'],
  ['length', '0.0254', 'in', 'inch', 'Q218593'],
  ['length', '0.3048', 'ft', 'foot', 'Q3710'],
  ['length', '0.9144', 'yd', 'yard', 'Q482798'],
  ['length', '1609.344', 'mi', 'mile', 'Q253276'],
  ['area', '1', 'm² m2', 'square-metre square-meter', 'Q25343'],
  ['area', '1000000', 'km² km2', 'square-kilometre square-kilometer', 'Q712226'],
  ['area', '10000', 'ha', 'hectare', 'Q35852'],
  ['area', '4046.8564224', 'ac', 'acre'],
  ['area', '2589988.110336', 'mi²', 'square-mile', 'Q232291'],
  ['volume', '1', 'l L', 'litre liter', 'Q11582'],
  ['volume', '0.001', 'ml mL', 'millilitre milliliter'],
  ['volume', '100', 'hl hL', 'hectolitre hectoliter'],
  ['volume', '1000', 'm³ m3', 'cubic-metre cubic-meter'],
  ['mass', '1', 'kg', 'kilogram kilogramme', 'Q11570'],
  ['mass', '0.001', 'g', 'gram gramme', 'Q41803'],
  ['mass', '0.000001', 'mg', 'milligram milligramme'],
  ['mass', '1000', 't', 'tonne metric-ton', 'Q191118'],
  ['mass', '0.45359237', 'lb', 'pound', 'Q100995'],
  ['mass', '0.028349523125', 'oz', 'ounce'],
  ['time', '1', 's', 'second', 'Q11574'],
  ['time', '0.001', 'ms', 'millisecond'],
  ['time', '60', 'min', 'minute', 'Q7727'],
  ['time', '3600', 'h', 'hour', 'Q25235'],
  ['time', '86400', 'd', 'day', 'Q573'],
  ['time', '604800', '', 'week'],
  // A month has no one number of days.
  ['calendar time', '1', '', 'month'],
  ['calendar time', '12', '', 'year'],
  ['power', '1', 'W', 'watt'],
  ['power', '1000', 'kW', 'kilowatt'],
  ['power', '1000000', 'MW', 'megawatt'],
  ['power', '1000000000', 'GW', 'gigawatt'],
  ['energy', '1', 'J', 'joule'],
  ['energy', '1000', 'kJ', 'kilojoule'],
  ['energy', '3600', 'Wh', 'watt-hour'],
  ['energy', '3600000', 'kWh', 'kilowatt-hour'],
  ['energy', '3600000000', 'MWh', 'megawatt-hour'],
  ['data', '1', 'B', 'byte'],
  ['data', '1000', 'kB', 'kilobyte'],
  ['data', '1000000', 'MB', 'megabyte'],
  ['data', '1000000000', 'GB', 'gigabyte'],
  ['ratio', '0.01', '%', 'percent per-cent', 'Q11229'],
  ['ratio', '0.001', '‰', 'permille per-mille'],
];

/** In kelvins: a degree is a part of one, and counted from elsewhere. */
const TEMPERATURES: readonly (readonly [names: string, wikidata: string, unit: Omit<Unit, 'dimension'>])[] = [
  ['K kelvin', 'Q11579', { numerator: '1', denominator: '1', offset: '0' }],
  ['°C ℃ celsius degree-celsius', 'Q25267', { numerator: '1', denominator: '1', offset: '273.15' }],
  ['°F ℉ fahrenheit degree-fahrenheit', 'Q42289', { numerator: '5', denominator: '9', offset: '459.67' }],
];

const SYMBOLS = new Map<string, Unit>();
const NAMES = new Map<string, Unit>();
const listOf = (words: string): string[] => words.split(' ').filter(Boolean);

for (const [dimension, numerator, symbols, names, wikidata] of ROWS) {
  const unit = { dimension, numerator, denominator: '1', offset: '0' };
  for (const symbol of listOf(symbols)) SYMBOLS.set(symbol, unit);
  for (const name of listOf(names)) NAMES.set(name, unit);
  if (wikidata) SYMBOLS.set(`wikidata:${wikidata}`, unit);
}
for (const [names, wikidata, unit] of TEMPERATURES) {
  for (const name of [...listOf(names), `wikidata:${wikidata}`]) SYMBOLS.set(name, { dimension: 'temperature', ...unit });
  for (const name of listOf(names)) NAMES.set(name.toLowerCase(), { dimension: 'temperature', ...unit });
}

const PLURALS: Readonly<Record<string, string>> = {
  feet: 'foot',
  inches: 'inch',
  'degrees-celsius': 'celsius',
  'degrees-fahrenheit': 'fahrenheit',
};

/** The unit by its symbol or its English name, in the singular or plural; undefined where it is none of the table. */
export function unitOf(text: string): Unit | undefined {
  const symbol = text.trim().normalize('NFC');
  const known = SYMBOLS.get(symbol);
  if (known) return known;
  const name = symbol.toLowerCase().replace(/[\s-]+/gu, '-');
  return NAMES.get(name) ?? NAMES.get(PLURALS[name] ?? name.replace(/s$/, ''));
}
