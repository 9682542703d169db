/** Who asks, and what they may do. */
import { InputError, type Path } from '../../model/errors.js';
import { forbiddenItem, forbiddenWriting, isAtLeast, WRITING, type Role } from '../../model/roles.js';
import { storeForReaders } from '../../store/for-readers.js';
import type { Store } from '../../store/store.js';

export interface Caller {
  readonly role: Role;
  /** Named on what they write; undefined: nobody in particular. */
  readonly name?: string | undefined;
  /** Whoever sent no token: the name is that of many, and nothing that stands under it is theirs. */
  readonly isAnonymous?: boolean | undefined;
}

/** What readers are shown: the settings' part. */
export interface ShownToReaders {
  readonly showAuthors: boolean;
}

const ofReaders = [new WeakMap<Store, Store>(), new WeakMap<Store, Store>()] as const;

/** The store as a reader may read it; one a store and setting. */
export function readersStore(store: Store, { showAuthors }: ShownToReaders): Store {
  const known = ofReaders[showAuthors ? 1 : 0];
  let readers = known.get(store);
  if (!readers) known.set(store, (readers = storeForReaders(store, { showAuthors })));
  return readers;
}

/** Whether the caller sees drafts and restricted records: who may write does. */
export const seesEverything = ({ role }: Caller): boolean => isAtLeast(role, WRITING);

/** Throws InputError, FORBIDDEN, where the caller may not write at all. */
export function refuseReaders({ role }: Caller, path: Path): void {
  const forbidden = forbiddenWriting(role, path);
  if (forbidden) throw new InputError([forbidden]);
}

/** The store as the caller may use it: what may not be seen is not there, and writes that may not be made throw InputError, FORBIDDEN. */
export function storeFor(store: Store, caller: Caller, shown: ShownToReaders): Store {
  return {
    ...(seesEverything(caller) ? store : readersStore(store, shown)),
    write: (changeset, options) => {
      const { role, name, isAnonymous } = caller;
      const forbidden = forbiddenWriting(role, ['items']) ?? forbiddenItem(role, changeset.items);
      if (forbidden) return Promise.reject(new InputError([forbidden]));
      return store.write({ ...changeset, writer: { role, name: isAnonymous ? undefined : name } }, options);
    },
  };
}
