/** What each kind, field and edge of the table means, in a sentence: shown in the API and its schema. */
import type { ShapeName } from './definition.js';
import { edgesOf, fieldsOf, isHidden, isRecordName, shapeOf } from './graph.js';

const COMMON: Record<string, string> = {
  id: 'The id, assigned by claimgraph: a UUIDv7. The id of a predicate is its key.',
  key: "The caller's own stable key, such as wikidata:Q7239. It is unique among records of this kind.",
  version: 'The version number of the record, counted from 1. Pass it as `expectedVersion` to change exactly the version you have read.',
  createdAt: 'When the record was created.',
  createdBy: 'Who created the record. Readers see a pseudonym, as in `recordedBy`.',
  recordedAt: 'When this version was written.',
  recordedBy: 'Who wrote this version. Readers see a pseudonym, which is always the same for the same author.',
  visibility:
    'Who may see the record. PUBLIC records are visible to every reader, DRAFT and RESTRICTED records to contributors and above. Records that refer to a hidden record are hidden from readers, too. Records that only relay or copy it are not.',
  withheld: 'Whether the record is hidden from readers.',
  retraction:
    'The retraction of the record: its time, author and reason. Null if the record has not been retracted. A retracted record stays readable.',
  history: 'All versions of the record, newest first.',
};

