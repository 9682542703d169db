/** Random operations from the schema: any field, any argument, aliases, fragments, directives, variables. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ANALYSED } from '../../src/plan/computed.js';
import type { ShapeName } from '../../src/model/definition.js';
import { AMOUNTS, DATES, FOLDED_NEEDLES, LANGUAGES, WORDS } from './random-graph.js';
import type { Random } from './random.js';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface Pools {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  /** Moments around those at which something was recorded. */
  readonly moments: readonly string[];
  /** By the connection's name; for the list's own order. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

const DEEPEST = 4;
const DEEPEST_INPUT = 4;

export class QueryMaker {
  #variables: Record<string, unknown> = {};
  #declared: string[] = [];
  #fragments: string[] = [];
  #names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly pools: Pools,
    /** Also what the oracle of the rows cannot work out: what two graphs must answer alike. */
    private readonly withAnalyses = false,
  ) {}

  operation(): RandomOperation {
    this.#variables = { yes: true, no: false };
    this.#declared = ['$yes: Boolean!', '$no: Boolean!'];
    this.#fragments = [];
    const query = this.schema.getQueryType()!;
    const roots = Array.from({ length: 1 + this.random.below(2) }, () =>
      this.#field(this.random.pick(this.#fieldsOf(query)), 0, new Set(), true),
    );
    // Declared variables must be used.
    const used = `alwaysUsed: __typename @include(if: $yes) @skip(if: $no)`;
    const body = `{ ${used} ${roots.join(' ')} }`;
    return { query: `query Random(${this.#declared.join(', ')}) ${body} ${this.#fragments.join(' ')}`, variables: this.#variables };
  }

  #selection(type: GraphQLNamedType, depth: number, used: Set<string>, renamed = false): string {
    const fields = this.#fieldsOf(type);
    const parts: string[] = [];
    const count = 1 + this.random.below(4);
    for (let index = 0; index < count; index++) {
      const leaves = fields.filter((field) => !isComposite(field));
      const field =
        depth >= DEEPEST || this.random.chance(0.4) ? (leaves.length > 0 ? this.random.pick(leaves) : undefined) : this.random.pick(fields);
      if (!field) continue;
      parts.push(this.#decorated(type, this.#field(field, depth, used, renamed), depth));
    }
    if (isInterfaceType(type)) {
      for (const possible of this.schema.getPossibleTypes(type)) {
        // Fields of different types must not share a name in the answer, even in fragments that exclude each other.
        if (this.random.chance(0.6)) parts.push(`... on ${possible.name} { ${this.#selection(possible, depth, new Set(), true)} }`);
      }
    }
    if (parts.length === 0) parts.push('__typename');
    return parts.join(' ');
  }

  /** A field as it is, in a fragment, or under a directive. */
  #decorated(type: GraphQLNamedType, field: string, depth: number): string {
    const roll = this.random.next();
    if (roll < 0.08) return `... { ${field} }`;
    if (roll < 0.16) return `... on ${type.name} @include(if: $yes) { ${field} }`;
    if (roll < 0.22) return `... on ${type.name} @skip(if: $yes) { ${field} }`;
    if (roll < 0.28 && depth > 0) {
      const name = `F${this.#names++}`;
      this.#fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
      return `...${name}`;
    }
    return field;
  }

  #fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    // Analyses have an oracle of their own (test/analysis), and the differences between versions follow from their data.
    if (this.withAnalyses) return fields.filter(({ name }) => !['changes', 'exports', 'importPreview', 'me'].includes(name));
    return fields.filter(
      ({ name }) =>
        ![
          'paths',
          'changes',
          'me',
          'differences',
          'timeline',
          'claimCounts',
          'citationCounts',
          'contradictions',
          'findDuplicates',
          'search',
          'matchingClaims',
          'importPreview',
          'exports',
        ].includes(name) && !ANALYSED[type.name as ShapeName]?.has(name),
    );
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, used: Set<string>, renamed: boolean): string {
    const type = getNamedType(field.type);
    // Two fields of one response name must be alike: what has arguments or a selection gets a name of its own when it is taken.
    const alias = this.random.chance(0.3) || (field.args.length > 0 && used.has(field.name)) || renamed ? `x${this.#names++}: ` : '';
    // The same composite field again is merged with the first: what is below must then not share names either.
    const again = !alias && used.has(field.name);
    if (!alias && (field.args.length > 0 || isComposite(field))) used.add(field.name);
    const args = this.#arguments(field);
    const inner = this.#isPage(type)
      ? this.#page(type, depth)
      : isComposite(field)
        ? ` { ${this.#selection(type, depth + 1, new Set(), again)} }`
        : '';
    return `${alias}${field.name}${args}${inner}`;
  }

  #isPage(type: GraphQLNamedType): boolean {
    return type.name.endsWith('Connection');
  }

  #page(connection: GraphQLNamedType, depth: number): string {
    const node = getNamedType(
      isObjectType(connection) ? (getNamedType(connection.getFields()['nodes']!.type) as GraphQLNamedType) : connection,
    );
    const parts: string[] = [];
    if (this.random.chance(0.7)) parts.push(`nodes { ${this.#selection(node, depth + 1, new Set())} }`);
    if (this.random.chance(0.2)) parts.push(`n${this.#names++}: nodes { ${this.#selection(node, depth + 1, new Set())} }`);
    if (this.random.chance(0.4))
      parts.push(`edges { ${this.random.chance(0.5) ? 'cursor ' : ''}node { ${this.#selection(node, depth + 1, new Set())} } }`);
    if (this.random.chance(0.5)) parts.push('totalCount');
    if (this.random.chance(0.5))
      parts.push(
        `pageInfo { ${this.random.pick(['hasNextPage', 'hasPreviousPage', 'startCursor endCursor', 'hasNextPage hasPreviousPage endCursor'])} }`,
      );
    return ` { ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given: string[] = [];
    const give = (argument: GraphQLArgument, value: unknown) => given.push(`${argument.name}: ${this.#literal(argument, value)}`);
    let ordered = true;
    const named = new Map(field.args.map((argument) => [argument.name, argument]));
    if (named.has('first')) {
      // Small pages keep deep queries small.
      const backward = this.random.chance(0.3) && named.has('last');
      give(named.get(backward ? 'last' : 'first')!, this.random.below(5));
      if (this.random.chance(0.02) && named.has('last')) give(named.get(backward ? 'first' : 'last')!, this.random.pick([-1, 2, 100_000]));
      ordered = this.random.chance(0.6);
      for (const name of ['after', 'before']) {
        if (this.random.chance(ordered ? 0.01 : 0.3)) {
          const cursors = this.pools.cursors[getNamedType(field.type).name];
          if (cursors && named.has(name)) give(named.get(name)!, this.random.pick(cursors));
        }
      }
    }
    for (const argument of field.args) {
      if (['first', 'last', 'after', 'before'].includes(argument.name) || (argument.name === 'orderBy' && !ordered)) continue;
      if (argument.name === 'id' && named.has('key')) {
        // Exactly one is right; sometimes none or both.
        const byKey = this.random.chance(0.5);
        if (byKey || this.random.chance(0.02)) give(named.get('key')!, this.random.pick(this.pools.keys));
        if (!byKey && this.random.chance(0.98)) give(argument, this.random.pick(this.pools.ids));
        continue;
      }
      if (argument.name === 'key' && named.has('id')) continue;
      const needed = argument.type.toString().endsWith('!');
      if (field.name === 'nodes' && argument.name === 'ids') give(argument, this.random.some(this.pools.ids, 5));
      else if (argument.name === 'asOf') {
        // Most reads are of now; a few give no moment at all.
        if (this.random.chance(0.15)) give(argument, this.random.chance(0.02) ? '2021-01-11' : this.random.pick(this.pools.moments));
      } else if (needed || this.random.chance(argument.name === 'validAt' ? 0.1 : 0.6)) give(argument, this.#value(argument.type, 0));
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** Sometimes as a variable. */
  #literal(argument: GraphQLArgument, value: unknown): string {
    if (this.random.chance(0.2)) {
      const name = `v${this.#names++}`;
      this.#declared.push(`$${name}: ${argument.type.toString()}`);
      this.#variables[name] = value;
      return `$${name}`;
    }
    return printValue(value, argument.type);
  }

  #value(type: GraphQLInputType, depth: number, name = ''): unknown {
    const plain = getNullableType(type);
    if (isListType(plain)) return this.random.some([1, 2, 3], 2).map(() => this.#value(plain.ofType, depth));
    if (isEnumType(plain)) return this.random.pick(plain.getValues()).name;
    if (isInputObjectType(plain)) {
      const fields = Object.values(plain.getFields());
      const leaves = fields.filter((field) => !getNamedType(field.type).name.match(/Where$/));
      const chosen =
        depth >= DEEPEST_INPUT
          ? leaves.length > 0
            ? [this.random.pick(leaves)]
            : []
          : Array.from({ length: 1 + Number(this.random.chance(0.2)) }, () => this.random.pick(fields));
      const needed = fields.filter((field) => field.type.toString().endsWith('!') && !chosen.includes(field));
      return Object.fromEntries([...chosen, ...needed].map((field) => [field.name, this.#value(field.type, depth + 1, field.name)]));
    }
    switch (getNamedType(plain).name) {
      case 'Boolean':
        return this.random.chance(0.5);
      case 'Int':
        return this.random.below(4);
      case 'Decimal':
        return this.random.pick(AMOUNTS);
      case 'ID':
        return this.random.pick(this.pools.ids);
      case 'EdtfDate':
        return this.random.chance(0.03) ? '2021-02-30' : this.random.pick(DATES);
      case 'LanguageTag':
        return this.random.chance(0.02) ? 'xx-' : this.random.pick([...LANGUAGES, 'es']);
      case 'DateTime':
        return this.random.chance(0.5) ? new Date(0).toISOString() : '2100-01-01T00:00:00Z';
      case 'WebAddress':
        return `http://m.example.org/${this.random.below(20)}/?utm_campaign=z`;
      default:
        if (name === 'contains' && this.random.chance(0.98)) return this.random.pick(FOLDED_NEEDLES);
        return this.random.pick([
          this.random.pick(this.pools.keys),
          this.random.pick(this.pools.texts),
          this.random.pick(WORDS),
          'ftm',
          'editor',
          'a',
          'EUR',
        ]);
    }
  }
}

function isComposite(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return isObjectType(type) || isInterfaceType(type);
}

function printValue(value: unknown, type: GraphQLInputType): string {
  const plain = getNullableType(type);
  if (Array.isArray(value)) return `[${value.map((each) => printValue(each, isListType(plain) ? plain.ofType : plain)).join(', ')}]`;
  if (isEnumType(plain)) return String(value);
  if (isInputObjectType(plain)) {
    const fields = plain.getFields();
    return `{ ${Object.entries(value as object)
      .map(([name, each]) => `${name}: ${printValue(each, fields[name]!.type)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}
