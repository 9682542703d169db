/** `claimgraph token`: makes, lists and revokes API tokens. */
import type { Settings } from '../config/settings.js';
import { createToken, loosenessOf, readTokens, revokeToken, type Token } from '../http/access/tokens.js';
import type { Role } from '../model/roles.js';

const DAY = 86_400_000;

/** Prints the token once: nothing keeps its text. `days` undefined: it does not expire. */
export function makeToken({ tokensFile }: Settings, name: string, role: Role, days: number | undefined): number {
  const expires = days === undefined ? undefined : new Date(Date.now() + days * DAY);
  const { token, text } = createToken(tokensFile, { name, role, expires });
  for (const line of loosenessOf(tokensFile)) console.error(line);
  console.log(text);
  console.error(`${described(token)}\nThe token is shown only this once. Send it as: Authorization: Bearer …`);
  return 0;
}

export function listTokens({ tokensFile }: Settings): number {
  for (const token of readTokens(tokensFile)) console.log(described(token));
  return 0;
}

/** Exit code 1 where there is no such token. */
export function endToken({ tokensFile }: Settings, id: string): number {
  const token = revokeToken(tokensFile, id);
  if (token) console.log(described(token));
  else console.error(`there is no token ${id}; claimgraph token list shows them`);
  return token ? 0 : 1;
}

function described({ id, name, role, created, expires, revoked }: Token): string {
  const state = revoked
    ? `revoked ${revoked}`
    : expires === undefined
      ? 'does not expire'
      : `${isOver(expires) ? 'expired' : 'expires'} ${expires}`;
  return `${id}  ${role.padEnd(11)}  ${name}  (created ${created}, ${state})`;
}

const isOver = (expires: string): boolean => new Date(expires) <= new Date();
