/** Checks of what stores keep in the same form: documents, texts and passages. */
import { normalDocument } from '../../model/changeset/documents.js';
import { sha256 } from '../../model/changeset/passages.js';
import { onCircles } from '../../model/changeset/cycles.js';
import { referencesIn } from '../../model/changeset/references.js';
import type { RecordName } from '../../model/definition.js';
import { anchorPassage, standsInText, type AnchoredPassage } from '../../model/values/passages.js';
import type { Finding } from './checks.js';
import type { LoggedVersion } from './states.js';

/** Of versions that hold; `text` is the document as it is kept. */
export async function documentFindings(
  versions: readonly (LoggedVersion & { readonly text: string })[],
  existing: (record: RecordName, ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Finding[]> {
  const references = versions.flatMap(({ record, id, document }) =>
    referencesIn(record, document).map((found) => ({ ...found, record, id })),
  );
  const known = new Map<RecordName, ReadonlySet<string>>();
  for (const [to, of] of Map.groupBy(references, (each) => each.to))
    known.set(to, await existing(to, [...new Set(of.map(({ value }) => value))]));
  return [
    ...versions.flatMap(({ record, id, document, text }) =>
      JSON.stringify(normalDocument(record, document)) === text ? [] : [{ record, id, message: 'its document is not in its normal form' }],
    ),
    ...references.flatMap(({ to, value, path, record, id }) =>
      known.get(to)!.has(value) ? [] : [{ record, id, message: `${path.join('.')} leads to no ${to}` }],
    ),
  ];
}

export interface KeptPassage {
  readonly id: string;
  readonly state: string;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The source's whole text, where it is kept. */
  readonly text: string | null;
}

export function passageFindings(passages: readonly KeptPassage[]): Finding[] {
  return passages.flatMap(({ id, state, exact, prefix, suffix, start, end, text }): Finding[] => {
    const finding = (message: string): Finding => ({ record: 'Citation', id, message });
    if (state === 'DRIFTED') return [finding('the passage has drifted: the quote is no longer where it was in the text')];
    if (state !== 'VERIFIED' || text === null) return [];
    const anchored = {
      exact: exact ?? undefined,
      prefix: prefix ?? undefined,
      suffix: suffix ?? undefined,
      start,
      end: end ?? undefined,
    };
    const stands = exact === null ? anchorPassage(text, anchored as AnchoredPassage).ok : standsInText(text, anchored as AnchoredPassage);
    if (start !== null && stands) return [];
    return [finding('the passage is marked as verified, but the quote is not in the text')];
  });
}

export const textFindings = (texts: readonly { readonly digest: string; readonly text: string }[]): Finding[] =>
  texts.flatMap(({ digest, text }) =>
    sha256(text) === digest ? [] : [{ message: `the text stored under ${digest} has a different digest` }],
  );

/** `steps`: from each record that leads on to those that it leads to. */
export const cycleFindings = (record: RecordName, steps: ReadonlyMap<string, readonly string[]>): Finding[] =>
  [...onCircles(steps)].map((id) => ({ record, id, message: 'it leads back to itself' }));
