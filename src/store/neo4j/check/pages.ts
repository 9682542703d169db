/** Goes through a database some nodes at a time; what is found while somebody writes is looked at again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedTransaction, Session } from 'neo4j-driver';
import type { RecordName } from '../../../model/definition.js';
import type { Finding } from '../../check/checks.js';
import { retried } from '../failures.js';
import { lockLog } from '../lock.js';

/** Of a read that found its data outdated, as happens beside writers. */
const READ_ATTEMPTS = 5;
/** Nodes of a page. */
const NODES_AT_ONCE = 1_000;
/**
 * The database shows what others commit meanwhile, also within a statement: a page with findings is read again while something
 * is written, so often beside the writers, and then once while they wait.
 */
const ATTEMPTS = 3;
const PAUSE = 50;

export class Pages {
  #holding: ManagedTransaction | undefined;

  constructor(private readonly session: Session) {}

  /** What statements run through: the session, or the transaction that holds writers off. */
  get through(): Session | ManagedTransaction {
    return this.#holding ?? this.session;
  }

  async run<Row>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    // A statement of the transaction that holds writers off cannot be repeated by itself.
    const { records } = await retried(this.#holding ? 1 : READ_ATTEMPTS, async () =>
      this.through.run(`CYPHER 5 ${cypher}`, { ...parameters }),
    );
    return records.map((row) => row.toObject() as Row);
  }

  /** What a page's work finds each time, and at last while nobody writes; what is found once alone was being written. */
  async recurring<Name extends string>(work: () => Promise<Record<Name, Finding[]>>): Promise<Record<Name, Finding[]>> {
    let recurring: Record<Name, Finding[]> | undefined;
    for (let attempt = 1; ; attempt++) {
      const before = await this.#state();
      const found = await work();
      recurring = recurring ? inBoth(recurring, found) : found;
      const isClean = Object.values<Finding[]>(recurring).every((findings) => findings.length === 0);
      if (isClean) return recurring;
      // Numbers that follow from what was written are brought up to date without a place in the log.
      if (attempt === ATTEMPTS || (await this.#state()) === before) return inBoth(recurring, await this.#whileWritersWait(work));
      await pause(PAUSE * attempt);
    }
  }

  #whileWritersWait<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.session.executeWrite(async (transaction) => {
      await lockLog(transaction);
      this.#holding = transaction;
      try {
        return await work();
      } finally {
        this.#holding = undefined;
      }
    });
  }

  /** Findings about the nodes `n` of a label that meet a condition, page by page in the order of a unique property. */
  async *found(label: string, condition: string, finding: (id: string) => Finding, property = 'id'): AsyncGenerator<Finding[]> {
    const page = `MATCH (n:${label}) USING INDEX n:${label}(${property}) WHERE n.${property} > $last WITH n ORDER BY n.${property} LIMIT ${NODES_AT_ONCE}`;
    for (let last: string | number = property === 'position' ? 0 : ''; ;) {
      const from: string | number = last;
      let upTo: string | number | null = null;
      const { found } = await this.recurring(async () => {
        const [row] = await this.run<{ last: string | number | null; found: string[] }>(
          `${page} WITH n, (${condition}) AS wrong RETURN max(n.${property}) AS last, collect(CASE WHEN wrong THEN n.id END) AS found`,
          { last: from },
        );
        upTo = row!.last;
        return { found: row!.found.map(finding) };
      });
      if (upTo === null) return;
      last = upTo;
      yield found;
    }
  }

  /** The same of a record's nodes. */
  of(record: RecordName, condition: string, message: string): AsyncGenerator<Finding[]> {
    return this.found(record, condition, (id) => ({ record, id, message }));
  }

  /** Findings of a question about all nodes or relationships of a kind that has no order to go by: it gives ids of its first few. */
  async *some(cypher: string, finding: (id: string | null) => Finding): AsyncGenerator<Finding[]> {
    const { found } = await this.recurring(async () => ({
      found: (await this.run<{ id: string | null }>(cypher)).map(({ id }) => finding(id)),
    }));
    yield found;
  }

  async #state(): Promise<string> {
    const rows = await this.run<{ state: string }>(
      "OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'}) OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(unsettled) WHERE c.unsettled = true WITH log, count(c) AS unsettled RETURN toString(coalesce(log.position, 0)) + ' ' + toString(unsettled) AS state",
    );
    return rows[0]!.state;
  }
}

function inBoth<Name extends string>(one: Record<Name, Finding[]>, other: Record<Name, Finding[]>): Record<Name, Finding[]> {
  const both = Object.entries<Finding[]>(one).map(([name, findings]) => {
    const again = new Set(other[name as Name].map((finding) => JSON.stringify(finding)));
    return [name, findings.filter((finding) => again.has(JSON.stringify(finding)))] as const;
  });
  return Object.fromEntries(both) as Record<Name, Finding[]>;
}
