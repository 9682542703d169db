/** `claimgraph duplicates apply`: does what was decided in a sheet, all of it in one transaction or nothing. */
import type { DuplicateKind } from '../../analysis/duplicates/kinds.js';
import type { Settings } from '../../config/settings.js';
import { readLimits } from '../../formats/import-limits.js';
import { checkEncoding } from '../../formats/reading/encoding.js';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { openStore } from '../../store/open.js';
import type { Store } from '../../store/store.js';
import { FileRefused } from '../changeset-file.js';
import { planDecisions, type Planned } from './decisions.js';
import { SHEET_KINDS } from './kinds.js';
import { readSheet, type DecidedLine, type Sheet } from './sheet.js';

export interface ApplyFlags {
  readonly dryRun: boolean;
  /** Of the file, where it is not in UTF-8. */
  readonly encoding?: string | undefined;
}

const RECORDS_AT_ONCE = 500;

export async function applyDecisions(settings: Settings, file: string, { dryRun, encoding }: ApplyFlags): Promise<number> {
  if (encoding !== undefined) checkEncoding(encoding, ['--encoding']);
  const sheet = await readSheet(file, readLimits(settings), encoding);
  const store = await openStore(settings);
  try {
    const { merged, different, already, inSheetAlone } = await applySheet(store, sheet, { by: settings.recordedBy, dryRun });
    const would = dryRun ? 'would be ' : '';
    console.log(
      `${merged} ${would}merged, ${different} ${would}said to be different, ${already} already as decided, ${sheet.undecided} undecided`,
    );
    if (inSheetAlone > 0)
      console.log(
        `${inSheetAlone} are kept apart in the sheet alone; claimgraph duplicates find --leave-out ${file} does not propose them again`,
      );
    return 0;
  } finally {
    await store.close();
  }
}

/** What became of a sheet's decisions: pairs. */
export interface Applied {
  readonly merged: number;
  /** Kept apart by a claim that says so. */
  readonly different: number;
  readonly already: number;
  /** Kept apart, and the graph cannot say it. */
  readonly inSheetAlone: number;
}

/** @throws FileRefused with every line that is wrong; then nothing is written. */
export async function applySheet(store: Store, sheet: Sheet, options: { by: string; dryRun: boolean }): Promise<Applied> {
  const stored = await recordsOf(store, sheet.decided);
  const { merges, apart, already, problems } = planDecisions(sheet, stored);
  if (problems.length > 0) throw new FileRefused(sheet.file, problems);
  const said = await sayable(store, apart);
  const items = [
    ...merges.map((each) => ({ ...each, item: SHEET_KINDS[each.line.record].merge(each.pair) })),
    ...said.map((each) => ({ ...each, item: apartItem(each, stored) })),
  ];
  const statuses = items.length === 0 ? [] : await write(store, sheet, items, options);
  const unchangedIn = (some: readonly string[]) => some.filter((status) => status === 'UNCHANGED').length;
  const [merged, different] = [unchangedIn(statuses.slice(0, merges.length)), unchangedIn(statuses.slice(merges.length))];
  return {
    merged: merges.length - merged,
    different: said.length - different,
    already: already + merged + different,
    inSheetAlone: apart.length - said.length,
  };
}

/** The records of the lines, and all that they are read through. */
async function recordsOf(store: Store, lines: readonly DecidedLine[]): Promise<Map<string, StoredRecord>> {
  const stored = new Map<string, StoredRecord>();
  for (const [record, of] of Map.groupBy(lines, (line) => line.record)) {
    let wanted = [...new Set(of.flatMap(({ first, second }) => [first, second]))];
    while (wanted.length > 0) {
      const found: StoredRecord[] = [];
      for (let at = 0; at < wanted.length; at += RECORDS_AT_ONCE)
        found.push(
          ...((await store.ask({ fetch: 'records', record, ids: wanted.slice(at, at + RECORDS_AT_ONCE), keys: [] })).records ?? []),
        );
      for (const each of found) stored.set(each.id, each);
      const through = found.flatMap(({ document }) => (document['mergedInto'] as string | undefined) ?? []);
      wanted = [...new Set(through)].filter((id) => !stored.has(id));
    }
  }
  return stored;
}

/** Those pairs that the graph itself can say are two: of these kinds, where it has the predicate for it. */
async function sayable(store: Store, apart: readonly Planned[]): Promise<Planned[]> {
  const saying = new Set<DuplicateKind>();
  for (const kind of new Set(apart.map(({ line }) => line.record))) {
    const key = SHEET_KINDS[kind].apart?.predicate;
    if (key === undefined) continue;
    const { records = [] } = await store.ask({ fetch: 'records', record: 'Predicate', ids: [], keys: [key] });
    if (records.some(({ retraction }) => !retraction)) saying.add(kind);
  }
  return apart.filter(({ line }) => saying.has(line.record));
}

function apartItem({ line, pair }: Planned, stored: ReadonlyMap<string, StoredRecord>): object {
  const nameOf = (id: string): string => (stored.get(id)!.document['names'] as readonly { text: string }[])[0]!.text;
  return SHEET_KINDS[line.record].apart!.item(pair, [nameOf(pair.stays), nameOf(pair.goes)]);
}

async function write(
  store: Store,
  { file, told }: Sheet,
  items: readonly (Planned & { readonly item: object })[],
  options: { by: string; dryRun: boolean },
): Promise<readonly string[]> {
  const { results } = await store.write({ ...options, onProblem: 'REFUSE_ALL', items: items.map(({ item }) => item) });
  const problems = results.flatMap(({ path, problems: its }) =>
    its.map(({ message, hint }) => told(items[Number(path[1])]!.line.line, 'decision', `${message}; ${hint}`)),
  );
  if (problems.length > 0) throw new FileRefused(file, problems);
  return results.map(({ status }) => status);
}
