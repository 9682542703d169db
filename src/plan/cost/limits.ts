import type { PageLimits } from '../page.js';

/** What one operation may ask for. Names and defaults are those of the settings (config/limits.ts). */
export interface CostLimits extends PageLimits {
  /** Levels of fields, introspection apart. */
  readonly depthMax: number;
  /** What the operation may cost (weights.ts says in which unit). */
  readonly costMax: number;
  /** Lists within lists in one `where`. */
  readonly conditionDepthMax: number;
  /** Fields at the root: each is a statement. */
  readonly rootFieldsMax: number;
  readonly aliasesMax: number;
  readonly directivesMax: number;
  /** Values in the variables of a query or subscription, lists and objects taken apart. */
  readonly variableValuesMax: number;
  /** The same of a mutation, which brings what is to be written. */
  readonly mutationValuesMax: number;
  /** Buckets that one timeline has at most. */
  readonly timelineBucketsMax: number;
}

/** Fields of one operation, those of its fragments counted each time. */
export const FIELDS_MAX = 20_000;
