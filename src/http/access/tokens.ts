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

/** Throws an error with one clear line where the file is none of tokens. */
export function readTokens(file: string): readonly Token[] {
  if (!existsSync(file)) return [];
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).tokens;
  } catch (error) {
    throw new Error(`${file} is no file of tokens, or is damaged; move it away or restore it`, { cause: error });
  }
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
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, file);
}

/** The tokens of a file, read again when it changes. */
export class TokenFile {
  #tokens: ReadonlyMap<string, Token> = new Map();
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

  #current(): ReadonlyMap<string, Token> {
    if (performance.now() - this.#lookedAt < LOOKED_AT_EVERY) return this.#tokens;
    const changed = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (changed !== this.#changed) this.#tokens = new Map(readTokens(this.file).map((token) => [token.id, token]));
    this.#changed = changed;
    this.#lookedAt = performance.now();
    return this.#tokens;
  }
}
