/** The mapping of a table: YAML that anybody may have written, so that what reading it costs is bounded before it is read. */
import { isScalar, Lexer, LineCounter, parseDocument, visit, type Document, type YAMLMap } from 'yaml';
import * as z from 'zod';
import { excerpt, InputError } from '../../model/errors.js';
import { keepAsWritten } from '../reading/as-written.js';
import type { ReadLimits } from '../reading/entry.js';
import { checkEncoding } from '../reading/encoding.js';
import { hasMoreValues } from '../reading/nesting.js';
import { WAYS } from './ways.js';

/** YAML takes TRUE and FALSE for what they mean. */
const word = z.union([z.string(), z.number().transform(String), z.boolean().transform((given) => String(given).toUpperCase())]);

const valueShape = z.strictObject({
  from: z.string().min(1),
  split: z.string().min(1).optional(),
  map: z.record(z.string(), word).optional(),
  as: z.enum(WAYS).optional(),
  format: z
    .union([
      z
        .string()
        .min(1)
        .transform((one) => [one]),
      z.array(z.string().min(1)).min(1).max(20),
    ])
    .optional(),
  publisher: z.string().min(1).optional(),
  default: word.optional(),
});

/** What a mapping says; docs/exchange.md has the same for those who write one. */
const mappingShape = z.strictObject({
  /** What a row is: a line of cells, or a JSON object; by the file's name where it is not given. */
  rows: z.enum(['cells', 'json']).optional(),
  header: z.enum(['first', 'none']).optional(),
  delimiter: z.union([z.string().length(1), z.literal('tab').transform(() => '\t')]).optional(),
  quote: z.union([z.literal('none'), z.string().length(1)]).optional(),
  encoding: z.string().optional(),
  whole: z.boolean().optional(),
  values: z.record(z.string(), valueShape).optional(),
  items: z.array(z.record(z.string(), z.unknown())).min(1),
});

export type Mapping = z.infer<typeof mappingShape>;
export type ValueMapping = z.infer<typeof valueShape>;

/** Tokens of YAML: some of the parser's work grows with their square. */
const TOKENS_MAX = 20_000;
/** Anchors and aliases: what an alias stands for is looked at again wherever it stands. */
const ANCHORS_MAX = 100;
/** Values of the mapping, those that an alias stands for counted each time. */
const VALUES_MAX = 10_000;

const HINT =
  'items: a list of items of a changeset; beside it rows, header, delimiter, quote, encoding, whole and values: see docs/exchange.md';

/** Throws InputError at the path `mapping`, with the line. */
export function mappingOf(text: string | undefined, { mappingMax, nestingMax }: Pick<ReadLimits, 'mappingMax' | 'nestingMax'>): Mapping {
  if (text === undefined) throw refused('a table needs a mapping', 'name the file with --mapping');
  if (Buffer.byteLength(text) > mappingMax)
    throw InputError.of(
      'TOO_LONG',
      `the mapping is longer than ${mappingMax} bytes`,
      ['mapping'],
      'a shorter one, or raise CLAIMGRAPH_IMPORT_MAPPING_MAX',
    );
  boundTokens(text, nestingMax);
  const lines = new LineCounter();
  // Its own check for equal keys compares each with all others.
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined): string => `line ${lines.linePos(offset ?? 0).line}: `;
  const [wrong] = document.errors;
  if (wrong) throw refused(`${at(wrong.pos[0])}not YAML: ${wrong.message}`);
  refuseEqualKeys(document, at);
  keepAsWritten(document);
  const parsed = mappingShape.safeParse(valueOf(document, at));
  if (!parsed.success) {
    const { message, path } = parsed.error.issues[0]!;
    throw InputError.of('BAD_INPUT', message, ['mapping', ...(path as (string | number)[])], HINT);
  }
  if (hasMoreValues(parsed.data, VALUES_MAX))
    throw InputError.of(
      'TOO_LONG',
      `the mapping holds more than ${VALUES_MAX} values, including those of its aliases`,
      ['mapping'],
      'fewer items or aliases',
    );
  if (parsed.data.encoding !== undefined) checkEncoding(parsed.data.encoding, ['mapping', 'encoding']);
  return parsed.data;
}

const refused = (message: string, hint = HINT): InputError => InputError.of('BAD_INPUT', message, ['mapping'], hint);

/** Begins one level more on its line: an element, a key that is a value, a value. */
const INDICATORS: ReadonlySet<string> = new Set(['-', '?']);

/** Throws where the text is nested too deep, or has too many tokens, anchors or aliases, told from its tokens alone. */
function boundTokens(text: string, nestingMax: number): void {
  let line = 1;
  let flow = 0;
  let onLine = 0;
  let tokens = 0;
  let anchors = 0;
  const tooMuch = (message: string, hint: string): InputError =>
    InputError.of('TOO_DEEP', `line ${line}: the mapping ${message}`, ['mapping'], hint);
  for (const token of new Lexer().lex(text)) {
    if (token.includes('\n')) {
      line += token.split('\n').length - 1;
      onLine = 0;
    }
    if (++tokens > TOKENS_MAX) throw tooMuch(`has more than ${TOKENS_MAX} tokens`, 'a shorter one');
    if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow--;
    else if (INDICATORS.has(token.trim())) onLine++;
    else if ((token.startsWith('&') || token.startsWith('*')) && ++anchors > ANCHORS_MAX)
      throw tooMuch(`has more than ${ANCHORS_MAX} anchors and aliases`, 'their content, written out');
    if (flow + onLine > nestingMax)
      throw tooMuch(`is nested more than ${nestingMax} levels deep`, 'a flatter one, or raise CLAIMGRAPH_IMPORT_NESTING_MAX');
  }
}

/** YAML 1.2.2, section 3.2.1.3: keys of one mapping are unique. Each is looked up once. */
function refuseEqualKeys(document: Document, at: (offset: number | undefined) => string): void {
  visit(document, {
    Map: (_key, map: YAMLMap) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name: unknown = isScalar(key) ? key.value : undefined;
        if (name === undefined) continue;
        if (seen.has(name))
          throw refused(`${at((key as { range?: [number, ...number[]] }).range?.[0])}the key "${excerpt(name)}" is there twice`);
        seen.add(name);
      }
    },
  });
}

function valueOf(document: Document, at: (offset: number | undefined) => string): unknown {
  try {
    return document.toJS({ maxAliasCount: ANCHORS_MAX });
  } catch (error) {
    // An alias without its anchor, or one that stands for too much.
    let offset: number | undefined;
    visit(document, { Alias: (_key, alias) => void (offset ??= alias.resolve(document) ? undefined : alias.range?.[0]) });
    throw refused(`${at(offset)}not YAML: ${(error as Error).message}`);
  }
}
