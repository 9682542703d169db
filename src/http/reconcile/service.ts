/** What the reconciliation service answers, from the store (W3C Community Group, Reconciliation Service API 0.2). */
import { judgeOf, namedCandidate, wordsOfNames, type Candidate, type KnownValue, type Wanted } from '../../analysis/reconcile/score.js';
import { countsIn, countsPlan, weightsOf, type WordCounts } from '../../analysis/likeness/weights.js';
import { searchFor } from '../../analysis/search/search.js';
import type { RecordName } from '../../model/definition.js';
import { shapeOf } from '../../model/graph.js';
import { isId } from '../../model/values/text.js';
import type { Condition, EdgeSelection, Plan, Selection } from '../../plan/plan.js';
import { EVERYTHING } from '../../plan/plan.js';
import type { Row, RowsOf } from '../../plan/rows.js';
import type { ReadOptions, Store } from '../../store/store.js';
import { printedValue, type EntityRow, type PredicateBrief, type ValueRow } from '../../formats/rows.js';

export interface Query {
  /** "" where only the properties say who is meant. */
  readonly query: string;
  /** Kinds of entities; any, where none is given. */
  readonly types: readonly string[];
  readonly limit?: number | undefined;
  /** Each with at least one value. */
  readonly properties: readonly { readonly property: string; readonly values: readonly string[] }[];
}

export interface ServiceLimits {
  readonly candidatesMax: number;
  readonly pageSizeMax: number;
}

/** How long a request may take, all that it asks together. */
export interface TimeLimit {
  /** Milliseconds that are left; throws StoreError, TIMEOUT, when there are none. */
  readonly left: () => number;
  /** Given when the client no longer waits for the answer. */
  readonly signal?: AbortSignal | undefined;
}

interface TypeName {
  readonly id: string;
  readonly name: string;
}

interface Result {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: readonly TypeName[];
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly object[];
}

/** A candidate so alike, and so much more so than the next one, is taken to be the one. */
const MATCH = 95;
const AHEAD = 3;
const LIMIT = 5;
const CLAIMS_LOOKED_AT = 50;
/** Milliseconds. */
const TURN = 10;

export const typeOf = (kind: string): TypeName => ({ id: kind, name: kind.charAt(0) + kind.slice(1).toLowerCase() });

export class ReconciliationService {
  constructor(
    private readonly store: Store,
    private readonly limits: ServiceLimits,
    private readonly time: TimeLimit,
  ) {}

  async reconcile({ query, types, limit, properties }: Query): Promise<Result[]> {
    const wanted: Wanted = { name: query, kinds: types, properties };
    const candidates = await this.#candidates(wanted);
    const found = await this.#inTurn(() => this.#judged(wanted, candidates));
    found.sort((a, b) => b.score - a.score || b.agreeing - a.agreeing || (a.candidate.id < b.candidate.id ? -1 : 1));
    const [first, second] = found;
    // Of two of one name, the one of which the properties are known to agree is meant.
    const isAhead =
      first !== undefined && (second === undefined || first.score - second.score >= AHEAD || first.agreeing > second.agreeing);
    // Where values are given, a name alone is not enough: one of them has to be known of it, and agree.
    const isBorneOut = first !== undefined && (properties.length === 0 || first.agreeing > 0);
    const isSure = isBorneOut && first.score >= MATCH && isAhead;
    return found.slice(0, Math.min(this.limits.pageSizeMax, Math.max(1, limit ?? LIMIT))).map(({ candidate, score, features }, index) => ({
      id: candidate.id,
      name: candidate.shown,
      ...(candidate.description === undefined ? {} : { description: candidate.description }),
      type: [typeOf(candidate.kind)],
      score,
      match: isSure && index === 0,
      features,
    }));
  }

