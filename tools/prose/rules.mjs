/**
 * What a sentence that users read must not hold. Each rule has a sentence that breaks it and one that does not
 * (test/docs/prose.test.ts tries both); `except` says which texts a rule passes over, and why.
 */

/** Longest sentence, in words. Longer ones join ideas that stand better apart. */
export const WORDS_MAX = 40;

/** Words whose first letter is a vowel and whose first sound is a consonant, and the reverse; acronyms are spelt out. */
const CONSONANT_SOUND = /^(?:uni(?:t|que|on|vers|form|code|fi)|us(?:e|age|able|ual)|ut[if]|eu|one\b|once|u[^a-z]|U(?:[A-Z]|\b))/;
const VOWEL_SOUND = /^(?:hour|hono|honest|heir|npm\b|x[-\b]|n-|8|11\b|18\b|(?:HTTPS?|HTML|XML|XSD|RDF|RFC|RSS|LEI|LRU|NFC|NFD|SSE|SVG)\b)/;
/** Some say "sequel" and "sha", others the letters; and a code span may hold anything. */
const EITHER = /^(?:[FHLMNRSX][A-Z]|code\b)/;

/** @param {string} sentence */
export function wrongArticle(sentence) {
  for (const [found, article, word] of sentence.matchAll(/(?<![\w'’.-])([Aa]n?) ([A-Za-z0-9][\w.-]*)/g)) {
    if (EITHER.test(word) && !VOWEL_SOUND.test(word)) continue;
    const lower = /^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word;
    const wantsAn = /^[aeiou]/i.test(lower) ? !CONSONANT_SOUND.test(lower) : VOWEL_SOUND.test(lower);
    if (wantsAn !== (article.toLowerCase() === 'an')) return found;
  }
  return undefined;
}

/** @type {readonly { name: string, instead: string, pattern?: RegExp, find?: (sentence: string) => string | undefined, wrong: string, right: string, except?: readonly { text: RegExp, why: string }[] }[]} */
export const RULES = [
  {
    name: 'article',
    instead: '"an" before a vowel that is heard, "a" before a consonant',
    find: wrongArticle,
    wrong: 'Adds a Entity.',
    right: 'Adds an Entity, a UUID, an RDF file, an uncertain date, a URL, a Unicode text, an hour, an EDTF date and a user.',
  },
  {
    name: 'one a',
    instead: 'one per',
    pattern:
      /\bone an? [a-z]+(?: [a-z]+)?(?=[.,;:)]|$)|\b(?:once|item|name|text|line|file) an? (?:value|line|item|record|language|kind|day|page|document|key)\b/i,
    wrong: 'Its names, one a language.',
    right: 'Its names, one per language.',
  },
  {
    name: 'whom',
    instead: 'name who it is',
    pattern: /\bwhom\b/i,
    wrong: 'Whom a citation has its word from.',
    right: 'The chain of sources.',
  },
  {
    name: 'whose word',
    instead: 'the speaker, or the source',
    pattern:
      /\bwhose word\b|\bon whose\b|\b(?:has|have|had|take[ns]?|got) (?:its|their|his|the) word (?:from|for)\b|\bat (?:its|their) word\b/i,
    wrong: 'Whose word it is.',
    right: 'The speaker of the citation.',
  },
  {
    name: 'is over',
    instead: 'expired, ended, or more than',
    pattern: /\b(?:is|are|was|be) over(?! \d)(?=[ .,;:]|$)/i,
    wrong: 'A token that is over.',
    right: 'A token that has expired.',
  },
  {
    name: 'stands',
    instead: 'is, appears, or applies',
    pattern: /\b(?:stands?|stood|standing)\b(?! for\b)/i,
    wrong: 'Where the quote stands.',
    right: 'Where the quote appears. CSV stands for comma-separated values.',
  },
  {
    name: 'goes on',
    instead: 'continues',
    pattern: /\b(?:go|goes|gone|going|went) on\b/i,
    wrong: 'Whether the log goes on.',
    right: 'Whether the log continues.',
  },
  {
    name: 'what is there',
    instead: 'name the thing, or say "exists"',
    pattern: /\bwhat (?:is|was|are) (?:there|so)\b|\b(?:is|are) there already\b|\b(?:is|are) not there\b/i,
    wrong: 'It writes over what is there.',
    right: 'It overwrites an existing file.',
  },
  {
    name: 'nobody',
    instead: 'say what happens, or who',
    pattern: /\bnobody's (?:business|word)\b|\bby and by\b|\bas soon as ever\b|\bfor want of\b|\bsays? otherwise\b/i,
    wrong: "It is nobody's business.",
    right: 'It has no effect.',
  },
  {
    name: 'is no',
    instead: 'is not a',
    pattern: /\b(?:is|are|was) no (?!longer\b|more\b|need\b|way\b|limit\b|end\b|such\b|other\b|less\b|later\b|earlier\b)[a-z]+/i,
    except: [{ text: /\bthere (?:is|are|was) no\b/i, why: '"there is no" says that something does not exist' }],
    wrong: 'The value is no date.',
    right: 'The value is not a date. There is no date. It is no longer current.',
  },
  {
    name: 'private term',
    instead: 'refresh, stale, mark as stale',
    pattern: /\b(?:un)?settl(?:e[ds]?|ing|ement)\b/i,
    wrong: 'The claim is unsettled.',
    right: 'The claim is stale.',
  },
  {
    name: 'passive telling',
    instead: 'is refused with, reports, or lists',
    pattern: /\b(?:is|are|was|were) told\b|\bis said who\b|\bit is said\b(?! to\b)/i,
    wrong: 'The caller is told OVERLOADED.',
    right: 'The request is refused with OVERLOADED.',
  },
  {
    name: 'long sentence',
    instead: `at most ${WORDS_MAX} words`,
    find: (sentence) => {
      const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      return count > WORDS_MAX ? `${count} words` : undefined;
    },
    wrong: `${'word '.repeat(WORDS_MAX)}too many.`,
    right: 'A short sentence.',
  },
];

/**
 * The rules that a sentence breaks, with the words that break them.
 *
 * @param {string} sentence
 * @returns {{ rule: string, found: string, instead: string }[]}
 */
export function faultsOf(sentence) {
  return RULES.flatMap(({ name, instead, pattern, find, except = [] }) => {
    const passed = except.reduce((text, each) => text.replace(new RegExp(each.text, 'gi'), ' '), sentence);
    const found = find ? find(passed) : pattern?.exec(passed)?.[0];
    return found === undefined ? [] : [{ rule: name, found, instead }];
  });
}
