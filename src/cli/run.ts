/**
 * The command line. Exit codes: 0 done, 1 failed or something found, 2 called wrongly. Each command loads what it needs
 * when it is called: the whole takes a second of a processor.
 */
import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readSettings, readStoreName, SettingError, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../config/settings.js';
import { InputError, printPath, StoreError } from '../model/errors.js';
import { TokensDamaged } from '../http/access/tokens.js';
import { ROLES, type Role } from '../model/roles.js';
import { cleanText } from '../model/values/text.js';
import { FileRefused } from './changeset-file.js';
import type { ImportFlags } from './import.js';

/** Longest name of somebody who writes, as that of a token. */
const NAME_MAX = 200;

const SERVE_SETTINGS: readonly SettingName[] = SETTING_NAMES;
const STORE_SETTINGS: readonly SettingName[] = [
  'store',
  'busyTimeout',
  'neo4jUser',
  'neo4jPassword',
  'neo4jPasswordFile',
  'neo4jDatabase',
  'neo4jPoolSize',
  'neo4jWriteTimeout',
];

const IMPORT_SETTINGS: readonly SettingName[] = [
  ...STORE_SETTINGS,
  'recordedBy',
  'importBatch',
  'importWaitingMax',
  'importRefusalsMax',
  'importMatchScore',
  'importMatchesMax',
  'searchCandidatesMax',
  'importDocumentMax',
];

const EXPORT_SETTINGS: readonly SettingName[] = [
  ...STORE_SETTINGS,
  'publicUrl',
  'evidenceClaimsMax',
  'analysisRecordsMax',
  'analysisLevelsMax',
  'showAuthors',
];

/** Of the package that this is. */
const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

