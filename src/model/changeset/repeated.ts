/** A changeset's key makes it repeatable: what a second one of the same key, by the same author, is answered. */
import type { Changeset, ChangesetResult } from './changeset.js';
import { sha256 } from './passages.js';

/** What a store remembers of an applied changeset. */
export interface AppliedChangeset {
  readonly digest: string;
  /** The ChangesetResult as JSON. */
  readonly result: string;
}

/** Whose a key is: authors do not hear of each other's. Empty: nobody is named. */
export const keyOwner = ({ by }: Pick<Changeset, 'by'>): string => by ?? '';

export const changesetDigest = ({ items }: Changeset): string => sha256(JSON.stringify(items));

/** The first answer again for the same content, a refusal for other content, nothing where the key is new. */
export function repeatedResult({ key }: Changeset, digest: string, earlier: AppliedChangeset | undefined): ChangesetResult | undefined {
  if (!earlier) return undefined;
  if (earlier.digest === digest) return { ...(JSON.parse(earlier.result) as ChangesetResult), repeated: true };
  const problem = {
    code: 'KEY_REUSED',
    message: `the changeset key "${key}" was used before with different content`,
    path: ['key'],
    hint: 'a new key for new content',
  } as const;
  return { applied: false, repeated: false, results: [{ status: 'REFUSED', record: 'Claim', path: ['key'], problems: [problem] }] };
}
