/**
 * Several lists as one list of pages. Those that are alike but for their values, as those of a timeline's
 * buckets are, are written once and asked for each row of values: the planner's time grows with the text,
 * and its cache knows the text again whatever the number of buckets.
 */
import { int } from 'neo4j-driver';
import type { RecordName } from '../../../model/definition.js';
import type { ListRead } from '../../../plan/plan.js';
import { pageCypher } from './page.js';
import type { Statement } from './statement.js';

interface Written {
  readonly at: number;
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** With this the names of a list's own parameters begin. */
const OWN = 'own';

/** Clauses that give the lists' pages, in the lists' order, as one row. */
export function listsCypher(statement: Statement, record: RecordName, lists: readonly ListRead[]): string {
  if (lists.length === 0) return 'RETURN []';
  const byText = new Map<string, Written[]>();
  for (const [at, list] of lists.entries()) {
    const own = statement.apart(OWN);
    const text = pageCypher(own, record, list);
    const alike = byText.get(text) ?? [];
    alike.push({ at, text, parameters: own.parameters });
    byText.set(text, alike);
  }
  const pages = [...byText.values()].map((alike) => pagesCypher(statement, alike)).join(' + ');
  return `UNWIND ${pages} AS page WITH page ORDER BY page[0] RETURN collect(page[1])`;
}

/** Lists of one text, as a list of [place, page]. */
function pagesCypher(statement: Statement, alike: readonly Written[]): string {
  const [first] = alike as [Written];
  const differing = Object.keys(first.parameters).filter((name) => isDiffering(alike, name));
  // A row's value cannot be a limit.
  const isRows = alike.length > 1 && !differing.some((name) => new RegExp(`LIMIT \\$${name}\\b`).test(first.text));
  if (!isRows) return `[${alike.map((each) => `[${each.at}, ${named(statement, each, [])}]`).join(', ')}]`;
  const rows = alike.map(({ at, parameters }) => ({
    at: int(at),
    ...Object.fromEntries(differing.map((name) => [name, parameters[name]])),
  }));
  return `COLLECT { UNWIND ${statement.parameter(rows)} AS list RETURN [list.at, ${named(statement, first, differing)}] }`;
}

const isDiffering = (alike: readonly Written[], name: string): boolean =>
  new Set(alike.map(({ parameters }) => JSON.stringify(parameters[name]))).size > 1;

/** The text with its parameters as the statement's, or as those of the row where rows differ in them. */
function named(statement: Statement, { text, parameters }: Written, ofRow: readonly string[]): string {
  const names = new Map(
    Object.entries(parameters).map(([name, value]) => [name, ofRow.includes(name) ? `list.${name}` : statement.parameter(value)]),
  );
  return text.replaceAll(new RegExp(`\\$(${OWN}\\d+)`, 'g'), (_, name: string) => names.get(name)!);
}