export async function run(words: readonly string[]): Promise<number> {
  let status = 0;
  // They bring every parser along.
  const importFormats = words.includes('import') ? (await import('../formats/imports.js')).IMPORT_FORMATS : [];
  const exportFormats = words.includes('export') ? (await import('../formats/exports.js')).EXPORT_FORMATS : [];
  const program = new Command('claimgraph')
    .description('A fact-claim knowledge graph: who said what, where, on whose word.')
    .version(version(), '-V, --version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  withSettings(program.command('serve').description('Serve the API and the playground.'), SERVE_SETTINGS)
    .option('--seed', 'load the example article first, when the store is empty')
    .option('--no-vocabulary', 'leave a new store without the starter vocabulary of some thirty predicates')
    .action(async (options: Options) => {
      const { serve } = await import('./serve.js');
      status = await serve(settingsOf(options), { seed: options['seed'] === true, vocabulary: options['vocabulary'] === true });
    });
  withSettings(
    program
      .command('seed')
      .description('Load the example article, or a changeset from a YAML or JSON file; other content than before corrects it.')
      .argument('[file]', 'a changeset')
      .option('--recorded-by <name>', 'who is named on what is written; otherwise whom the file names (by), or seed', parseName)
      .option('--vocabulary', 'add the starter vocabulary of some thirty predicates; without a file, this alone')
      .option('--no-vocabulary', 'leave the starter vocabulary out; otherwise a new store gets it'),
    STORE_SETTINGS,
  ).action(async (file: string | undefined, options: Options) => {
    const { seed } = await import('./seed.js');
    const { recordedBy, vocabulary } = options as { recordedBy?: string; vocabulary?: boolean };
    status = await seed(settingsOf(options), file, { recordedBy, vocabulary });
  });
  withSettings(
    program
      .command('check')
      .description('Look the whole store over: history, references, dates, passages, cycles.')
      .option('--text <file>', 'check the passages of the source whose text this is; its digest says which'),
    STORE_SETTINGS,
  ).action(async (options: Options) => {
    const { check } = await import('./check.js');
    status = await check(settingsOf(options), options['text'] as string | undefined);
  });
  withSettings(
    program
      .command('copy')
      .description('Copy a whole graph from one store to another, with ids, history and texts; goes on where an earlier copy ended.')
      .requiredOption('--from <store>', 'a SQLite file, or the address of a Neo4j')
      .requiredOption('--to <store>', 'a store that is empty, or holds an unfinished copy'),
    STORE_SETTINGS.filter((name) => name !== 'store'),
  ).action(async (options: Options) => {
    const from = readStoreName('--from', options['from'] as string);
    const { copy } = await import('./copy.js');
    status = await copy(settingsOf(options), from, readStoreName('--to', options['to'] as string));
  });
  withSettings(
    program
      .command('import')
      .description('Take in a file; one that is cut short goes on where it was when it is called again.')
      .addArgument(new Argument('<format>', 'what the file is').choices(importFormats.map(({ name }) => name)))
      .argument('<file>', 'the file, or - for the standard input')
      .option('--dry-run', 'say what would happen; write nothing')
      .option('--report <file>', 'write the report there, as JSON')
      .option('--mapping <file>', 'for tables: the YAML file that says what the columns are')
      .addOption(
        new Option('--match <how>', 'say which new claims were said before (report), or write it too, as drafts of links (link)').choices([
          'report',
          'link',
        ]),
      )
      .option('--encoding <name>', 'the encoding of a file that is not in UTF-8, such as windows-1252')
      .addHelpText('after', listed(importFormats)),
    IMPORT_SETTINGS,
  ).action(async (format: string, file: string, options: Options) => {
    const { dryRun, ...flags } = options as Partial<ImportFlags>;
    const { importFile } = await import('./import.js');
    const { report, mapping, encoding, match } = flags;
    status = await importFile(settingsOf(options), format, file, { dryRun: dryRun === true, report, mapping, encoding, match });
  });
  withSettings(
    program
      .command('export')
      .description('Write the graph, or the claims of a filter with all that they stand on.')
      .addArgument(new Argument('<format>', 'what to write').choices(exportFormats.map(({ name }) => name)))
      .argument('[file]', 'the file to write, or - for the standard output', '-')
      .option('--replace', 'write over a file that is there')
      .option('--where <json>', 'only these claims: a ClaimWhere of the API in JSON')
      .addOption(
        new Option('--as <role>', 'whom it is for: what this role may see; otherwise a reader, and of jsonl everything').choices(ROLES),
      )
      .addHelpText('after', listed(exportFormats)),
    EXPORT_SETTINGS,
  ).action(async (format: string, file: string, options: Options) => {
    const { exportGraph } = await import('./export.js');
    status = await exportGraph(settingsOf(options), format, file, options);
  });
  withSettings(
    program
      .command('backup')
      .description('Copy a SQLite store to a file, while it is written to; the copy is checked.')
      .argument('<file>', 'where the copy goes; it must not be there yet'),
    ['store'],
  ).action(async (file: string, options: Options) => {
    const { backup } = await import('./backup.js');
    status = backup(settingsOf(options), file);
  });
  withSettings(
    program
      .command('restore')
      .description("Put a copy in a SQLite store's place.")
      .argument('<file>', 'a backup')
      .option('--replace', 'move what stands there aside first'),
    ['store'],
  ).action(async (file: string, options: Options) => {
    const { restoreBackup } = await import('./backup.js');
    status = restoreBackup(settingsOf(options), file, options['replace'] === true);
  });
  const duplicates = program
    .command('duplicates')
    .description('Records that may be two of one thing: found, decided on in a sheet, merged.');
  withSettings(
    duplicates
      .command('find', { isDefault: true })
      .description('Look through all records, and write the likely pairs into a sheet (CSV) to decide in.')
      .argument('<sheet>', 'the file to write')
      .addOption(new Option('--kind <kind>', 'of these records alone').choices(['entity', 'source', 'claim']))
      .option('--minimum-score <score>', 'only pairs as likely as this, from 0 to 1', parseScore, 0.6)
      .option('--first <pairs>', 'at most this many, the likeliest', parsePairs, 5_000)
      .option('--leave-out <sheet...>', 'earlier sheets: pairs that were decided there are left out')
      .option('--replace', 'write over a file that is there'),
    [...STORE_SETTINGS, 'importDocumentMax'],
  ).action(async (sheet: string, options: Options) => {
    const { kind, minimumScore, first, leaveOut, replace } = options as {
      kind?: string;
      minimumScore: number;
      first: number;
      leaveOut?: string[];
      replace?: boolean;
    };
    const { findDuplicates } = await import('./duplicates/find.js');
    const KINDS = { entity: 'Entity', source: 'Source', claim: 'Claim' } as const;
    // Claims are many: they are looked through where they are asked for.
    const kinds = kind === undefined ? [KINDS.entity, KINDS.source] : [KINDS[kind as keyof typeof KINDS]];
    status = await findDuplicates(settingsOf(options), sheet, {
      kinds,
      minimumScore,
      first,
      leaveOut: leaveOut ?? [],
      replace: replace === true,
    });
  });
  withSettings(
    duplicates
      .command('apply')
      .description(
        'Do what is decided in a sheet: all of it in one transaction, or nothing where a line is wrong. Done again, it changes nothing.',
      )
      .argument('<sheet>', 'a sheet of duplicates find, with decisions')
      .option('--dry-run', 'say what would happen; write nothing')
      .option('--encoding <name>', 'the encoding of a file that is not in UTF-8, such as windows-1252'),
    [...STORE_SETTINGS, 'recordedBy', 'importDocumentMax'],
  ).action(async (sheet: string, options: Options) => {
    const { dryRun, encoding } = options as { dryRun?: boolean; encoding?: string };
    const { applyDecisions } = await import('./duplicates/apply.js');
    status = await applyDecisions(settingsOf(options), sheet, { dryRun: dryRun === true, encoding });
  });
  const token = program.command('token').description('API tokens: who may ask, and what they may do.');
  withSettings(
    token
      .command('create')
      .description('Make a token and print it, once.')
      .argument('<name>', 'whose it is; named on what its bearer writes')
      .addOption(new Option('--role <role>', 'what its bearer may do').choices(ROLES).makeOptionMandatory())
      .option('--days <days>', 'how long it holds; for ever where not given', parseDays),
    ['tokensFile'],
  ).action(async (name: string, options: Options) => {
    const { makeToken } = await import('./token.js');
    status = makeToken(settingsOf(options), name, options['role'] as Role, options['days'] as number | undefined);
  });
  withSettings(token.command('list').description('List the tokens; their texts are not kept.'), ['tokensFile']).action(
    async (options: Options) => {
      const { listTokens } = await import('./token.js');
      status = listTokens(settingsOf(options));
    },
  );
  withSettings(
    token.command('revoke').description('End a token; running servers see it within a second.').argument('<id>', 'as list shows it'),
    ['tokensFile'],
  ).action(async (id: string, options: Options) => {
    const { endToken } = await import('./token.js');
    status = endToken(settingsOf(options), id);
  });
  program
    .command('schema')
    .description("Print the API's GraphQL schema.")
    .action(async () => {
      const { printApiSchema } = await import('./schema.js');
      status = await printApiSchema();
    });

  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    return failure(error);
  }
}

