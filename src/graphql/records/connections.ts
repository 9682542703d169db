/** The connection of each record, read late: records and their pages refer to each other. */
import type { ClassType } from 'type-graphql';
import { Citation } from './citation.type.js';
import { ClaimLink } from './claim-link.type.js';
import { Claim } from './claim.type.js';
import { connectionType } from './connection.type.js';
import { Entity } from './entity.type.js';
import { Predicate } from './predicate.type.js';
import { Source } from './source.type.js';

export const EntityConnection = (): ClassType => connectionType('Entity', () => Entity);
export const ClaimConnection = (): ClassType => connectionType('Claim', () => Claim);
export const SourceConnection = (): ClassType => connectionType('Source', () => Source);
export const CitationConnection = (): ClassType => connectionType('Citation', () => Citation);
export const ClaimLinkConnection = (): ClassType => connectionType('ClaimLink', () => ClaimLink);
export const PredicateConnection = (): ClassType => connectionType('Predicate', () => Predicate);
