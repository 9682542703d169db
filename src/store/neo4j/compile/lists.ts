/**
 * Several lists as one list of pages. Those that are alike but for their values, as those of a timeline's
 * buckets are, are written once and asked for each row of values: the planner's time grows with the text,
 * and its cache knows the text again whatever the number of buckets.
 */
import { int } from 'neo4j-driver';
import type { Plan } from '../../../plan/plan.js';
import { pageCypher } from './page.js';
import { Statement } from './statement.js';

interface Written {
  readonly at: number;
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Clauses that give the lists' pages, in the lists' order, as one row. */
export function listsCypher(statement: Statement, { record, lists, asOf }: Extract<Plan, { kind: 'lists' }>): string {
  if (lists.length === 0) return 'RETURN []';
  const byText = new Map<string, Written[]>();
  for (const [at, list] of lists.entries()) {
    const own = new Statement();
    const text = own.at(asOf, () => pageCypher(own, record, list));
    const written = { at, text, parameters: own.parameters };
    byText.set(text, [...(byText.get(text) ?? []), written]);
  }
  const pages = [...byText.values()].map((alike) => pagesCypher(statement, alike)).join(' + ');
  return `UNWIND ${pages} AS page WITH page ORDER BY page[0] RETURN collect(page[1])`;
}

/** Lists of one text, as a list of [place, page]. */
function pagesCypher(statement: Statement, alike: readonly Written[]): string {
  const [{ text, parameters }] = alike as [Written];
  const names = Object.keys(parameters);
  const differing = names.filter((name) => new Set(alike.map((each) => JSON.stringify(each.parameters[name]))).size > 1);
  // A row's value cannot be a limit.
  if (alike.length === 1 || differing.some((name) => new RegExp(`LIMIT \\$${name}\\b`).test(text)))
    return `[${alike.map((each) => `[${each.at}, ${withParameters(statement, each)}]`).join(', ')}]`;
  const rows = alike.map((each) => ({
    at: int(each.at),
    ...Object.fromEntries(differing.map((name) => [name, each.parameters[name]])),
  }));
  const page = withParameters(statement, alike[0]!, (name) => (differing.includes(name) ? `list.${name}` : undefined));
  return `COLLECT { UNWIND ${statement.parameter(rows)} AS list RETURN [list.at, ${page}] }`;
}

/** The text with the statement's names for its parameters, or others. */
function withParameters(
  statement: Statement,
  { text, parameters }: Written,
  other: (name: string) => string | undefined = () => undefined,
) {
  const names = new Map(Object.entries(parameters).map(([name, value]) => [name, other(name) ?? statement.parameter(value)]));
  return text.replaceAll(/\$(p\d+)/g, (_, name: string) => names.get(name)!);
}
