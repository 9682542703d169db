/** Works out the corroboration of claims that unsettle.ts has marked, some at a time. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import { SETTLED_AT_ONCE, settledCorroborations } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { answered, fetchRead } from './fetch.js';
import { lockLog } from './lock.js';
import { pastLabel, SINCE, UNSETTLED } from './names.js';

const CURRENT = 'Claim';
const PAST = pastLabel('Claim');

const anyIn = (label: string): string => `EXISTS { MATCH (c:${label}) WHERE c.${UNSETTLED} = true }`;

/** One row: whether there is anything to work out, of claims as they are and as they were, and where the change log ends. */
export const SETTLEMENT = `CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'})
RETURN ${anyIn(CURRENT)} AS current, ${anyIn(PAST)} AS past, coalesce(log.position, 0) AS position`;

export interface Settlement {
  readonly current: boolean;
  readonly past: boolean;
  readonly position: number;
}

/** What was worked out, some of it; THEN also says that there is nothing left of what is. */
export type Settled = 'NOW' | 'THEN' | 'NOTHING';

interface Unsettled {
  /** Of the node. */
  readonly node: string;
  readonly id: string;
  readonly since: number;
}

/** One transaction's worth, of claims as they are while there are any; then, for THEN, of claims as they were. */
export async function settleSome(transaction: ManagedTransaction, need: 'NOW' | 'THEN'): Promise<Settled> {
  if ((await unsettled(transaction, CURRENT)).length > 0) {
    // Nothing may be written between what is read here and what follows from it.
    await lockLog(transaction);
    const current = await unsettled(transaction, CURRENT);
    if (current.length > 0) await settle(transaction, current, undefined);
    return 'NOW';
  }
  if (need === 'NOW') return 'THEN';
  // What was does not change any more: writers need not wait.
  const past = await unsettled(transaction, PAST);
  // One moment at a time: all of it is seen as of then.
  const [first] = past;
  if (!first) return 'NOTHING';
  const together = past.filter(({ since }) => since === first.since);
  await settle(transaction, together, first.since);
  return 'THEN';
}

async function unsettled(transaction: ManagedTransaction, label: string): Promise<Unsettled[]> {
  const { records } = await transaction.run(
    `CYPHER 5 MATCH (c:${label}) WHERE c.${UNSETTLED} = true WITH c LIMIT $limit RETURN elementId(c) AS node, c.id AS id, c.${SINCE} AS since`,
    { limit: int(SETTLED_AT_ONCE) },
  );
  return records.map((row) => row.toObject() as Unsettled);
}

async function settle(transaction: ManagedTransaction, claims: readonly Unsettled[], asOf: number | undefined): Promise<void> {
  const settled = await answered(settledCorroborations(claims.map(({ id }) => id)), (wanted) =>
    answered(readThrough(wanted), (each) => fetchRead(transaction, each, asOf)),
  );
  const byClaim = new Map(settled.map((each) => [each.claim, each]));
  const rows = claims.map(({ node, id }) => {
    const { independentSupporting, independentRefuting, independentGroups, corroborationComplete } = byClaim.get(id)!;
    const numbers = {
      independentSupporting: int(independentSupporting),
      independentRefuting: int(independentRefuting),
      independentGroups: int(independentGroups),
    };
    return { node, properties: { ...numbers, corroborationComplete } };
  });
  await transaction.run(
    `CYPHER 5 UNWIND $rows AS row MATCH (c) WHERE elementId(c) = row.node SET c += row.properties REMOVE c.${UNSETTLED}`,
    { rows },
  );
}
