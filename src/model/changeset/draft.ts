/** An item on its way to a write: what it means so far, and what is wrong with it. */
import type { ErrorCode, Path, Problem } from '../errors.js';
import type { Item, ItemStatus, RecordDocument, RecordWrite, StoredRecord } from './changeset.js';
import type { RecordName } from '../definition.js';

export interface Draft {
  readonly record: RecordName;
  readonly path: Path;
  readonly item: Item | undefined;
  /** Of an item whose form is wrong, the key that it was given. */
  readonly refusedKey?: string | undefined;
  readonly problems: Problem[];
  /** The record's id: of the stored one, or a new one. */
  id?: string;
  stored?: StoredRecord | undefined;
  /** The record is there, and is to stay as it is. */
  kept?: boolean;
  /** The source was found by its page, not by an id or key. */
  isFoundByPage?: boolean;
  /** A new source of a page that is this source already: it is read through that one. */
  sameAs?: string;
  /** The whole document as it would be written. */
  document?: RecordDocument;
  /** What was given and is not kept. */
  lost?: readonly string[];
  status?: ItemStatus;
  write?: RecordWrite;
}

export const isSound = (draft: Draft): boolean => draft.problems.length === 0;

export function refuseDraft(draft: Draft, code: ErrorCode, path: Path, message: string, hint: string): void {
  draft.problems.push({ code, message, path: [...draft.path, ...path], hint });
}
