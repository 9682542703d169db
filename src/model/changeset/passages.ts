/** Texts, their digests, and the passages that citations take from them. */
import { createHash } from 'node:crypto';
import { anchorPassage, standsInText, type AnchoredPassage } from '../values/passages.js';
import type { PassageState } from '../vocabulary.js';
import type { RecordDocument, RecordWrite, StoredRecord } from './changeset.js';
import { normalDocument, type PassageDocument } from './documents.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import type { Asking, Known } from './known.js';

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Takes each source's text out of its item, by digest; refuses one whose digest is another. */
export function takeTexts(drafts: readonly Draft[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const draft of drafts) {
    if (draft.item?.kind !== 'put' || draft.item.text === undefined || draft.kept || !isSound(draft)) continue;
    const digest = sha256(draft.item.text);
    const given = draft.item.values['digest'];
    if (typeof given === 'string' && given !== digest) {
      refuseDraft(
        draft,
        'DIGEST_MISMATCH',
        ['digest'],
        `the text's digest is ${digest}`,
        'leave digest out, or give the text it belongs to',
      );
      continue;
    }
    (draft.item.values as Record<string, unknown>)['digest'] = digest;
    texts.set(digest, draft.item.text);
  }
  return texts;
}

/** Finds each new passage in its source's text where that is known, and refuses one that is not there. */
export function* anchorPassages(drafts: readonly Draft[], known: Known, texts: ReadonlyMap<string, string>): Asking<void> {
  const touched = drafts.filter(
    (draft) =>
      isSound(draft) &&
      !draft.kept &&
      draft.record === 'Citation' &&
      draft.document?.['passage'] !== undefined &&
      draft.item?.kind === 'put' &&
      (draft.item.values['passage'] ?? draft.item.values['source']) !== undefined,
  );
  if (touched.length === 0) return;
  const digestOf = new Map<string, string | undefined>();
  for (const draft of drafts)
    if (draft.record === 'Source' && draft.id && draft.document) digestOf.set(draft.id, draft.document['digest'] as string | undefined);
  const sourceOf = (draft: Draft) => draft.document!['source'] as string;
  const missing = touched.map(sourceOf).filter((id) => !digestOf.has(id) && !known.byId('Source', id));
  if (missing.length > 0) known.add((yield { fetch: 'records', record: 'Source', ids: [...new Set(missing)], keys: [] }).records ?? []);
  const digestFor = (draft: Draft) =>
    digestOf.has(sourceOf(draft))
      ? digestOf.get(sourceOf(draft))
      : (known.byId('Source', sourceOf(draft))?.document['digest'] as string | undefined);

  yield* fetchTexts(touched.map(digestFor), known, texts);
  for (const draft of touched) {
    const digest = digestFor(draft);
    const text = digest === undefined ? undefined : (texts.get(digest) ?? known.texts.get(digest));
    const passage = draft.document!['passage'] as PassageDocument;
    if (text === undefined) {
      setPassage(draft, { ...passage, state: 'UNVERIFIED', digest });
      continue;
    }
    const anchored = anchorPassage(text, passage);
    if (anchored.ok) setPassage(draft, { ...passage, ...anchored.value, state: 'VERIFIED', digest });
    else refuseDraft(draft, anchored.refusal.code, ['passage', 'exact'], anchored.refusal.message, anchored.refusal.hint);
  }
}

function* fetchTexts(digests: readonly (string | undefined)[], known: Known, texts: ReadonlyMap<string, string>): Asking<void> {
  const missing = [...new Set(digests)].filter(
    (digest): digest is string => digest !== undefined && !texts.has(digest) && !known.texts.has(digest),
  );
  if (missing.length === 0) return;
  for (const [digest, text] of (yield { fetch: 'texts', digests: missing }).texts ?? []) known.texts.set(digest, text);
}

function setPassage(draft: Draft, passage: RecordDocument): void {
  draft.document = normalDocument('Citation', { ...draft.document, passage });
}

/**
 * When a source's text changes, each passage taken from it is looked at where it stood: still there
 * (VERIFIED) or not (DRIFTED). The citations so changed get a version of their own that says why.
 */
export function* driftWrites(drafts: readonly Draft[], known: Known, texts: ReadonlyMap<string, string>): Asking<RecordWrite[]> {
  const changed = new Map<string, string>();
  for (const { record, item, id, document, stored } of drafts) {
    const digest = document?.['digest'];
    if (record !== 'Source' || !stored || !id || typeof digest !== 'string') continue;
    // Another text, or the text of a digest known all along has come to hand.
    if (stored.document['digest'] !== digest || (item?.kind === 'put' && item.text !== undefined)) changed.set(id, digest);
  }
  if (changed.size === 0) return [];
  const citations = (yield { fetch: 'referring', record: 'Citation', reference: 'source', ids: [...changed.keys()] }).records ?? [];
  yield* fetchTexts([...changed.values()], known, texts);
  const written = new Set(drafts.flatMap(({ write }) => write?.id ?? []));
  return citations.flatMap((citation) => {
    const digest = changed.get(citation.document['source'] as string);
    if (digest === undefined || written.has(citation.id)) return [];
    return driftWrite(citation, digest, texts.get(digest) ?? known.texts.get(digest));
  });
}

function driftWrite(citation: StoredRecord, digest: string, text: string | undefined): RecordWrite[] {
  const passage = citation.document['passage'] as PassageDocument | undefined;
  if (!passage) return [];
  const next = passageIn(passage, digest, text);
  if (next.state === passage.state && next.digest === passage.digest && next.start === passage.start) return [];
  const document = normalDocument('Citation', { ...citation.document, passage: next });
  return [
    { ...citation, version: citation.version + 1, document, operation: 'CHANGED', reason: "the source's text changed", previous: citation },
  ];
}

function passageIn(passage: PassageDocument, digest: string, text: string | undefined): PassageDocument & { state: PassageState } {
  if (text === undefined) {
    const seen = passage.digest === undefined || passage.digest === digest;
    return { ...passage, state: seen ? 'UNVERIFIED' : 'DRIFTED' };
  }
  // A position alone cannot tell whether the same words still stand there.
  if (passage.exact === undefined && passage.digest !== undefined && passage.digest !== digest) return { ...passage, state: 'DRIFTED' };
  if (passage.exact !== undefined && passage.start !== undefined) {
    const stands = standsInText(text, passage as AnchoredPassage);
    return stands ? { ...passage, state: 'VERIFIED', digest } : { ...passage, state: 'DRIFTED' };
  }
  // Never yet anchored: the first text that comes to hand may say where it stands.
  const anchored = anchorPassage(text, passage);
  return anchored.ok ? { ...passage, ...anchored.value, state: 'VERIFIED', digest } : { ...passage, state: 'DRIFTED' };
}
