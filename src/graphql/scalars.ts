/** Texts with a form of their own. They are checked by the model, which says better what is wrong and where. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { withoutExponent } from '../model/values/decimals.js';

function textScalar(name: string, description: string, specifiedByURL: string): GraphQLScalarType<string, string> {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a string`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: text,
    parseValue: text,
    parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const EdtfDate = textScalar(
  'EdtfDate',
  'A date with its known precision: EDTF level 1, such as 2021, 2021-01, 2021-01-09~, 2021-01-09T18:07-08:00, 2021-21 (spring 2021) or 2020-11/..',
  'https://www.loc.gov/standards/datetime/',
);
export const LanguageTag = textScalar(
  'LanguageTag',
  'A language as a BCP 47 tag, such as fr, en-GB or zh-Hant.',
  'https://www.rfc-editor.org/info/bcp47',
);
export const DateTime = textScalar(
  'DateTime',
  'A point in time: an ISO 8601 date and time with a time zone.',
  'https://www.rfc-editor.org/rfc/rfc3339',
);
export const WebAddress = textScalar('WebAddress', 'An absolute http or https URL.', 'https://url.spec.whatwg.org/');
/** The text of a number as JSON gave it: past 2^53 it may not be the one that was meant. */
function decimalOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new GraphQLError('Decimal must be a string or a number');
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new GraphQLError(`Decimal: ${value} is too large for a JSON number, which may have lost digits; pass it as a string`);
  return withoutExponent(String(value)) ?? String(value);
}

export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as "-12.50". No digit is lost. Numbers are accepted, too. A number in a variable must not exceed 2^53.',
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
  serialize: decimalOf,
  parseValue: decimalOf,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return node.value;
    // As it was written: no digit is lost.
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return withoutExponent(node.value) ?? node.value;
    return decimalOf(undefined);
  },
});
export const Json = GraphQLJSON;
