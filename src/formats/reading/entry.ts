/** What every format is read as: entries of a file, each with the items it makes, what was lost, and what was refused. */
import { InputError, StoreError, type ErrorCode } from '../../model/errors.js';

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
  /** Its items are written together or not at all. */
  readonly whole?: boolean | undefined;
  /** By the code of a refusal: what the format itself can do about it, said after what would be right. */
  readonly hints?: Readonly<Partial<Record<ErrorCode, string>>> | undefined;
  /** What follows in the file was not read. */
  readonly isLastRead?: boolean | undefined;
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

/** How much one file may ask of a reader. */
export interface ReadLimits {
  /** The longest document, in bytes, of a format that must have one whole. */
  readonly documentMax: number;
  /** Bytes of the mapping of a table. */
  readonly mappingMax: number;
  /** Levels of JSON, XML and YAML, and of blank nodes and collections in RDF. */
  readonly nestingMax: number;
  /** RDF statements of one nanopublication. */
  readonly statementsMax: number;
  /** Values of one document that is expanded or checked as a whole. */
  readonly valuesMax: number;
  /** Items made of one entry. */
  readonly itemsMax: number;
}

export interface ReadOptions extends ReadLimits {
  /** The text of the mapping file, for tables. */
  readonly mapping?: string | undefined;
  /** In which the file is, where neither a byte order mark nor the file itself says it; UTF-8 where it is not given. */
  readonly encoding?: string | undefined;
  /** What the file calls itself: its name decides between the syntaxes of a format. */
  readonly fileName?: string | undefined;
  /** Called again and again while a file is read; throws StoreError, TIMEOUT, when the time for it is over. */
  readonly check?: (() => void) | undefined;
}

export interface ImportFormat {
  readonly name: string;
  /** For --help. */
  readonly about: string;
  /** The encoding that the format's own options say. */
  readonly encodingOf?: ((options: ReadOptions) => string | undefined) | undefined;
  /** Throws WrongEncoding where the file is not in its encoding. */
  readonly read: (input: Input, options: ReadOptions) => AsyncGenerator<Entry>;
}

export const refusal = (code: ErrorCode, path: string, message: string, hint: string): Refusal => ({ code, path, message, hint });
export const refused = (place: Place, ...refusals: Refusal[]): Entry => ({ place, items: [], lost: [], refusals });
/** The same, where nothing that follows in the file can be read. */
export const refusedLast = (place: Place, ...refusals: Refusal[]): Entry => ({ ...refused(place, ...refusals), isLastRead: true });

/** Ends the reading of one entry, which is refused; the entries after it are read. */
export class EntryRefused extends Error {
  override readonly name = 'EntryRefused';
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export const tooManyItems = (max: number): EntryRefused =>
  new EntryRefused(
    refusal(
      'TOO_LONG',
      '',
      `more than ${max} items would be made of it`,
      'several smaller entries, or raise CLAIMGRAPH_IMPORT_ENTRY_ITEMS_MAX, and for texts CLAIMGRAPH_IMPORT_TEXT_ITEMS_MAX',
    ),
  );

/** Items of one entry; adding one too many throws EntryRefused. */
export class EntryItems {
  readonly all: Item[] = [];

  constructor(private readonly max: number) {}

  push(item: Item): void {
    if (this.all.length >= this.max) throw tooManyItems(this.max);
    this.all.push(item);
  }
}

/** What an entry of a foreign document is refused for that is not what its format says; undefined: a failure of another kind. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof EntryRefused) return error.refusal;
  // Of the store, of the time, of a limit that ends the whole import.
  if (error instanceof StoreError || error instanceof InputError) return undefined;
  return refusal(
    'BAD_INPUT',
    '',
    'a part of it has a type that the format does not allow there',
    'the type that the format requires; see docs/exchange.md',
  );
}
