/** What can be asked of one field, by its type. */
import { GraphQLID } from 'graphql';
import { Field, InputType, Int } from 'type-graphql';
import type { FieldDefinition } from '../../model/definition.js';
import { LEAST_CONTAINS } from '../../plan/where.js';
import { DateMatch, enumOf } from '../enums.js';
import { DateTime, Decimal, EdtfDate, LanguageTag, WebAddress } from '../scalars.js';
import { defineInput, type InputClass, type InputMember } from './define.js';

const EXISTS = 'true: it has a value; false: it has none.';

function equality(type: unknown, what: string): InputMember[] {
  return [
    { name: 'eq', type: () => type, description: `Equal to ${what}.` },
    { name: 'ne', type: () => type, description: `Not equal to ${what}; true where there is no value.` },
    { name: 'in', type: () => [type], description: `Equal to one of ${what}.` },
    { name: 'notIn', type: () => [type], description: `Equal to none of ${what}; true where there is no value.` },
  ];
}

const exists: InputMember = { name: 'exists', type: () => Boolean, description: EXISTS };

const IdFilter = defineInput('IdFilter', 'Asks for ids.', equality(GraphQLID, 'this id'));
const StringFilter = defineInput('StringFilter', 'Asks for short exact texts: keys, schemes, identifiers, digests.', [
  ...equality(String, 'this, to the letter'),
  { name: 'startsWith', type: () => String, description: 'Begins with this, to the letter.' },
  exists,
]);
const TextFilter = defineInput('TextFilter', 'Asks for prose.', [
  ...equality(String, 'this, to the letter'),
  {
    name: 'contains',
    type: () => String,
    description: `Contains this, whatever the accents and case; at least ${LEAST_CONTAINS} characters.`,
  },
  { name: 'startsWith', type: () => String, description: 'Begins with this, whatever the accents and case.' },
  exists,
]);
const LanguageFilter = defineInput('LanguageFilter', 'Asks for languages; fr takes fr-CA in (RFC 4647, basic filtering).', [
  ...equality(LanguageTag, 'this language or a variety of it'),
  exists,
]);
const UrlFilter = defineInput('UrlFilter', 'Asks for addresses. Any address of a page finds the page.', [
  ...equality(WebAddress, 'this address; of a page, to any address of it'),
  exists,
]);
const BooleanFilter = defineInput('BooleanFilter', 'Asks for yes or no.', [{ name: 'eq', type: () => Boolean, description: 'Is so.' }]);

function comparisons(type: unknown): InputMember[] {
  return [
    { name: 'lt', type: () => type, description: 'Less than this.' },
    { name: 'lte', type: () => type, description: 'At most this.' },
    { name: 'gt', type: () => type, description: 'More than this.' },
    { name: 'gte', type: () => type, description: 'At least this.' },
  ];
}
const IntFilter = defineInput('IntFilter', 'Asks for whole numbers.', [...equality(Int, 'this number'), ...comparisons(Int), exists]);
const NumberFilter = defineInput('NumberFilter', 'Asks for numbers, which are exact decimals: 1.50 is 1.5, and no digit is lost.', [
  ...equality(Decimal, 'this number'),
  ...comparisons(Decimal),
  exists,
]);
const InstantFilter = defineInput('InstantFilter', 'Asks for moments of the system clock.', comparisons(DateTime));

@InputType({ description: 'Asks for dates that may be imprecise. from and until are dates too: their whole span counts.' })
class DateFilter {
  @Field(() => EdtfDate, { nullable: true, description: 'Not before this.' })
  from?: string;
  @Field(() => EdtfDate, { nullable: true, description: 'Not after this; 2021-01 takes all of January in.' })
  until?: string;
  @Field(() => EdtfDate, { nullable: true, description: 'Within this: 2021-01-09, or 2021 for any time in it.' })
  on?: string;
  @Field(() => DateMatch, {
    nullable: true,
    description: 'Whether an imprecise date may (POSSIBLY, the default) or must (SURELY) lie within.',
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
    enumFilters.set(name, (filter = defineInput(name, `Asks for ${field.enumName}.`, [...equality(enumOf(field), 'this'), exists])));
  return filter;
}

const rolesFilters = new Map<string, InputClass>();

function rolesFilter(field: FieldDefinition): InputClass {
  const name = `${field.enumName}sFilter`;
  let filter = rolesFilters.get(name);
  if (!filter)
    rolesFilters.set(
      name,
      (filter = defineInput(name, `Asks for ${field.enumName}s.`, [
        { name: 'has', type: () => [enumOf(field)], description: 'Has at least one of these.' },
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
