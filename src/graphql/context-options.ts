/** What a request's context is made from: the store, and every limit that resolvers keep to. */
import type { ExploreLimits } from '../analysis/explore.js';
import type { ProvenanceLimits } from '../analysis/provenance.js';
import type { Role } from '../model/roles.js';
import type { PageLimits } from '../plan/page.js';
import type { Change, Store } from '../store/store.js';

export interface ContextOptions {
  readonly store: Store;
  readonly limits: PageLimits;
  /** How much analyses and searches look at. */
  readonly analysisLimits: ProvenanceLimits & ExploreLimits;
  /** Claims that one search for contradictions looks at. */
  readonly contradictionClaimsMax: number;
  /** Records that one search for duplicates looks at. */
  readonly duplicateRecordsMax: number;
  /** Records of a kind that one attempt of a search ranks. */
  readonly searchCandidatesMax: number;
  /** Buckets that one timeline goes over. */
  readonly timelineBucketsMax: number;
  /** What imports and exports need beside the store. */
  readonly exchange: ExchangeOptions;
  /** Milliseconds that a request's reads may take together. */
  readonly timeout: number;
  /** Given when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** The request is to see at least what the write of this bookmark wrote. */
  readonly bookmark?: string | undefined;
  /** Hears the bookmark of what this request wrote. */
  readonly onBookmark?: ((bookmark: string) => void) | undefined;
  /** What the caller may do. */
  readonly role: Role;
  /** Who is named on what this request writes. */
  readonly by?: string | undefined;
  /** Changes as they come, where the transport can give them: every one after a position, or from now on. */
  readonly follow?: ((since: number | undefined) => AsyncGenerator<Change, void, undefined>) | undefined;
}

export interface ExchangeOptions {
  readonly publicUrl: string;
  /** Bytes of one document. */
  readonly documentMax: number;
  /** Refusals that a report names. */
  readonly refusalsMax: number;
}
