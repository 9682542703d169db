import type { FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { ExportOptions } from '../formats/exports.js';

/** What exports take from the settings, and from the request that asked for them. */
export const exportOptions = (settings: Settings, request?: FastifyRequest): ExportOptions => ({
  publicUrl: publicUrl(settings, request),
  limits: { recordsMax: settings.analysisRecordsMax, levelsMax: settings.analysisLevelsMax },
  claimsMax: settings.evidenceClaimsMax,
});

/** Where this graph is: as configured, or else where it was asked. */
export const publicUrl = (settings: Settings, request?: FastifyRequest): string =>
  settings.publicUrl || (request ? `${request.protocol}://${request.host}` : 'http://localhost:4000');
