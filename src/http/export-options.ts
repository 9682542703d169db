import type { FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { ExportOptions } from '../formats/exports.js';

/** What exports take from the settings, and from the request that asked for them. */
export const exportOptions = (settings: Settings, address = publicUrl(settings)): ExportOptions => ({
  publicUrl: address,
  limits: { recordsMax: settings.analysisRecordsMax, levelsMax: settings.analysisLevelsMax },
  claimsMax: settings.evidenceClaimsMax,
});

/** Where this graph is: as configured, or else where it was asked. */
export const publicUrl = (settings: Settings, request?: FastifyRequest): string =>
  settings.publicUrl || (request ? `${request.protocol}://${request.host}` : 'http://localhost:4000');
