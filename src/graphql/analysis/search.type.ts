/** What the search answers. Records are resolved by resolvers.ts. */
import { Float, Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { Node } from '../records/record.type.js';
import { LanguageTag } from '../scalars.js';
import { SearchedKind } from '../enums.js';
import { Likeness } from './enums.js';

@ObjectType({ description: 'A part of a text. Positions count code points.' })
export class Highlight {
  @Computed(() => Int, { description: 'The position of the first code point.' })
  start!: number;
  @Computed(() => Int, { description: 'The position after the last code point.' })
  end!: number;
}

@ObjectType({ description: 'A text that matches the search.' })
export class TextMatch {
  @Computed(() => String, {
    description: 'The member of the record that holds the text: names, aliases, descriptions, texts, title, text, quote or passage.exact.',
  })
  member!: string;
  @Computed(() => String, { description: 'The text. For the text of a source, the part with the most matches.' })
  text!: string;
  @Computed(() => LanguageTag, { nullable: true, description: 'The language of the text, if the member has one.' })
  language!: string;
  @Computed(() => Likeness, { description: 'How the text matches.' })
  how!: string;
  @Computed(() => [Highlight], { description: 'The words that match.' })
  highlights!: unknown;
}

@ObjectType({ description: 'A record that matches the search.' })
export class SearchHit {
  @Computed(() => Node, { description: 'The record. For a merged record, the one through which it is read.' })
  record!: unknown;
  @Computed(() => SearchedKind, { description: 'The kind of record.' })
  kind!: string;
  @Computed(() => Float, { description: 'How well the best text of the record matches, from 0 to 1.' })
  score!: number;
  @Computed(() => [TextMatch], { description: 'The texts that match, best first.' })
  matches!: unknown;
}

@ObjectType({ description: 'The result of a search.' })
export class SearchResult {
  @Computed(() => [SearchHit], { description: 'The hits, best first.' })
  hits!: unknown;
  @Computed(() => Boolean, { description: 'False if more records have the words than were ranked. The likeliest records were ranked.' })
  complete!: boolean;
}
