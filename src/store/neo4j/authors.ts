/** Whoever wrote, with the pseudonym that readers know them by: by chance, so that nobody can work it out from a name. */

export function authorMerge(name: string): string {
  return `MERGE (a:Author {name: ${name}}) ON CREATE SET a.pseudonym = 'contributor-' + substring(replace(randomUUID(), '-', ''), 0, 16)`;
}

/**
 * Brings a database of an earlier model over, beside its projections. Each can be run again: keys of changesets were the
 * whole graph's, and each is now its author's, as it was recorded; authors of versions were not kept.
 */
export const UPGRADE_STATEMENTS: readonly string[] = [
  "MATCH (c:Changeset) WHERE c.by IS NULL SET c.by = ''",
  `MATCH (v:Version) WHERE v.recordedBy IS NOT NULL WITH DISTINCT v.recordedBy AS name ${authorMerge('name')}`,
];
