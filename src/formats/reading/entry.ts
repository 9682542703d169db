/** What every format is read as: entries of a file, each with the items it makes, what was lost, and what was refused. */
import type { ErrorCode } from '../../model/errors.js';

/** A thing of the file that stands for itself: a line, an element, a nanopublication. */
export interface Entry {
  /** Where it stands. */
  readonly place: Place;
  /** Items of a changeset, each after those it refers to. */
  readonly items: readonly Item[];
  /** What it says that the model cannot hold: paths within it, with [] for any element of a list. */
  readonly lost: readonly string[];
  /** Why it, or a part of it, was not taken. */
  readonly refusals: readonly Refusal[];
}

export interface Place {
  /** The line of the file, from 1, where the format has lines. */
  readonly line?: number | undefined;
  /** The path within the file or line; "" for the whole of it. */
  readonly path: string;
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

export type Item = Readonly<Record<string, unknown>>;

/** A file, as it comes from a disk or a pipe. */
export type Input = AsyncIterable<Uint8Array | string>;

export interface ReadOptions {
  /** The longest document, in bytes, of a format that must have one whole. */
  readonly documentMax: number;
  /** The text of the mapping file, for tables. */
  readonly mapping?: string | undefined;
  /** What the file calls itself: its name decides between the syntaxes of a format. */
  readonly fileName?: string | undefined;
}

export interface ImportFormat {
  readonly name: string;
  /** For --help. */
  readonly about: string;
  readonly read: (input: Input, options: ReadOptions) => AsyncGenerator<Entry>;
}

export const refusal = (code: ErrorCode, path: string, message: string, hint: string): Refusal => ({ code, path, message, hint });
export const refused = (place: Place, ...refusals: Refusal[]): Entry => ({ place, items: [], lost: [], refusals });
