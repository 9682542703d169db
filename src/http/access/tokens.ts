/**
 * API tokens: a file of JSON that the command line writes and the server reads. The file has digests of
 * the secrets alone, which are 32 random bytes, so that a plain digest cannot be tried out.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { sha256 } from '../../model/changeset/passages.js';
import { ROLES, type Role } from '../../model/roles.js';

const tokenSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  name: z.string().min(1).max(200),
  role: z.enum(ROLES),
  /** SHA-256 of the secret, hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  created: z.iso.datetime(),
  expires: z.iso.datetime().optional(),
  revoked: z.iso.datetime().optional(),
});
const fileSchema = z.strictObject({ tokens: z.array(tokenSchema) });

export type Token = z.output<typeof tokenSchema>;

/** Told apart from other secrets by scanners of repositories. */
const PREFIX = 'clmg';
const FORM = /^clmg_([0-9a-f]{12})_([\w-]{43})$/;
/** Milliseconds for which the file is taken to be as it was: a revoked token ends within them. */
const LOOKED_AT_EVERY = 500;

export const hasTokens = (file: string): boolean => existsSync(file) && readTokens(file).length > 0;

/** Throws TokensDamaged where the file is none of tokens. */
export function readTokens(file: string): readonly Token[] {
  if (!existsSync(file)) return [];
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).tokens;
  } catch (error) {
    throw new TokensDamaged(`${file} is not a tokens file, or is damaged; move it away or restore it`, { cause: error });
  }
}

/** The message is one clear line, for the operator. */
export class TokensDamaged extends Error {
  override readonly name = 'TokensDamaged';
}

/** For the owner's eyes: the file, and the folder, in which another could put a file in its place. */
const [FILE_MODE, FOLDER_MODE] = [0o600, 0o700];

/** What others of this machine may do with the tokens, a line each; none where there is no file, or modes are no thing of the system's. */
export function loosenessOf(file: string): string[] {
  if (process.platform === 'win32' || !existsSync(file)) return [];
  return [[file, FILE_MODE] as const, [dirname(file), FOLDER_MODE] as const].flatMap(([path, mode]) => {
    const found = statSync(path).mode & 0o777;
    const [is, right] = [found, mode].map((each) => each.toString(8).padStart(4, '0'));
    return (found & ~mode) === 0
      ? []
      : [`${path} has the mode ${is}: other accounts of this machine may read or change it; chmod ${right} ${path}`];
  });
}

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  readonly expires?: Date | undefined;
}

/** Adds a token; gives its text, which is nowhere else. */
export function createToken(file: string, { name, role, expires }: NewToken): { token: Token; text: string } {
  const secret = randomBytes(32).toString('base64url');
  const id = randomBytes(6).toString('hex');
  const created = new Date().toISOString();
  const token: Token = { id, name, role, digest: sha256(secret), created, ...(expires ? { expires: expires.toISOString() } : {}) };
  writeTokens(file, [...readTokens(file), token]);
  return { token, text: `${PREFIX}_${id}_${secret}` };
}

/** Undefined: there is no such token. One that is revoked stays so. */
export function revokeToken(file: string, id: string): Token | undefined {
  const tokens = readTokens(file);
  const found = tokens.find((each) => each.id === id);
  if (!found) return undefined;
  const revoked = { ...found, revoked: found.revoked ?? new Date().toISOString() };
  writeTokens(
    file,
    tokens.map((each) => (each === found ? revoked : each)),
  );
  return revoked;
}

/** Whole or not at all, and for the owner's eyes. */
function writeTokens(file: string, tokens: readonly Token[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: FILE_MODE });
  chmodSync(next, FILE_MODE);
  renameSync(next, file);
}

/** The tokens of a file, read again when it changes. */
export class TokenFile {
  #tokens: ReadonlyMap<string, Token> = new Map();
  #damage: Error | undefined;
  #changed = -1;
  #lookedAt = -Infinity;

  constructor(private readonly file: string) {}

  /** The token of this text, if it is one in force. */
  inForce(text: string, now = new Date()): Token | undefined {
    const [, id = '', secret = ''] = FORM.exec(text) ?? [];
    const token = this.#current().get(id);
    if (!token || !timingSafeEqual(Buffer.from(token.digest), Buffer.from(sha256(secret)))) return undefined;
    const isOver = token.revoked !== undefined || (token.expires !== undefined && new Date(token.expires) <= now);
    return isOver ? undefined : token;
  }

  hasAny(): boolean {
    return this.#current().size > 0;
  }

  /** Throws TokensDamaged as long as the file is: what it said before holds no more. */
  #current(): ReadonlyMap<string, Token> {
    if (performance.now() - this.#lookedAt >= LOOKED_AT_EVERY) {
      const changed = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
      if (changed !== this.#changed) this.#read();
      this.#changed = changed;
      this.#lookedAt = performance.now();
    }
    if (this.#damage) throw this.#damage;
    return this.#tokens;
  }

  #read(): void {
    this.#damage = undefined;
    try {
      this.#tokens = new Map(readTokens(this.file).map((token) => [token.id, token]));
    } catch (error) {
      this.#damage = error as Error;
    }
  }
}
