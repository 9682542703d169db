/** A text that was sent with a request: read whole, as far as its limits go, before anything of it is written. */
import { InputError } from '../model/errors.js';
import { refusal, refusedLast, type Entry, type ImportFormat, type ReadLimits } from './reading/entry.js';

export interface TextLimits extends ReadLimits {
  /** Bytes. */
  readonly textMax: number;
  /** Entries that are read, and items that they make together: one transaction. */
  readonly textItemsMax: number;
}

export interface TextOptions {
  readonly mapping?: string | undefined;
  /** Called again and again; throws StoreError, TIMEOUT, when the time for it is over. */
  readonly check: () => void;
}

/** Bytes that a reader is given at once. */
const PIECE = 64 * 1024;

/**
 * The entries of a text. Past the items of one transaction nothing more is read, which one refusal at the end says.
 * Throws InputError where the text or its mapping is too long.
 */
export async function entriesOfText(format: ImportFormat, text: string, limits: TextLimits, options: TextOptions): Promise<Entry[]> {
  const { textMax, textItemsMax } = limits;
  const { mapping, check } = options;
  if (!text.isWellFormed()) throw InputError.of('BAD_TEXT', 'the text holds half of a surrogate pair', ['text'], 'text in Unicode');
  const bytes = Buffer.from(text);
  if (bytes.length > textMax)
    throw InputError.of(
      'TOO_LONG',
      `the text is longer than ${textMax} bytes`,
      ['text'],
      'use claimgraph import, which accepts files of any length, or raise CLAIMGRAPH_IMPORT_TEXT_MAX',
    );
  const pieces = (async function* () {
    for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
  })();
  const entries: Entry[] = [];
  let items = 0;
  for await (const entry of format.read(pieces, { ...limits, itemsMax: Math.min(limits.itemsMax, textItemsMax), mapping, check })) {
    check();
    items += entry.items.length;
    if (entries.length >= textItemsMax || items > textItemsMax) {
      entries.push(refusedLast(entry.place, tooMany(textItemsMax)));
      break;
    }
    entries.push(entry);
  }
  return entries;
}

const tooMany = (max: number) =>
  refusal(
    'TOO_LONG',
    '',
    `the text makes more than ${max} items, or has more entries: the rest was not read`,
    'import the rest as another text, use claimgraph import, which accepts files of any length, or raise CLAIMGRAPH_IMPORT_TEXT_ITEMS_MAX',
  );
