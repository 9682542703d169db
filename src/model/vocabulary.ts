/** The closed lists of the model. Open vocabularies (predicates, identifier schemes) are data. */

export const ENTITY_KINDS = ['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'PRODUCT', 'CONCEPT'] as const;

export const SOURCE_KINDS = ['ARTICLE', 'POST', 'LETTER', 'STATEMENT', 'INTERVIEW', 'VIDEO', 'DATASET', 'DOCUMENT', 'REVIEW'] as const;

/** How one source comes from another. */
export const DERIVATION_KINDS = ['SYNDICATES', 'TRANSLATES', 'REPORTS', 'QUOTES'] as const;

/** What a source does with a claim it carries. */
export const STANCES = ['SUPPORTS', 'REFUTES', 'QUESTIONS', 'MENTIONS'] as const;

export const CLAIM_LINK_KINDS = ['SUPPORTS', 'CONTRADICTS', 'REFINES', 'SUPERSEDES', 'SAME_AS'] as const;

/** A literal object: UNKNOWN is "some value, which one is not known", NONE is "no value". */
export const VALUE_KINDS = ['TEXT', 'QUANTITY', 'DATE', 'UNKNOWN', 'NONE'] as const;

/** The ways an entity takes part in a claim. */
export const PARTICIPANT_ROLES = ['SUBJECT', 'OBJECT', 'MENTION', 'QUALIFIER'] as const;

export const MENTION_ROLES = ['ABOUT', 'AGENT', 'AUDIENCE', 'INSTRUMENT', 'LOCATION', 'TIME', 'OTHER'] as const;

export const CONTRIBUTOR_ROLES = [
  'AUTHOR',
  'PHOTOGRAPHER',
  'EDITOR',
  'TRANSLATOR',
  'SENDER',
  'RECIPIENT',
  'RIGHTS_HOLDER',
  'OTHER',
] as const;

/** Fact-checkers' verdicts, brought to one scale; the publisher's own label stays beside it. */
export const VERDICTS = ['TRUE', 'MOSTLY_TRUE', 'MIXED', 'MOSTLY_FALSE', 'FALSE', 'UNPROVEN', 'SATIRE', 'OTHER'] as const;

/**
 * What is known about a passage: VERIFIED, the quote stands at its position in the text;
 * UNVERIFIED, the text was never seen; DRIFTED, the text changed and the quote no longer stands there.
 */
export const PASSAGE_STATES = ['VERIFIED', 'UNVERIFIED', 'DRIFTED'] as const;

/**
 * How the quote that was given was found in the text: to the letter; canonically equal, as é and e with an accent are;
 * or as the eye reads it, apart from spaces, invisible characters, ligatures, quotation marks and dashes.
 */
export const PASSAGE_MATCHES = ['EXACT', 'CANONICAL', 'FOLDED'] as const;

/** Who may see a record: anybody who may read, or only who may write: work that is not done yet, or a source to be protected. */
export const VISIBILITIES = ['PUBLIC', 'DRAFT', 'RESTRICTED'] as const;

export const OPERATIONS = ['CREATED', 'CHANGED', 'RETRACTED', 'RESTORED', 'MERGED', 'UNMERGED'] as const;

/** The predicates by which the graph says who owns whom: the owner stands in the named role. */
export const OWNERSHIP = { owns: 'subject', 'owned-by': 'object' } as const;

export type PassageState = (typeof PASSAGE_STATES)[number];
export type PassageMatch = (typeof PASSAGE_MATCHES)[number];
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];
export type Operation = (typeof OPERATIONS)[number];
