/** Who may do what. Each role may do what those before it may. */
import type { ErrorCode, Path } from './errors.js';

export const ROLES = ['reader', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const isAtLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** Items of a changeset that judge what others have written; to add and to correct is a contributor's. */
const JUDGEMENTS: ReadonlySet<string> = new Set(['retract', 'restore', 'merge', 'unmerge', 'split']);

export interface Forbidden {
  readonly code: Extract<ErrorCode, 'FORBIDDEN'>;
  readonly message: string;
  readonly path: Path;
  readonly hint: string;
}

/** The first item that the role may not write; an item that is no item is left to the check of its shape. */
export function forbiddenItem(role: Role, items: readonly unknown[]): Forbidden | undefined {
  for (const [index, item] of items.entries()) {
    const members = typeof item === 'object' && item !== null ? Object.entries(item) : [];
    const judgement = members.find(([name, value]) => JUDGEMENTS.has(name) && value !== undefined && value !== null)?.[0];
    const needed: Role = judgement === undefined ? 'contributor' : 'editor';
    if (isAtLeast(role, needed)) continue;
    const what = judgement === undefined ? 'write' : judgement;
    return {
      code: 'FORBIDDEN',
      message: `a ${role} may not ${what}; nothing was written`,
      path: ['items', index, ...(judgement === undefined ? [] : [judgement])],
      hint: `the role ${needed}`,
    };
  }
  return undefined;
}
