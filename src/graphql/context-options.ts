/** What a request's context is made of: the store as the caller may use it, limits, and what the transport knows. */
import type { ExploreLimits } from '../analysis/explore.js';
import type { ProvenanceLimits } from '../analysis/provenance.js';
import type { TextLimits } from '../formats/import-text.js';
import type { Path } from '../model/errors.js';
import type { Role } from '../model/roles.js';
import type { PageLimits } from '../plan/page.js';
import type { Near } from '../store/embeddings.js';
import type { GivenUp } from '../store/given-up.js';
import type { Store } from '../store/store.js';
import type { Followed } from './records/change-filter.js';

export interface ContextOptions {
  readonly store: Store;
  readonly limits: PageLimits;
  /** How much analyses and searches look at. */
  readonly analysisLimits: ProvenanceLimits & ExploreLimits;
  /** Texts of claims that mean nearly the same, the nearest first, or undefined where the model is away. Not given: claims are found by words alone. */
  readonly nearest?: ((text: string, limit: number) => Promise<readonly Near[] | undefined>) | undefined;
  /** Claims that one search for contradictions looks at. */
  readonly contradictionClaimsMax: number;
  /** Records that one page of a pass for duplicates looks at, and the milliseconds after which it begins with no further ones. */
  readonly duplicateLimits: { readonly recordsMax: number; readonly time: number };
  /** Records of a kind that one attempt of a search ranks. */
  readonly searchCandidatesMax: number;
  /** Characters of a text that is asked whether it was said before. */
  readonly matchTextMax: number;
  /** Changes that one search of the change log looks at. */
  readonly changesMax: number;
  /** Buckets that one timeline goes over. */
  readonly timelineBucketsMax: number;
  /** What imports and exports need beside the store. */
  readonly exchange: ExchangeOptions;
  /** Milliseconds that a request's reads may take together. */
  readonly timeout: number;
  /** Given when the client no longer waits for the answer. */
  readonly signal?: AbortSignal | undefined;
  /** The same, for work that lets nothing else run on its thread. */
  readonly isGivenUp?: GivenUp | undefined;
  /** The request is to see at least what the write of this bookmark wrote. */
  readonly bookmark?: string | undefined;
  /** Hears the bookmark of what this request wrote. */
  readonly onBookmark?: ((bookmark: string) => void) | undefined;
  /** Throws InputError where the caller may not write; asked before anything of what is to be written is looked at. */
  readonly askToWrite?: (path: Path) => void;
  /** What the caller may do. */
  readonly role: Role;
  /** Whether the request brought no token. */
  readonly isAnonymous: boolean;
  /** Whether readers are told the names of those who wrote. */
  readonly showAuthors: boolean;
  /** Who is named on what this request writes. */
  readonly by?: string | undefined;
  /** Hears what a subscription follows, and gives what it is to be told. */
  readonly follow?: ((followed: Followed) => AsyncGenerator<unknown, void, undefined>) | undefined;
}

export interface ExchangeOptions {
  readonly publicUrl: string;
  /** Of a text that is sent to be taken in. */
  readonly textLimits: TextLimits;
  /** Refusals that a report names. */
  readonly refusalsMax: number;
  /** Matches of new claims that it names. */
  readonly matchesMax: number;
  /** Paths that it names as lost. */
  readonly lostMax: number;
}
