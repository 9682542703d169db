/** What each kind, field and edge of the table means, in a sentence: shown in the API and its schema. */
import type { ShapeName } from './definition.js';
import { edgesOf, fieldsOf, isHidden, isRecordName, shapeOf } from './graph.js';

const COMMON: Record<string, string> = {
  id: 'The id given by claimgraph: a UUIDv7; of a predicate, its key.',
  key: "The caller's own stable key, unique among records of this kind, such as wikidata:Q7239.",
  version: 'Counts the changes of this record from 1; give it as expectedVersion to change what you have read.',
  createdAt: 'When the record was first written.',
  createdBy: 'Who first wrote the record. Readers see a pseudonym, as in recordedBy.',
  recordedAt: 'When this version was written.',
  recordedBy: 'Who wrote this version. Readers see a pseudonym, which is always the same for the same author.',
  visibility:
    'Who may see it: PUBLIC, every reader; DRAFT and RESTRICTED, who may write. What refers to it is withheld from readers with it; what relays or copies it is not.',
  withheld: 'Whether it is withheld from readers.',
  retraction: 'Set when the record was retracted: when, by whom and why. It stays readable.',
  history: 'Every version of the record, newest first.',
};

const SHAPES: Record<ShapeName, { readonly about: string; readonly members: Record<string, string> }> = {
  Entity: {
    about: 'Somebody or something that claims are about.',
    members: {
      kind: 'What sort of thing it is.',
      defaultName: 'The first of its names.',
      names: 'Its name, one a language; the first is the default.',
      aliases: 'Other names it is known by.',
      descriptions: 'A few words that tell it from others of the same name.',
      identifiers: 'What other systems call it.',
      claims: 'The claims it takes part in, in any role or in the roles given.',
      said: 'The citations whose speaker it is: its own word, wherever it was carried.',
      published: 'The sources it published.',
      contributions: 'The sources it contributed to, as author, photographer, sender and so on.',
      mergedInto: 'The entity that this one is a duplicate of, and is read through; null where it is not merged.',
      mergedFrom: 'Its duplicates: entities that are read through it.',
    },
  },
  Claim: {
    about: "A proposition, apart from anybody's saying it.",
    members: {
      negated: 'The claim says that this is not so.',
      validFrom: 'Since when it is claimed to hold.',
      validUntil: 'Until when it is claimed to hold.',
      note: 'A remark of the editors.',
      defaultText: 'The first of its texts.',
      firstSaid: 'The earliest effective date of its citations in force.',
      lastSaid: 'The latest effective date of its citations in force.',
      citationCount: 'How many citations in force it has.',
      independentSupporting: 'How many independent origins support it; see corroboration for which, and why they are independent.',
      independentSupportingAtLeast:
        'How many independent origins support it if every suspicion holds, those of suspected relays and of suspected copies; never more than independentSupporting.',
      independentRefuting: 'How many independent origins refute it; see corroboration.',
      independentRefutingAtLeast: 'How many independent origins refute it if every suspicion holds; never more than independentRefuting.',
      independentSeen:
        'How many of the independent origins that support it were seen: their source is here with a text, the digest of one, an address or an archived copy.',
      independentGroups: 'How many groups of origins count once; see corroboration.',
      corroborationComplete: 'Whether all of its citations were looked at for its corroboration.',
      readersDiffer: 'Whether anything of what follows from its citations is otherwise for readers.',
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
      texts: 'The proposition in words, one text a language; the first is the default.',
      subject: 'Whom or what the claim is about.',
      predicate: 'What is said of the subject.',
      object: 'The entity that the predicate relates the subject to.',
      value: 'The literal that the predicate gives the subject, where that is no entity.',
      qualifiers: 'Circumstances of the claim: a predicate with an entity or a literal.',
      mentions: 'Entities that the claim speaks of besides subject and object.',
      participants: 'Every entity that takes part in the claim, once, with its roles.',
      citations: 'Where the claim is carried.',
      knownOnlyThrough:
        'The sources, seen or not, without which no source that was seen would carry it, whatever its stance: those whose impact says that it loses its last seen source.',
      links: 'Links from this claim to others.',
      linkedFrom: 'Links from other claims to this one.',
    },
  },
  Source: {
    about: 'Where something can be read or heard.',
    members: {
      kind: 'What sort of source it is.',
      title: 'Its title, in its own language.',
      language: 'The language it is in.',
      url: 'Its address, spelt as it was given.',
      canonicalUrl:
        'The one spelling that stands for the page: every spelling of its address, its other doors and its copies in archives are one source.',
      published: 'When it appeared.',
      digest: 'The SHA-256 digest of its text as UTF-8.',
      text: 'Its whole text, where it may be kept.',
      note: 'A remark of the editors.',
      publisher: 'Who published it.',
      contributors: 'Who made it, with their roles: authors, photographers, senders.',
      archivedCopies: 'Copies kept by archives.',
      derivations: 'The sources it comes from, and how: syndicated, translated, reported, quoted.',
      derivatives: 'The sources that come from it.',
      suspectedDerivations: 'The sources that somebody suspects it to come from, how, and why they suspect it.',
      suspectedDerivatives: 'The sources that are suspected to come from it.',
      citations: 'The claims it carries, each with how it carries it.',
      claims: 'The claims it carries, each once.',
      mergedInto: 'The source that this one is a duplicate of, and is read through; null where it is not merged.',
      mergedFrom: 'Its duplicates: sources that are read through it.',
    },
  },
  Citation: {
    about: 'One occasion: this source carries this claim.',
    members: {
      stance: 'What the source does with the claim.',
      saidAt: 'When it was said, as precisely as the source says.',
      effectiveDate: 'saidAt, or failing that the date its source appeared.',
      quote: 'The words as quoted, to the letter.',
      quoteLanguage: 'The language of the quote.',
      speakerUnknown: "The words are somebody else's, and the source does not say whose.",
      note: 'A remark of the editors.',
      claim: 'The claim that is carried.',
      source: 'The source that carries it.',
      speaker: "Whose word it is, if not the publisher's.",
      passage: "Where in the source's text it stands.",
      rating: "A fact-checker's verdict.",
      relays: 'The citations that this one got it from: on whose word.',
      relayedBy: 'The citations that got it from this one.',
      suspectedRelays: 'The citations that somebody suspects this one to have got it from, without saying so, and why they suspect it.',
      suspectedRelayedBy: 'The citations that are suspected to have got it from this one.',
    },
  },
  ClaimLink: {
    about: 'How one claim stands to another.',
    members: {
      kind: 'What the first claim does to the second.',
      note: 'Why the claims are so linked.',
      from: 'The claim that is linked.',
      to: 'The claim it is linked to.',
    },
  },
  Predicate: {
    about: 'What can be said of an entity: a small vocabulary, open to additions.',
    members: {
      key: 'Its slug, such as cut-ties-with; also its id.',
      symmetric: 'Holds from object to subject as well.',
      functional: 'Has one value at a time.',
      subjectKinds: 'The kinds of entity it can be said of; none given means any.',
      objectKinds: 'The kinds of entity it can relate to; none given means any.',
      labels: 'Its name, one a language.',
      inverseLabels: 'Its name read from object to subject.',
      identifiers: "What other systems call it, such as Wikidata's property.",
      claims: 'The claims that use it.',
    },
  },
  Label: { about: 'A text with its language.', members: { language: 'The language, as a BCP 47 tag.', text: 'The text.' } },
  Identifier: {
    about: 'What another system calls an entity.',
    members: { scheme: 'The system: wikidata, viaf, lei, url, ftm and others.', value: 'Its identifier there.' },
  },
  Mention: {
    about: 'An entity that a claim speaks of besides subject and object.',
    members: { role: 'In what role it is spoken of.', entity: 'The entity.' },
  },
  Participant: {
    about: 'An entity that takes part in a claim.',
    members: { roles: 'The ways in which it takes part.', entity: 'The entity.' },
  },
  Qualifier: {
    about: 'A circumstance of a claim: a predicate with an entity or a literal.',
    members: { predicate: 'What the circumstance is.', entity: 'The entity it relates to.', value: 'Its literal value.' },
  },
  Value: {
    about: 'A literal: text, quantity, date, a value that is not known, or none.',
    members: {
      kind: 'Which literal it is; UNKNOWN is some value, NONE is no value.',
      text: 'The text of a TEXT.',
      language: 'The language of a TEXT.',
      amount: 'The exact decimal of a QUANTITY.',
      unit: 'The unit of a QUANTITY.',
      date: 'The date of a DATE.',
    },
  },
  Contributor: { about: 'Somebody who made a source, and in what role.', members: { role: 'What they did.', entity: 'Who it was.' } },
  ArchivedCopy: {
    about: 'A copy of a source kept by an archive.',
    members: {
      url: 'Where the copy is.',
      canonicalUrl: "The one spelling of the copy's own address.",
      capturedAt: 'When it was taken.',
    },
  },
  Derivation: {
    about: 'How one source comes from another.',
    members: { kind: 'How it comes from it.', source: 'The source it comes from.' },
  },
  SuspectedDerivation: {
    about: 'A source that another one is suspected to come from.',
    members: {
      kind: 'How it would come from it.',
      reason: 'Why it is suspected: the same slip of the pen, the same mistake.',
      source: 'The source it would come from.',
    },
  },
  Relay: { about: 'A citation that another one got its claim from.', members: { citation: 'The citation.' } },
  SuspectedRelay: {
    about: 'A citation that another one is suspected to have got its claim from.',
    members: { reason: 'Why it is suspected: the same slip of the pen, the same mistake.', citation: 'The citation.' },
  },
  KnownThrough: { about: 'A source without which no source that was seen would carry a claim.', members: { source: 'The source.' } },
  Passage: {
    about: 'Where in a text a quote stands (W3C TextQuoteSelector and TextPositionSelector). Positions count Unicode code points.',
    members: {
      exact:
        'The quote, in the letters of the text where that is known; absent where the text may not be quoted and the position alone is given.',
      prefix: 'What stands right before it.',
      suffix: 'What stands right after it.',
      start: 'The position of its first character.',
      end: 'The position after its last character.',
      match: 'How the quote that was given was found in the text; null while it was not looked for.',
      state: 'What is known of it: found in the text, never checked, or no longer where it was.',
      digest: 'The digest of the text it was last found in.',
    },
  },
  Rating: {
    about: "A fact-checker's verdict on a claim.",
    members: {
      label: "The publisher's own words.",
      value: 'The rating as a number.',
      best: 'The best rating on its scale.',
      worst: 'The worst rating on its scale.',
      verdict: 'The verdict on the common scale.',
    },
  },
  Retraction: { about: 'That a record was retracted.', members: { at: 'When.', by: 'By whom.', reason: 'Why.' } },
  Version: {
    about: 'One version of a record.',
    members: {
      version: 'Its number, from 1.',
      recordedAt: 'When it was written.',
      recordedUntil: 'When the next version replaced it; null for the current one.',
      recordedBy: 'Who wrote it. Readers see a pseudonym.',
      operation: 'What was done.',
      reason: 'Why, where that was said.',
      data: 'The whole record as it was then; references are ids.',
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
