/**
 * A seeded set to measure a search by: 2,000 claims in five languages, and 300 questions of which it is known what they mean. Claims are
 * told apart by who, where, what and how many, which they share with others.
 */
import { random } from '../generate.mjs';
import { EVENTS, GIVEN, LANGUAGES, PEOPLE, PLACES, THINGS } from './sentences.mjs';

const CLAIMS = 2_000;
const OF_EACH = 75;

const next = random(20_261_128);
const below = (limit) => Math.floor(next() * limit);
const pick = (list) => list[below(list.length)];
const written = (name, language) => name.split('/')[language === 'ar' ? 1 : 0];

function sentence(fact, language, way) {
  const values = {
    who: `${written(fact.given, language)} ${written(fact.family, language)}`,
    where: written(fact.where, language),
    what: THINGS[language][fact.what],
    n: String(fact.number),
    year: String(fact.year),
  };
  return EVENTS[fact.event][language][way].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const facts = Array.from({ length: CLAIMS }, (_, index) => ({
  key: `f${index}`,
  language: LANGUAGES[index % LANGUAGES.length],
  event: below(EVENTS.length),
  given: pick(GIVEN),
  family: pick(PEOPLE),
  where: pick(PLACES),
  what: below(THINGS.en.length),
  number: 12 + below(980),
  year: 1990 + below(36),
}));

export const claims = facts.map((fact) => ({
  key: fact.key,
  texts: [{ language: fact.language, text: sentence(fact, fact.language, 0) }],
}));

/** What is left of a paraphrase when somebody is in a hurry: who, where and what. */
function shortened(fact) {
  const { language } = fact;
  return [written(fact.family, language), THINGS[language][fact.what], written(fact.where, language)].join(' ').toLowerCase();
}

/** Two of the longer words with a letter missing, doubled, or two swapped; not the first of a word. */
function misspelt(text) {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (/^[\p{L}]{6,}/u.test(word) ? index : []));
  for (let times = 0; times < 2 && long.length > 0; times++) {
    const [index] = long.splice(below(long.length), 1);
    const letters = [...words[index]];
    const at = 1 + below(letters.length - 3);
    const way = below(3);
    if (way === 0) letters.splice(at, 1);
    else if (way === 1) letters.splice(at, 0, letters[at]);
    else [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
    words[index] = letters.join('');
  }
  return words.join(' ');
}

/** Nobody else's: who, where and what are this claim's alone, in its language and in all others. */
const isAlone = (fact) =>
  facts.every((other) => other === fact || other.family !== fact.family || other.where !== fact.where || other.what !== fact.what);

const asked = facts
  .filter(isAlone)
  .toSorted((a, b) => ((Number(a.key.slice(1)) * 7919) % CLAIMS) - ((Number(b.key.slice(1)) * 7919) % CLAIMS));
const kinds = {
  paraphrased: (fact) => sentence(fact, fact.language, 1),
  shortened,
  misspelt: (fact) => misspelt(sentence(fact, fact.language, 1)),
  translated: (fact) => sentence(fact, pick(LANGUAGES.filter((language) => language !== fact.language)), 1),
};

export const questions = Object.entries(kinds).flatMap(([kind, ask], order) =>
  asked.slice(order * OF_EACH, (order + 1) * OF_EACH).map((fact) => ({ kind, text: ask(fact), wanted: [fact.key] })),
);

/** Somebody who says that it is not so, by language. */
const DENIED = {
  en: ['It is not true that', 'There is no evidence that'],
  fr: ['Il n’est pas vrai que', 'Il est faux que'],
  de: ['Es stimmt nicht:', 'Es ist falsch, dass'],
  es: ['No es cierto que', 'Es falso que'],
  ar: ['ليس صحيحا أن', 'لا صحة لما يقال من أن'],
};

const other = (list, than) => {
  const [first, second] = [pick(list), pick(list)];
  return first === than ? (second === than ? list.find((each) => each !== than) : second) : first;
};

/** What makes of a claim another one that has nearly all of its words. */
const twists = {
  'other number': (fact) => ({ ...fact, number: fact.number + 1 + below(500) }),
  'other year': (fact) => ({ ...fact, year: fact.year - 1 - below(20) }),
  'other name': (fact) => ({ ...fact, family: other(PEOPLE, fact.family) }),
  'other place': (fact) => ({ ...fact, where: other(PLACES, fact.where) }),
};

/** Sentences that are no claim of the set, but for a word: nothing is wanted for them. */
export const twisted = [
  ...Object.entries(twists).flatMap(([kind, twist], order) =>
    asked
      .slice(order * OF_EACH, (order + 1) * OF_EACH)
      // Where the sentence says what is twisted.
      .filter((fact) => sentence(twist(fact), fact.language, 0) !== sentence(fact, fact.language, 0))
      .map((fact, index) => ({ kind, text: sentence(twist(fact), fact.language, index % 2), wanted: [] })),
  ),
  ...asked.slice(0, OF_EACH).map((fact, index) => ({
    kind: 'denied',
    text: `${DENIED[fact.language][index % 2]} ${sentence(fact, fact.language, 0)}`,
    wanted: [],
  })),
];
