/** What a sheet shows of the two records of a pair, and what a decision does to them: one entry a kind of record. */
import { DIFFERENT_FROM } from '../../analysis/duplicates/different.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import type { DuplicateKind } from '../../analysis/duplicates/kinds.js';
import type { EdgeSelection, Selection } from '../../plan/plan.js';
import type { Row } from '../../plan/rows.js';

/** What is shown of a record, each a cell. */
export const SHOWN = ['id', 'key', 'kind', 'name', 'description', 'publisher', 'date'] as const;
export type Shown = Readonly<Record<(typeof SHOWN)[number], string>>;

/** One pair, as a decision is made of it: ids. */
export interface DecidedPair {
  readonly stays: string;
  readonly goes: string;
  readonly reason: string;
}

export interface SheetKind {
  /** What is read of a record to be shown. */
  readonly selection: Selection;
  readonly shown: (row: Row) => Shown;
  /** The item of a changeset by which one is read through the other. */
  readonly merge: (pair: DecidedPair) => object;
  /** The item by which the graph itself says that they are two, where it can; it needs this predicate. */
  readonly apart?: { readonly predicate: string; readonly item: (pair: DecidedPair, names: readonly [string, string]) => object };
}

const part = (edge: string, shape: Selection['shape'], fields: readonly string[]): EdgeSelection => ({
  kind: 'plain',
  slot: edge,
  edge,
  selection: { shape, fields, edges: [] },
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const mergeOf = (kind: Mergeable) => (pair: DecidedPair) => ({
  merge: { kind, reference: pair.goes, into: pair.stays, reason: pair.reason },
});

export const SHEET_KINDS: Readonly<Record<DuplicateKind, SheetKind>> = {
  Entity: {
    selection: {
      shape: 'Entity',
      fields: ['id', 'key', 'kind', 'defaultName'],
      edges: [part('descriptions', 'Label', ['text'])],
    },
    shown: (row) => ({
      id: text(row['id']),
      key: text(row['key']),
      kind: text(row['kind']),
      name: text(row['defaultName']),
      description: text((row['descriptions'] as readonly { text: string }[])[0]?.text),
      publisher: '',
      date: '',
    }),
    merge: mergeOf('Entity'),
    apart: {
      predicate: DIFFERENT_FROM,
      item: ({ stays, goes, reason }, [name, otherName]) => ({
        claim: {
          key: `${DIFFERENT_FROM}:${[stays, goes].sort().join(':')}`,
          ifMissing: true,
          texts: [{ language: 'en', text: `${name} is different from ${otherName}` }],
          subject: stays,
          predicate: DIFFERENT_FROM,
          object: goes,
          reason,
        },
      }),
    },
  },
  Source: {
    selection: {
      shape: 'Source',
      fields: ['id', 'key', 'kind', 'title', 'url', 'published'],
      edges: [part('publisher', 'Entity', ['defaultName'])],
    },
    shown: (row) => ({
      id: text(row['id']),
      key: text(row['key']),
      kind: text(row['kind']),
      name: text(row['title']),
      description: text(row['url']),
      publisher: text((row['publisher'] as { defaultName: string } | null)?.defaultName),
      date: text(row['published']),
    }),
    merge: mergeOf('Source'),
  },
  Claim: {
    selection: { shape: 'Claim', fields: ['id', 'key', 'firstSaid'], edges: [part('texts', 'Label', ['text'])] },
    shown: (row) => ({
      id: text(row['id']),
      key: text(row['key']),
      kind: '',
      name: text((row['texts'] as readonly { text: string }[])[0]?.text),
      description: '',
      publisher: '',
      date: text(row['firstSaid']),
    }),
    // Claims are not read through each other: that two say the same is said, and what an import proposed is published.
    merge: ({ stays, goes, reason }) => ({
      claimLink: { from: goes, to: stays, kind: 'SAME_AS', visibility: 'PUBLIC', ...(reason === '' ? {} : { note: reason }) },
    }),
  },
};
