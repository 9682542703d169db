/**
 * Tables and indexes, made from the model's table. The versions' documents are the truth; every
 * other table is a projection of them that can be built again (see migrate.ts).
 *
 * A projected table holds what is. A row that is changed or deleted goes to the table of the same name
 * that holds what was, with the time in which it held; a view has both, for reads of an earlier time.
 */
import type { FieldDefinition, RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { SEARCHED_RECORDS } from '../../model/searched.js';
import { indexesOf, pastIndexes } from './indexes.js';
import {
  columnOf,
  COPIED,
  DATE_PARTS,
  embeddedPrefix,
  NO_DATE,
  partsTableOf,
  pastTableOf,
  presentColumn,
  quoted,
  snake,
  SETTLED,
  SINCE,
  statesOf,
  tableOf,
  UNTIL,
  trigramTableOf,
  vocabularyOf,
  wordsTableOf,
} from './names.js';

export interface Table {
  readonly name: string;
  readonly shape: ShapeName;
  /** The record a list of parts belongs to. */
  readonly owner?: RecordName;
  readonly list?: string;
  /** Another record's pages walk this list in its owner's order. */
  readonly sorted: boolean;
}

/** Every projected table: one a record kind, one a list of parts. */
export const TABLES: readonly Table[] = RECORD_NAMES.flatMap((record): Table[] => [
  { name: tableOf(record), shape: record, sorted: false },
  ...edgesOf(record).flatMap((edge): Table[] =>
    edge.kind === 'parts'
      ? [{ name: partsTableOf(record, edge.name), shape: edge.part, owner: record, list: edge.name, sorted: isWalked(record, edge.name) }]
      : [],
  ),
]);

function isWalked(record: RecordName, list: string): boolean {
  return RECORD_NAMES.some((other) =>
    edgesOf(other).some((edge) => edge.kind === 'holders' && edge.sorted && edge.to === record && edge.parts === list),
  );
}

/** Applied changesets by their authors' keys (model/changeset/repeated.ts). */
export const CHANGESETS = `
CREATE TABLE "changeset" (
  "by" TEXT NOT NULL, "key" TEXT NOT NULL, "digest" TEXT NOT NULL, "applied_at" INTEGER NOT NULL, "result" TEXT NOT NULL,
  PRIMARY KEY ("by", "key")) STRICT;
`;

/** Whoever wrote, with the pseudonym that readers know them by: by chance, so that nobody can work it out from a name. */
export const AUTHORS = `
CREATE TABLE "author" ("name" TEXT PRIMARY KEY, "pseudonym" TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
`;
/** Under which model the file was projected (../fingerprint.ts). */
export const MODEL = `
CREATE TABLE "model" ("version" INTEGER NOT NULL, "fingerprint" TEXT NOT NULL) STRICT;
`;
export const NEW_PSEUDONYM = "'contributor-' || lower(hex(randomblob(8)))";

/** What is kept beside the projections: the log of versions, texts by digest, applied changesets, authors, counts. */
const BASE = `
CREATE TABLE "version" (
  "position" INTEGER PRIMARY KEY AUTOINCREMENT, "record" TEXT NOT NULL, "num" INTEGER NOT NULL, "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL, "created_at" INTEGER NOT NULL, "recorded_at" INTEGER NOT NULL, "recorded_until" INTEGER,
  "recorded_by" TEXT, "operation" TEXT NOT NULL, "reason" TEXT, "retraction" TEXT, "document" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "version_of" ON "version"("record", "num", "version");
CREATE INDEX "version_by_time" ON "version"("recorded_at");
${CHANGESETS}${AUTHORS}CREATE TABLE "source_text" ("digest" TEXT PRIMARY KEY, "text" TEXT NOT NULL) STRICT, WITHOUT ROWID;
${MODEL}`;

/** When the transaction that is being written is recorded: what rows hold since, and until. */
const MOMENT = `
CREATE TABLE "moment" ("now" INTEGER NOT NULL) STRICT;
INSERT INTO "moment" VALUES (0);
`;

/** Records with references that are read through another record than the one they were given to. */
const REDIRECTED = `
CREATE TABLE "redirected" ("given" TEXT NOT NULL, "record" TEXT NOT NULL, "num" INTEGER NOT NULL, PRIMARY KEY ("given", "record", "num")) STRICT, WITHOUT ROWID;
CREATE INDEX "redirected_of" ON "redirected"("record", "num");
`;

/** Whether anything was ever withheld from readers: while nothing was, nobody needs to look. */
const WITHHOLDING = `
CREATE TABLE "withholding" ("ever" INTEGER NOT NULL) STRICT;
INSERT INTO "withholding" VALUES (0);
`;

/** Positions of the change log that readers may see: versions in which their record was shown, of records that are shown (shown-versions.ts). */
const SHOWN_VERSIONS = `
CREATE TABLE "shown_version" ("position" INTEGER PRIMARY KEY) STRICT;
`;

/** How far imports have come that are not over: gone when the file is projected anew, for another version may read files otherwise. */
const IMPORTS = `
CREATE TABLE "import_progress" ("source" TEXT PRIMARY KEY, "entries" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

export const NOW = '(SELECT "now" FROM "moment")';

const TALLY = `
CREATE TABLE "tally" ("record" TEXT PRIMARY KEY, "active" INTEGER NOT NULL, "retracted" INTEGER NOT NULL) STRICT;
INSERT INTO "tally" VALUES ${RECORD_NAMES.map((record) => `('${record}', 0, 0)`).join(', ')};
`;

export const baseSchema = (): string => BASE;
export const projectionSchema = (): string =>
  [
    MOMENT,
    WITHHOLDING,
    SHOWN_VERSIONS,
    REDIRECTED,
    IMPORTS,
    TALLY,
    ...TABLES.flatMap(tableStatements),
    ...SEARCHED_RECORDS.flatMap(wordsStatements),
  ].join('\n');
export const dropProjections = (): string =>
  [
    'DROP TABLE IF EXISTS "moment";',
    'DROP TABLE IF EXISTS "withholding";',
    'DROP TABLE IF EXISTS "shown_version";',
    'DROP TABLE IF EXISTS "redirected";',
    'DROP TABLE IF EXISTS "import_progress";',
    'DROP TABLE IF EXISTS "tally";',
    ...SEARCHED_RECORDS.flatMap((record) =>
      [vocabularyOf(record), wordsTableOf(record)].map((name) => `DROP TABLE IF EXISTS ${quoted(name)};`),
    ),
    ...TABLES.toReversed().flatMap((table) => [
      `DROP VIEW IF EXISTS ${quoted(statesOf(table.name))};`,
      `DROP TABLE IF EXISTS ${quoted(pastTableOf(table.name))};`,
      ...containsColumns(table).map((column) => `DROP TABLE IF EXISTS ${quoted(trigramTableOf(table.name, column))};`),
      `DROP TABLE IF EXISTS ${quoted(table.name)};`,
    ]),
  ].join('\n');

function tableStatements(table: Table): string[] {
  const columns = [...keyColumns(table), ...columnsOf(table.shape, ''), `"${SINCE}" INTEGER NOT NULL`];
  return [
    `CREATE TABLE ${quoted(table.name)} ("num" INTEGER PRIMARY KEY, ${columns.join(', ')}) STRICT;`,
    ...indexStatements(table.name, indexesOf(table)),
    ...containsColumns(table).flatMap((column) => trigramStatements(table.name, column)),
    ...pastStatements(table, columns),
  ];
}

/** The words are folded and taken apart before they come here: letters and digits between spaces, which `ascii` leaves as they are. */
function wordsStatements(record: RecordName): string[] {
  const words = quoted(wordsTableOf(record));
  return [
    `CREATE VIRTUAL TABLE ${words} USING fts5("words", content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');`,
    `CREATE VIRTUAL TABLE ${quoted(vocabularyOf(record))} USING fts5vocab(${words}, 'row');`,
  ];
}

