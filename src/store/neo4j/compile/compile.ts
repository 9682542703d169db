/** A Plan as one Cypher statement that gives one nested list. The language version is pinned. */
import { RECORD_NAMES } from '../../../model/graph.js';
import type { Plan } from '../../../plan/plan.js';
import { rootPageCypher } from './page.js';
import { rowCypher } from './row.js';
import { Statement } from './statement.js';
import { recordCounts } from './total.js';

export interface CompiledPlan {
  readonly cypher: string;
  /** Values for the statement, whose one column is `result`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function compilePlan(plan: Plan): CompiledPlan {
  const statement = new Statement();
  return { cypher: `CYPHER 5 ${planCypher(statement, plan)} AS result`, parameters: statement.parameters };
}

/** No row where there is no such record. */
function oneCypher(statement: Statement, { record, by, value, selection }: Extract<Plan, { kind: 'one' }>): string {
  const alias = statement.variable();
  return `MATCH (${alias}:${record}) WHERE ${alias}.${by} = ${statement.parameter(value)} RETURN ${rowCypher(statement, selection, { alias, prefix: '' })}`;
}

function planCypher(statement: Statement, plan: Plan): string {
  switch (plan.kind) {
    case 'list':
      return rootPageCypher(statement, plan.record, plan.list);
    case 'one':
      return oneCypher(statement, plan);
    case 'nodes': {
      const ids = statement.parameter([...plan.ids]);
      const found = RECORD_NAMES.flatMap((record) => {
        const selection = plan.selections[record];
        if (!selection) return [];
        const alias = statement.variable();
        return `COLLECT { MATCH (${alias}:${record}) WHERE ${alias}.id IN ${ids} RETURN [['${record}', ${alias}.id], ${rowCypher(statement, selection, { alias, prefix: '' })}] }`;
      });
      return `RETURN ${found.join(' + ')}`;
    }
    case 'stats':
      return `RETURN [${RECORD_NAMES.map((record) => {
        const { all, retracted } = recordCounts(record);
        return `['${record}', ${all} - ${retracted}, ${retracted}]`;
      }).join(', ')}]`;
  }
}
