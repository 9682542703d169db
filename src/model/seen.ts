/** Whether anybody here has seen a source, or knows no more of it than what others say. */
import type { RecordDocument } from './changeset/changeset.js';

/** It has the digest of a text, an address or an archived copy. A text that is kept always has a digest. */
export function isSeen(source: RecordDocument): boolean {
  const copies = source['archivedCopies'] as readonly unknown[] | undefined;
  return source['digest'] !== undefined || source['url'] !== undefined || (copies !== undefined && copies.length > 0);
}
