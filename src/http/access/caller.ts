/** Who asks, and what they may do. */
import { InputError } from '../../model/errors.js';
import { forbiddenItem, type Role } from '../../model/roles.js';
import type { Store } from '../../store/store.js';

export interface Caller {
  readonly role: Role;
  /** Named on what they write; undefined: nobody in particular. */
  readonly name?: string | undefined;
}

/** The store as the caller may use it. Writes that they may not make throw InputError, FORBIDDEN. */
export function storeFor(store: Store, caller: Caller): Store {
  return {
    ...store,
    write: (changeset) => {
      const forbidden = forbiddenItem(caller.role, changeset.items);
      return forbidden ? Promise.reject(new InputError([forbidden])) : store.write(changeset);
    },
  };
}
