/** `claimgraph duplicates find`: the likely duplicates of a graph in a sheet to decide in. */
import { existsSync } from 'node:fs';
import { likeliestFirst, type Duplicate } from '../../analysis/duplicates/judge.js';
import type { DuplicateKind } from '../../analysis/duplicates/kinds.js';
import { passOver, RECORDS_AT_ONCE as LOOKED_AT_ONCE } from '../../analysis/duplicates/pass.js';
import type { Settings } from '../../config/settings.js';
import { readLimits } from '../../formats/import-limits.js';
import type { ReadLimits } from '../../formats/reading/entry.js';
import { StoreError } from '../../model/errors.js';
import type { Position } from '../../plan/plan.js';
import type { Row } from '../../plan/rows.js';
import { lookIn } from '../../store/look.js';
import { openStore } from '../../store/open.js';
import type { Store } from '../../store/store.js';
import { SHEET_KINDS } from './kinds.js';
import { PassProgress } from './progress.js';
import { DECISIONS, readSheet, writeSheet, type SheetPair } from './sheet.js';

export interface FindFlags {
  readonly kinds: readonly DuplicateKind[];
  readonly minimumScore: number;
  /** Lines of the sheet: the likeliest. */
  readonly first: number;
  /** Earlier sheets: pairs that were decided there are left out. */
  readonly leaveOut: readonly string[];
  readonly replace: boolean;
}

/** Records between two signs of progress; rows that are read together. */
const RECORDS_AT_ONCE = 200;

export async function findDuplicates(settings: Settings, file: string, flags: FindFlags): Promise<number> {
  const store = await openStore(settings);
  try {
    const { lines, leftOut } = await writeDuplicates(store, file, readLimits(settings), flags);
    console.log(`${file}: ${lines} pairs to decide on; decision: ${DECISIONS.join(', ')}`);
    if (leftOut > 0) console.log(`${leftOut} less likely pairs are left out; a larger --first takes them in`);
    console.log(`claimgraph duplicates apply ${file} does what is decided`);
    return 0;
  } finally {
    await store.close();
  }
}

/**
 * Writes the sheet; says how many lines it has, and how many pairs were likely enough and found no place.
 * @throws {StoreError} where the file is there already and is not to be written over.
 */
export async function writeDuplicates(
  store: Store,
  file: string,
  limits: ReadLimits,
  flags: FindFlags,
): Promise<{ lines: number; leftOut: number }> {
  // Before the work is done.
  if (!flags.replace && existsSync(file))
    throw new StoreError('STORE_UNAVAILABLE', `${file} is there already; --replace writes over it, with the decisions in it`);
  const decided = new Set<string>();
  for (const sheet of flags.leaveOut)
    for (const { first, second } of (await readSheet(sheet, limits)).decided) decided.add(pairOf(first, second));
  const found: (Duplicate & { readonly kind: DuplicateKind })[] = [];
  let leftOut = 0;
  for (const kind of flags.kinds) {
    const { pairs, more } = await likelyPairs(store, kind, flags, decided);
    found.push(...pairs.map((pair) => ({ ...pair, kind })));
    leftOut += more;
  }
  found.sort(likeliestFirst);
  const told = await shownPairs(store, found.slice(0, flags.first));
  writeSheet(file, told, flags.replace);
  return { lines: told.length, leftOut: leftOut + Math.max(0, found.length - flags.first) };
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');

async function likelyPairs(
  store: Store,
  kind: DuplicateKind,
  { minimumScore, first }: FindFlags,
  decided: ReadonlySet<string>,
): Promise<{ pairs: Duplicate[]; more: number }> {
  const found = new Map<string, Duplicate>();
  const progress = new PassProgress(`${kind} records`);
  let looked = 0;
  try {
    for (let after: Position | undefined, complete = false; !complete;) {
      const pass = await lookIn(
        store,
        passOver({ kind, minimumScore, first: Infinity, recordsMax: RECORDS_AT_ONCE, after, next: () => LOOKED_AT_ONCE }),
      );
      for (const each of pass.found) {
        const pair = pairOf(each.record, each.other);
        if (!decided.has(pair) && (found.get(pair)?.score ?? 0) < each.score) found.set(pair, each);
      }
      looked += pass.recordsLookedAt;
      progress.show(looked, pass.recordsInAll, found.size);
      ({ complete, position: after } = pass);
    }
  } finally {
    progress.end();
  }
  const pairs = [...found.values()].sort(likeliestFirst);
  return { pairs: pairs.slice(0, first), more: Math.max(0, pairs.length - first) };
}

/** The record that was recorded first stands first: it stays unless another is decided on. */
async function shownPairs(store: Store, found: readonly (Duplicate & { readonly kind: DuplicateKind })[]): Promise<SheetPair[]> {
  const rows = new Map<string, Row>();
  for (const [kind, of] of Map.groupBy(found, (each) => each.kind)) {
    const ids = [...new Set(of.flatMap(({ record, other }) => [record, other]))];
    for (let at = 0; at < ids.length; at += RECORDS_AT_ONCE) {
      const read = await store.read({
        kind: 'nodes',
        ids: ids.slice(at, at + RECORDS_AT_ONCE),
        selections: { [kind]: SHEET_KINDS[kind].selection },
      });
      if (read.kind !== 'nodes') throw new Error('nodes were planned');
      for (const row of read.rows) if (row) rows.set(row['id'] as string, row);
    }
  }
  return found.flatMap(({ kind, ...pair }) => {
    const [first, second] = [pair.record, pair.other].sort().map((id) => rows.get(id));
    // Retracted meanwhile.
    if (!first || !second) return [];
    const { shown } = SHEET_KINDS[kind];
    return [{ record: kind, pair, first: shown(first), second: shown(second) }];
  });
}
