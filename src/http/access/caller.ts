/** Who asks, and what they may do. */
import { InputError } from '../../model/errors.js';
import { forbiddenItem, isAtLeast, type Role } from '../../model/roles.js';
import { storeForReaders } from '../../store/for-readers.js';
import type { Store } from '../../store/store.js';

export interface Caller {
  readonly role: Role;
  /** Named on what they write; undefined: nobody in particular. */
  readonly name?: string | undefined;
}

const ofReaders = new WeakMap<Store, Store>();

/** The store as a reader may read it; one a store. */
export function readersStore(store: Store): Store {
  let readers = ofReaders.get(store);
  if (!readers) ofReaders.set(store, (readers = storeForReaders(store)));
  return readers;
}

/** Whether the caller sees drafts and restricted records: who may write does. */
export const seesEverything = ({ role }: Caller): boolean => isAtLeast(role, 'contributor');

/** The store as the caller may use it: what may not be seen is not there, and writes that may not be made throw InputError, FORBIDDEN. */
export function storeFor(store: Store, caller: Caller): Store {
  return {
    ...(seesEverything(caller) ? store : readersStore(store)),
    write: (changeset, options) => {
      const forbidden = forbiddenItem(caller.role, changeset.items);
      return forbidden ? Promise.reject(new InputError([forbidden])) : store.write(changeset, options);
    },
  };
}
