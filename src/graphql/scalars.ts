/** Texts with a form of their own. They are checked by the model, which says better what is wrong and where. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';

function textScalar(name: string, description: string, specifiedByURL: string): GraphQLScalarType<string, string> {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} is given as a string`);
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
  'A date as precise as it is known: EDTF level 1, such as 2021, 2021-01, 2021-01-09~, 2021-01-09T18:07-08:00 or 2020-11/..',
  'https://www.loc.gov/standards/datetime/',
);
export const LanguageTag = textScalar(
  'LanguageTag',
  'A language as a BCP 47 tag, such as fr, en-GB or zh-Hant.',
  'https://www.rfc-editor.org/info/bcp47',
);
export const DateTime = textScalar(
  'DateTime',
  'A moment of the system clock: ISO 8601 with a zone.',
  'https://www.rfc-editor.org/rfc/rfc3339',
);
export const WebAddress = textScalar('WebAddress', 'An absolute http or https URL.', 'https://url.spec.whatwg.org/');
export const Decimal = textScalar(
  'Decimal',
  'An exact decimal number as text, such as "-12.50"; digits are never lost.',
  'https://www.w3.org/TR/xmlschema11-2/#decimal',
);
export const Json = GraphQLJSON;
