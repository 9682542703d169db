/**
 * The words in which the graph's shape is written down (see graph.ts, the one table).
 *
 * A record has fields (values on it) and edges (ways to other things). A part is a value with a
 * shape of its own that lives and dies with its owner: a label, a mention, a passage.
 */

/** How a field's value is cleaned, compared and stored. */
export type FieldType =
  | 'id'
  | 'key'
  /** Short exact text: compared as given. */
  | 'string'
  /** Prose: compared without accents and case. */
  | 'text'
  | 'enum'
  /** A list of enum values; cannot be filtered on. */
  | 'enums'
  | 'boolean'
  /** True, or not there: set by the store alone. */
  | 'mark'
  | 'integer'
  /** An exact decimal number kept as text, compared as a number. */
  | 'decimal'
  /** An EDTF level 1 date kept as text, compared by its bounds. */
  | 'date'
  /** A moment of the system clock: epoch milliseconds inside, ISO 8601 outside. */
  | 'instant'
  | 'language'
  | 'url'
  | 'digest'
  /** Several of a part's roles in one value. */
  | 'roles'
  /** A whole text of any length, kept once per digest; cannot be filtered on. */
  | 'content'
  /** Arbitrary JSON; cannot be filtered on. */
  | 'json';

export interface FieldDefinition {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The values of an enum, enums or roles field, and the enum's name in the API. */
  readonly values?: readonly string[];
  readonly enumName?: string;
  /** What a record that says nothing has; it is in no document. */
  readonly usual?: string;
  /** Longest allowed text, in Unicode code points. */
  readonly max: number;
  /** What an address in a filter is brought to: as it was given, the one spelling of it, or that of its page. */
  readonly compared?: 'GIVEN' | 'ADDRESS' | 'PAGE';
  readonly filter: boolean;
  readonly order: boolean;
  /** Indexed for `contains`. */
  readonly contains: boolean;
  /** At most one record of this kind has a given value. */
  readonly unique: boolean;
  /** How well an equality on this field narrows: 1 names one record, 2 a few, 3 a range, 4 many. */
  readonly selectivity: 1 | 2 | 3 | 4;
  /** Computed by the writer from other fields and edges; callers cannot set it. */
  readonly derived: boolean;
  /** Set by the writer on every record (id, version, …), not part of the record's document. */
  readonly system: boolean;
  /** Not shown in the API by itself: another member is answered from it. */
  readonly hidden: boolean;
  /** Said by the first version of a record, and left alone by those after it. */
  readonly once: boolean;
  /** The name of somebody who wrote: readers know them by a pseudonym (plan/readers/authors.ts). */
  readonly author: boolean;
}

export type EdgeDefinition =
  /** To one record, kept on this one. */
  | {
      readonly kind: 'reference';
      readonly name: string;
      readonly to: RecordName;
      readonly required: boolean;
      /** Set by an operation of its own; callers cannot give it. */
      readonly system: boolean;
    }
  /** A part kept on this very record: at most one. */
  | { readonly kind: 'embedded'; readonly name: string; readonly part: PartName; readonly system: boolean }
  /** An ordered list of parts. */
  | {
      readonly kind: 'parts';
      readonly name: string;
      readonly part: PartName;
      readonly max: number;
      readonly min: number;
      readonly derived: boolean;
      /** Not shown in the API by itself: another edge goes through it. */
      readonly hidden: boolean;
    }
  /** Records of `to` whose reference `via` is this record. */
  | { readonly kind: 'inverse'; readonly name: string; readonly to: RecordName; readonly via: string }
  /** Records of `to` that hold, in their list `parts`, a part whose `reference` is this record. */
  | {
      readonly kind: 'holders';
      readonly name: string;
      readonly to: RecordName;
      readonly parts: string;
      readonly reference: string;
      /** The list has at most one part a target, with the target's sort key copied onto it. */
      readonly sorted: boolean;
    }
  /** Records of `to` that this record's own list `parts` refers to. */
  | {
      readonly kind: 'through';
      readonly name: string;
      readonly to: RecordName;
      readonly parts: string;
      readonly reference: string;
      /** Worked out by the store; callers cannot give it. */
      readonly derived: boolean;
      /** Not shown in the API: it has for readers what another edge has for everybody. */
      readonly hidden: boolean;
    }
  /** Records of `to` that this record's `inverse` edge refers to by `reference`, each once. */
  | {
      readonly kind: 'across';
      readonly name: string;
      readonly to: RecordName;
      readonly inverse: string;
      readonly reference: string;
    }
  /** The record's versions, newest first. */
  | { readonly kind: 'history'; readonly name: string; readonly part: 'Version' };

