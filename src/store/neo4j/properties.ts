/** A document as the properties of a node or relationship: what is sorted and searched stands beside what is shown. */
import { int } from 'neo4j-driver';
import type { RecordDocument, StoredRecord } from '../../model/changeset/changeset.js';
import { derivedOf } from '../../model/changeset/documents.js';
import type { FieldDefinition, RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf } from '../../model/graph.js';
import { storedZone } from '../../model/values/date-bounds.js';
import { spanOf } from '../../model/values/dates.js';
import { decimalOrder } from '../../model/values/decimals.js';
import { isSearched, searchedWords } from '../../model/searched.js';
import { fold } from '../../model/values/text.js';
import { PARTICIPANT_ROLES } from '../../model/vocabulary.js';
import { isFilledLater } from '../filled-later.js';
import { NO_DATE } from '../no-date.js';
import { embeddedPrefix, listProperty, presentProperty, propertyOf, SINCE, UNSETTLED, WORDS } from './names.js';
import { referenceProperty } from './ordered-edges.js';

export type Properties = Record<string, unknown>;

/**
 * Everything on the record's own node but its derived dates, from its document as it is read; absent ones
 * are null, so that `SET n += …` removes them.
 */
export function recordProperties(
  stored: Omit<StoredRecord, 'document'> & {
    readonly recordedAt: number;
    readonly recordedBy?: string | undefined;
    /** Who wrote its first version. */
    readonly createdBy?: string | undefined;
  },
  document: RecordDocument,
): Properties {
  const { id, version, createdAt, createdBy, recordedAt, recordedBy, retraction, record } = stored;
  const whole: RecordDocument = { ...document, ...derivedOf(record, document) };
  return {
    // Until it is worked out for the first time.
    ...(record === 'Claim' && version === 1 ? { [UNSETTLED]: true } : {}),
    ...shapeProperties(record, { ...whole, id, version, createdAt, createdBy, recordedAt, recordedBy, retraction }),
    [SINCE]: int(recordedAt),
    ...(isSearched(record) ? { [WORDS]: searchedWords(record, document) } : {}),
    ...referenceProperties(record, document),
    ...Object.fromEntries(
      edgesOf(record).flatMap((edge) => {
        const list = listProperty(edge);
        const value = whole[edge.name] ?? null;
        return list ? [[list, value === null ? null : JSON.stringify(value)]] : [];
      }),
    ),
  };
}

/** Without what the first version of the record said once: of a version after it. */
export const saidAgain = (record: RecordName, properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !fieldsOf(record).some((field) => field.once && field.name === name)));

/** The copies of the ids that a record refers to (ordered-edges.ts). */
export const referenceProperties = (record: RecordName, document: RecordDocument): Properties =>
  Object.fromEntries(
    edgesOf(record).flatMap((edge) => (edge.kind === 'reference' ? [[referenceProperty(edge.name), document[edge.name] ?? null]] : [])),
  );

export function shapeProperties(shape: ShapeName, document: RecordDocument | undefined, prefix = ''): Properties {
  const properties: Properties = {};
  for (const field of fieldsOf(shape)) {
    if (!isFilledLater(shape, field.name))
      Object.assign(properties, fieldProperties(field, propertyOf(prefix, field.name), document?.[field.name]));
  }
  for (const edge of edgesOf(shape)) {
    if (edge.kind !== 'embedded') continue;
    const value = document?.[edge.name] as RecordDocument | undefined;
    properties[presentProperty(prefix, edge.name)] = value !== undefined;
    Object.assign(properties, shapeProperties(edge.part, value, embeddedPrefix(prefix, edge.name)));
  }
  return properties;
}

function fieldProperties(field: FieldDefinition, name: string, value: unknown): Properties {
  const absent = value === undefined || value === null;
  switch (field.type) {
    case 'text':
      return { [name]: value ?? null, [`${name}Folded`]: absent ? null : fold(value as string) };
    case 'date': {
      const span = absent ? undefined : spanOf(value as string);
      const { lower, upper } = span?.possible ?? { lower: NO_DATE, upper: NO_DATE };
      const isDoubtful = span !== undefined && span.certain === undefined;
      return {
        [name]: value ?? null,
        [`${name}Lower`]: int(lower),
        [`${name}Upper`]: int(upper),
        [`${name}Doubtful`]: int(isDoubtful ? 1 : 0),
        [`${name}LowerZone`]: int(storedZone(span?.zones.lower)),
        [`${name}UpperZone`]: int(storedZone(span?.zones.upper)),
      };
    }
    case 'decimal':
      return { [name]: value ?? null, [`${name}Ordered`]: absent ? null : decimalOrder(value as string) };
    case 'integer':
    case 'instant':
      return { [name]: absent ? null : int(value as number) };
    case 'roles':
      return { [name]: int(value as number), [`${name}Names`]: PARTICIPANT_ROLES.filter((_, bit) => (value as number) & (1 << bit)) };
    case 'enums':
    case 'json':
      return { [name]: absent ? null : JSON.stringify(value) };
    case 'content':
      return {};
    default:
      return { [name]: value ?? field.usual ?? null };
  }
}
