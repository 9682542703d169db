/** Limits of imports, from the settings of the same names. */
import type { ReadLimits } from './reading/entry.js';

interface ImportSettings {
  readonly importDocumentMax: number;
  readonly importMappingMax: number;
  readonly importNestingMax: number;
  readonly importStatementsMax: number;
  readonly importValuesMax: number;
  readonly importEntryItemsMax: number;
}

export const readLimits = (settings: ImportSettings): ReadLimits => ({
  documentMax: settings.importDocumentMax,
  mappingMax: settings.importMappingMax,
  nestingMax: settings.importNestingMax,
  statementsMax: settings.importStatementsMax,
  valuesMax: settings.importValuesMax,
  itemsMax: settings.importEntryItemsMax,
});
