import type { Settings } from '../config/settings.js';
import type { ExportOptions } from '../formats/exports.js';

/** What exports take from the settings. */
export const exportOptions = (settings: Settings): ExportOptions => ({
  publicUrl: settings.publicUrl,
  limits: { recordsMax: settings.analysisRecordsMax, levelsMax: settings.analysisLevelsMax },
  claimsMax: settings.evidenceClaimsMax,
});