const SHAPES: Record<ShapeName, { readonly about: string; readonly members: Record<string, string> }> = {
  Entity: {
    about: 'A person, organization, place or other thing that claims are about.',
    members: {
      kind: 'The kind of entity.',
      defaultName: 'The first of its names.',
      names: 'The names of the entity, one per language. The first is the default.',
      aliases: 'Other names by which the entity is known.',
      descriptions: 'Short descriptions that distinguish the entity from others of the same name.',
      identifiers: 'Identifiers of the entity in other systems.',
      claims: 'The claims in which the entity takes part, in any role or in the given roles.',
      said: 'The citations that name the entity as speaker, in whatever source they appear.',
      published: 'The sources that the entity published.',
      contributions: 'The sources to which the entity contributed, as author, photographer, sender and so on.',
      mergedInto: 'The entity into which this duplicate was merged and through which it is read. Null if it is not merged.',
      mergedFrom: 'The duplicates merged into this entity, which are read through it.',
    },
  },
  Claim: {
    about: 'A proposition, independent of who says it.',
    members: {
      negated: 'Whether the claim is negated: it says that the proposition is false.',
      validFrom: 'The date from which the proposition is claimed to hold.',
      validUntil: 'The date until which the proposition is claimed to hold.',
      note: 'An editorial note.',
      defaultText: 'The first of its texts.',
      firstSaid: 'The earliest `effectiveDate` of its citations that are not retracted.',
      lastSaid: 'The latest `effectiveDate` of its citations that are not retracted.',
      citationCount: 'The number of its citations that are not retracted.',
      independentSupporting:
        'The number of independent origins that support the claim. `corroboration` lists them and says why they are independent.',
      independentSupportingAtLeast:
        'The number of independent origins that support the claim if every suspected relay and suspected copy is real. Never more than `independentSupporting`.',
      independentRefuting: 'The number of independent origins that refute the claim. `corroboration` lists them.',
      independentRefutingAtLeast:
        'The number of independent origins that refute the claim if every suspicion is right. Never more than `independentRefuting`.',
      independentSeen:
        'The number of independent supporting origins whose source was seen. A source was seen if the graph holds its text, the digest of its text, its address or an archived copy.',
      independentGroups: 'The number of groups of origins, each of which counts once. `corroboration` lists them.',
      corroborationComplete: 'Whether all of its citations were examined for its corroboration.',
      readersDiffer: 'Whether any value derived from its citations differs for readers.',
      readersFirstSaid: 'firstSaid for readers.',
      readersLastSaid: 'lastSaid for readers.',
      readersCitationCount: 'citationCount for readers.',
      readersIndependentSupporting: 'independentSupporting for readers.',
      readersIndependentSupportingAtLeast: 'independentSupportingAtLeast for readers.',
      readersIndependentRefuting: 'independentRefuting for readers.',
      readersIndependentRefutingAtLeast: 'independentRefutingAtLeast for readers.',
      readersIndependentSeen: 'independentSeen for readers.',
      readersIndependentGroups: 'independentGroups for readers.',
      readersCorroborationComplete: 'corroborationComplete for readers.',
      texts: 'The proposition in words, one text per language. The first is the default.',
      subject: 'The entity that the claim is about.',
      predicate: 'The predicate: what the claim says of its subject.',
      object: 'The entity to which the predicate relates the subject.',
      value: 'The literal that the predicate assigns to the subject, if the claim has no object entity.',
      qualifiers: 'Circumstances of the claim. Each is a predicate with an entity or a literal.',
      mentions: 'Entities that the claim mentions besides its subject and object.',
      participants: 'Every entity that takes part in the claim. Each is listed once, with its roles.',
      citations: 'The citations of the claim.',
      knownOnlyThrough:
        'The sources on which knowledge of the claim depends: without one of them, no seen source would carry it, whatever the stance. The source itself may be seen or not. The `impact` of each reports `losesLastSeenSource` for this claim.',
      links: 'Links from this claim to other claims.',
      linkedFrom: 'Links from other claims to this one.',
    },
  },
  Source: {
    about: 'A document, broadcast or other place where claims can be read or heard.',
    members: {
      kind: 'The kind of source.',
      title: 'The title, in the language of the source.',
      language: 'The language of the source.',
      url: 'The address of the source, as it was given.',
      canonicalUrl:
        'The canonical address of the page. All spellings of its address, its alternative addresses and its archived copies belong to one source.',
      published: 'When the source was published.',
      digest: 'The SHA-256 digest of the text, encoded as UTF-8.',
      text: 'The full text, if it may be kept.',
      note: 'An editorial note.',
      publisher: 'The entity that published the source.',
      contributors: 'The entities that made the source, with their roles: authors, photographers, senders.',
      archivedCopies: 'Copies of the source kept by archives.',
      derivations: 'The sources from which this one is derived, and how: syndicated, translated, reported or quoted.',
      derivatives: 'The sources derived from this one.',
      suspectedDerivations: 'The sources from which this one is suspected to be derived, how, and why.',
      suspectedDerivatives: 'The sources suspected to be derived from this one.',
      citations: 'The citations of the source: the claims it carries, each with its stance, speaker and quote.',
      claims: 'The claims that the source carries. Each is listed once.',
      mergedInto: 'The source into which this duplicate was merged and through which it is read. Null if it is not merged.',
      mergedFrom: 'The duplicates merged into this source, which are read through it.',
    },
  },
  Citation: {
    about: 'An occurrence of a claim in a source.',
    members: {
      stance: 'The position that the source takes on the claim.',
      saidAt: 'When the claim was said, as precisely as the source states it.',
      effectiveDate: '`saidAt` or, if that is not given, the publication date of the source.',
      quote: 'The quoted words, verbatim.',
      quoteLanguage: 'The language of the quote.',
      speakerUnknown: "Whether the words are somebody else's and the source does not name the speaker.",
      note: 'An editorial note.',
      claim: 'The claim that the source carries.',
      source: 'The source that carries the claim.',
      speaker: 'The entity that says it, if that is not the publisher.',
      passage: 'Where the quote appears in the text of the source.',
      rating: "A fact-checker's verdict.",
      relays: 'The citations from which this one got the claim.',
      relayedBy: 'The citations that got the claim from this one.',
      suspectedRelays: 'The citations from which this one is suspected to have got the claim without saying so, and why.',
      suspectedRelayedBy: 'The citations suspected to have got the claim from this one.',
    },
  },
  ClaimLink: {
    about: 'A relation between two claims.',
    members: {
      kind: 'The relation of `from` to `to`.',
      note: 'Why the claims are linked.',
      from: 'The claim from which the link leads.',
      to: 'The claim to which the link leads.',
    },
  },
  Predicate: {
    about: 'A property or relation that a claim can state of an entity. Predicates form a small vocabulary to which new ones can be added.',
    members: {
      key: 'The slug of the predicate, such as cut-ties-with. It is also the id.',
      symmetric: 'Whether the relation also holds from object to subject.',
      functional: 'Whether a subject has only one value at a time.',
      subjectKinds: 'The kinds of entity that can be the subject. An empty list allows any kind.',
      objectKinds: 'The kinds of entity that can be the object. An empty list allows any kind.',
      labels: 'The names of the predicate, one per language.',
      inverseLabels: 'The names of the predicate when read from object to subject.',
      identifiers: 'Identifiers of the predicate in other systems, such as its Wikidata property.',
      claims: 'The claims that use the predicate.',
    },
  },
  Label: { about: 'A text and its language.', members: { language: 'The language, as a BCP 47 tag.', text: 'The text.' } },
  Identifier: {
    about: 'An identifier in another system.',
    members: {
      scheme: 'The system that assigned the identifier: wikidata, viaf, lei, url, ftm and others.',
      value: 'The identifier in that system.',
    },
  },
  Mention: {
    about: 'An entity that a claim mentions besides its subject and object.',
    members: { role: 'The role in which the claim mentions the entity.', entity: 'The entity.' },
  },
  Participant: {
    about: 'An entity that takes part in a claim.',
    members: { roles: 'The roles in which the entity takes part.', entity: 'The entity.' },
  },
  Qualifier: {
    about: 'A circumstance of a claim. It is a predicate with an entity or a literal.',
    members: {
      predicate: 'The predicate that names the circumstance.',
      entity: 'The entity to which the predicate relates the claim.',
      value: 'The literal that the predicate assigns to the claim.',
    },
  },
  Value: {
    about: 'A literal: a text, a quantity, a date, an unknown value or no value.',
    members: {
      kind: 'The kind of literal. UNKNOWN means that there is a value that nobody knows, NONE that there is no value.',
      text: 'The text, if the kind is TEXT.',
      language: 'The language of the text, if the kind is TEXT.',
      amount: 'The exact decimal number, if the kind is QUANTITY.',
      unit: 'The unit of the number, if the kind is QUANTITY.',
      date: 'The date, if the kind is DATE.',
    },
  },
  Contributor: {
    about: 'An entity that contributed to a source, and its role.',
    members: { role: 'The role of the contributor.', entity: 'The contributor.' },
  },
  ArchivedCopy: {
    about: 'A copy of a source kept by an archive.',
    members: {
      url: 'The address of the copy.',
      canonicalUrl: 'The canonical address of the copy.',
      capturedAt: 'When the archive captured the copy.',
    },
  },
  Derivation: {
    about: 'The derivation of one source from another.',
    members: { kind: 'How the source is derived.', source: 'The source from which it is derived.' },
  },
  SuspectedDerivation: {
    about: 'A source from which another one is suspected to be derived.',
    members: {
      kind: 'How the source is suspected to be derived.',
      reason: 'The reason for the suspicion, such as the same typo or the same mistake.',
      source: 'The source from which it is suspected to be derived.',
    },
  },
  Relay: { about: 'A citation from which another one got its claim.', members: { citation: 'The citation.' } },
  SuspectedRelay: {
    about: 'A citation from which another one is suspected to have got its claim.',
    members: { reason: 'The reason for the suspicion, such as the same typo or the same mistake.', citation: 'The citation.' },
  },
  KnownThrough: { about: 'A source without which no seen source would carry a claim.', members: { source: 'The source.' } },
  Passage: {
    about: 'The place of a quote in a text (W3C TextQuoteSelector and TextPositionSelector). Positions count Unicode code points.',
    members: {
      exact: 'The quote, spelled as in the text if the text is known. Absent if the text may not be quoted and only the position is given.',
      prefix: 'The text immediately before the quote.',
      suffix: 'The text immediately after the quote.',
      start: 'The position of the first character of the quote.',
      end: 'The position after the last character of the quote.',
      match: 'How the given quote matches the text. Null if the quote has not been looked up in the text.',
      state: 'Whether the quote was found in the text, was never checked, or is no longer where it was.',
      digest: 'The digest of the text in which the quote was last found.',
    },
  },
  Rating: {
    about: "A fact-checker's verdict on a claim.",
    members: {
      label: "The verdict in the publisher's own words.",
      value: 'The rating as a number.',
      best: 'The best rating on the scale.',
      worst: 'The worst rating on the scale.',
      verdict: 'The verdict on the common scale.',
    },
  },
  Retraction: {
    about: 'The retraction of a record.',
    members: { at: 'When the record was retracted.', by: 'Who retracted the record.', reason: 'Why the record was retracted.' },
  },
  Version: {
    about: 'One version of a record.',
    members: {
      version: 'The number of the version, counted from 1.',
      recordedAt: 'When the version was written.',
      recordedUntil: 'When the next version replaced this one. Null for the current version.',
      recordedBy: 'Who wrote the version. Readers see a pseudonym.',
      operation: 'The operation that made the version.',
      reason: 'Why the version was written, if a reason was given.',
      data: 'The whole record in this version. References are given as ids.',
    },
  },
};

export const aboutShape = (shape: ShapeName): string => SHAPES[shape].about;

/** Throws when the table has a member that nobody described. */
export function aboutMember(shape: ShapeName, member: string): string {
  const about = SHAPES[shape].members[member] ?? (isRecordName(shape) ? COMMON[member] : undefined);
  if (about === undefined) throw new Error(`${shape}.${member} has no description`);
  return about;
}

for (const shape of Object.keys(SHAPES) as ShapeName[]) {
  for (const { name } of fieldsOf(shape)) aboutMember(shape, name);
  for (const edge of edgesOf(shape)) if (!isHidden(edge)) aboutMember(shape, edge.name);
  for (const member of Object.keys(SHAPES[shape].members)) {
    if (!shapeOf(shape).fields[member] && !shapeOf(shape).edges[member])
      throw new Error(`${shape}.${member} is described, but is not in the table`);
  }
}
