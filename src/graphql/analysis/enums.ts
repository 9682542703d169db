/** The words that analyses answer with. */
import { registerEnumType } from 'type-graphql';

function enumeration(name: string, description: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, about]) => [value, { description: about }]));
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}

export const JoinReason = enumeration('JoinReason', 'Why two origins count once.', {
  SAME_SOURCE: 'Both stand in one source, or in copies of it.',
  SAME_SPEAKER: 'Both are the word of one speaker.',
  SAME_PUBLISHER: 'One publisher brought both.',
  SAME_OWNER: 'One owner stands behind their publishers.',
});

export const OriginState = enumeration('OriginState', "Whether anybody has seen an origin's source.", {
  SEEN: 'The source is here with a text, the digest of one, an address or an archived copy.',
  KNOWN_THROUGH: 'The source is here by name alone, and sources that were seen go back to it.',
  UNSEEN: 'The source is here by name alone, and no other source that was seen goes back to it.',
});

export const StepKind = enumeration('StepKind', 'How a chain comes to a step.', {
  START: 'It is where the chain was asked for.',
  RELAY: 'A citation says that it has its word from there.',
  SYNDICATES: 'A source prints another as it is.',
  TRANSLATES: 'A source gives another in its language.',
});

export const ChainBreak = enumeration('ChainBreak', 'Where a chain cannot be followed or trusted.', {
  SPEAKER_NOT_CITED: "It is somebody else's word, and where they said it is not in the graph.",
  SPEAKER_UNKNOWN: 'The source does not say whose word it is.',
  BACKWARDS: 'It is dated surely before what it retells.',
  UNDATED: 'It retells, and nobody knows when.',
  ANOTHER_CLAIM: 'What it retells is another claim: it holds nothing up.',
  RETRACTED: 'It was retracted.',
  NOT_FOLLOWED: 'A limit ended the search here.',
});

export const ContradictionKind = enumeration('ContradictionKind', 'What makes two sides contradict each other.', {
  LINK: 'Somebody linked the claims as contradicting.',
  OPPOSING_STANCES: 'Sources support and refute the very claim.',
  NEGATED_TWIN: 'One claim says that the other is not so.',
  TWO_VALUES: 'The predicate has one value at a time, and these are two.',
  OWN_WORD: 'A speaker stands on both sides.',
});

export const Certainty = enumeration('Certainty', 'How sure it is that both sides would hold at once.', {
  SURELY: 'By their dates they would.',
  POSSIBLY: 'Their dates are too vague, or not given, to say.',
});

export const TimelineAxis = enumeration('TimelineAxis', 'By which time a claim is put on a timeline.', {
  SAID: 'When it was first said.',
  VALID: 'When it is claimed to hold.',
  RECORDED: 'When it came into the graph.',
});

export const TimelineStep = enumeration('TimelineStep', 'How long a bucket of a timeline is.', {
  DAY: 'A day.',
  WEEK: 'A week from Monday (ISO 8601).',
  MONTH: 'A month.',
  QUARTER: 'Three months.',
  YEAR: 'A year.',
  DECADE: 'Ten years.',
});

export const ImpreciseDates = enumeration('ImpreciseDates', 'What becomes of dates too vague for one bucket.', {
  SPREAD: 'They are counted, as possible, in every bucket that they may fall in.',
  EARLIEST: 'They are counted, as possible, in the first bucket that they may fall in.',
  APART: 'They are counted in no bucket.',
});

export const CountedBy = enumeration('CountedBy', 'By what claims or citations are counted.', {
  PREDICATE: 'The predicate.',
  SUBJECT: 'The subject.',
  PUBLISHER: 'The publisher of the source; of claims, of the sources that carry them.',
  SPEAKER: 'The speaker, where one is named.',
  STANCE: 'What the source does with the claim.',
  LANGUAGE: 'The language of the source.',
  VERDICT: "The fact-checkers' verdict.",
  MONTH:
    'The month it was (first) said in, as its date is written: an uncertain or approximate date counts in its month, one too vague for a month in none.',
});

export const NeighbourOrder = enumeration('NeighbourOrder', 'Which neighbours come first.', {
  NEAREST: 'The nearest, then those connected by the most claims.',
  CLAIMS: 'Those connected by the most claims.',
  SUPPORT: 'Those connected by the best supported claim: the one with the most independent origins.',
});

export const DuplicateReason = enumeration('DuplicateReason', 'What a proposal of duplicates rests on.', {
  SAME_IDENTIFIER: 'They have an identifier in common.',
  SAME_NAME: 'They have a name in common, but for case, accents and apostrophes.',
  SIMILAR_NAME: 'Their names or titles are alike, in whatever order of the words.',
  SAME_TEXT: 'Their whole text is the same; of claims, a text.',
  SIMILAR_TEXT: 'Texts of the claims say the same in nearly the same words.',
  SAME_TITLE: 'Their titles are the same, but for case, accents and apostrophes.',
  SAME_PUBLISHER: 'They have one publisher.',
  SAME_DATE: 'They were published on the same date.',
});

export const Likeness = enumeration('Likeness', 'How a text has what was typed.', {
  SAME: 'It is the same, but for case, accents and apostrophes.',
  BEGINNING: 'It begins with it.',
  WORDS: 'It has all its words, or other forms of them.',
  PREFIX: 'It has all its words; of the last one the beginning was typed.',
  TYPO: 'It has words that are a letter or two away from those that were typed.',
  SOME_WORDS: 'It has some of the words.',
  CONSONANTS: 'Its words are of a script that leaves vowels out, and have the consonants of those that were typed, or of some of them.',
  MEANING: 'It means nearly the same in other words or another language, as a model of language has it. Nothing in it is highlighted.',
});
