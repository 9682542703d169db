/** Whether subject and object are of the kinds that a claim's predicate allows. */
import type { RecordName } from '../definition.js';
import type { RecordDocument } from './changeset.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import { referencesIn } from './references.js';
import type { Asking, Known } from './known.js';

export function* refuseWrongKinds(drafts: readonly Draft[], known: Known): Asking<void> {
  const claims = drafts.filter((draft) => isSound(draft) && draft.record === 'Claim' && draft.document?.['predicate'] !== undefined);
  const documents = new Map<string, RecordDocument>();
  for (const draft of drafts) if (draft.document && draft.id) documents.set(`${draft.record} ${draft.id}`, draft.document);
  const find = (record: RecordName, id: unknown): RecordDocument | undefined =>
    documents.get(`${record} ${String(id)}`) ?? known.byId(record, id as string)?.document;

  // A changed claim keeps references that the changeset itself does not name.
  for (const record of ['Entity', 'Predicate'] as const) {
    const missing = claims
      .flatMap((draft) => referencesIn('Claim', draft.document!))
      .filter(({ to, value }) => to === record && !find(to, value));
    if (missing.length > 0)
      known.add((yield { fetch: 'records', record, ids: [...new Set(missing.map(({ value }) => value))], keys: [] }).records ?? []);
  }
  for (const draft of claims) {
    const predicate = find('Predicate', draft.document!['predicate'])!;
    checkEnd(draft, 'subject', predicate['subjectKinds'], find('Entity', draft.document!['subject']), predicate['key']);
    checkEnd(draft, 'object', predicate['objectKinds'], find('Entity', draft.document!['object']), predicate['key']);
  }
}

function checkEnd(draft: Draft, end: 'subject' | 'object', allowed: unknown, entity: RecordDocument | undefined, predicate: unknown): void {
  const kinds = allowed as string[] | undefined;
  if (!kinds || !entity || kinds.includes(entity['kind'] as string)) return;
  refuseDraft(
    draft,
    'WRONG_KIND',
    [end],
    `the ${end} is of kind ${String(entity['kind'])}`,
    `"${String(predicate)}" allows ${kinds.join(' or ')} as its ${end}`,
  );
}
