/** What a mapping can make of a value: a key, a date, a language, an address, a verdict, a stance. */
import { foldLetters } from '../../model/values/text.js';
import { STANCES, VERDICTS } from '../../model/vocabulary.js';
import { STANCE_OF, verdictOf, type Verdict } from '../claimreview/verdicts.js';
import { refusal, type Refusal } from '../reading/entry.js';
import { digestOf, languageFrom, urlFrom } from '../reading/values.js';
import { excerpt } from '../../model/errors.js';
import { dateIn } from './dates.js';
import { languageNamed } from './languages.js';

export const WAYS = ['slug', 'digest', 'date', 'language', 'url', 'verdict', 'stance'] as const;
export type Way = (typeof WAYS)[number];

/** What a way needs beside the value. */
export interface WayOptions {
  /** Of dates: the forms that they are written in. */
  readonly formats: readonly string[];
  /** Of labels: the page of whoever gives them, as far as one is known. */
  readonly publisher: string | undefined;
}

/** What became of a value: a text; a refusal; or nothing, with what is lost. */
export type Made = string | { readonly refusal: Refusal } | { readonly lost: string };

const LONGEST_SLUG = 150;

/** A key's part of any text: its letters and digits, folded; a digest where there are none or too many. */
function slug(text: string): string {
  const plain = foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' || plain.length > LONGEST_SLUG ? digestOf(text) : plain;
}

const wrong = (code: Refusal['code'], message: string, hint: string): Made => ({ refusal: refusal(code, '', message, hint) });

const MAKERS: Readonly<Record<Way, (text: string, options: WayOptions) => Made>> = {
  slug,
  digest: (text) => digestOf(text),
  date: (text, { formats }) =>
    dateIn(text, formats) ??
    wrong('BAD_DATE', `"${excerpt(text)}" is not a date of the form ${formats.join(', ')}`, 'the form in which the column has its dates'),
  language: (text) =>
    languageFrom(text) ??
    languageNamed(text) ??
    wrong(
      'BAD_LANGUAGE',
      `"${excerpt(text)}" is not a language`,
      'a BCP 47 tag, its name in English or in itself, or a map of the values in the mapping',
    ),
  url: (text) =>
    urlFrom(text) ??
    wrong('BAD_URL', `"${excerpt(text)}" is not a web address`, 'an address such as https://example.org/page or example.org/page'),
  verdict: (text, { publisher }) => verdict(text, publisher) ?? { lost: `no verdict is known for the label "${excerpt(text)}"` },
  stance: (text, { publisher }) => {
    const own = STANCES.find((stance) => stance === text.toUpperCase());
    const rated = own ? undefined : verdict(text, publisher);
    return own ?? (rated ? STANCE_OF[rated] : { lost: `no stance is known for the label "${excerpt(text)}"` });
  },
};

export const made = (way: Way, text: string, options: WayOptions): Made => MAKERS[way](text, options);

/** A label's verdict, or the verdict itself where a map gave one. */
const verdict = (text: string, publisher: string | undefined): Verdict | undefined =>
  VERDICTS.find((each) => each === text) ?? verdictOf(text, publisher);
