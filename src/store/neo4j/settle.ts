/** Works out the corroboration of claims that unsettle.ts has marked, some at a time. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import { SETTLED_AT_ONCE, settledCorroborations } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { answered, fetchRead } from './fetch.js';
import { lockLog } from './lock.js';
import { pastLabel, SINCE, UNSETTLED } from './names.js';

const CURRENT = 'Claim';
const PAST = pastLabel('Claim');

/** One row: whether there is anything to work out, and where the change log ends. */
export const SETTLEMENT = `CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'})
RETURN EXISTS { MATCH (c:${CURRENT}) WHERE c.${UNSETTLED} = true } OR EXISTS { MATCH (c:${PAST}) WHERE c.${UNSETTLED} = true } AS unsettled, coalesce(log.position, 0) AS position`;

export interface Settlement {
  readonly unsettled: boolean;
  readonly position: number;
}

interface Unsettled {
  /** Of the node. */
  readonly node: string;
  readonly id: string;
  readonly since: number;
}

/** One transaction's worth; false when nothing is left. */
export async function settleSome(transaction: ManagedTransaction): Promise<boolean> {
  // Nothing may be written between what is read here and what follows from it.
  await lockLog(transaction);
  const now = await unsettled(transaction, CURRENT);
  if (now.length > 0) return settle(transaction, now, undefined);
  const past = await unsettled(transaction, PAST);
  // One moment at a time: all of it is seen as of then.
  const [first] = past;
  return (
    first !== undefined &&
    settle(
      transaction,
      past.filter(({ since }) => since === first.since),
      first.since,
    )
  );
}

async function unsettled(transaction: ManagedTransaction, label: string): Promise<Unsettled[]> {
  const { records } = await transaction.run(
    `CYPHER 5 MATCH (c:${label}) WHERE c.${UNSETTLED} = true WITH c LIMIT $limit RETURN elementId(c) AS node, c.id AS id, c.${SINCE} AS since`,
    { limit: int(SETTLED_AT_ONCE) },
  );
  return records.map((row) => row.toObject() as Unsettled);
}

async function settle(transaction: ManagedTransaction, claims: readonly Unsettled[], asOf: number | undefined): Promise<true> {
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
  return true;
}
