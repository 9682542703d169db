/** The words that analyses answer with. */
import { registerEnumType } from 'type-graphql';

function enumeration(name: string, description: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, about]) => [value, { description: about }]));
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}

export const JoinReason = enumeration('JoinReason', 'The reason why two origins count once.', {
  SAME_SOURCE: 'Both are in one source, or in copies of it.',
  SAME_SPEAKER: 'Both have the same speaker.',
  SAME_PUBLISHER: 'Both have the same publisher.',
  SAME_OWNER: 'Their publishers have the same owner.',
});

export const OriginState = enumeration('OriginState', 'Whether the source of an origin was seen.', {
  SEEN: 'The graph holds the text of the source, the digest of its text, its address or an archived copy.',
  KNOWN_THROUGH: 'The graph holds only the name of the source, and seen sources go back to it.',
  UNSEEN: 'The graph holds only the name of the source, and no other seen source goes back to it.',
});

export const StepKind = enumeration('StepKind', 'How a chain reaches a step.', {
  START: 'The start of the chain.',
  RELAY: 'A citation relays this one.',
  SYNDICATES: 'A source prints this one unchanged.',
  TRANSLATES: 'A source translates this one.',
});

export const ChainBreak = enumeration('ChainBreak', 'The reason why a chain cannot be followed or trusted.', {
  SPEAKER_NOT_CITED: "The words are somebody else's, and the graph does not hold where the speaker said them.",
  SPEAKER_UNKNOWN: 'The source does not name the speaker.',
  BACKWARDS: 'The citation is surely dated before the one that it retells.',
  UNDATED: 'The citation retells another one and has no date.',
  ANOTHER_CLAIM: 'The citation retells another claim. It does not count as support.',
  RETRACTED: 'It was retracted.',
  NOT_FOLLOWED: 'A limit ended the search here.',
});

export const ContradictionKind = enumeration('ContradictionKind', 'Why two sides contradict each other.', {
  LINK: 'A link says that the claims contradict each other.',
  OPPOSING_STANCES: 'Sources support and refute the same claim.',
  NEGATED_TWIN: 'One claim negates the other.',
  TWO_VALUES: 'The predicate allows one value at a time, and the claims give two.',
  OWN_WORD: 'A speaker is on both sides.',
});

export const Certainty = enumeration('Certainty', 'Whether both sides surely or only possibly hold at the same time.', {
  SURELY: 'By their dates, both sides hold at the same time.',
  POSSIBLY: 'The dates are missing or too imprecise to tell.',
});

export const TimelineAxis = enumeration('TimelineAxis', 'The time by which a timeline places claims.', {
  SAID: 'When the claim was first said.',
  VALID: 'When the claim is said to hold.',
  RECORDED: 'When the claim was added to the graph.',
});

export const TimelineStep = enumeration('TimelineStep', 'The length of a bucket of a timeline.', {
  DAY: 'A day.',
  WEEK: 'A week that starts on Monday (ISO 8601).',
  MONTH: 'A month.',
  QUARTER: 'Three months.',
  YEAR: 'A year.',
  DECADE: 'Ten years.',
});

export const ImpreciseDates = enumeration('ImpreciseDates', 'How dates too imprecise for one bucket are counted.', {
  SPREAD: 'As possible in every bucket in which they may lie.',
  EARLIEST: 'As possible in the first bucket in which they may lie.',
  APART: 'In no bucket.',
});

export const CountedBy = enumeration('CountedBy', 'The property by which claims or citations are counted.', {
  PREDICATE: 'The predicate.',
  SUBJECT: 'The subject.',
  PUBLISHER: 'The publisher of the source. For claims, the publishers of the sources that carry them.',
  SPEAKER: 'The speaker, if one is named.',
  STANCE: 'The position that the source takes on the claim.',
  LANGUAGE: 'The language of the source.',
  VERDICT: "The fact-checkers' verdict.",
  MONTH:
    'The month in which it was (first) said, as its date is written. An uncertain or approximate date counts in its month. A date too imprecise for a month counts in none.',
});

export const NeighbourOrder = enumeration('NeighbourOrder', 'The order of neighbours.', {
  NEAREST: 'Nearest first, then by the number of connecting claims.',
  CLAIMS: 'By the number of connecting claims, most first.',
  SUPPORT: 'By the independent origins of the best supported connecting claim, most first.',
});

export const DuplicateReason = enumeration('DuplicateReason', 'The reason why two records may be duplicates.', {
  SAME_IDENTIFIER: 'They have an identifier in common.',
  SAME_NAME: 'They have a name in common, apart from case, accents and apostrophes.',
  SIMILAR_NAME: 'Their names or titles are similar, in any order of the words.',
  SAME_TEXT: 'Their whole text is the same. For claims, one of their texts.',
  SIMILAR_TEXT: 'Texts of the claims say the same in nearly the same words.',
  SAME_TITLE: 'Their titles are the same, apart from case, accents and apostrophes.',
  SAME_PUBLISHER: 'They have the same publisher.',
  SAME_DATE: 'They were published on the same date.',
});

export const Likeness = enumeration('Likeness', 'How a text matches the words that were typed.', {
  SAME: 'The text is the same, apart from case, accents and apostrophes.',
  BEGINNING: 'The text begins with the words.',
  WORDS: 'The text has all the words, or other forms of them.',
  PREFIX: 'The text has all the words. Only the beginning of the last one was typed.',
  TYPO: 'The text has words that differ from those typed by a letter or two.',
  SOME_WORDS: 'The text has some of the words.',
  CONSONANTS: 'The text is in a script without vowels, and its words have the consonants of the words typed, or of some of them.',
  MEANING:
    'The text means nearly the same in other words or another language, according to the embedding model. Nothing in it is highlighted.',
});
