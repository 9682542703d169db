import { OF_READERS } from '../model/graph.js';
import { WITHHOLDABLE } from '../model/withholding.js';
import { KEPT_OF_CORROBORATION } from '../model/kept-corroboration.js';

/** The lists of sources that claims are known only through: settle.ts fills both, for readers too where nothing is withheld from them. */
export const KNOWN_THROUGH = { forAll: 'knownThroughParts', forReaders: 'readersKnownThroughParts' } as const;

/** Fields and lists of parts that follow from other records: each store's derive.ts, settle.ts and withhold.ts fill them after the record is there, and an update leaves them alone. */
const FILLED_LATER = new Set([
  ...WITHHOLDABLE.map((record) => `${record}.withheld`),
  'Claim.readersDiffer',
  ...Object.values(OF_READERS).map((name) => `Claim.${name}`),
  'Citation.effectiveDate',
  'Claim.firstSaid',
  'Claim.lastSaid',
  'Claim.citationCount',
  ...KEPT_OF_CORROBORATION.map((name) => `Claim.${name}`),
  ...Object.values(KNOWN_THROUGH).map((name) => `Claim.${name}`),
]);

export const isFilledLater = (shape: string, member: string): boolean => FILLED_LATER.has(`${shape}.${member}`);
