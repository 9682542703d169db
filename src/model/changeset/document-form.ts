/**
 * Whether a stored document has the form that the table (graph.ts) gives it. A writer makes no other; a log
 * that comes from outside, such as a backup's, may hold anything.
 */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../definition.js';
import { excerpt } from '../errors.js';
import { edgesOf, fieldsOf, isRecordName } from '../graph.js';
import { isStoredDate } from '../values/dates.js';
import { cleanDecimal } from '../values/scalars.js';
import { soundText } from '../values/text.js';
import { documentProblems } from './documents.js';
import type { RecordDocument } from './changeset.js';

/** What is wrong, in words that begin with where it is; undefined where the document is as a writer makes it. */
export function documentFault(record: RecordName, document: unknown): string | undefined {
  const fault = shapeFault(record, document, '');
  if (fault !== undefined) return fault;
  const [problem] = documentProblems(record, document as RecordDocument);
  return problem && `${problem.path.join('.')}: ${problem.message}`;
}

function shapeFault(shape: ShapeName, value: unknown, at: string): string | undefined {
  if (!isObject(value)) return `${at || 'the document'} is not an object`;
  const members = membersOf(shape);
  for (const [name, content] of Object.entries(value)) {
    const path = at === '' ? name : `${at}.${name}`;
    const member = members.get(name);
    if (!member) return `${excerpt(path)} is not known`;
    const fault =
      'kind' in member
        ? edgeFault(member, content, path)
        : fieldFault(member, content)
          ? `${path} is not a valid ${member.type}`
          : undefined;
    if (fault !== undefined) return fault;
  }
  if (isRecordName(shape)) return undefined;
  const missing = [...members.values()].find((member) => 'required' in member && member.required && value[member.name] === undefined);
  return missing && `${at}.${missing.name} is missing`;
}

type Member = FieldDefinition | EdgeDefinition;

const members = new Map<ShapeName, ReadonlyMap<string, Member>>();

/** What may stand in a document of the shape. Of a record, what follows from others is kept beside it. */
function membersOf(shape: ShapeName): ReadonlyMap<string, Member> {
  let found = members.get(shape);
  if (found) return found;
  const isRecord = isRecordName(shape);
  const fields = fieldsOf(shape).filter(({ system, derived }) => !isRecord || !(system || derived));
  const edges = edgesOf(shape).filter(
    (edge) =>
      edge.kind === 'reference' || (edge.kind === 'embedded' && edge.part !== 'Retraction') || (edge.kind === 'parts' && !edge.derived),
  );
  members.set(shape, (found = new Map([...fields, ...edges].map((member) => [member.name, member]))));
  return found;
}

function edgeFault(edge: EdgeDefinition, value: unknown, path: string): string | undefined {
  if (edge.kind === 'reference') return isText(value) ? undefined : `${path} is not a reference`;
  if (edge.kind === 'embedded') return shapeFault(edge.part, value, path);
  if (edge.kind !== 'parts') return `${path} is not known`;
  if (!Array.isArray(value) || value.length === 0) return `${path} is not a list`;
  for (const [index, part] of value.entries()) {
    const fault = shapeFault(edge.part, part, `${path}[${index}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Whether the value is none of the field's type. */
function fieldFault(field: FieldDefinition, value: unknown): boolean {
  switch (field.type) {
    case 'boolean':
      return typeof value !== 'boolean';
    case 'integer':
    case 'instant':
      return !Number.isSafeInteger(value);
    case 'enum':
      return !field.values!.includes(value as string);
    case 'enums':
      return !Array.isArray(value) || !value.every((each) => field.values!.includes(each as string));
    case 'date':
      return !isText(value) || !isStoredDate(value);
    case 'decimal':
      return !isText(value) || !cleanDecimal(value).ok;
    case 'id':
    case 'key':
    case 'string':
    case 'text':
    case 'language':
    case 'url':
    case 'digest':
      return !isText(value);
    // Kept beside documents, or by the store alone.
    case 'mark':
    case 'roles':
    case 'content':
      return true;
    case 'json':
      return false;
  }
}

/** Of any length: a limit may have been higher when it was written. */
const isText = (value: unknown): value is string => typeof value === 'string' && soundText(value, Infinity).ok;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
