/** Goes through a database some nodes at a time; what is found while somebody writes is looked at again. */
import type { Session } from 'neo4j-driver';
import type { RecordName } from '../../../model/definition.js';
import type { Finding } from '../../check/checks.js';

/** Nodes of a page. */
export const NODES_AT_ONCE = 1_000;
/** The database shows what others commit between two statements: a page with findings is read again as often, if the log has grown. */
const ATTEMPTS = 4;

export class Pages {
  constructor(readonly session: Session) {}

  async run<Row>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    const { records } = await this.session.run(`CYPHER 5 ${cypher}`, { ...parameters });
    return records.map((row) => row.toObject() as Row);
  }

  /** What a page's work finds, when nothing was written meanwhile. */
  async at<Result>(work: () => Promise<Result>, isClean: (result: Result) => boolean): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const before = await this.#state();
      const result = await work();
      if (isClean(result) || attempt === ATTEMPTS || (await this.#state()) === before) return result;
    }
  }

  /** Findings about the nodes `n` of a label that meet a condition, page by page in the order of a unique property. */
  async *found(label: string, condition: string, finding: (id: string) => Finding, property = 'id'): AsyncGenerator<Finding[]> {
    const page = `MATCH (n:${label}) USING INDEX n:${label}(${property}) WHERE n.${property} > $last WITH n ORDER BY n.${property} LIMIT ${NODES_AT_ONCE}`;
    for (let last: string | number = property === 'position' ? 0 : ''; ;) {
      const read = () =>
        this.run<{ last: string | number | null; found: string[] }>(
          `${page} WITH n, (${condition}) AS wrong RETURN max(n.${property}) AS last, collect(CASE WHEN wrong THEN n.id END) AS found`,
          { last },
        );
      const [row] = await this.at(read, ([only]) => only!.found.length === 0);
      if (row!.last === null) return;
      last = row!.last;
      yield row!.found.map(finding);
    }
  }

  /** The same of a record's nodes. */
  of(record: RecordName, condition: string, message: string): AsyncGenerator<Finding[]> {
    return this.found(record, condition, (id) => ({ record, id, message }));
  }

  /** Findings of a question about all nodes or relationships of a kind that has no order to go by: it gives ids of its first few. */
  async *some(cypher: string, finding: (id: string | null) => Finding): AsyncGenerator<Finding[]> {
    const rows = await this.at(
      () => this.run<{ id: string | null }>(cypher),
      (found) => found.length === 0,
    );
    yield rows.map(({ id }) => finding(id));
  }

  async #state(): Promise<string> {
    const rows = await this.run<{ state: string }>(
      "OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'}) OPTIONAL MATCH (c:Claim) USING INDEX c:Claim(unsettled) WHERE c.unsettled = true WITH log, count(c) AS unsettled RETURN toString(coalesce(log.position, 0)) + ' ' + toString(unsettled) AS state",
    );
    return rows[0]!.state;
  }
}
