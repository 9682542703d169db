/** Imports and exports. */
import { Int, ObjectType, registerEnumType } from 'type-graphql';
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
export const ExportFormatName = formats('ExportFormat', 'The formats in which the graph can be exported.', EXPORT_FORMATS);

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