/** The edges that lead to a page of records. */
export type ListEdge = Extract<EdgeDefinition, { kind: 'inverse' | 'holders' | 'through' | 'across' }>;

export type RecordName = 'Entity' | 'Claim' | 'Source' | 'Citation' | 'ClaimLink' | 'Predicate';
export type PartName =
  | 'Label'
  | 'Identifier'
  | 'Mention'
  | 'Participant'
  | 'Qualifier'
  | 'Value'
  | 'Contributor'
  | 'ArchivedCopy'
  | 'Derivation'
  | 'SuspectedDerivation'
  | 'Relay'
  | 'SuspectedRelay'
  | 'KnownThrough'
  | 'Passage'
  | 'Rating'
  | 'Retraction'
  | 'Version';
export type ShapeName = RecordName | PartName;

export interface OrderDefault {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface Shape {
  readonly name: ShapeName;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly edges: Readonly<Record<string, EdgeDefinition>>;
  /** The order of a page of these when none is asked for. */
  readonly order: OrderDefault;
}

type FieldOptions = Partial<Omit<FieldDefinition, 'name' | 'type'>>;
type FieldDraft = Omit<FieldDefinition, 'name'>;
// Each member of the union without its name, which the table's key gives.
type EdgeDraft = EdgeDefinition extends infer Each ? (Each extends EdgeDefinition ? Omit<Each, 'name'> : never) : never;

const DEFAULT_MAX: Partial<Record<FieldType, number>> = {
  string: 500,
  key: 300,
  text: 5_000,
  url: 2_000,
  date: 60,
  language: 35,
  decimal: 60,
};

export function field(type: FieldType, options: FieldOptions = {}): FieldDraft {
  return {
    type,
    required: false,
    max: DEFAULT_MAX[type] ?? 100,
    filter: type !== 'enums' && type !== 'json' && type !== 'content' && type !== 'mark',
    order: false,
    contains: false,
    unique: false,
    selectivity: options.unique
      ? 1
      : type === 'date' || type === 'instant'
        ? 3
        : type === 'enum' || type === 'boolean' || type === 'mark' || type === 'language'
          ? 4
          : 2,
    derived: false,
    system: false,
    hidden: false,
    once: false,
    author: false,
    ...options,
  };
}

export function enumeration(enumName: string, values: readonly string[], options: FieldOptions = {}): FieldDraft {
  return field('enum', { enumName, values, ...options });
}

export const reference = (to: RecordName, options: { required?: boolean; system?: boolean } = {}): EdgeDraft => ({
  kind: 'reference',
  to,
  required: options.required ?? false,
  system: options.system ?? false,
});
export const embedded = (part: PartName, options: { system?: boolean } = {}): EdgeDraft => ({
  kind: 'embedded',
  part,
  system: options.system ?? false,
});
export const parts = (part: PartName, options: { max?: number; min?: number; derived?: boolean; hidden?: boolean } = {}): EdgeDraft => ({
  kind: 'parts',
  part,
  max: options.max ?? 200,
  min: options.min ?? 0,
  derived: options.derived ?? false,
  hidden: options.hidden ?? false,
});
export const inverse = (to: RecordName, via: string): EdgeDraft => ({ kind: 'inverse', to, via });
export const holders = (to: RecordName, list: string, ref: string, options: { sorted?: boolean } = {}): EdgeDraft => ({
  kind: 'holders',
  to,
  parts: list,
  reference: ref,
  sorted: options.sorted ?? false,
});
export const through = (to: RecordName, list: string, ref: string, options: { derived?: boolean; hidden?: boolean } = {}): EdgeDraft => ({
  kind: 'through',
  to,
  parts: list,
  reference: ref,
  derived: options.derived ?? false,
  hidden: options.hidden ?? false,
});
export const across = (to: RecordName, inverseEdge: string, ref: string): EdgeDraft => ({
  kind: 'across',
  to,
  inverse: inverseEdge,
  reference: ref,
});
export const history = (): EdgeDraft => ({ kind: 'history', part: 'Version' });

/** Builds one shape from its fields and edges, naming each by its key. */
export function shape(
  name: ShapeName,
  order: OrderDefault,
  fields: Record<string, FieldDraft>,
  edges: Record<string, EdgeDraft> = {},
): Shape {
  return Object.freeze({
    name,
    order,
    fields: Object.fromEntries(Object.entries(fields).map(([key, draft]) => [key, Object.freeze({ name: key, ...draft })])),
    edges: Object.fromEntries(Object.entries(edges).map(([key, draft]) => [key, Object.freeze({ name: key, ...draft } as EdgeDefinition)])),
  });
}
