/** A Plan as one Cypher statement that gives one nested list. The language version is pinned. */
import { RECORD_NAMES } from '../../../model/graph.js';
import type { Plan } from '../../../plan/plan.js';
import { RETRACTED } from '../names.js';
import { pageCypher } from './page.js';
import { rowCypher } from './row.js';
import { Statement } from './statement.js';

export interface CompiledPlan {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function compilePlan(plan: Plan): CompiledPlan {
  const statement = new Statement();
  const cypher = `CYPHER 5 RETURN ${resultCypher(statement, plan)} AS result`;
  return { cypher, parameters: statement.parameters };
}

function resultCypher(statement: Statement, plan: Plan): string {
  switch (plan.kind) {
    case 'list':
      return pageCypher(statement, plan.record, plan.list);
    case 'one': {
      const alias = statement.variable();
      const value = statement.parameter(plan.value);
      return `head(COLLECT { MATCH (${alias}:${plan.record}) WHERE ${alias}.${plan.by} = ${value} RETURN ${rowCypher(statement, plan.selection, { alias, prefix: '' })} })`;
    }
    case 'nodes': {
      const ids = statement.parameter([...plan.ids]);
      return RECORD_NAMES.map((record) => {
        const alias = statement.variable();
        return `COLLECT { MATCH (${alias}:${record}) WHERE ${alias}.id IN ${ids} RETURN [['${record}', ${alias}.id], ${rowCypher(statement, plan.selections[record], { alias, prefix: '' })}] }`;
      }).join(' + ');
    }
    case 'stats':
      return `[${RECORD_NAMES.map((record) => `['${record}', COUNT { MATCH (n:${record}) WHERE n.${RETRACTED} = false }, COUNT { MATCH (n:${record}) WHERE n.${RETRACTED} = true }]`).join(', ')}]`;
  }
}
