/**
 * What `claimgraph check` looks for, by name. Every store makes every check: one that is left out does not compile.
 * Each goes through the store page by page, a page is of one moment, and others have their turn in between.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { CheckFinding, CheckProgress } from '../store.js';

const CHECKS = {
  storage: 'The file is sound; every table, trigger, constraint and index is there, as it is to be, and answers.',
  versions: 'Every record has its versions, without a gap, and every version its record.',
  documents: 'Documents are in their normal form, and what they refer to is there.',
  references: 'What refers leads to a record, and parts have an owner.',
  projections: 'Fields, references and parts of each record are those of its document.',
  past: 'The states that a record was in follow each other without a gap, and are those of its versions.',
  merges: 'What is read through a merged record is known.',
  words: 'The search finds each record by its words, and by no others; so does every filter on a part of a text.',
  derived: 'Dates, counts and sort keys that follow from other records are right.',
  withheld: 'What is withheld from readers follows from what records say.',
  'shown versions': 'The change log shows readers what they may see of it.',
  corroboration: 'The numbers of corroboration are those that the analysis gives.',
  'corroboration for readers': 'So are those that readers are given, with the dates and counts beside them.',
  texts: 'Every text has the digest that it is kept under.',
  passages: 'Every passage that was verified is in the text, and none has drifted.',
  cycles: 'No citation relays itself and no source derives from itself, however many steps away, for certain or as a suspicion.',
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
