/** What is kept of corroboration with each claim, worked out after each write that it depends on: fields of the table. */
export const KEPT_NUMBERS = [
  'independentSupporting',
  'independentSupportingAtLeast',
  'independentRefuting',
  'independentRefutingAtLeast',
  'independentSeen',
  'independentGroups',
] as const;

export const KEPT_OF_CORROBORATION = [...KEPT_NUMBERS, 'corroborationComplete'] as const;