const indexStatements = (name: string, indexes: readonly string[]): string[] =>
  indexes.map((on, index) => `CREATE INDEX ${quoted(`${name}_${index}`)} ON ${quoted(name)}(${on});`);

function keyColumns(table: Table): string[] {
  if (table.shape === 'Claim') return [`"${SETTLED}" INTEGER NOT NULL DEFAULT 0`];
  if (!table.owner) return [];
  const copied = [
    `"${COPIED.sort}" INTEGER NOT NULL DEFAULT ${NO_DATE}`,
    `"${COPIED.sortUpper}" INTEGER NOT NULL DEFAULT ${NO_DATE}`,
    `"${COPIED.sortDoubtful}" INTEGER NOT NULL DEFAULT 0`,
    `"${COPIED.id}" TEXT NOT NULL`,
    `"${COPIED.retracted}" INTEGER NOT NULL DEFAULT 0`,
  ];
  return ['"owner" INTEGER NOT NULL', '"position" INTEGER NOT NULL', ...(table.sorted ? copied : [])];
}

/** What was: rows as they stood, kept by triggers so that no writer can forget. What held for no time is not kept. */
function pastStatements(table: Table, columns: readonly string[]): string[] {
  const past = pastTableOf(table.name);
  const names = ['"num"', ...columns.map((column) => column.split(' ', 1)[0]!)];
  const keep = (now: string) =>
    `WHEN old."${SINCE}" < ${now} BEGIN INSERT INTO ${quoted(past)} (${names.join(', ')}, "${UNTIL}") VALUES (${names.map((name) => `old.${name}`).join(', ')}, ${now}); END;`;
  return [
    `CREATE TABLE ${quoted(past)} ("num" INTEGER NOT NULL, ${columns.map((column) => column.replace(/ UNIQUE$/, '')).join(', ')}, "${UNTIL}" INTEGER NOT NULL) STRICT;`,
    ...indexStatements(past, pastIndexes(table)),
    `CREATE TRIGGER ${quoted(`${past}_update`)} BEFORE UPDATE ON ${quoted(table.name)} ${keep(`new."${SINCE}"`)}`,
    `CREATE TRIGGER ${quoted(`${past}_delete`)} BEFORE DELETE ON ${quoted(table.name)} ${keep(NOW)}`,
    `CREATE VIEW ${quoted(statesOf(table.name))} AS SELECT ${names.join(', ')}, ${FOREVER} AS "${UNTIL}" FROM ${quoted(table.name)} UNION ALL SELECT ${names.join(', ')}, "${UNTIL}" FROM ${quoted(past)};`,
  ];
}

