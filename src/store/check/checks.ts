/**
 * What `claimgraph check` looks for, by name. Every store makes every check: one that is left out does not compile.
 * Each goes through the store page by page, a page is of one moment, and others have their turn in between.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { CheckFinding, CheckProgress } from '../store.js';

const CHECKS = {
  storage: 'The file is sound. Every table, trigger, constraint and index exists, is defined as expected, and answers.',
  versions: 'Every record has its versions, without a gap, and every version its record.',
  documents: 'Documents are in their normal form, and the records that they refer to exist.',
  references: 'Every reference leads to a record, and every part has an owner.',
  projections: 'The fields, references and parts of each record match its document.',
  past: 'The states of each record follow each other without a gap and match its versions.',
  merges: 'The records that are read through each merged record are known.',
  words: 'The search finds each record by its words and by no others. So does every filter on a part of a text.',
  derived: 'Dates, counts and sort keys that follow from other records are right.',
  withheld: 'The records hidden from readers are those that visibility requires.',
  'shown versions': 'The change log shows readers the changes that they may see.',
  corroboration: 'The stored numbers of corroboration match the analysis.',
  'corroboration for readers': 'The stored numbers of corroboration for readers match the analysis. So do their dates and counts.',
  texts: 'Every text has the digest under which it is stored.',
  passages: 'Every passage that was verified is in the text, and none has drifted.',
  cycles: 'No citation relays itself and no source derives from itself, at any distance, whether as certain or as suspected.',
} as const;

export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];

/** Findings that one check reports. */
const FINDINGS_MAX = 100;

export type Finding = Omit<CheckFinding, 'check'>;
/** Gives the findings of a page at a time. */
export type Check = () => AsyncIterable<readonly Finding[]>;

export async function runChecks(
  checks: Readonly<Record<CheckName, Check>>,
  report: (progress: CheckProgress) => void,
  names: readonly CheckName[] = CHECK_NAMES,
): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = [];
  for (const check of names) {
    report({ step: check });
    const found = new Map<string, CheckFinding>();
    for await (const page of checks[check]()) {
      for (const finding of page) found.set(JSON.stringify(finding), { check, ...finding });
      if (found.size >= FINDINGS_MAX) break;
      await othersTurn();
    }
    findings.push(...[...found.values()].slice(0, FINDINGS_MAX));
  }
  return findings;
}
