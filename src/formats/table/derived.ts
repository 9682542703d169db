/** Values by name: columns, and what a mapping's `values` and ways make of them. */
import { fold } from '../../model/values/text.js';
import { InputError, excerpt } from '../../model/errors.js';
import type { Refusal } from '../reading/entry.js';
import type { Mapping, ValueMapping } from './mapping.js';
import type { Row } from './rows.js';
import { made, WAYS, type Way } from './ways.js';

const PLACEHOLDER = /\{([^{}]+)\}/g;
const ROW_NUMBER = '#';

/** Which element of a split value is meant, by what was split. */
export type Bound = ReadonlyMap<string, number>;

/** Something that stands for a text in each row. */
export interface Value {
  /** As the mapping names it. */
  readonly name: string;
  /** The columns that it is made of. */
  readonly columns: readonly string[];
  /** Of a value that is many: what was split. Those of one name go side by side. */
  readonly split: string | undefined;
  /** The texts in a row; a value that is not split has one. */
  readonly all: (row: Row, trouble: Trouble) => readonly string[];
}

/** What is wrong with the row, and what of it is lost. */
export interface Trouble {
  readonly refusals: Refusal[];
  readonly lost: Set<string>;
}

/** A text with placeholders, taken apart. */
export interface Template {
  readonly values: readonly Value[];
  /** What stands around the values: one more than these. */
  readonly literals: readonly string[];
}

/** The values that a mapping's templates name. Throws InputError where one is not to be made. */
export class Values {
  readonly columns = new Set<string>();
  readonly #values = new Map<string, Value>();
  readonly #making = new Set<string>();

  constructor(private readonly mapping: Mapping) {
    // Also those that no item names: what is wrong with them is said.
    for (const name of Object.keys(mapping.values ?? {})) this.value(name);
  }

  template(text: string): Template {
    const values = [...text.matchAll(PLACEHOLDER)].map(([, name]) => this.value(name!));
    return { values, literals: text.split(PLACEHOLDER).filter((_, index) => index % 2 === 0) };
  }

  value(expression: string): Value {
    let value = this.#values.get(expression);
    if (!value) this.#values.set(expression, (value = this.#make(expression)));
    return value;
  }

