/** What is kept of corroboration with each claim, read back as the analysis gives it. */
import type { SettledCorroboration } from '../../../analysis/settling.js';
import { partsTableOf } from '../names.js';

export interface KeptRow extends Omit<SettledCorroboration, 'corroborationComplete' | 'knownOnlyThrough'> {
  readonly corroborationComplete: number;
  /** A JSON array of ids. */
  readonly knownOnlyThrough: string;
}

export const keptOf = (rows: readonly KeptRow[]): SettledCorroboration[] =>
  rows.map((row) => ({
    ...row,
    corroborationComplete: row.corroborationComplete === 1,
    knownOnlyThrough: JSON.parse(row.knownOnlyThrough) as string[],
  }));

/** An expression: the sources that a list of a claim `k` leads to, as a JSON array of ids. */
export const keptSources = (list: string): string =>
  `(SELECT json_group_array(s."id" ORDER BY p."position") FROM "${partsTableOf('Claim', list)}" p CROSS JOIN "source" s ON s."num" = p."source" WHERE p."owner" = k."num")`;
