/** `claimgraph seed`: the example article, or a changeset of the caller's. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { YAMLParseError } from 'yaml';
import type { Settings } from '../config/settings.js';
import type { Changeset, ChangesetResult } from '../model/changeset/changeset.js';
import { yamlAsWritten } from '../formats/reading/as-written.js';
import { InputError, type Problem } from '../model/errors.js';
import { soundText, WrongEncoding } from '../formats/reading/encoding.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';

const ARTICLE = fileURLToPath(new URL('../../seed/article.yaml', import.meta.url));

export async function seed(settings: Settings, file = ARTICLE): Promise<number> {
  // Before a store is made for it.
  const changeset = await readChangeset(file);
  const store = await openStore(settings, 'make');
  try {
    const result = await applyChangeset(store, changeset);
    const counts = new Map<string, number>();
    for (const { status } of result.results) counts.set(status, (counts.get(status) ?? 0) + 1);
    const summary = [...counts].map(([status, count]) => `${count} ${status.toLowerCase()}`).join(', ');
    console.log(result.repeated ? `${file}: already loaded (${summary} at that time)` : `${file}: ${summary}`);
    return 0;
  } finally {
    await store.close();
  }
}

/** Loads the example into a store that holds nothing yet. */
export async function seedIfEmpty(store: Store): Promise<void> {
  const stats = await store.read({ kind: 'stats' });
  const isEmpty = stats.kind === 'stats' && stats.counts.every(({ active, retracted }) => active + retracted === 0);
  if (isEmpty) await applySeed(store, ARTICLE);
}

/** Throws InputError when something in it is refused; nothing is written then. */
export async function applySeed(store: Store, file = ARTICLE): Promise<ChangesetResult> {
  return applyChangeset(store, await readChangeset(file));
}

async function applyChangeset(store: Store, changeset: Changeset): Promise<ChangesetResult> {
  const result = await store.write({ by: 'seed', ...changeset });
  const problems = result.results.flatMap((item) => item.problems);
  if (problems.length > 0) throw new InputError(problems as [Problem, ...Problem[]]);
  return result;
}

async function readChangeset(file: string): Promise<Changeset> {
  const content = parsed(await textOf(file), file);
  if (!content || typeof content !== 'object' || !('items' in content) || !Array.isArray(content.items)) {
    throw InputError.of('BAD_INPUT', `${file} is no changeset`, ['items'], 'a YAML or JSON object with a list of items');
  }
  return content as Changeset;
}

async function textOf(file: string): Promise<string> {
  try {
    return await soundText(readFileSync(file));
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    const [{ message }] = error.problems;
    throw InputError.of('BAD_TEXT', message, [file], 'a file in UTF-8');
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return yamlAsWritten(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    const [message] = error.message.split('\n');
    throw InputError.of(
      'BAD_INPUT',
      `${line === undefined ? '' : `line ${line}: `}no YAML: ${message}`,
      [file],
      'a YAML or JSON object with a list of items',
    );
  }
}
