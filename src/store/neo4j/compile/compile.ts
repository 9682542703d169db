/** A Plan as one Cypher statement that gives one nested list. The language version is pinned. */
import { RECORD_NAMES } from '../../../model/graph.js';
import { MERGEABLE } from '../../../model/changeset/canonical.js';
import type { RecordName } from '../../../model/definition.js';
import type { Plan, Selection } from '../../../plan/plan.js';
import { referenceProperty } from '../ordered-edges.js';
import { startCypher } from './drive.js';
import { groupsCypher } from './groups.js';
import { listsCypher } from './lists.js';
import { matchesCypher, wordCountsCypher } from './matches.js';
import { pageCypher, rootPageCypher } from './page.js';
import { rowCypher } from './row.js';
import { Statement } from './statement.js';
import { recordPattern, statesOf } from './time.js';
import { recordCounts, recordCountsThen } from './total.js';

export interface CompiledPlan {
  readonly cypher: string;
  /** Values for the statement, whose one column is `result`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function compilePlan(plan: Plan): CompiledPlan {
  const statement = new Statement(pageCypher);
  return { cypher: `CYPHER 5 ${statement.at(plan.asOf, () => planCypher(statement, plan))} AS result`, parameters: statement.parameters };
}

/** No row where there is no such record. */
function oneCypher(statement: Statement, { record, by, value, selection }: Extract<Plan, { kind: 'one' }>): string {
  const alias = statement.variable();
  const { clauses } = startCypher(statement, record, alias, { kind: 'in', field: by, values: [value] }, []);
  return `${clauses} RETURN ${rowCypher(statement, selection, { alias, prefix: '' })}`;
}

function planCypher(statement: Statement, plan: Plan): string {
  switch (plan.kind) {
    case 'list':
      return rootPageCypher(statement, plan.record, plan.list);
    case 'lists':
      return listsCypher(statement, plan.record, plan.lists);
    case 'groups':
      return groupsCypher(statement, plan);
    case 'one':
      return oneCypher(statement, plan);
    case 'matches':
      return `RETURN [${plan.matches.map((each) => matchesCypher(statement, each)).join(', ')}]`;
    case 'wordCounts':
      return `RETURN [${plan.counts.map((each) => wordCountsCypher(statement, each)).join(', ')}]`;
    case 'nodes': {
      const ids = statement.parameter([...plan.ids]);
      const found = RECORD_NAMES.flatMap((record) => {
        const selection = plan.selections[record];
        if (!selection) return [];
        const alias = statement.variable();
        const { pattern, held } = recordPattern(statement, alias, record);
        if (MERGEABLE.includes(record)) return readThroughCypher(statement, record, ids, selection);
        const where = [`${alias}.id IN ${ids}`, ...held].join(' AND ');
        return `COLLECT { MATCH ${pattern} WHERE ${where} RETURN [['${record}', ${alias}.id], ${rowCypher(statement, selection, { alias, prefix: '' })}] }`;
      });
      return `RETURN ${found.join(' + ')}`;
    }
    case 'stats':
      return `RETURN [${RECORD_NAMES.map((record) => {
        const { all, retracted } = statement.asOf === undefined ? recordCounts(record) : recordCountsThen(statement, record);
        return `['${record}', ${all} - ${retracted}, ${retracted}]`;
      }).join(', ')}]`;
  }
}

/** The row of a merged record is that of the record it is read through. */
function readThroughCypher(statement: Statement, record: RecordName, ids: string, selection: Selection): string {
  const named = statement.variable();
  const alias = statement.variable();
  const own = statement.variable();
  const there = recordPattern(statement, named, record);
  const first = `MATCH ${there.pattern} WHERE ${[`${named}.id IN ${ids}`, ...there.held].join(' AND ')}`;
  const canonical = `coalesce(${named}.${referenceProperty('mergedInto')}, ${named}.id)`;
  const row = (state: string) => `RETURN [['${record}', ${named}.id], ${rowCypher(statement, selection, { alias: state, prefix: '' })}]`;
  if (statement.asOf === undefined) return `COLLECT { ${first} MATCH (${alias}:${record}) WHERE ${alias}.id = ${canonical} ${row(alias)} }`;
  const { pattern, held } = statesOf(statement, own, record, alias);
  return `COLLECT { ${first} MATCH (${own}:${record}) WHERE ${own}.id = ${canonical} MATCH ${pattern} WHERE ${held.join(' AND ')} ${row(alias)} }`;
}
