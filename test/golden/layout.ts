/** Plans and statements as texts that people read, the same at each run. */
import { inspect } from 'node:util';
import neo4j from 'neo4j-driver';
import type { CompiledPlan as Cypher } from '../../src/store/neo4j/compile/compile.js';
import type { CompiledPlan as Sql } from '../../src/store/sqlite/compile/compile.js';
import type { Plan } from '../../src/plan/plan.js';

const WIDTH = 140;

export const laidOutPlan = (plan: Plan): string =>
  inspect(JSON.parse(JSON.stringify(plan)), { depth: null, breakLength: WIDTH, compact: 6, maxArrayLength: null, maxStringLength: null });

export const laidOutSql = ({ sql, parameters }: Sql): string => `${onLines(sql, SQL)}\n-- ${JSON.stringify(parameters)}`;

export const laidOutCypher = ({ cypher, parameters }: Cypher): string =>
  `${onLines(cypher, CYPHER)}\n// ${JSON.stringify(parameters, (_, value: unknown) => (neo4j.isInt(value) ? value.toNumber() : value))}`;

interface Language {
  readonly open: string;
  readonly close: string;
  /** Words that begin a line. */
  readonly clause: RegExp;
  /** A bracket that begins a subquery; any other stays on its line. */
  readonly block: RegExp;
}

const CYPHER: Language = {
  open: '{',
  close: '}',
  clause: /^(?:OPTIONAL MATCH|MATCH|WHERE|WITH|UNWIND|CALL|RETURN|UNION ALL|UNION|ORDER BY|SKIP|LIMIT)\b/,
  block: /^\{\s*(?:MATCH|OPTIONAL|WITH|CALL|UNWIND|RETURN)\b/,
};
const SQL: Language = {
  open: '(',
  close: ')',
  clause: /^(?:SELECT|FROM|WHERE|CROSS JOIN|LEFT JOIN|JOIN|GROUP BY|ORDER BY|LIMIT|UNION ALL|UNION|WITH)\b/,
  block: /^\(\s*(?:SELECT|WITH)\b/,
};

/** Each clause on a line of its own, subqueries set in. */
function onLines(statement: string, { open, close, clause, block }: Language): string {
  let text = '';
  /** By open bracket: whether it began a subquery. */
  const brackets: boolean[] = [];
  const line = (): string => `\n${'  '.repeat(brackets.filter(Boolean).length)}`;
  for (let at = 0; at < statement.length; at++) {
    const rest = statement.slice(at, at + 40);
    const [quoted] = QUOTED.exec(statement.slice(at, at + 2_000)) ?? [];
    const [word] = /\w$/.test(text) ? [] : (clause.exec(rest) ?? []);
    if (quoted !== undefined) {
      text += quoted;
      at += quoted.length - 1;
    } else if (rest.startsWith(open)) {
      brackets.push(block.test(rest));
      text += open;
    } else if (rest.startsWith(close)) {
      text = brackets.pop() ? `${text.trimEnd()}${line()}${close}` : `${text}${close}`;
    } else if (word !== undefined) {
      text = `${text.trimEnd()}${text === '' ? '' : line()}${word}`;
      at += word.length - 1;
    } else text += statement[at];
  }
  return text;
}

const QUOTED = /^(?:'(?:[^'\\]|\\.|'')*'|"[^"]*"|`[^`]*`)/s;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Milliseconds since 1970, in this century. */
const MOMENT = /\b1[6-9]\d{11}\b|\b2\d{12}\b/g;

/** One text; ids and moments are named by the order in which they come, and what is read again is left out. */
export function withoutChance(texts: readonly string[]): string {
  const named = (kind: string) => {
    const names = new Map<string, string>();
    return (value: string): string => {
      const name = names.get(value) ?? `${kind}-${names.size + 1}`;
      names.set(value, name);
      return name;
    };
  };
  const [id, moment] = [named('id'), named('moment')];
  return `${[...new Set(texts.map((text) => text.replace(UUID, id).replace(MOMENT, moment)))].join('\n\n')}\n`;
}
