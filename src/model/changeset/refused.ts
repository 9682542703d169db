/** What cannot be written because something else was refused: what refers to it, and the rest of its whole. */
import type { RecordName } from '../definition.js';
import type { Path } from '../errors.js';
import type { Changeset } from './changeset.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import { referencesIn } from './references.js';

const isNew = ({ id, stored }: Draft): boolean => id !== undefined && !stored;

/**
 * What refers to a new record that was refused cannot be written either, nor what refers to that. A whole of which
 * an item is refused is not written; its items are refused but for those that another whole needs, too.
 */
export function refuseDependents(drafts: readonly Draft[], wholes: Changeset['wholes']): void {
  const referring = referringTo(drafts);
  const parts = new Parts(drafts, wholes);
  const lost = drafts.filter((draft) => !isSound(draft));
  for (const draft of lost) {
    if (isNew(draft)) {
      for (const { draft: other, to, path } of referring.get(draft.id!) ?? []) {
        if (!isSound(other)) continue;
        refuseDraft(other, 'UNKNOWN_REFERENCE', path, `the new ${to} it refers to was refused`, 'see that item of this changeset');
        lost.push(other);
      }
    }
    for (const other of parts.without(draft)) {
      refuseDraft(
        other,
        'NOT_APPLIED',
        [],
        'an item that must be written together with this one was refused',
        'see the problems of that item',
      );
      lost.push(other);
    }
  }
}

interface Referring {
  readonly draft: Draft;
  readonly to: RecordName;
  readonly path: Path;
}

/** By the ids of new records. */
function referringTo(drafts: readonly Draft[]): ReadonlyMap<string, readonly Referring[]> {
  const created = new Set(drafts.flatMap((draft) => (isNew(draft) ? draft.id! : [])));
  const referring = new Map<string, Referring[]>();
  for (const draft of drafts) {
    if (!isSound(draft) || !draft.document) continue;
    for (const { value, to, path } of referencesIn(draft.record, draft.document)) {
      if (!created.has(value)) continue;
      const its = referring.get(value);
      if (its) its.push({ draft, to, path });
      else referring.set(value, [{ draft, to, path }]);
    }
  }
  return referring;
}

/** Which drafts are parts of which wholes, and which wholes are still to be had. */
class Parts {
  readonly #drafts = new Map<number, Draft[]>();
  /** By draft: its wholes that nothing was refused of. */
  readonly #left = new Map<Draft, Set<number>>();

  constructor(drafts: readonly Draft[], wholes: Changeset['wholes']) {
    if (!wholes) return;
    for (const draft of drafts) {
      // items[3].claim.citations[0] is a part of what items[3] is a part of.
      const its = wholes[draft.path[1] as number] ?? [];
      if (its.length > 0) this.#left.set(draft, new Set(its));
      for (const whole of its) {
        const parts = this.#drafts.get(whole);
        if (parts) parts.push(draft);
        else this.#drafts.set(whole, [draft]);
      }
    }
  }

  /** The sound drafts that no whole is left of once this one is refused. */
  without(refused: Draft): Draft[] {
    return [...(this.#left.get(refused) ?? [])].flatMap((whole) => {
      const parts = this.#drafts.get(whole) ?? [];
      this.#drafts.delete(whole);
      return parts.filter((part) => {
        const left = this.#left.get(part)!;
        left.delete(whole);
        return left.size === 0 && isSound(part);
      });
    });
  }
}
