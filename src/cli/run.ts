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
    .description('A fact-claim knowledge graph: who said what, where, and from which source.')
    .version(version(), '-V, --version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  withSettings(program.command('serve').description('Serve the API and the playground.'), SERVE_SETTINGS)
    .option('--seed', 'load the example article first if the store is empty')
    .option('--no-vocabulary', 'do not add the starter vocabulary of some thirty predicates to a new store')
    .action(async (options: Options) => {
      const { serve } = await import('./serve.js');
      status = await serve(settingsOf(options), { seed: options['seed'] === true, vocabulary: options['vocabulary'] === true });
    });
  withSettings(
    program
      .command('seed')
      .description('Load the example article, or a changeset from a YAML or JSON file. Loading a changed file again corrects it.')
      .argument('[file]', 'a changeset')
      .option('--recorded-by <name>', 'the recorded author; defaults to the author in the file (by), or seed', parseName)
      .option('--vocabulary', 'add the starter vocabulary of some thirty predicates; without a file, add only the vocabulary')
      .option('--no-vocabulary', 'do not add the starter vocabulary, which a new store gets by default'),
    STORE_SETTINGS,
  ).action(async (file: string | undefined, options: Options) => {
    const { seed } = await import('./seed.js');
    const { recordedBy, vocabulary } = options as { recordedBy?: string; vocabulary?: boolean };
    status = await seed(settingsOf(options), file, { recordedBy, vocabulary });
  });
  withSettings(
    program
      .command('check')
      .description('Check the whole store: history, references, dates, passages, cycles.')
      .option('--text <file>', 'check the passages of the source that has this text, found by its digest'),
    STORE_SETTINGS,
  ).action(async (options: Options) => {
    const { check } = await import('./check.js');
    status = await check(settingsOf(options), options['text'] as string | undefined);
  });
  withSettings(
    program
      .command('copy')
      .description('Copy a whole graph from one store to another, with ids, history and texts. An unfinished copy is continued.')
      .requiredOption('--from <store>', 'a SQLite file, or the address of a Neo4j')
      .requiredOption('--to <store>', 'a store that is empty or holds an unfinished copy'),
    STORE_SETTINGS.filter((name) => name !== 'store'),
  ).action(async (options: Options) => {
    const from = readStoreName('--from', options['from'] as string);
    const { copy } = await import('./copy.js');
    status = await copy(settingsOf(options), from, readStoreName('--to', options['to'] as string));
  });
  withSettings(
    program
      .command('import')
      .description('Import a file. Running an interrupted import again continues it.')
      .addArgument(new Argument('<format>', 'the format of the file').choices(importFormats.map(({ name }) => name)))
      .argument('<file>', 'the file, or - for standard input')
      .option('--dry-run', 'report what would happen, and write nothing')
      .option('--report <file>', 'write the report to this file, as JSON')
      .option('--mapping <file>', 'for tables: the YAML file that describes the columns')
      .addOption(
        new Option('--match <how>', 'list new claims that match existing ones (report), or also propose drafts of links (link)').choices([
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
      .description('Export the graph, or the claims that match a filter and the records they rest on.')
      .addArgument(new Argument('<format>', 'the format to write').choices(exportFormats.map(({ name }) => name)))
      .argument('[file]', 'the file to write, or - for standard output', '-')
      .option('--replace', 'overwrite an existing file')
      .option('--where <json>', 'only claims that match this filter: a ClaimWhere of the API in JSON')
      .addOption(new Option('--as <role>', 'export what this role may see; defaults to reader, and for jsonl to everything').choices(ROLES))
      .addHelpText('after', listed(exportFormats)),
    EXPORT_SETTINGS,
  ).action(async (format: string, file: string, options: Options) => {
    const { exportGraph } = await import('./export.js');
    status = await exportGraph(settingsOf(options), format, file, options);
  });
  withSettings(
    program
      .command('backup')
      .description('Copy a SQLite store to a file, even while it is being written to. The copy is checked.')
      .argument('<file>', 'the file for the copy; it must not exist'),
    ['store'],
  ).action(async (file: string, options: Options) => {
    const { backup } = await import('./backup.js');
    status = backup(settingsOf(options), file);
  });
  withSettings(
    program
      .command('restore')
      .description('Replace a SQLite store with a backup.')
      .argument('<file>', 'a backup')
      .option('--replace', 'move an existing store aside first'),
    ['store'],
  ).action(async (file: string, options: Options) => {
    const { restoreBackup } = await import('./backup.js');
    status = restoreBackup(settingsOf(options), file, options['replace'] === true);
  });
  const duplicates = program
    .command('duplicates')
    .description('Find records that may describe the same thing, decide on them in a sheet, and merge them.');
  withSettings(
    duplicates
      .command('find', { isDefault: true })
      .description('Search all records for duplicates and write the likely pairs to a sheet (CSV) for decisions.')
      .argument('<sheet>', 'the file to write')
      .addOption(
        new Option('--kind <kind>', 'only records of this kind; defaults to entities and sources').choices(['entity', 'source', 'claim']),
      )
      .option('--minimum-score <score>', 'only pairs with at least this score, from 0 to 1', parseScore, 0.6)
      .option('--first <pairs>', 'the maximum number of pairs; the likeliest are written', parsePairs, 5_000)
      .option('--leave-out <sheet...>', 'earlier sheets; pairs decided there are left out')
      .option('--replace', 'overwrite an existing file'),
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
        'Apply the decisions in a sheet, in one transaction. If a line is wrong, nothing is written. Applying a sheet again changes nothing.',
      )
      .argument('<sheet>', 'a sheet written by duplicates find, with decisions')
      .option('--dry-run', 'report what would happen, and write nothing')
      .option('--encoding <name>', 'the encoding of a file that is not in UTF-8, such as windows-1252'),
    [...STORE_SETTINGS, 'recordedBy', 'importDocumentMax'],
  ).action(async (sheet: string, options: Options) => {
    const { dryRun, encoding } = options as { dryRun?: boolean; encoding?: string };
    const { applyDecisions } = await import('./duplicates/apply.js');
    status = await applyDecisions(settingsOf(options), sheet, { dryRun: dryRun === true, encoding });
  });
  const token = program.command('token').description('Manage API tokens, which say who may call the API and what they may do.');
  withSettings(
    token
      .command('create')
      .description('Create a token and print it once.')
      .argument('<name>', 'the name of the bearer, recorded on what they write')
      .addOption(new Option('--role <role>', 'the role of the bearer').choices(ROLES).makeOptionMandatory())
      .option('--days <days>', 'the number of days the token is valid; without it, the token does not expire', parseDays),
    ['tokensFile'],
  ).action(async (name: string, options: Options) => {
    const { makeToken } = await import('./token.js');
    status = makeToken(settingsOf(options), name, options['role'] as Role, options['days'] as number | undefined);
  });
  withSettings(token.command('list').description('List the tokens, without their texts, which are not stored.'), ['tokensFile']).action(
    async (options: Options) => {
      const { listTokens } = await import('./token.js');
      status = listTokens(settingsOf(options));
    },
  );
  withSettings(
    token
      .command('revoke')
      .description('Revoke a token. Running servers notice within a second.')
      .argument('<id>', 'the id, as shown by list'),
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
  if (!cleaned.ok) throw new InvalidArgumentError(`Expected a name of 1 to ${NAME_MAX} characters.`);
  return cleaned.value;
}

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 1)) throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return score;
}

function parsePairs(value: string): number {
  const pairs = Number(value);
  if (!(Number.isInteger(pairs) && pairs >= 1 && pairs <= 1_000_000))
    throw new InvalidArgumentError('Expected a whole number from 1 to 1000000.');
  return pairs;
}

function parseDays(value: string): number {
  const days = Number(value);
  if (!(days > 0 && days <= 36_500)) throw new InvalidArgumentError('Expected a number of days, at most 36500.');
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
