/** What a fact-checker's label means: by the publisher's own list (vocabulary/ratings), or by the English labels shared by all. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { fold } from '../../model/values/text.js';
import type { STANCES, VERDICTS } from '../../model/vocabulary.js';

export type Verdict = (typeof VERDICTS)[number];

/** What a review does with the claim that it rates so. */
export const STANCE_OF: Readonly<Record<Verdict, (typeof STANCES)[number]>> = {
  TRUE: 'SUPPORTS',
  MOSTLY_TRUE: 'SUPPORTS',
  MIXED: 'QUESTIONS',
  UNPROVEN: 'QUESTIONS',
  MOSTLY_FALSE: 'REFUTES',
  FALSE: 'REFUTES',
  SATIRE: 'REFUTES',
  OTHER: 'MENTIONS',
};

const FOLDER = fileURLToPath(new URL('../../../vocabulary/ratings/', import.meta.url));
const SHARED = 'master_mapping.tsv';

const CLASSES: Readonly<Record<string, Verdict>> = {
  true: 'TRUE',
  'mostly true': 'MOSTLY_TRUE',
  'partly true/misleading': 'MIXED',
  'complicated/hard to categorise': 'UNPROVEN',
  other: 'OTHER',
  'mostly false': 'MOSTLY_FALSE',
  false: 'FALSE',
};

/** The normalised verdict of a label; undefined where the publisher's list, or for want of one the shared list, does not have it. */
export function verdictOf(label: string, publisherUrl: string | undefined): Verdict | undefined {
  const list = publisherUrl === undefined ? undefined : labelsOf(hostOf(publisherUrl));
  const folded = normal(label);
  const english = list?.get(folded);
  return shared().get(english ?? folded);
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';

/** Publishers write one label in several ways: case, underscores, a full stop. */
const normal = (label: string): string => fold(label.replaceAll('_', ' ')).replace(/[.!]+$/, '');

let names: ReadonlySet<string> | undefined;
/** By the name of the file: there are as many as there are lists, and not as there are hosts. */
const lists = new Map<string, ReadonlyMap<string, string>>();

/** The list of the host itself, or of the site that it belongs to. */
function labelsOf(host: string): ReadonlyMap<string, string> | undefined {
  const known = (names ??= new Set(readdirSync(FOLDER)));
  const parts = host.split('.');
  const name = parts.map((_, index) => `${parts.slice(index).join('.')}.txt`).find((each) => known.has(each));
  if (name === undefined) return undefined;
  let list = lists.get(name);
  if (!list) lists.set(name, (list = new Map(rowsOf(name).map(([own, english]) => [normal(own), normal(english)]))));
  return list;
}

let sharedLabels: ReadonlyMap<string, Verdict> | undefined;

function shared(): ReadonlyMap<string, Verdict> {
  sharedLabels ??= new Map(
    rowsOf(SHARED).flatMap(([name, labels]) => labels.split('|').flatMap((label) => classed(label, CLASSES[name]!))),
  );
  return sharedLabels;
}

/** Lists write labels of the class "other" with the class before them, too. */
function classed(label: string, verdict: Verdict): [string, Verdict][] {
  const its = normal(label) === 'satire' ? 'SATIRE' : verdict;
  const own: [string, Verdict] = [normal(label), its];
  return verdict === 'OTHER' ? [own, [`other/${normal(label)}`, its]] : [own];
}

/** Lines of another form are notes. */
function rowsOf(name: string): [string, string][] {
  return readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [first, second] = line.split('\t');
      return first && second?.trim() ? [[first, second.trim()]] : [];
    });
}
