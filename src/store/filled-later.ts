/** Fields that follow from other records: each store's derive.ts and settle.ts fill them after the record is there, and an update leaves them alone. */
const FILLED_LATER = new Set([
  'Citation.effectiveDate',
  'Claim.firstSaid',
  'Claim.lastSaid',
  'Claim.citationCount',
  'Claim.independentSupporting',
  'Claim.independentRefuting',
  'Claim.independentGroups',
  'Claim.corroborationComplete',
]);

export const isFilledLater = (shape: string, field: string): boolean => FILLED_LATER.has(`${shape}.${field}`);
