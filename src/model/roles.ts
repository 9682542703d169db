/** Who may do what. Each role may do what those before it may. */
import type { ErrorCode, Path } from './errors.js';

export const ROLES = ['reader', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const isAtLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** The least roles that write, and that judge what others have written. */
export const WRITING = 'contributor' satisfies Role;
export const JUDGING = 'editor' satisfies Role;

/** What a caller may do, as it is told (the `me` of the API). */
export const PERMISSIONS = ['READ', 'READ_DRAFTS', 'READ_AUTHORS', 'WRITE', 'JUDGE', 'OPERATE'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const NEEDED: Readonly<Record<Permission, Role>> = {
  READ: 'reader',
  READ_DRAFTS: WRITING,
  READ_AUTHORS: WRITING,
  WRITE: WRITING,
  JUDGE: JUDGING,
  OPERATE: 'admin',
};

/** In the order of the list. `showAuthors`: whether readers are told the names of those who wrote. */
export const permissionsOf = (role: Role, { showAuthors }: { readonly showAuthors: boolean }): Permission[] =>
  PERMISSIONS.filter((each) => isAtLeast(role, NEEDED[each]) || (each === 'READ_AUTHORS' && showAuthors));

/** Items of a changeset that judge what others have written; to add and to correct is a contributor's. */
const JUDGEMENTS: ReadonlySet<string> = new Set(['retract', 'restore', 'merge', 'unmerge', 'split']);

export interface Forbidden {
  readonly code: Extract<ErrorCode, 'FORBIDDEN'>;
  readonly message: string;
  readonly path: Path;
  readonly hint: string;
}

/** Whether the role may write at all; asked before anything of what is to be written is looked at. */
export function forbiddenWriting(role: Role, path: Path): Forbidden | undefined {
  if (isAtLeast(role, WRITING)) return undefined;
  return { code: 'FORBIDDEN', message: `a ${role} may not write; nothing was written`, path, hint: `the role ${WRITING}` };
}

/** The first item that the role may not write; an item that is no item is left to the check of its shape. */
export function forbiddenItem(role: Role, items: readonly unknown[]): Forbidden | undefined {
  if (isAtLeast(role, JUDGING)) return undefined;
  for (const [index, item] of items.entries()) {
    const members = typeof item === 'object' && item !== null ? Object.entries(item) : [];
    const judgement = members.find(([name, value]) => JUDGEMENTS.has(name) && value !== undefined && value !== null)?.[0];
    if (judgement === undefined) continue;
    return {
      code: 'FORBIDDEN',
      message: `a ${role} may not ${judgement}; nothing was written`,
      path: ['items', index, judgement],
      hint: `the role ${JUDGING}`,
    };
  }
  return undefined;
}