  #make(expression: string): Value {
    const bar = expression.lastIndexOf('|');
    if (bar >= 0) {
      const [way = '', ...argument] = expression
        .slice(bar + 1)
        .trim()
        .split(' ');
      return this.#piped(expression, expression.slice(0, bar).trim(), way, argument.join(' ').trim() || undefined);
    }
    const name = expression.trim();
    if (name === ROW_NUMBER) return { name, columns: [], split: undefined, all: (row) => [String(row.number)] };
    const given = this.mapping.values !== undefined && Object.hasOwn(this.mapping.values, name) ? this.mapping.values[name] : undefined;
    return given === undefined ? this.#column(name) : this.#derived(name, given);
  }

  #column(name: string): Value {
    this.columns.add(name);
    return { name, columns: [name], split: undefined, all: (row) => [row.texts(name).join(', ')] };
  }

  /** `{Column | way argument}`. */
  #piped(name: string, from: string, way: string, argument: string | undefined): Value {
    const known = WAYS.find((each) => each === way);
    if (!known) throw wrongValue(name, `"${excerpt(way)}" is not a way to make a value`, `one of ${WAYS.join(', ')}`);
    const formats = known === 'date' && argument !== undefined ? [argument] : [];
    const publisher = known !== 'date' && argument !== undefined ? this.value(argument) : undefined;
    return this.#through(name, this.value(from), known, formats, publisher, undefined);
  }

  #derived(name: string, { from, split, map, as, format, publisher, default: fallback }: ValueMapping): Value {
    if (this.#making.has(name)) throw wrongValue(name, 'it is made from itself', 'a column, or a value that does not need this one');
    this.#making.add(name);
    const { values, literals } = this.template(from.includes('{') ? from : `{${from}}`);
    const page = publisher === undefined ? undefined : this.template(publisher.includes('{') ? publisher : `{${publisher}}`);
    this.#making.delete(name);
    const many = [...new Set(values.flatMap((value) => value.split ?? []))];
    if (many.length > 1 || (many.length === 1 && split !== undefined))
      throw wrongValue(name, 'it is made from a value that is already split', 'a value that is split only once');
    const [column] = values;
    const isAlone = values.length === 1 && literals.every((each) => each === '');
    const joined: Value = isAlone
      ? column!
      : {
          name,
          columns: values.flatMap(({ columns }) => columns),
          split: many[0],
          all: (row, trouble) =>
            side(
              values.map((value) => value.all(row, trouble)),
              (texts) => (texts.includes('') ? '' : filledIn(literals, texts)),
            ),
        };
    const parts = split === undefined ? joined : splitValue(joined, split, isAlone);
    const named = map === undefined ? parts : mappedValue(parts, map);
    const its = page === undefined ? undefined : joinedValue(page);
    return this.#through(name, named, as, format ?? [], its, fallback);
  }

  #through(
    name: string,
    from: Value,
    way: Way | undefined,
    formats: readonly string[],
    publisher: Value | undefined,
    fallback: string | undefined,
  ): Value {
    const all = (row: Row, trouble: Trouble): readonly string[] => {
      const pages = publisher?.all(row, trouble);
      return from.all(row, trouble).map((text) => {
        const given = text === '' ? (fallback ?? '') : text;
        if (way === undefined || given === '') return given;
        const page = pages?.[0] === '' ? undefined : pages?.[0];
        const result = made(way, given, { formats, publisher: page });
        if (typeof result === 'string') return result;
        if ('lost' in result) trouble.lost.add(`column ${from.columns.join(', ')} (${result.lost})`);
        else trouble.refusals.push({ ...result.refusal, path: from.columns.join(', ') });
        return '';
      });
    };
    return { ...from, name, all };
  }
}

const wrongValue = (name: string, message: string, hint: string): InputError =>
  InputError.of('BAD_INPUT', `the value "${excerpt(name)}": ${message}`, ['mapping', 'values'], hint);

export const filledIn = (literals: readonly string[], texts: readonly string[]): string =>
  literals.map((literal, index) => literal + (texts[index] ?? '')).join('');

/** Values side by side, as many as the longest has; one that is not split stands beside each. */
function side(lists: readonly (readonly string[])[], join: (texts: readonly string[]) => string): string[] {
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => join(lists.map((list) => (list.length === 1 ? list[0]! : (list[index] ?? '')))));
}

const joinedValue = ({ values, literals }: Template): Value => ({
  name: '',
  columns: values.flatMap(({ columns }) => columns),
  split: undefined,
  all: (row, trouble) => {
    const texts = values.map((value) => value.all(row, trouble)[0] ?? '');
    return [texts.includes('') ? '' : filledIn(literals, texts)];
  },
});

function splitValue(value: Value, separator: string, isColumn: boolean): Value {
  const parts = (text: string): string[] => text.split(separator).flatMap((part) => (part.trim() === '' ? [] : part.trim()));
  const [first] = value.columns;
  const column = isColumn && value.name === first ? first : undefined;
  return {
    ...value,
    split: `${value.columns.join('\n')}\n${separator}`,
    // A list of a JSON row is one already.
    all: (row, trouble) => (column === undefined ? value.all(row, trouble) : row.texts(column)).flatMap(parts),
  };
}

function mappedValue(value: Value, map: Readonly<Record<string, string>>): Value {
  const folded = new Map(Object.entries(map).map(([label, result]) => [fold(label), result]));
  return {
    ...value,
    all: (row, trouble) =>
      value.all(row, trouble).map((text) => {
        if (text === '') return '';
        const result = folded.get(fold(text)) ?? folded.get(OTHERS);
        if (result === undefined) trouble.lost.add(`column ${value.columns.join(', ')} (the map has no entry for "${excerpt(text)}")`);
        return result ?? '';
      }),
  };
}

/** In a map: any value that is not named. */
const OTHERS = '*';
