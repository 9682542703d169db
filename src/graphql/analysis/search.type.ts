/** What the search answers. Records are resolved by resolvers.ts. */
import { Float, Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { Node } from '../records/record.type.js';
import { LanguageTag } from '../scalars.js';
import { SearchedKind } from '../enums.js';
import { Likeness } from './enums.js';

@ObjectType({ description: 'A piece of a text, in code points.' })
export class Highlight {
  @Computed(() => Int, { description: 'Its first one.' })
  start!: number;
  @Computed(() => Int, { description: 'The one after its last one.' })
  end!: number;
}

@ObjectType({ description: 'A text in which what was looked for was found.' })
export class TextMatch {
  @Computed(() => String, {
    description:
      'The member of the record that the text stands in: names, aliases, descriptions, texts, title, text, quote or passage.exact.',
  })
  member!: string;
  @Computed(() => String, { description: 'The text; of a source’s text the piece in which most was found.' })
  text!: string;
  @Computed(() => LanguageTag, { nullable: true, description: 'Its language, where the member has one.' })
  language!: string;
  @Computed(() => Likeness, { description: 'How it has what was looked for.' })
  how!: string;
  @Computed(() => [Highlight], { description: 'The words of it that were found.' })
  highlights!: unknown;
}

@ObjectType({ description: 'A record that was found.' })
export class SearchHit {
  @Computed(() => Node, { description: 'The record; the one that it is read through, where it was merged.' })
  record!: unknown;
  @Computed(() => SearchedKind, { description: 'Its kind.' })
  kind!: string;
  @Computed(() => Float, { description: 'From 0 to 1: how well its best text answers what was looked for.' })
  score!: number;
  @Computed(() => [TextMatch], { description: 'Why: the texts in which it was found, the best first.' })
  matches!: unknown;
}

@ObjectType({ description: 'What a search found.' })
export class SearchResult {
  @Computed(() => [SearchHit], { description: 'The best first.' })
  hits!: unknown;
  @Computed(() => Boolean, { description: 'False where more records have the words than were ranked: the likeliest were.' })
  complete!: boolean;
}
