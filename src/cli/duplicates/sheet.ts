/** The sheet that people decide in: a pair a line, as spreadsheet programs read and save it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Duplicate } from '../../analysis/duplicates/judge.js';
import type { DuplicateKind } from '../../analysis/duplicates/kinds.js';
import { spreadsheetText } from '../../formats/graph-files/spreadsheet.js';
import { soundText, WrongEncoding } from '../../formats/reading/encoding.js';
import type { ReadLimits } from '../../formats/reading/entry.js';
import { delimitedRows } from '../../formats/table/delimited.js';
import { excerpt } from '../../model/errors.js';
import { isId } from '../../model/values/text.js';
import { PRIVATE } from '../../store/private-files.js';
import { FileRefused, type ToldProblem } from '../changeset-file.js';
import { SHEET_KINDS, SHOWN, type Shown } from './kinds.js';

/** What can stand in the column of decisions; a blank one is no decision. */
export const DECISIONS = ['merge', 'merge into second', 'keep apart'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface SheetPair {
  readonly record: DuplicateKind;
  readonly pair: Duplicate;
  readonly first: Shown;
  readonly second: Shown;
}

/** A line with a decision, from 2: the first one is the header. */
export interface DecidedLine {
  readonly line: number;
  readonly record: DuplicateKind;
  readonly decision: Decision;
  readonly reason: string;
  readonly first: string;
  readonly second: string;
}

export interface Sheet {
  readonly file: string;
  readonly decided: readonly DecidedLine[];
  readonly undecided: number;
  /** A problem of a line, in one of its columns. */
  readonly told: (line: number, column: string, text: string) => ToldProblem;
}

const COLUMNS = [
  'decision',
  'reason',
  'record',
  'score',
  'because',
  ...SHOWN.map((each) => `first ${each}`),
  ...SHOWN.map((each) => `second ${each}`),
];
/** What is read back; the others only help to decide. */
const NEEDED = ['decision', 'record', 'first id', 'second id'];
/** By it spreadsheet programs know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const DELIMITERS = [',', ';', '\t'];

/** @throws where the file is there already and is not to be written over. */
export function writeSheet(file: string, pairs: readonly SheetPair[], replace: boolean): void {
  const rows = pairs.map(({ record, pair, first, second }) => [
    '',
    '',
    record,
    String(pair.score),
    pair.reasons.join(' '),
    ...SHOWN.map((each) => spreadsheetText(first[each])),
    ...SHOWN.map((each) => spreadsheetText(second[each])),
  ]);
  const text = BYTE_ORDER_MARK + stringify([COLUMNS, ...rows], { record_delimiter: 'windows' });
  writeFileSync(file, text, { ...PRIVATE, flag: replace ? 'w' : 'wx' });
}

/** @throws FileRefused with every line that is wrong. */
export async function readSheet(file: string, limits: ReadLimits, encoding?: string): Promise<Sheet> {
  const content = await decoded(file, encoding);
  const [, header = ''] = /^(?:"?sep=.[^\r\n]*(?:\r\n|\r|\n))?([^\r\n]*)/i.exec(content) ?? [];
  const delimiter = DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0]!;
  const form = { delimiter, quote: () => '"', usualDelimiter: ',' };
  const decided: DecidedLine[] = [];
  const problems: ToldProblem[] = [];
  let undecided = 0;
  let places: ReadonlyMap<string, number> | undefined;
  const told = (line: number, column: string, text: string): ToldProblem => ({
    line,
    column: (places?.get(column) ?? 0) + 1,
    text: `BAD_INPUT: ${column}: ${text}`,
  });
  // oxlint-disable-next-line typescript/await-thenable -- a text is given as a stream is
  for await (const row of delimitedRows([content] as unknown as AsyncIterable<string>, form, limits)) {
    if ('wrong' in row) problems.push({ line: row.line, column: 1, text: `BAD_INPUT: ${row.wrong}` });
    else if (!places) {
      places = placesOf(row.cells);
      problems.push(...missingColumns(places, row.line));
      if (problems.length > 0) break;
    } else if (row.cells.some((cell) => cell.trim() !== '')) {
      const cell = (name: string): string => (row.cells[places!.get(name) ?? -1] ?? '').trim();
      const line = lineOf(row.line, cell, told);
      if (line === undefined) undecided++;
      else if ('text' in line) problems.push(line);
      else decided.push(line);
    }
  }
  if (!places) problems.push({ line: 1, column: 1, text: 'BAD_INPUT: the sheet is empty; it is made by claimgraph duplicates find' });
  if (problems.length > 0) throw new FileRefused(file, problems);
  return { file, decided, undecided, told };
}

async function decoded(file: string, encoding: string | undefined): Promise<string> {
  try {
    return (await soundText(readFileSync(file), encoding)).replace(/^\uFEFF/, '');
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    const hint = 'save it as CSV UTF-8, or say its encoding (--encoding windows-1252)';
    throw new FileRefused(file, [{ line: error.line, column: 1, text: `BAD_TEXT: ${error.refusal.message}; ${hint}` }]);
  }
}

const placesOf = (cells: readonly string[]): ReadonlyMap<string, number> =>
  new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index]));

const missingColumns = (places: ReadonlyMap<string, number>, line: number): ToldProblem[] =>
  NEEDED.filter((name) => !places.has(name)).map((name) => ({
    line,
    column: 1,
    text: `BAD_INPUT: there is no column "${name}"; keep the header as claimgraph duplicates find wrote it`,
  }));

/** Undefined where nothing is decided. */
function lineOf(line: number, cell: (name: string) => string, told: Sheet['told']): DecidedLine | ToldProblem | undefined {
  const said = cell('decision').toLowerCase().replace(/\s+/g, ' ');
  if (said === '') return undefined;
  const decision = DECISIONS.find((each) => each === said);
  if (!decision) return told(line, 'decision', `"${excerpt(cell('decision'))}" is no decision; one of ${DECISIONS.join(', ')}, or blank`);
  const record = cell('record');
  if (!Object.hasOwn(SHEET_KINDS, record))
    return told(line, 'record', `"${excerpt(record)}" is no kind of record here; one of ${Object.keys(SHEET_KINDS).join(', ')}`);
  const [first, second] = [cell('first id').toLowerCase(), cell('second id').toLowerCase()];
  for (const [column, id] of [
    ['first id', first],
    ['second id', second],
  ] as const)
    if (!isId(id)) return told(line, column, `"${excerpt(id)}" is no id; keep the ids as they were written`);
  if (first === second) return told(line, 'second id', 'the two records of the line are one; keep the ids as they were written');
  return { line, record: record as DuplicateKind, decision, reason: cell('reason'), first, second };
}