function parseName(value: string): string {
  const cleaned = cleanText(value, NAME_MAX);
  if (!cleaned.ok) throw new InvalidArgumentError(`It takes a name of 1 to ${NAME_MAX} characters.`);
  return cleaned.value;
}

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 1)) throw new InvalidArgumentError('It takes a number from 0 to 1.');
  return score;
}

function parsePairs(value: string): number {
  const pairs = Number(value);
  if (!(Number.isInteger(pairs) && pairs >= 1 && pairs <= 1_000_000))
    throw new InvalidArgumentError('It takes a whole number from 1 to 1000000.');
  return pairs;
}

function parseDays(value: string): number {
  const days = Number(value);
  if (!(days > 0 && days <= 36_500)) throw new InvalidArgumentError('It takes a number of days, at most 36500.');
  return days;
}

const listed = (formats: readonly { name: string; about: string }[]): string =>
  `\nFormats:\n${formats.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`).join('\n')}`;

type Options = Readonly<Record<string, unknown>>;

/** Every setting is a flag too; its help names the variable and the default. */
function withSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const { flag, variable, about, unit, fallback } = SETTINGS[name];
    command.addOption(new Option(`--${flag} <${unit ?? 'value'}>`, `${about} [${variable}, default ${fallback || 'none'}]`));
  }
  return command;
}

function settingsOf(options: Options): Settings {
  const camel = (flag: string) => flag.replace(/-[a-z]/g, (match) => match.charAt(1).toUpperCase());
  const flags = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const value = options[camel(SETTINGS[name].flag)];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return readSettings(process.env, flags);
}

function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof SettingError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof InputError) {
    for (const { code, message, path, hint } of error.problems) console.error(`${code} at ${printPath(path)}: ${message}; ${hint}`);
    return 1;
  }
  if (error instanceof FileRefused || error instanceof StoreError || error instanceof TokensDamaged || isSystemError(error)) {
    console.error(error.message);
    return 1;
  }
  console.error(error);
  return 1;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}
