/** The items of a mapping as templates: what a row makes of them. */
import { EntryRefused, refusal, tooManyItems, type ReadLimits } from '../reading/entry.js';
import { filledIn, type Bound, type Template, type Trouble, type Value, type Values } from './derived.js';
import type { Row } from './rows.js';

type Node =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'text'; readonly template: Template; readonly isProse: boolean }
  | { readonly kind: 'list'; readonly elements: readonly Element[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, node: Node])[] };

interface Element {
  readonly node: Node;
  /** What is split that it names outside of lists of its own: it stands there once for each. */
  readonly splits: readonly string[];
}

/** Something made of a row; undefined where it would say nothing. */
interface Filled {
  readonly value: unknown;
  /** The columns that it holds something of. */
  readonly columns: readonly string[];
}

/** Members whose text reads on when a part of it is left out. */
const PROSE = new Set(['text', 'title', 'note', 'label', 'description']);
const ESSENTIAL = new Set(['text', 'key', 'entity', 'source', 'claim', 'value', 'amount', 'date', 'predicate', 'from', 'to']);

/** Throws InputError where a value of the mapping is not to be made. */
export function templateOf(items: readonly unknown[], values: Values): Node {
  const node = (given: unknown, member: string): Node => {
    if (typeof given === 'string') {
      const template = values.template(given);
      return template.values.length === 0 ? { kind: 'constant', value: given } : { kind: 'text', template, isProse: PROSE.has(member) };
    }
    if (Array.isArray(given)) {
      const elements = given.map((each) => node(each, member));
      return { kind: 'list', elements: elements.map((each) => ({ node: each, splits: [...new Set(splitsIn(each))] })) };
    }
    if (given === null || typeof given !== 'object') return { kind: 'constant', value: given };
    return { kind: 'object', members: Object.entries(given).map(([name, each]) => [name, node(each, name)] as const) };
  };
  return node(items, '');
}

function splitsIn(node: Node): string[] {
  if (node.kind === 'text') return node.template.values.flatMap(({ split }) => split ?? []);
  return node.kind === 'object' ? node.members.flatMap(([, each]) => splitsIn(each)) : [];
}

export interface FilledItems {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Columns that hold something which is in no item. */
  readonly leftOut: readonly string[];
}

/** The items of a row. Throws EntryRefused where they are longer together than a document may be. */
export function filledItems(node: Node, row: Row, columns: ReadonlySet<string>, trouble: Trouble, limits: Limits): FilledItems {
  const filled = new Filling(row, trouble, limits).fill(node, new Map());
  const used = new Set(filled?.columns);
  const leftOut = [...columns].filter((column) => !used.has(column) && row.texts(column).some((text) => text !== ''));
  return { items: (filled?.value ?? []) as FilledItems['items'], leftOut };
}

/** What one row may become. */
type Limits = Pick<ReadLimits, 'documentMax' | 'itemsMax'>;

class Filling {
  #left: number;
  #elementsLeft: number;
  /** Each is made once, however often it stands in the items. */
  readonly #made = new Map<Value, readonly string[]>();

  constructor(
    private readonly row: Row,
    private readonly trouble: Trouble,
    private readonly limits: Limits,
  ) {
    this.#left = limits.documentMax;
    this.#elementsLeft = limits.itemsMax;
  }

  #all(value: Value): readonly string[] {
    let all = this.#made.get(value);
    if (!all) this.#made.set(value, (all = value.all(this.row, this.trouble)));
    return all;
  }

  fill(node: Node, bound: Bound): Filled | undefined {
    switch (node.kind) {
      case 'constant':
        return { value: node.value, columns: [] };
      case 'text':
        return this.#text(node.template, node.isProse, bound);
      case 'list':
        return this.#list(node.elements, bound);
      case 'object':
        return this.#object(node.members, bound);
    }
  }

  #text({ values, literals }: Template, isProse: boolean, bound: Bound): Filled | undefined {
    const texts = values.map((value) => {
      const all = this.#all(value);
      return (value.split === undefined ? all[0] : all[bound.get(value.split) ?? 0]) ?? '';
    });
    // A value may stand in many places.
    this.#left -= texts.reduce((sum, text) => sum + text.length, 0);
    if (this.#left < 0) throw new EntryRefused(refusal('TOO_LONG', '', 'the document made from the row is too long', 'fewer placeholders'));
    const columns = values.flatMap((value, index) => (texts[index] === '' ? [] : value.columns));
    if (!texts.includes('')) return { value: filledIn(literals, texts), columns };
    const rest = isProse ? withoutEmpty(literals, texts) : undefined;
    return rest === undefined ? undefined : { value: rest, columns };
  }

  #list(elements: readonly Element[], bound: Bound): Filled {
    const filled = elements.flatMap(({ node, splits }) => this.#bounds(node, splits, bound).flatMap((each) => this.fill(node, each) ?? []));
    return { value: filled.map(({ value }) => value), columns: filled.flatMap(({ columns }) => columns) };
  }

  /** One for each of the values that are split and that no list around binds. */
  #bounds(node: Node, splits: readonly string[], bound: Bound): Bound[] {
    const open = splits.filter((split) => !bound.has(split));
    if (open.length === 0) return [bound];
    const lengths = valuesIn(node).flatMap((value) =>
      value.split !== undefined && open.includes(value.split) ? this.#all(value).length : [],
    );
    const length = Math.max(0, ...lengths);
    if ((this.#elementsLeft -= length) < 0) throw tooManyItems(this.limits.itemsMax);
    return Array.from({ length }, (_, index) => new Map([...bound, ...open.map((split) => [split, index] as const)]));
  }

  /** A part that lost what it is about says nothing any more: a name without its text. */
  #object(members: readonly (readonly [string, Node])[], bound: Bound): Filled | undefined {
    const kept: [string, unknown][] = [];
    const columns: string[] = [];
    for (const [name, node] of members) {
      const filled = this.fill(node, bound);
      if (filled === undefined) {
        if (ESSENTIAL.has(name)) return undefined;
        continue;
      }
      if (Array.isArray(filled.value) && filled.value.length === 0) continue;
      kept.push([name, filled.value]);
      columns.push(...filled.columns);
    }
    return kept.length === 0 ? undefined : { value: Object.fromEntries(kept), columns };
  }
}

function valuesIn(node: Node): Template['values'] {
  if (node.kind === 'text') return node.template.values;
  return node.kind === 'object' ? node.members.flatMap(([, each]) => valuesIn(each)) : [];
}

const WORD = /[\p{L}\p{N}]/u;

/** The values that are there, without the commas between; undefined where words stand between, which would make no sentence. */
function withoutEmpty(literals: readonly string[], texts: readonly string[]): string | undefined {
  if (literals.some((literal) => WORD.test(literal)) || texts.every((text) => text === '')) return undefined;
  let filled = literals[0]!;
  let between: string | undefined;
  for (const [index, text] of texts.entries()) {
    if (text !== '') {
      filled += (between ?? '') + text;
      between = undefined;
      if (index < texts.length - 1) between = literals[index + 1];
    }
  }
  return filled + literals.at(-1)!;
}
