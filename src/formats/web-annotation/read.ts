/** W3C Web Annotations: what is said of a page is a claim, the page the source, the selected text the passage. */
import type * as z from 'zod';
import { printPath } from '../../model/errors.js';
import { entriesOf, jsonDocuments } from '../reading/documents.js';
import { EntryItems, refusal, refused, type Entry, type Input, type Place, type ReadLimits, type ReadOptions } from '../reading/entry.js';
import { boundValues } from '../reading/nesting.js';
import { Reading } from '../reading/reading.js';
import {
  agentKey,
  dateFrom,
  digestOf,
  keyOf,
  languageFrom,
  leftOutOf,
  LONGEST_LABEL,
  LONGEST_TITLE,
  textFrom,
  UNDETERMINED,
  urlFrom,
} from '../reading/values.js';
import { annotationShape } from './shape.js';

type Path = readonly (string | number)[];

export async function* readAnnotations(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(jsonDocuments(input, options), options, (value, place) => entriesIn(value, place, options));
}

/** A collection, or a page of one, holds annotations without the context that stands around them. */
function* entriesIn(value: unknown, place: Place, limits: ReadLimits): Generator<Entry> {
  const { type, first, items, '@context': context } = (value ?? {}) as Record<string, unknown>;
  const types = [type ?? []].flat() as unknown[];
  const within = (path: string): Place => ({ ...place, path: place.path === '' ? path : `${place.path}.${path}` });
  if (types.includes('AnnotationCollection')) {
    if (first && typeof first === 'object') yield* entriesIn({ '@context': context, ...first }, within('first'), limits);
  } else if (types.includes('AnnotationPage')) {
    for (const [index, item] of ((items as unknown[] | undefined) ?? []).entries())
      if (typeof item === 'object') yield* entriesIn({ '@context': context, ...item }, within(`items[${index}]`), limits);
  } else yield entryOf(value, place, limits);
}

/** What is wrong with one annotation, at most. */
const REFUSALS_MAX = 20;

function entryOf(given: unknown, place: Place, { valuesMax, itemsMax }: ReadLimits): Entry {
  // Checking it takes more for each value than reading it.
  boundValues(given, valuesMax);
  const checked = annotationShape.safeParse(given);
  if (!checked.success) {
    return refused(place, ...checked.error.issues.slice(0, REFUSALS_MAX).map((issue) => toRefusal(mostSpecific(issue))));
  }
  const annotation = new Reading(given);
  for (const name of ['@context', 'type']) annotation.take(name);
  const lost: string[] = [];
  const items = new EntryItems(itemsMax);
  const creator = annotation.each('creator').flatMap((path) => agent(annotation, path, items) ?? [])[0];
  const saidAt = dateFrom(annotation.text('created'));
  const bodies = saidIn(annotation, lost);
  const targets = annotation.each('target').flatMap((path) => pagesOf(annotation, path, lost));
  if (targets.length === 0)
    return refused(place, refusal('BAD_URL', 'target', 'no target with a web address', 'the page that is annotated'));
  const id = annotation.text('id') ?? digestOf(JSON.stringify(given));
  for (const { url } of targets) items.push({ source: { url, ifMissing: true, kind: 'DOCUMENT', title: textFrom(url, LONGEST_TITLE) } });
  bodies.forEach((body, index) => {
    const claim = keyOf('annotation', digestOf(id, String(index)));
    items.push({ claim: { key: claim, texts: [body] } });
    targets.forEach(({ url, passage }, at) => {
      items.push({
        citation: {
          key: keyOf('annotation', digestOf(id, String(index), String(at))),
          claim,
          source: url,
          stance: 'MENTIONS',
          ...(creator ? { speaker: creator } : {}),
          ...(saidAt ? { saidAt } : {}),
          ...(passage ? { passage } : {}),
        },
      });
    });
  });
  return { place, items: items.all, lost: [...lost, ...annotation.unused()], refusals: [], whole: true };
}

interface Said {
  readonly language: string;
  readonly text: string;
}

const toRefusal = ({ path, message }: { path: readonly PropertyKey[]; message: string }) =>
  refusal('BAD_INPUT', printPath(path as (string | number)[]), message, 'see the W3C Web Annotation Data Model');

/** Of the forms that a value can have, what is wrong with the one that it is nearest to. */
function mostSpecific(issue: z.core.$ZodIssue, path: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; message: string } {
  const here = [...path, ...issue.path];
  if (issue.code !== 'invalid_union') return { path: here, message: issue.message };
  const inner = issue.errors.flatMap((issues) => issues.map((each) => mostSpecific(each, here)));
  const deepest = inner.sort((a, b) => b.path.length - a.path.length)[0];
  return deepest && deepest.path.length > here.length ? deepest : { path: here, message: issue.message };
}

