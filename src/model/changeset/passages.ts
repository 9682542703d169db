/** Texts, their digests, and the passages that citations take from them. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { anchorPassage, standsInText, type AnchoredPassage, type UnfitMember } from '../values/passages.js';
import { codePointLength } from '../values/text.js';
import { SourceText } from '../values/text-views.js';
import type { PassageState } from '../vocabulary.js';
import type { PutItem, RecordDocument, RecordWrite, StoredRecord } from './changeset.js';
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
export function* anchorPassages(
  drafts: readonly Draft[],
  known: Known,
  texts: ReadonlyMap<string, string>,
  look?: () => void,
): Asking<void> {
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
  const sourceTexts = new LRUCache<string, SourceText>({ max: TEXTS_IN_VIEW });
  const sourceText = (digest: string, text: string): SourceText => {
    let found = sourceTexts.get(digest);
    if (!found) sourceTexts.set(digest, (found = new SourceText(text)));
    return found;
  };
  let lookedAt = 0;
  const mayLookAround = ({ text }: SourceText): boolean => (lookedAt += text.length) <= LOOKED_AROUND_MAX;
  for (const draft of touched) {
    look?.();
    const digest = digestFor(draft);
    const text = digest === undefined ? undefined : (texts.get(digest) ?? known.texts.get(digest));
    const passage = draft.document!['passage'] as PassageDocument;
    if (text === undefined) {
      setPassage(draft, { ...passage, match: undefined, state: 'UNVERIFIED', digest });
      continue;
    }
    const quoteFirst = (draft.item as PutItem).quoteFirst;
    const anchored = anchorPassage(sourceText(digest!, text), passage, { quoteFirst, mayLookAround });
    if (anchored.ok) {
      const { unfit, ...found } = anchored.value;
      // A passage that is kept from before has the text's own letters: how it was found the first time still holds.
      const kept = (draft.item as PutItem).values['passage'] === undefined && found.match === 'EXACT' ? passage.match : undefined;
      setPassage(draft, { ...passage, ...found, match: kept ?? found.match, state: 'VERIFIED', digest });
      if (unfit) lose(draft, unfit);
    } else refuseDraft(draft, anchored.refusal.code, ['passage', 'exact'], anchored.refusal.message, anchored.refusal.hint);
  }
}

/** Texts of which more than the letters is held at once: a changeset may cite many. */
const TEXTS_IN_VIEW = 4;
/** Characters of texts that the refusals of one changeset look through for what is like their quotes. */
const LOOKED_AROUND_MAX = 10_000_000;

/** Positions of another length than the quote's are of another text, or count other units. */
export function dropWrongLength(draft: Draft): void {
  const { exact, start, end, ...passage } = (draft.document?.['passage'] as PassageDocument | undefined) ?? {};
  if (exact === undefined || start === undefined || end === undefined || end - start === codePointLength(exact)) return;
  // The beginning may still tell one of several places.
  setPassage(draft, { ...passage, exact, start });
  lose(draft, ['end']);
}

function lose(draft: Draft, members: readonly UnfitMember[]): void {
  const named = members.map((member) => `passage.${member} (does not fit the text or the quote)`);
  draft.lost = [...new Set([...(draft.lost ?? []), ...named])];
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
  const anchored = anchorPassage(text, passage, { mayLookAround: () => false });
  return anchored.ok ? { ...passage, ...anchored.value, state: 'VERIFIED', digest } : { ...passage, state: 'DRIFTED' };
}
