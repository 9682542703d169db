/** What the decisions of a sheet come to, with what became of the records since it was written. Asks no store. */
import type { StoredRecord } from '../../model/changeset/changeset.js';
import type { ToldProblem } from '../changeset-file.js';
import type { DecidedPair } from './kinds.js';
import type { DecidedLine, Sheet } from './sheet.js';

export interface Planned {
  readonly line: DecidedLine;
  readonly pair: DecidedPair;
}

export interface Plan {
  readonly merges: readonly Planned[];
  readonly apart: readonly Planned[];
  /** Lines whose records are one already. */
  readonly already: number;
  readonly problems: readonly ToldProblem[];
}

const REASON_TO_MERGE = 'two records of one thing, as decided in a sheet of duplicates';
const REASON_TO_KEEP_APART = 'two things, as decided in a sheet of duplicates';

/** `stored` has every record of the lines and all that they are read through, by id. */
export function planDecisions({ decided, told }: Pick<Sheet, 'decided' | 'told'>, stored: ReadonlyMap<string, StoredRecord>): Plan {
  const problems: ToldProblem[] = [];
  const standing = decided.filter((line) => {
    const wrong = (['first', 'second'] as const).flatMap((side) => missing(stored.get(line[side]), line, side, told));
    problems.push(...wrong);
    return wrong.length === 0;
  });
  const toMerge = standing.filter(({ decision }) => decision !== 'keep apart');
  const groups = new Groups();
  for (const { first, second } of toMerge) groups.join(first, second);

  const into = new Map([...stored.values()].map(({ id, document }) => [id, document['mergedInto'] as string | undefined]));
  const before = new Map(into);
  const merges: Planned[] = [];
  let already = 0;
  for (const line of toMerge) {
    const [stays, goes] = line.decision === 'merge' ? [line.first, line.second] : [line.second, line.first];
    if (endOf(stays, before) !== endOf(goes, before)) {
      const elsewhere = (['first', 'second'] as const).flatMap((side) => mergedElsewhere(line, side, before, groups, told));
      problems.push(...elsewhere);
      if (elsewhere.length > 0) continue;
    }
    // Said of records that are merged by the line before, it is said of what they are read through.
    const pair = { stays: endOf(stays, into), goes: endOf(goes, into), reason: line.reason || REASON_TO_MERGE };
    if (pair.stays === pair.goes) {
      if (endOf(stays, before) === endOf(goes, before)) already++;
      continue;
    }
    into.set(pair.goes, pair.stays);
    merges.push({ line, pair });
  }
  const apart: Planned[] = [];
  for (const line of standing.filter(({ decision }) => decision === 'keep apart')) {
    if (endOf(line.first, before) === endOf(line.second, before))
      problems.push(told(line.line, 'decision', 'the two are merged already; unmerge them first, or clear the decision'));
    else if (endOf(line.first, into) === endOf(line.second, into))
      problems.push(told(line.line, 'decision', 'other lines merge the two; decide the same in all of them'));
    else apart.push({ line, pair: { stays: line.first, goes: line.second, reason: line.reason || REASON_TO_KEEP_APART } });
  }
  return { merges, apart, already, problems };
}

function missing(stored: StoredRecord | undefined, line: DecidedLine, side: 'first' | 'second', told: Sheet['told']): ToldProblem[] {
  const column = `${side} id`;
  if (!stored) return [told(line.line, column, `there is no ${line.record} ${line[side]} in this graph; the sheet is of another one`)];
  if (stored.retraction && stored.document['mergedInto'] === undefined)
    return [told(line.line, column, `the ${line.record} was retracted since; clear the decision, or restore it first`)];
  return [];
}

/** Merged since, into what no line of the sheet makes one with it: whoever decided did not know of that. */
function mergedElsewhere(
  line: DecidedLine,
  side: 'first' | 'second',
  into: ReadonlyMap<string, string | undefined>,
  groups: Groups,
  told: Sheet['told'],
): ToldProblem[] {
  const end = endOf(line[side], into);
  if (end === line[side] || groups.of(end) === groups.of(line[side])) return [];
  return [told(line.line, `${side} id`, `the ${line.record} was merged into ${end} since; clear the decision, and find duplicates again`)];
}

function endOf(id: string, into: ReadonlyMap<string, string | undefined>): string {
  let end = id;
  for (let next = into.get(end); next !== undefined; next = into.get(end)) end = next;
  return end;
}

/** Records that the lines make one (union-find). */
class Groups {
  readonly #of = new Map<string, string>();

  of(id: string): string {
    let root = id;
    for (let next = this.#of.get(root); next !== undefined; next = this.#of.get(root)) root = next;
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#of.set(a, b);
  }
}
