/** What can be asked of one field, by its type. */
import { GraphQLID } from 'graphql';
import { Field, InputType, Int } from 'type-graphql';
import type { FieldDefinition } from '../../model/definition.js';
import { LEAST_CONTAINS } from '../../plan/where.js';
import { DateMatch, enumOf } from '../enums.js';
import { DateTime, Decimal, EdtfDate, LanguageTag, WebAddress } from '../scalars.js';
import { defineInput, type InputClass, type InputMember } from './define.js';

const EXISTS = 'If true, matches if there is a value. If false, matches if there is none.';

/** `one` and `many` complete "equal to …" and "equal to any of …". */
function equality(type: unknown, one: string, many: string): InputMember[] {
  return [
    { name: 'eq', type: () => type, description: `Equal to ${one}.` },
    { name: 'ne', type: () => type, description: `Not equal to ${one}. A missing value matches.` },
    { name: 'in', type: () => [type], description: `Equal to any of ${many}.` },
    { name: 'notIn', type: () => [type], description: `Equal to none of ${many}. A missing value matches.` },
  ];
}

const exists: InputMember = { name: 'exists', type: () => Boolean, description: EXISTS };

const IdFilter = defineInput('IdFilter', 'Conditions on an id.', equality(GraphQLID, 'this id', 'these ids'));
const StringFilter = defineInput('StringFilter', 'Conditions on a short exact string: a key, scheme, identifier or digest.', [
  ...equality(String, 'this exact string', 'these exact strings'),
  { name: 'startsWith', type: () => String, description: 'Begins with this string exactly.' },
  exists,
]);
const TextFilter = defineInput('TextFilter', 'Conditions on a text.', [
  ...equality(String, 'this exact text', 'these exact texts'),
  {
    name: 'contains',
    type: () => String,
    description: `Contains this text, which has at least ${LEAST_CONTAINS} characters. Accents, case and apostrophes are ignored.`,
  },
  { name: 'startsWith', type: () => String, description: 'Begins with this text. Accents, case and apostrophes are ignored.' },
  exists,
]);
const LanguageFilter = defineInput(
  'LanguageFilter',
  'Conditions on a language. A language matches its varieties: fr matches fr-CA (RFC 4647, basic filtering).',
  [...equality(LanguageTag, 'this language or to a variety of it', 'these languages or to a variety of one of them'), exists],
);
const UrlFilter = defineInput('UrlFilter', 'Conditions on an address. Any address of a page matches the page.', [
  ...equality(WebAddress, 'this address or to another address of the same page', 'these addresses or to another address of the same page'),
  exists,
]);
const BooleanFilter = defineInput('BooleanFilter', 'Conditions on a Boolean value.', [
  { name: 'eq', type: () => Boolean, description: 'Equal to this value.' },
]);

function comparisons(type: unknown): InputMember[] {
  return [
    { name: 'lt', type: () => type, description: 'Less than this value.' },
    { name: 'lte', type: () => type, description: 'At most this value.' },
    { name: 'gt', type: () => type, description: 'Greater than this value.' },
    { name: 'gte', type: () => type, description: 'At least this value.' },
  ];
}
const IntFilter = defineInput('IntFilter', 'Conditions on an integer.', [
  ...equality(Int, 'this number', 'these numbers'),
  ...comparisons(Int),
  exists,
]);
const NumberFilter = defineInput('NumberFilter', 'Conditions on an exact decimal number. 1.50 equals 1.5, and no digit is lost.', [
  ...equality(Decimal, 'this number', 'these numbers'),
  ...comparisons(Decimal),
  exists,
]);
const InstantFilter = defineInput('InstantFilter', 'Conditions on a point in time.', comparisons(DateTime));

@InputType({
  description: 'Conditions on a date, which may be imprecise. `from` and `until` may be imprecise, too: their whole span counts.',
})
class DateFilter {
  @Field(() => EdtfDate, { nullable: true, description: 'Not before this date.' })
  from?: string;
  @Field(() => EdtfDate, { nullable: true, description: 'Not after this date. 2021-01 includes all of January.' })
  until?: string;
  @Field(() => EdtfDate, {
    nullable: true,
    description:
      'Within this date: on 2021-01-09, or at any time in 2021. A date without a time zone matches the calendar day that the source wrote. A time with a time zone matches the point in time.',
  })
  on?: string;
  @Field(() => DateMatch, {
    nullable: true,
    description:
      'Whether an imprecise date may (POSSIBLY, the default) or must (SURELY) lie within `from`, `until` and `on`. `match` does not affect `exists`, which also counts uncertain dates.',
  })
  match?: string;
  @Field(() => Boolean, { nullable: true, description: EXISTS })
  exists?: boolean;
}

const enumFilters = new Map<string, InputClass>();

function enumFilter(field: FieldDefinition): InputClass {
  const name = `${field.enumName}Filter`;
  let filter = enumFilters.get(name);
  if (!filter)
    enumFilters.set(
      name,
      (filter = defineInput(name, `Conditions on a field of type ${field.enumName}.`, [
        ...equality(enumOf(field), 'this value', 'these values'),
        exists,
      ])),
    );
  return filter;
}

const rolesFilters = new Map<string, InputClass>();

function rolesFilter(field: FieldDefinition): InputClass {
  const name = `${field.enumName}sFilter`;
  let filter = rolesFilters.get(name);
  if (!filter)
    rolesFilters.set(
      name,
      (filter = defineInput(name, `Conditions on a list of type ${field.enumName}.`, [
        { name: 'has', type: () => [enumOf(field)], description: 'Contains at least one of these values.' },
      ])),
    );
  return filter;
}

/** The filter of a field that can be filtered on. */
export function filterOf(field: FieldDefinition): InputClass {
  switch (field.type) {
    case 'id':
      return IdFilter;
    case 'key':
    case 'string':
    case 'digest':
      return StringFilter;
    case 'text':
      return TextFilter;
    case 'language':
      return LanguageFilter;
    case 'url':
      return UrlFilter;
    case 'boolean':
      return BooleanFilter;
    case 'integer':
      return IntFilter;
    case 'decimal':
      return NumberFilter;
    case 'instant':
      return InstantFilter;
    case 'date':
      return DateFilter as InputClass;
    case 'enum':
      return enumFilter(field);
    case 'roles':
      return rolesFilter(field);
    case 'mark':
    case 'enums':
    case 'json':
    case 'content':
      throw new Error(`${field.name} cannot be filtered on`);
  }
}
