/** The one decoder of every text that is read: sound UTF-8 without a byte order mark, or a refusal that says the line. */
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { excerpt, InputError } from '../../model/errors.js';
import type { Input, Refusal } from './entry.js';

/** The file is of another encoding than it is read in: nothing of it is written. */
export class WrongEncoding extends InputError {
  constructor(
    readonly line: number,
    private readonly what: string,
    private readonly hint: string,
  ) {
    super([{ code: 'BAD_TEXT', message: `line ${line}: ${what}`, path: [], hint }]);
  }

  get refusal(): Refusal {
    return { code: 'BAD_TEXT', path: '', message: this.what, hint: this.hint };
  }
}

/** Throws InputError where there is no such encoding. */
export function checkEncoding(name: string, path: readonly (string | number)[]): void {
  if (!iconv.encodingExists(name))
    throw InputError.of(
      'BAD_INPUT',
      `"${excerpt(name)}" is not a known encoding`,
      path,
      'such as utf-8, windows-1252, iso-8859-1, utf-16le, shift_jis',
    );
}

/** Bytes that are looked at to tell the encoding. */
const HEAD = 64 * 1024;

/**
 * The input as UTF-8. Read in the encoding that a byte order mark or an XML declaration says, else in the one given,
 * else in UTF-8. Throws WrongEncoding where a byte does not fit; what was given before is sound.
 */
export async function* soundUtf8(input: Input, encoding?: string): AsyncGenerator<Uint8Array> {
  const pieces = bytesOf(input);
  let head: Uint8Array = new Uint8Array(0);
  let isAll = false;
  while (head.length < 4 && !isAll) {
    const next = await pieces.next();
    if (next.done) isAll = true;
    else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (mark?.name === 'utf-32') throw new WrongEncoding(1, 'the file is in UTF-32', 'a file in UTF-8');
  const name = mark?.name ?? declaredIn(head) ?? encoding;
  const decoder = decoderOf(name, head);
  const rest = head.subarray(mark?.bytes.length ?? 0);
  if (rest.length > 0) yield* decoder.read(rest);
  while (!isAll) {
    const next = await pieces.next();
    if (next.done) isAll = true;
    else yield* decoder.read(next.value);
  }
  yield* decoder.end();
}

async function* bytesOf(input: Input): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** The same of a file that is held whole. */
export async function soundText(bytes: Uint8Array, encoding?: string): Promise<string> {
  const found: Uint8Array[] = [];
  for await (const piece of soundUtf8([bytes] as unknown as Input, encoding)) found.push(piece);
  return Buffer.concat(found).toString('utf8');
}

/** The longest first: a shorter one may be the beginning of it. */
const MARKS: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { name: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
];

function declaredIn(head: Uint8Array): string | undefined {
  const [, name] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(Buffer.from(head.subarray(0, 200)).toString('latin1')) ?? [];
  return name !== undefined && iconv.encodingExists(name) ? name : undefined;
}

interface Decoder {
  read(bytes: Uint8Array): Iterable<Uint8Array>;
  end(): Iterable<Uint8Array>;
}

function decoderOf(name: string | undefined, head: Uint8Array): Decoder {
  const plain = name?.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (plain === undefined || plain === 'utf8') return new Utf8(plain === undefined ? widthOf(head) : undefined);
  if (plain === 'utf16' || plain === 'utf16le' || plain === 'utf16be' || plain === 'ucs2')
    return new Others(name!, new Utf16(plain === 'utf16be' ? 'utf-16be' : 'utf-16le'));
  return new Others(name!, iconv.getDecoder(name!));
}

/**
 * UTF-16 without a byte order mark, by the bytes that are 0: of a text in Latin letters every other one is, and in
 * many other scripts every other one is a control. A sound UTF-8 with a few controls in it is just that.
 */
function widthOf(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  const zeros = [0, 0];
  let controls = 0;
  const length = Math.min(bytes.length, HEAD);
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index % 2]!++;
    if (bytes[index]! < 0x09) controls++;
  }
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) < Math.max(1, length / 40) || Math.min(even, odd) * 8 > Math.max(even, odd)) return undefined;
  const head = bytes.subarray(0, length);
  if (controls < length / 8 && isUtf8(head.subarray(0, wholeCharacters(head)))) return undefined;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Counts the lines that end in what it is given: by a line feed, a return, or both. */
class Lines {
  count = 1;
  #endsWithReturn = false;

  follow(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index];
      if (byte === RETURN || (byte === LINE_FEED && !(index === 0 ? this.#endsWithReturn : bytes[index - 1] === RETURN))) this.count++;
    }
    if (bytes.length > 0) this.#endsWithReturn = bytes.at(-1) === RETURN;
  }
}

class Utf8 implements Decoder {
  readonly #lines = new Lines();
  #begun: Uint8Array = new Uint8Array(0);

  constructor(private readonly wide: string | undefined) {}