const FOREVER = Number.MAX_SAFE_INTEGER;

function columnsOf(shape: ShapeName, prefix: string): string[] {
  const columns = fieldsOf(shape).flatMap((field) => fieldColumns(field, prefix));
  for (const edge of edgesOf(shape)) {
    if (edge.kind === 'reference') columns.push(`${quoted(columnOf(prefix, edge.name))} INTEGER`);
    if (edge.kind === 'embedded') {
      columns.push(
        `${quoted(presentColumn(prefix, edge.name))} INTEGER NOT NULL DEFAULT 0`,
        ...columnsOf(edge.part, embeddedPrefix(prefix, edge.name)),
      );
    }
  }
  return columns;
}

function fieldColumns(field: FieldDefinition, prefix: string): string[] {
  const name = columnOf(prefix, field.name);
  const column = quoted(name);
  switch (field.type) {
    case 'id':
      return [`${column} TEXT NOT NULL UNIQUE`];
    case 'key':
      return [`${column} TEXT UNIQUE`];
    case 'text':
      return [`${column} TEXT`, `${quoted(`${name}_folded`)} TEXT NOT NULL DEFAULT ''`];
    case 'date':
      return [
        `${column} TEXT`,
        ...DATE_PARTS.map(({ suffix, absent }) => `${quoted(`${name}${suffix}`)} INTEGER NOT NULL DEFAULT ${absent}`),
      ];
    case 'decimal':
      return [`${column} TEXT`, `${quoted(`${name}_ordered`)} TEXT`];
    case 'mark':
      return [`${column} INTEGER NOT NULL DEFAULT 0`];
    case 'boolean':
    case 'integer':
    case 'instant':
    case 'roles':
      return [`${column} INTEGER`];
    case 'url':
      return [`${column} TEXT${field.unique ? ' UNIQUE' : ''}`];
    case 'string':
    case 'enum':
    case 'enums':
    case 'language':
    case 'digest':
    case 'json':
      return [`${column} TEXT`];
    case 'content':
      return [];
  }
}

/** Every statement that makes a file. */
export const wholeSchema = (): string => baseSchema() + projectionSchema();

/** The folded columns that `contains` looks into. */
export function containsColumns(table: Table): string[] {
  const own = fieldsOf(table.shape)
    .filter((field) => field.contains)
    .map((field) => `${snake(field.name)}_folded`);
  const inner = edgesOf(table.shape).flatMap((edge) =>
    edge.kind === 'embedded'
      ? fieldsOf(edge.part)
          .filter((field) => field.contains)
          .map((field) => `${embeddedPrefix('', edge.name)}${snake(field.name)}_folded`)
      : [],
  );
  return [...own, ...inner];
}

/**
 * Trigrams without positions: they only narrow the search; the text itself is then looked at.
 * Triggers keep them, so that no writer can forget.
 */
function trigramStatements(table: string, column: string): string[] {
  const trigrams = quoted(trigramTableOf(table, column));
  const insert = `INSERT INTO ${trigrams}(rowid, "text") VALUES (new."num", new."${column}")`;
  const remove = `DELETE FROM ${trigrams} WHERE rowid = old."num"`;
  const name = trigramTableOf(table, column);
  return [
    `CREATE VIRTUAL TABLE ${trigrams} USING fts5("text", content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');`,
    `CREATE TRIGGER "${name}_insert" AFTER INSERT ON ${quoted(table)} WHEN new."${column}" <> '' BEGIN ${insert}; END;`,
    `CREATE TRIGGER "${name}_delete" AFTER DELETE ON ${quoted(table)} WHEN old."${column}" <> '' BEGIN ${remove}; END;`,
    `CREATE TRIGGER "${name}_update" AFTER UPDATE OF "${column}" ON ${quoted(table)} WHEN old."${column}" <> new."${column}" BEGIN ${remove}; ${insert}; END;`,
  ];
}
