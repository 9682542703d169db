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
