/** Fields of Query for more than readers; every other one is for them. Mutations are for contributors and above. */
import type { Role } from '../model/roles.js';

/** A preview reads what somebody would import: whoever may not import has nothing to preview. */
export const QUERY_ROLES = { importPreview: 'contributor' } as const satisfies Readonly<Record<string, Role>>;
