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

export const ImportFormatName = formats('ImportFormat', 'The formats that can be imported.', IMPORT_FORMATS);
const ExportFormatName = formats('ExportFormat', 'The formats in which the graph can be exported.', EXPORT_FORMATS);

@ObjectType({ description: 'A part of an imported text that was refused.' })
export class ImportRefusal {
  @Computed(() => Int, { nullable: true, description: 'The line in the text, counted from 1, if the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'The place in the text, or in the line.' })
  place!: string;
  @Computed(() => String, { description: 'The path of the member, in the text or in the item made from it.' })
  path!: string;
  @Computed(() => String, { description: 'The error code.' })
  code!: string;
  @Computed(() => String, { description: 'A description of the problem.' })
  message!: string;
  @Computed(() => String, { description: 'A hint at valid input.' })
  hint!: string;
}

@ObjectType({ description: 'Information in the text that the graph cannot hold.' })
export class ImportLoss {
  @Computed(() => String, { description: 'The path in the format.' })
  path!: string;
  @Computed(() => Int, { description: 'The number of occurrences.' })
  count!: number;
}

export const ImportMatchingName = { REPORT: 'REPORT', LINK: 'LINK' } as const;
registerEnumType(ImportMatchingName, {
  name: 'ImportMatching',
  description: 'What an import does with new claims that match existing ones.',
  valuesConfig: {
    REPORT: { description: 'The report lists them.' },
    LINK: { description: 'The report lists them, and each is proposed as a draft of a link SAME_AS, to be published or retracted.' },
  },
});

@ObjectType({ description: 'A new claim of an import and a claim that says the same: an existing one, or one earlier in the import.' })
export class ImportMatch {
  @Computed(() => Int, { nullable: true, description: 'The line in the text, counted from 1, if the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'The place in the text, or in the line.' })
  place!: string;
  @Computed(() => ID, { nullable: true, description: 'The id of the new claim. Null if nothing was written.' })
  claim!: string;
  @Computed(() => String, { nullable: true, description: 'The key of the new claim.' })
  key!: string;
  @Computed(() => ID, { description: 'The id of the other claim.' })
  other!: string;
  @Computed(() => String, { nullable: true, description: 'The key of the other claim.' })
  otherKey!: string;
  @Computed(() => Float, { description: 'How likely they are the same claim, from 0 to 1.' })
  score!: number;
  @Computed(() => String, { description: 'The text of the other claim that is most similar to the new claim.' })
  text!: string;
  @Computed(() => [String], { description: 'What agrees and what differs, in words.' })
  reasons!: string[];
  @Computed(() => Boolean, { description: 'Whether the match was proposed as a draft of a link.' })
  linked!: boolean;
}

@ObjectType({ description: 'The place in a text where reading ended.' })
export class ImportStop {
  @Computed(() => Int, { nullable: true, description: 'The line in the text, counted from 1, if the format has lines.' })
  line!: number;
  @Computed(() => String, { description: 'The place in the text.' })
  place!: string;
}

@ObjectType({ description: 'The report of an import or of its preview.' })
export class ImportReport {
  @Computed(() => Int, { description: 'The number of separate entries in the text: lines, elements or nanopublications.' })
  entries!: number;
  @Computed(() => Int, { description: 'The number of records created.' })
  created!: number;
  @Computed(() => Int, { description: 'The number of records changed.' })
  changed!: number;
  @Computed(() => Int, { description: 'The number of records that already had this content.' })
  unchanged!: number;
  @Computed(() => Int, { description: 'The number of refusals.' })
  refused!: number;
  @Computed(() => [ImportRefusal], { description: 'The first refusals, with their reasons.' })
  refusals!: unknown;
  @Computed(() => ImportStop, {
    nullable: true,
    description: 'Where reading stopped before the end of the text. The rest was not read. Null if the whole text was read.',
  })
  stoppedAt!: unknown;
  @Computed(() => Int, { nullable: true, description: 'The number of matches of new claims. Null if matching was not requested.' })
  matched!: number;
  @Computed(() => Int, {
    nullable: true,
    description:
      'The number of new claims that were not compared because the time limit of the request was reached. Null if matching was not requested.',
  })
  unmatched!: number;
  @Computed(() => [ImportMatch], { nullable: true, description: 'The first matches. Null if matching was not requested.' })
  matches!: unknown;
  @Computed(() => [ImportLoss], { description: 'The information that is lost, most frequent first.' })
  lost!: unknown;
}

@ObjectType({ description: 'A file to download.' })
export class ExportLink {
  @Computed(() => ExportFormatName, { description: 'The format of the file.' })
  format!: string;
  @Computed(() => String, { description: 'A description of the format.' })
  about!: string;
  @Computed(() => String, { description: 'The media type of the file.' })
  mediaType!: string;
  @Computed(() => String, { description: 'The address of the file.' })
  url!: string;
}
