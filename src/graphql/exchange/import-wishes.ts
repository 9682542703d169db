/** How a text that is sent is to be taken in. */
import type { MatchOptions } from '../../formats/import-matches.js';

/** Of a request's time, what the matching of new claims leaves to the rest. */
export const MATCHING_LEAVES = 0.3;

export interface ImportWishes {
  readonly mapping?: string | undefined;
  readonly dryRun: boolean;
  readonly matching?: Pick<MatchOptions, 'how' | 'minimumScore'> | undefined;
}
