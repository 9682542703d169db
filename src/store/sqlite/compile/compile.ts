/** A Plan as one SQL statement that gives one JSON text. */
import type { RecordName } from '../../../model/definition.js';
import { MERGEABLE } from '../../../model/changeset/canonical.js';
import { RECORD_NAMES } from '../../../model/graph.js';
import type { Plan } from '../../../plan/plan.js';
import { quoted, RETRACTED, tableOf } from '../names.js';
import { groupsSql } from './groups.js';
import { matchesSql } from './matches.js';
import { pageSql } from './page.js';
import { canonicalNum, conditionSql } from './condition.js';
import { rowSql } from './row.js';
import { rowsOf } from './rows.js';
import { Statement } from './statement.js';
import { wordCountsSql } from './word-counts.js';

export interface CompiledPlan {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number | null>>;
}

export function compilePlan(plan: Plan): CompiledPlan {
  const statement = new Statement(pageSql);
  const sql = `SELECT ${statement.at(plan.asOf, () => resultSql(statement, plan))} AS "result"`;
  return { sql, parameters: statement.parameters };
}

function resultSql(statement: Statement, plan: Plan): string {
  switch (plan.kind) {
    case 'list':
      return pageSql(statement, plan.record, plan.list);
    case 'lists':
      return `'[' || ${plan.lists.map((list) => pageSql(statement, plan.record, list)).join(" || ',' || ") || "''"} || ']'`;
    case 'groups':
      return groupsSql(statement, plan);
    case 'matches':
      return `'[' || ${plan.matches.map((each) => matchesSql(statement, each)).join(" || ',' || ") || "''"} || ']'`;
    case 'wordCounts':
      return `'[' || ${plan.counts.map((each) => wordCountsSql(statement, each)).join(" || ',' || ") || "''"} || ']'`;
    case 'one': {
      const place = { table: tableOf(plan.record), alias: statement.alias(), prefix: '' };
      const named = conditionSql(statement, plan.record, place, { kind: 'in', field: plan.by, values: [plan.value] }, 'driving');
      return `(SELECT ${rowSql(statement, plan.selection, place)} FROM ${rowsOf(statement, place, [named])})`;
    }
    case 'nodes': {
      const ids = statement.list(plan.ids);
      const kinds = RECORD_NAMES.flatMap((record) => {
        const selection = plan.selections[record];
        if (!selection) return [];
        const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
        const row = rowSql(statement, selection, place);
        if (!MERGEABLE.includes(record))
          return `SELECT json_array('${record}', ${place.alias}."id") AS "head", ${row} AS "row" FROM ${rowsOf(statement, place, [`${place.alias}."id" IN ${ids}`])}`;
        // The row of a merged record is that of the record it is read through.
        const named = { table: place.table, alias: statement.alias() };
        const read = `(SELECT ${row} FROM ${rowsOf(statement, place, [`${place.alias}."num" = ${canonicalNum(named.alias)}`])})`;
        return `SELECT json_array('${record}', ${named.alias}."id") AS "head", ${read} AS "row" FROM ${rowsOf(statement, named, [`${named.alias}."id" IN ${ids}`])}`;
      });
      return `(SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']' FROM (${kinds.join(' UNION ALL ')}))`;
    }
    case 'stats':
      return statement.asOf === undefined
        ? `(SELECT json_group_array(json_array("record", "active", "retracted")) FROM "tally")`
        : `'[' || ${RECORD_NAMES.map((record) => countsSql(statement, record)).join(" || ',' || ")} || ']'`;
  }
}

function countsSql(statement: Statement, record: RecordName): string {
  const found = { table: tableOf(record), alias: statement.alias() };
  const retracted = `${found.alias}.${quoted(RETRACTED)}`;
  return `(SELECT json_array('${record}', count(*) FILTER (WHERE ${retracted} = 0), count(*) FILTER (WHERE ${retracted} = 1)) FROM ${rowsOf(statement, found, [])})`;
}