/** Each body is a claim; of an annotation without one, that the page was marked. */
function saidIn(annotation: Reading, lost: string[]): Said[] {
  const value = annotation.text('bodyValue');
  if (value !== undefined) return [{ language: UNDETERMINED, text: textFrom(value, LONGEST_LABEL)! }];
  const bodies = annotation.each('body').flatMap((path) => bodyTexts(annotation, path, lost));
  if (bodies.length > 0) return bodies;
  const motivation = annotation.text('motivation') ?? 'annotated';
  return [{ language: 'en', text: motivation }];
}

function bodyTexts(annotation: Reading, path: Path, lost: string[]): Said[] {
  const body = annotation.look(...path);
  if (typeof body === 'string') return [{ language: UNDETERMINED, text: textFrom(annotation.text(...path), LONGEST_LABEL)! }];
  const items = annotation.each(...path, 'items');
  if (items.length > 0) return items.flatMap((item) => bodyTexts(annotation, item, lost));
  annotation.take(...path, 'type');
  const language = annotation.become(languageFrom, ...path, 'language') ?? UNDETERMINED;
  const given = annotation.text(...path, 'value') ?? addressOf(annotation, path);
  const text = textFrom(given, LONGEST_LABEL);
  if (text === undefined) {
    lost.push('body (one without text or address)');
    return [];
  }
  lost.push(...leftOutOf(given, LONGEST_LABEL).map((what) => `body (${what})`));
  return [{ language, text }];
}

const addressOf = (annotation: Reading, path: Path): string | undefined =>
  annotation.text(...path, 'id') ??
  (typeof annotation.look(...path, 'source') === 'string' ? annotation.text(...path, 'source') : annotation.text(...path, 'source', 'id'));

interface Page {
  readonly url: string;
  readonly passage?: object;
}

function pagesOf(annotation: Reading, path: Path, lost: string[]): Page[] {
  const items = annotation.each(...path, 'items');
  if (items.length > 0) return items.flatMap((item) => pagesOf(annotation, item, lost));
  const target = annotation.look(...path);
  const url = urlFrom(typeof target === 'string' ? annotation.text(...path) : addressOf(annotation, path));
  if (typeof target === 'object') annotation.take(...path, 'type');
  if (!url) return [];
  const passage = passageOf(annotation, [...path, 'selector'], lost);
  return [{ url, ...(passage ? { passage } : {}) }];
}

/** A quote and a position of the same text are one passage; what refines another selector is looked into. */
function passageOf(annotation: Reading, path: Path, lost: string[]): object | undefined {
  const passage: Record<string, unknown> = {};
  const look = (selector: Path): void => {
    const type = annotation.look(...selector, 'type');
    if (type === 'TextQuoteSelector' || type === 'TextPositionSelector') {
      for (const name of ['exact', 'prefix', 'suffix', 'start', 'end']) {
        const value = annotation.take(...selector, name);
        const kept = typeof value === 'string' ? wholeCharacters(value) : value;
        if (kept !== value) lost.push(`${name} of a quote (half a character at its edge)`);
        if (kept !== undefined && kept !== '') passage[name] = kept;
      }
      annotation.take(...selector, 'type');
    } else if (type !== undefined) lost.push(`selectors of the type ${JSON.stringify(type)}`);
    for (const refining of annotation.each(...selector, 'refinedBy')) look(refining);
  };
  for (const selector of annotation.each(...path)) look(selector);
  return Object.keys(passage).length > 0 ? passage : undefined;
}

/** Annotators that count UTF-16 units cut a text within a character. */
const wholeCharacters = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

function agent(annotation: Reading, path: Path, items: EntryItems): string | undefined {
  const given = annotation.look(...path);
  const id = typeof given === 'string' ? annotation.text(...path) : annotation.text(...path, 'id');
  const name = textFrom(typeof given === 'string' ? undefined : annotation.text(...path, 'name'), LONGEST_LABEL);
  const types = new Set([typeof given === 'object' ? annotation.take(...path, 'type') : []].flat());
  const url = urlFrom(id);
  const shown = name ?? id;
  if (shown === undefined) return undefined;
  const key = agentKey(shown, url);
  items.push({
    entity: {
      key,
      ifMissing: true,
      kind: types.has('Organization') ? 'ORGANIZATION' : types.has('Software') ? 'PRODUCT' : 'PERSON',
      names: [{ language: UNDETERMINED, text: shown }],
      ...(url ? { identifiers: [{ scheme: 'url', value: url }] } : {}),
    },
  });
  return key;
}
