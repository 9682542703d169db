/** Imports and exports. */
import { Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EXPORT_FORMATS } from '../../formats/exports.js';
import { IMPORT_FORMATS } from '../../formats/imports.js';
import { Computed } from '../members.js';

const constant = (name: string): string => name.toUpperCase().replaceAll('-', '_');

function formats(name: string, description: string, list: readonly { name: string; about: string }[]) {
  const values = Object.fromEntries(list.map((each) => [constant(each.name), each.name]));
  const about = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(list.map((each) => [constant(each.name), { description: about(each.about) }])),
  });
  return values;
}

export const ImportFormatName = formats('ImportFormat', 'What a text is that is taken in.', IMPORT_FORMATS);
const ExportFormatName = formats('ExportFormat', 'What the graph can be written as.', EXPORT_FORMATS);

@ObjectType({ description: 'Something of an import that was not taken.' })
export class ImportRefusal {
  @Computed(() => Int, { nullable: true, description: 'The line of the text, from 1, where the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'Where in the text, or in the line.' })
  place!: string;
  @Computed(() => String, { description: 'Which member of it, or of what was made of it.' })
  path!: string;
  @Computed(() => String, { description: 'The code, as in errors.' })
  code!: string;
  @Computed(() => String, { description: 'What is wrong.' })
  message!: string;
  @Computed(() => String, { description: 'What would be right.' })
  hint!: string;
}

@ObjectType({ description: 'Something that the format says and the graph cannot hold.' })
export class ImportLoss {
  @Computed(() => String, { description: 'The path of it.' })
  path!: string;
  @Computed(() => Int, { description: 'How often it was met.' })
  count!: number;
}

export const ImportMatchingName = { REPORT: 'REPORT', LINK: 'LINK' } as const;
registerEnumType(ImportMatchingName, {
  name: 'ImportMatching',
  description: 'What becomes of new claims that were said before.',
  valuesConfig: {
    REPORT: { description: 'They are told.' },
    LINK: { description: 'They are told, and proposed as links SAME_AS that are drafts: somebody publishes them, or retracts them.' },
  },
});

@ObjectType({ description: 'A new claim of an import, and one that was there, or came before it, and says the same.' })
export class ImportMatch {
  @Computed(() => Int, { nullable: true, description: 'The line of the text, from 1, where the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'Where in the text, or in the line.' })
  place!: string;
  @Computed(() => ID, { nullable: true, description: 'The id of the new claim; null where nothing was written.' })
  claim!: string;
  @Computed(() => String, { nullable: true, description: 'Its key.' })
  key!: string;
  @Computed(() => ID, { description: 'The id of the other one.' })
  other!: string;
  @Computed(() => String, { nullable: true, description: 'Its key.' })
  otherKey!: string;
  @Computed(() => Float, { description: 'From 0 to 1: how likely they are one claim.' })
  score!: number;
  @Computed(() => String, { description: 'The text of the other one that is most like the new one.' })
  text!: string;
  @Computed(() => [String], { description: 'What agrees and what differs, in words.' })
  reasons!: string[];
  @Computed(() => Boolean, { description: 'Whether it was proposed, as a draft of a link.' })
  linked!: boolean;
}

@ObjectType({ description: 'Where in a text reading ended.' })
export class ImportStop {
  @Computed(() => Int, { nullable: true, description: 'The line of the text, from 1, where the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'Where in the text.' })
  place!: string;
}

@ObjectType({ description: 'What became of a text that was taken in, or would become of it.' })
export class ImportReport {
  @Computed(() => Int, { description: 'Things of the text that stand for themselves: lines, elements, nanopublications.' })
  entries!: number;
  @Computed(() => Int, { description: 'New records.' })
  created!: number;
  @Computed(() => Int, { description: 'Records that are other now.' })
  changed!: number;
  @Computed(() => Int, { description: 'Records that stood there like this.' })
  unchanged!: number;
  @Computed(() => Int, { description: 'What was not taken.' })
  refused!: number;
  @Computed(() => [ImportRefusal], { description: 'Why, of the first ones.' })
  refusals!: unknown;
  @Computed(() => ImportStop, {
    nullable: true,
    description: 'Where reading stopped before the end of the text: what follows was not read. Null where all of it was read.',
  })
  stoppedAt!: unknown;
  @Computed(() => Int, { nullable: true, description: 'Matches of new claims with claims that were there, where they were asked for.' })
  matched!: number;
  @Computed(() => Int, { nullable: true, description: 'New claims that were not looked at, for the time of the request was over.' })
  unmatched!: number;
  @Computed(() => [ImportMatch], { nullable: true, description: 'The first ones of these.' })
  matches!: unknown;
  @Computed(() => [ImportLoss], { description: 'What is lost, the most frequent first.' })
  lost!: unknown;
}

@ObjectType({ description: 'A file to download.' })
export class ExportLink {
  @Computed(() => ExportFormatName, { description: 'What it is.' })
  format!: string;
  @Computed(() => String, { description: 'What that is, in words.' })
  about!: string;
  @Computed(() => String, { description: 'Its media type.' })
  mediaType!: string;
  @Computed(() => String, { description: 'Where it is.' })
  url!: string;
}
