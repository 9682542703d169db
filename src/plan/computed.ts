/** Fields that are worked out from others when the answer is built: what each needs to have been read. */
import type { ShapeName } from '../model/definition.js';
import { KEPT_NUMBERS, KEPT_OF_CORROBORATION } from '../model/kept-corroboration.js';

export interface Requirement {
  /** Absent where the fields stand on the thing itself. */
  readonly edge?: string;
  readonly fields: readonly string[];
}

const LABEL = ['language', 'text'] as const;
const retracted: Requirement = { edge: 'retraction', fields: ['at'] };

/** Members that an analysis works out from records of its own (graphql/analysis): all they need is the id. */
export const ANALYSED: Partial<Record<ShapeName, ReadonlySet<string>>> = {
  Entity: new Set(['neighbours']),
  Claim: new Set(['corroboration', 'origins', 'contradictions']),
  Citation: new Set(['chain', 'impact']),
  Source: new Set(['retellings', 'impact']),
};

/** Of analysed members, those that can be answered from fields when only these members of theirs are asked for. */
export const KEPT: Partial<Record<ShapeName, Readonly<Record<string, { members: readonly string[]; fields: readonly string[] }>>>> = {
  Claim: {
    corroboration: {
      members: [...KEPT_NUMBERS.filter((name) => name !== 'independentGroups'), 'groupCount', 'complete'],
      fields: KEPT_OF_CORROBORATION,
    },
  },
};

export const COMPUTED: Partial<Record<ShapeName, Readonly<Record<string, Requirement>>>> = {
  Entity: { retracted, name: { edge: 'names', fields: LABEL }, description: { edge: 'descriptions', fields: LABEL } },
  Version: { differences: { fields: ['data'] } },
  Claim: { retracted, text: { edge: 'texts', fields: LABEL } },
  Source: { retracted },
  Citation: { retracted },
  ClaimLink: { retracted },
  Predicate: { retracted, label: { edge: 'labels', fields: LABEL }, inverseLabel: { edge: 'inverseLabels', fields: LABEL } },
};
