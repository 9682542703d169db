/** The part of the one table (graph.ts) that says what stands on the values that live and die with a record. */
import { embedded, enumeration, field, reference, shape, type PartName, type Shape } from './definition.js';
import {
  CONTRIBUTOR_ROLES,
  DERIVATION_KINDS,
  MENTION_ROLES,
  OPERATIONS,
  PARTICIPANT_ROLES,
  PASSAGE_MATCHES,
  PASSAGE_STATES,
  VALUE_KINDS,
  VERDICTS,
} from './vocabulary.js';

const byPosition = { field: 'position', direction: 'ASC' } as const;
const LABEL_TEXT_MAX = 2_000;
/** Why something is suspected; as long as the reason of a write may be. */
const suspicion = field('text', { required: true, filter: false, max: 2_000 });

export const PART_SHAPES: Record<PartName, Shape> = {
  Label: shape('Label', byPosition, {
    language: field('language', { required: true }),
    text: field('text', { required: true, contains: true, max: LABEL_TEXT_MAX }),
  }),
  Identifier: shape('Identifier', byPosition, {
    scheme: field('string', { required: true, max: 40, selectivity: 4 }),
    value: field('string', { required: true }),
  }),
  Mention: shape(
    'Mention',
    byPosition,
    { role: enumeration('MentionRole', MENTION_ROLES, { required: true }) },
    { entity: reference('Entity', { required: true }) },
  ),
  Participant: shape(
    'Participant',
    byPosition,
    { roles: field('roles', { values: PARTICIPANT_ROLES, enumName: 'ParticipantRole', required: true }) },
    { entity: reference('Entity', { required: true }) },
  ),
  Qualifier: shape(
    'Qualifier',
    byPosition,
    {},
    { predicate: reference('Predicate', { required: true }), entity: reference('Entity'), value: embedded('Value') },
  ),
  Value: shape('Value', byPosition, {
    kind: enumeration('ValueKind', VALUE_KINDS, { required: true }),
    text: field('text', { max: LABEL_TEXT_MAX }),
    language: field('language'),
    amount: field('decimal'),
    unit: field('string', { max: 100, selectivity: 4 }),
    date: field('date'),
  }),
  Contributor: shape(
    'Contributor',
    byPosition,
    { role: enumeration('ContributorRole', CONTRIBUTOR_ROLES, { required: true }) },
    { entity: reference('Entity', { required: true }) },
  ),
  ArchivedCopy: shape('ArchivedCopy', byPosition, {
    url: field('url', { required: true, compared: 'GIVEN' }),
    canonicalUrl: field('url', { derived: true, compared: 'ADDRESS' }),
    capturedAt: field('date'),
  }),
  Derivation: shape(
    'Derivation',
    byPosition,
    { kind: enumeration('DerivationKind', DERIVATION_KINDS, { required: true }) },
    { source: reference('Source', { required: true }) },
  ),
  SuspectedDerivation: shape(
    'SuspectedDerivation',
    byPosition,
    { kind: enumeration('DerivationKind', DERIVATION_KINDS, { required: true }), reason: suspicion },
    { source: reference('Source', { required: true }) },
  ),
  Relay: shape('Relay', byPosition, {}, { citation: reference('Citation', { required: true }) }),
  SuspectedRelay: shape('SuspectedRelay', byPosition, { reason: suspicion }, { citation: reference('Citation', { required: true }) }),
  KnownThrough: shape('KnownThrough', byPosition, {}, { source: reference('Source', { required: true }) }),
  Passage: shape('Passage', byPosition, {
    /** Absent where a passage is given by its position alone (TextPositionSelector). */
    exact: field('text', { contains: true, max: 10_000 }),
    prefix: field('string', { filter: false }),
    suffix: field('string', { filter: false }),
    start: field('integer', { filter: false }),
    end: field('integer', { filter: false }),
    state: enumeration('PassageState', PASSAGE_STATES, { derived: true }),
    /** How the quote that was given was found; absent while it was not looked for. */
    match: enumeration('PassageMatch', PASSAGE_MATCHES, { derived: true }),
    /** The digest of the text that the passage was last found in. */
    digest: field('digest', { derived: true, filter: false }),
  }),
  Rating: shape('Rating', byPosition, {
    label: field('text', { max: 500 }),
    value: field('decimal'),
    best: field('decimal'),
    worst: field('decimal'),
    verdict: enumeration('Verdict', VERDICTS),
  }),
  Retraction: shape('Retraction', byPosition, {
    at: field('instant', { required: true }),
    by: field('string', { author: true }),
    reason: field('text', { required: true, max: 2_000 }),
  }),
  Version: shape(
    'Version',
    { field: 'version', direction: 'DESC' },
    {
      version: field('integer', { required: true }),
      recordedAt: field('instant', { required: true }),
      recordedUntil: field('instant'),
      recordedBy: field('string', { author: true }),
      operation: enumeration('Operation', OPERATIONS, { required: true }),
      reason: field('text'),
      data: field('json', { required: true }),
    },
  ),
};