  async #judged(wanted: Wanted, candidates: readonly (Candidate & Shown)[]) {
    const named = [];
    for (const candidate of candidates) {
      named.push(namedCandidate(wanted, candidate, this.time.left));
      await this.#turns();
    }
    const judge = judgeOf(wanted, weightsOf(await this.#counted(named.flatMap(wordsOfNames))), this.time.left);
    const found: { candidate: Candidate & Shown; score: number; agreeing: number; features: readonly object[] }[] = [];
    for (const each of named) {
      const its = judge(each);
      if (its) found.push({ candidate: each.candidate, ...its });
      await this.#turns();
    }
    return found;
  }

  async #counted(words: readonly string[]): Promise<WordCounts> {
    const distinct = [...new Set(words)];
    return distinct.length === 0 ? { all: 0, of: new Map() } : countsIn(await this.#read(countsPlan('Entity', distinct)), distinct);
  }

  #before: Promise<unknown> = Promise.resolve();

  /** One query after the other is compared: side by side all of them would be cut off when the time is over, and none answered. */
  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#before.then(work);
    this.#before = mine.catch(() => undefined);
    return mine;
  }

  async #candidates(wanted: Wanted): Promise<(Candidate & Shown)[]> {
    const ids = new Set<string>(isId(wanted.name) ? [wanted.name.toLowerCase()] : []);
    for (const id of await this.#found(wanted.name, this.limits.candidatesMax, true)) ids.add(id);
    const identified = wanted.properties.map(({ property, values }): Condition => ({
      kind: 'related',
      edge: 'identifiers',
      condition: { kind: 'all', conditions: [oneOf('scheme', [property]), oneOf('value', values)] },
    }));
    if (identified.length > 0)
      for (const row of await this.#list('Entity', { kind: 'any', conditions: identified }, { shape: 'Entity', fields: ['id'], edges: [] }))
        ids.add(row['id'] as string);
    const entities = await this.entities([...ids], wanted.properties.length > 0);
    return entities.map(({ row, properties }) => ({
      id: row.id,
      kind: row.kind,
      names: [...row.names, ...row.aliases].map(({ text }) => text),
      identifiers: row.identifiers,
      properties,
      shown: row.defaultName,
      ...(row.descriptions[0] ? { description: row.descriptions[0].text } : {}),
    }));
  }

  /** Entities whose name has the words, the last of which may not be finished. */
  async suggestEntities(prefix: string): Promise<{ row: EntityRow }[]> {
    const ids = await this.#found(prefix, LIMIT * 2, false);
    const found = new Map((await this.entities(ids, false)).map((each) => [each.row.id, each]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  #turnBegan = performance.now();

  /** Comparing names takes a while: others have their turn in between. */
  async #turns(): Promise<void> {
    if (performance.now() - this.#turnBegan < TURN) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#turnBegan = performance.now();
  }

  /** The ids of entities by their names, the best first. */
  async #found(text: string, first: number, finished: boolean): Promise<string[]> {
    const { candidatesMax } = this.limits;
    const search = searchFor({ text, records: ['Entity'], where: {}, first, finished, candidatesMax });
    let step = search.next();
    while (!step.done) step = search.next(await this.#read(step.value));
    return step.value.hits.map(({ id }) => id);
  }

  /** The labels of predicates by their keys. */
  async labelsOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = (await this.#list('Predicate', { kind: 'in', field: 'key', values: keys }, PREDICATE)) as unknown as PredicateBrief[];
    return new Map(named.map(({ key, labels }) => [key, labels[0]?.text ?? key]));
  }

  /** Predicates whose key or label begins so; all where nothing is given. */
  async predicates(prefix: string): Promise<PredicateBrief[]> {
    const where: Condition =
      prefix === ''
        ? EVERYTHING
        : {
            kind: 'any',
            conditions: [
              { kind: 'startsWith', field: 'key', prefix: prefix.toLowerCase() },
              { kind: 'related', edge: 'labels', condition: { kind: 'startsWith', field: 'text', prefix: prefix.toLowerCase() } },
            ],
          };
    return (await this.#list('Predicate', where, PREDICATE)) as unknown as PredicateBrief[];
  }

  /** Entities by id, with what their claims say of them where that is wanted. */
  async entities(
    ids: readonly string[],
    withProperties: boolean,
  ): Promise<
    { row: EntityRow; properties: ReadonlyMap<string, readonly KnownValue[]>; values: ReadonlyMap<string, readonly PropertyValue[]> }[]
  > {
    if (ids.length === 0) return [];
    const selection = withProperties ? { ...ENTITY, edges: [...ENTITY.edges, CLAIMS] } : ENTITY;
    const rows = await this.#read({ kind: 'nodes', ids, selections: { Entity: selection } });
    return rows.rows.flatMap((row) => {
      if (!row) return [];
      const read = [...valuesIn(row)];
      const values = new Map(read.map(([key, all]) => [key, all.map(({ shown }) => shown)]));
      const properties = new Map(read.map(([key, all]) => [key, all.map(({ known }) => known)]));
      return { row: row as unknown as EntityRow, properties, values };
    });
  }

  async #list(record: RecordName, where: Condition, selection: Selection): Promise<readonly Row[]> {
    const { field, direction } = shapeOf(record).order;
    const page = {
      size: this.limits.pageSizeMax,
      direction: 'forward',
      wants: { items: true, total: false, previous: false, next: false },
    } as const;
    const rows = await this.#read({
      kind: 'list',
      record,
      list: { where, retracted: 'EXCLUDE', order: [{ field, direction, nulls: 'LAST' }], page, selection },
    });
    return rows.page.items.map(({ row }) => row);
  }

  #read<P extends Plan>(plan: P): Promise<RowsOf<P>> {
    return this.store.read(plan, { timeout: this.time.left(), signal: this.time.signal } satisfies ReadOptions);
  }
}

interface Shown {
  readonly shown: string;
  readonly description?: string;
}

export type PropertyValue = { readonly id: string; readonly name: string } | { readonly str: string };

/** A value as it is shown, and as it is compared. */
interface ReadValue {
  readonly shown: PropertyValue;
  readonly known: KnownValue;
}

const oneOf = (field: string, values: readonly string[]): Condition => ({ kind: 'in', field, values });

const part = (edge: string, shape: Selection['shape'], fields: readonly string[], edges: readonly EdgeSelection[] = []): EdgeSelection => ({
  kind: 'plain',
  slot: edge,
  edge,
  selection: { shape, fields, edges },
});

const PREDICATE: Selection = { shape: 'Predicate', fields: ['id', 'key'], edges: [part('labels', 'Label', ['language', 'text'])] };

const ENTITY: Selection = {
  shape: 'Entity',
  fields: ['id', 'key', 'kind', 'defaultName'],
  edges: [
    part('names', 'Label', ['language', 'text']),
    part('aliases', 'Label', ['language', 'text']),
    part('descriptions', 'Label', ['language', 'text']),
    part('identifiers', 'Identifier', ['scheme', 'value']),
  ],
};

/** Of what an entity is the subject of, the claims last said. */
const CLAIMS: EdgeSelection = {
  kind: 'page',
  slot: 'claims',
  edge: 'claims',
  list: {
    where: EVERYTHING,
    roles: 1,
    retracted: 'EXCLUDE',
    order: [{ field: 'firstSaid', direction: 'DESC', nulls: 'LAST' }],
    page: { size: CLAIMS_LOOKED_AT, direction: 'forward', wants: { items: true, total: false, previous: false, next: false } },
    selection: {
      shape: 'Claim',
      fields: ['id', 'negated'],
      edges: [
        part('predicate', 'Predicate', ['key']),
        part('object', 'Entity', ['id', 'defaultName']),
        part('value', 'Value', ['kind', 'text', 'language', 'amount', 'unit', 'date']),
      ],
    },
  },
};

function valuesIn(row: Row): Map<string, ReadValue[]> {
  const values = new Map<string, ReadValue[]>();
  const add = (key: string, shown: PropertyValue, literal?: ValueRow) => {
    const text = 'id' in shown ? shown.name : shown.str;
    // Prose is compared as names are; all else by what it means.
    const known = literal === undefined || literal.kind === 'TEXT' ? { text } : { text, literal };
    values.set(key, [...(values.get(key) ?? []), { shown, known }]);
  };
  const { identifiers, claims } = row as unknown as EntityRow & { claims?: { items: readonly { row: Row }[] } };
  for (const { scheme, value } of identifiers) add(scheme, { str: value });
  for (const { row: claim } of claims?.items ?? []) {
    const { predicate, object, value, negated } = claim as unknown as {
      predicate: { key: string } | null;
      object: { id: string; defaultName: string } | null;
      value: ValueRow | null;
      negated: boolean;
    };
    if (!predicate || negated) continue;
    if (object) add(predicate.key, { id: object.id, name: object.defaultName });
    else if (value) add(predicate.key, { str: printedValue(value) }, value);
  }
  return values;
}
