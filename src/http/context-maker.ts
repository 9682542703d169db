/** What resolvers are given: the store as the caller may use it, and every limit that the settings have for them. */
import type { Settings } from '../config/settings.js';
import type { Embeddings } from '../embeddings/nearest.js';
import { readLimits } from '../formats/import-limits.js';
import { RequestContext } from '../graphql/context.js';
import type { ContextOptions } from '../graphql/context-options.js';
import type { Store } from '../store/store.js';
import { refuseReaders, storeFor, type Caller } from './access/caller.js';

interface OfRequest extends Pick<ContextOptions, 'bookmark' | 'onBookmark' | 'follow' | 'signal' | 'isGivenUp'> {
  readonly publicUrl: string;
}

export type ContextMaker = (caller: Caller, request: OfRequest) => RequestContext;

export function contextMaker(store: Store, settings: Settings, embeddings?: Embeddings): ContextMaker {
  const limits = { pageSizeDefault: settings.pageSizeDefault, pageSizeMax: settings.pageSizeMax };
  const analysisLimits = {
    recordsMax: settings.analysisRecordsMax,
    levelsMax: settings.analysisLevelsMax,
    claimsMax: settings.exploreClaimsMax,
    stepClaimsMax: settings.exploreStepClaimsMax,
    entitiesMax: settings.exploreEntitiesMax,
  };
  const exchange = exchangeOptions(settings);
  return (caller, { publicUrl, ...request }) =>
    new RequestContext({
      store: storeFor(store, caller, settings),
      limits,
      analysisLimits,
      contradictionClaimsMax: settings.contradictionClaimsMax,
      duplicateLimits: { recordsMax: settings.duplicateRecordsMax, time: settings.duplicateTime },
      searchCandidatesMax: settings.searchCandidatesMax,
      matchTextMax: settings.matchTextMax,
      changesMax: settings.changesMax,
      timelineBucketsMax: settings.timelineBucketsMax,
      exchange: { ...exchange, publicUrl },
      nearest: embeddings && ((text, limit) => embeddings.nearest(text, limit).catch(() => undefined)),
      timeout: settings.requestTimeout,
      askToWrite: (path) => refuseReaders(caller, path),
      by: caller.name,
      role: caller.role,
      isAnonymous: caller.isAnonymous === true,
      showAuthors: settings.showAuthors,
      ...request,
    });
}

/** What imports of texts and links to exports take from the settings. */
const exchangeOptions = (settings: Settings) => ({
  textLimits: { ...readLimits(settings), textMax: settings.importTextMax, textItemsMax: settings.importTextItemsMax },
  refusalsMax: settings.importRefusalsMax,
  lostMax: settings.importLostMax,
  matchesMax: settings.importMatchesMax,
});