  *read(bytes: Uint8Array): Generator<Uint8Array> {
    if (this.wide !== undefined) throw wrong(1, [this.wide]);
    const all = this.#begun.length === 0 ? bytes : Buffer.concat([this.#begun, bytes]);
    const end = wholeCharacters(all);
    const sound = all.subarray(0, end);
    if (!isUtf8(sound)) throw this.#wrongIn(sound);
    this.#begun = all.slice(end);
    this.#lines.follow(sound);
    if (sound.length > 0) yield sound;
  }

  end(): Uint8Array[] {
    if (this.#begun.length > 0) throw this.#wrongIn(this.#begun);
    return [];
  }

  #wrongIn(bytes: Uint8Array): WrongEncoding {
    let start = 0;
    for (let end = 0; end <= bytes.length; end++) {
      if (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== RETURN) continue;
      const line = bytes.subarray(start, end + 1);
      if (!isUtf8(line)) return wrong(this.#lines.count, guessed(bytes), line);
      this.#lines.follow(line);
      start = end + 1;
    }
    return wrong(this.#lines.count, guessed(bytes), bytes);
  }
}

/** Up to where characters are whole: the last one may have begun only. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const LEAST_CONFIDENCE = 10;
/** Of a hundred: guesses that are so near the best one are as good. */
const AS_GOOD = 25;
/** Western Europe, which most files are of whose few letters beyond ASCII many encodings have in common. */
const USUAL: ReadonlySet<string> = new Set(['windows-1252', 'ISO-8859-1']);

/** What bytes that are no UTF-8 may be, the likeliest first, by those around the first one that does not fit. */
function guessed(bytes: Uint8Array): readonly string[] {
  const width = widthOf(bytes);
  if (width !== undefined) return [width];
  const guesses = analyse(bytes.subarray(0, HEAD)).filter(({ name }) => name !== 'UTF-8' && name !== 'ASCII');
  const [best] = guesses;
  return guesses
    .filter(
      ({ name, confidence }) => confidence >= LEAST_CONFIDENCE && confidence >= best!.confidence - AS_GOOD && iconv.encodingExists(name),
    )
    .map(({ name }) => name);
}

/** The guesses that read the line differently, each with what it reads where they part. */
function readings(guesses: readonly string[], line: Uint8Array): (readonly [name: string, text: string])[] {
  const byText = new Map<string, string>();
  for (const name of guesses) {
    const text = iconv.decode(Buffer.from(line), name).trim();
    if (!byText.has(text) || USUAL.has(name)) byText.set(text, name);
  }
  const read = [...byText].slice(0, SHOWN);
  const [[first] = ['']] = read;
  const apart = Array.from(first).findIndex((_, at) => read.some(([text]) => text[at] !== first[at]));
  return read.map(([text, name]) => [name, text.slice(Math.max(0, apart - AROUND), apart + AROUND)]);
}

/** Readings that are shown, with so many characters around where they part: a person tells which one is right. */
const SHOWN = 3;
const AROUND = 20;

function wrong(line: number, guesses: readonly string[], bytes: Uint8Array = new Uint8Array(0)): WrongEncoding {
  const read = readings(guesses, bytes);
  const [first = 'windows-1252'] = read.map(([name]) => name);
  const names = read.length === 1 ? first : read.map(([name, text]) => `${name} ("${excerpt(text)}")`).join(' or ');
  const looks = read.length === 0 ? 'its encoding is not known' : `it looks like ${names}`;
  return new WrongEncoding(
    line,
    `the file is not in UTF-8; ${looks}`,
    `a file in UTF-8, or its encoding: --encoding ${first.toLowerCase()}`,
  );
}

interface TextDecoding {
  write(bytes: Buffer): string;
  end(): string | undefined;
}

class Utf16 implements TextDecoding {
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(name: string) {
    this.#decoder = new TextDecoder(name, { fatal: true });
  }

  write = (bytes: Buffer): string => this.#decoder.decode(bytes, { stream: true });
  end = (): string => this.#decoder.decode();
}

const REPLACEMENT = '\uFFFD';

/** Any other encoding. None but Unicode's has a character for a byte that means nothing. */
class Others implements Decoder {
  readonly #lines = new Lines();

  constructor(
    private readonly name: string,
    private readonly decoder: TextDecoding,
  ) {}

  *read(bytes: Uint8Array): Generator<Uint8Array> {
    yield* this.#checked(() => this.decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  }

  *end(): Generator<Uint8Array> {
    yield* this.#checked(() => this.decoder.end() ?? '');
  }

  *#checked(decode: () => string): Generator<Uint8Array> {
    let text: string;
    try {
      text = decode();
    } catch {
      throw this.#wrong();
    }
    const at = this.decoder instanceof Utf16 ? -1 : text.indexOf(REPLACEMENT);
    if (at >= 0) {
      this.#lines.follow(Buffer.from(text.slice(0, at)));
      throw this.#wrong();
    }
    const bytes = Buffer.from(text);
    this.#lines.follow(bytes);
    if (bytes.length > 0) yield bytes;
  }

  #wrong(): WrongEncoding {
    return new WrongEncoding(this.#lines.count, `the file is not in ${this.name}`, 'the encoding that the file is in, or a file in UTF-8');
  }
}
