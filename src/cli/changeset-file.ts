/** A changeset in a file of YAML or JSON: what it says, and where in the file each part of it stands. */
import { readFileSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { keepAsWritten } from '../formats/reading/as-written.js';
import { soundText, WrongEncoding } from '../formats/reading/encoding.js';
import type { OnProblem } from '../model/changeset/changeset.js';
import { excerpt, printPath, type Path, type Problem } from '../model/errors.js';

export interface ChangesetFile {
  readonly file: string;
  readonly key: string | undefined;
  readonly by: string | undefined;
  readonly onProblem: OnProblem | undefined;
  readonly items: readonly unknown[];
  /** What is wrong with the changeset around its items. */
  readonly problems: readonly Problem[];
  /** The problem in a line, with where in the file it is. */
  readonly told: (problem: Problem) => ToldProblem;
}

export interface ToldProblem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Everything that is wrong with a file, a line each. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(file: string, problems: readonly ToldProblem[], isRestWritten = false) {
    const told = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const lines = told.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
    const distinct = [...new Set(lines)];
    const count = distinct.length === 1 ? 'one problem' : `${distinct.length} problems`;
    super([...distinct, `${file}: ${count}; ${isRestWritten ? 'the other items were written' : 'nothing was written'}`].join('\n'));
  }
}

const KEY_MAX = 300;
const ON_PROBLEM: readonly unknown[] = ['REFUSE_ALL', 'SKIP_ITEM'] satisfies OnProblem[];
const MEMBERS: Readonly<Record<string, { readonly isRight: (value: unknown) => boolean; readonly right: string }>> = {
  key: {
    isRight: (value) => typeof value === 'string' && value !== '' && value.length <= KEY_MAX,
    right: `a text of 1 to ${KEY_MAX} characters`,
  },
  by: { isRight: (value) => typeof value === 'string' && value.trim() !== '', right: 'a name, as a text' },
  onProblem: { isRight: (value) => ON_PROBLEM.includes(value), right: ON_PROBLEM.join(' or ') },
  items: { isRight: Array.isArray, right: 'a list of items' },
};

/** Throws FileRefused where the file cannot be read as YAML; JSON is YAML. */
export async function readChangesetFile(file: string): Promise<ChangesetFile> {
  const text = await decoded(file, readFileSync(file));
  const lines = new LineCounter();
  const document = parsed(file, text, lines);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0)
    throw new FileRefused(
      file,
      faults.map(({ pos: [start], message }) => ({ ...placeAt(lines, start), text: `BAD_INPUT: not YAML or JSON: ${message}` })),
    );
  keepAsWritten(document);
  const content = plain(file, document);
  const told = (problem: Problem): ToldProblem => {
    const { code, path, message, hint } = problem;
    return {
      ...placeAt(lines, offsetOf(document, path, isOfKey(problem))),
      text: `${code}${path.length === 0 ? '' : ` at ${printPath(path)}`}: ${message}; ${hint}`,
    };
  };
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  const members: Readonly<Record<string, unknown>> = isObject ? { ...content } : {};
  const problems = isObject
    ? memberProblems(members)
    : [problemAt([], 'the file holds no changeset', 'a YAML or JSON object with a list of items')];
  const right = (name: string) => (problems.some(({ path }) => path[0] === name) ? undefined : (members[name] ?? undefined));
  return {
    file,
    key: right('key') as string | undefined,
    by: right('by') as string | undefined,
    onProblem: right('onProblem') as OnProblem | undefined,
    items: (right('items') as readonly unknown[] | undefined) ?? [],
    problems,
    told,
  };
}

function memberProblems(members: Readonly<Record<string, unknown>>): Problem[] {
  const names = Object.keys(MEMBERS);
  const wrong = Object.entries(members).flatMap(([name, value]) => {
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    if (!member) return [problemAt([name], `"${excerpt(name)}" is not known here`, `known names: ${names.join(', ')}`)];
    const isAbsent = (value === null || value === undefined) && name !== 'items';
    return isAbsent || member.isRight(value) ? [] : [problemAt([name], `${name} has the wrong form`, member.right)];
  });
  const { items } = members;
  if (!Object.hasOwn(members, 'items')) wrong.push(problemAt(['items'], 'a changeset needs items', MEMBERS['items']!.right));
  else if (Array.isArray(items) && items.length === 0) wrong.push(problemAt(['items'], 'the list of items is empty', 'at least one item'));
  return wrong;
}

const problemAt = (path: Path, message: string, hint: string): Problem => ({ code: 'BAD_INPUT', message, path, hint });

async function decoded(file: string, bytes: Uint8Array): Promise<string> {
  try {
    return await soundText(bytes);
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    throw new FileRefused(file, [{ line: error.line, column: 1, text: `BAD_TEXT: ${error.refusal.message}; save it as UTF-8` }]);
  }
}

function parsed(file: string, text: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false }) as Document.Parsed;
  } catch (error) {
    // What nests beyond the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    throw new FileRefused(file, [{ line: 1, column: 1, text: 'BAD_INPUT: not YAML or JSON: it is nested too deeply' }]);
  }
}

function plain(file: string, document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases of what is not there, or that would grow beyond measure.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    throw new FileRefused(file, [{ line: 1, column: 1, text: `BAD_INPUT: not YAML or JSON: ${error.message}` }]);
  }
}

/** What is wrong is the name of a member, not what it holds. */
const isOfKey = ({ message }: Problem): boolean => /^".*" is not known here$/s.test(message);

function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  // An empty file has no line to be on.
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where the innermost part of the path begins that is there; its name, where the name is meant or holds nothing. */
function offsetOf(document: Document.Parsed, path: Path, isKeyMeant: boolean): number {
  let at = document.contents as Node | null;
  let offset = startOf(at) ?? 0;
  for (const [index, step] of path.entries()) {
    const whole = isAlias(at) ? at.resolve(document) : at;
    let next: Node | null = null;
    let key: Node | null = null;
    if (isMap(whole)) {
      const pair = whole.items.find((each) => isScalar(each.key) && String(each.key.value) === String(step)) as
        | Pair<Node, Node | null>
        | undefined;
      if (!pair) break;
      [key, next] = [pair.key, pair.value];
    } else if (isSeq(whole)) next = (whole.items[Number(step)] as Node | undefined) ?? null;
    const isLast = index === path.length - 1;
    const start = startOf(isLast && isKeyMeant ? key : next) ?? startOf(next ?? key);
    if (start === undefined) break;
    offset = start;
    if (!next) break;
    at = next;
  }
  return offset;
}

const startOf = (node: Node | null): number | undefined => node?.range?.[0];
