/** The shape of an annotation, as the W3C Web Annotation Data Model (2017) has it. */
import * as z from 'zod';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'not an absolute IRI');
const dateTime = z.iso.datetime({ offset: true });
const oneOrMore = <T extends z.ZodType>(type: T) => z.union([type, z.array(type)]);
const direction = z.enum(['ltr', 'rtl', 'auto']);
const text = z.string();

const agent = z.union([iri, z.looseObject({ id: iri.optional(), type: oneOrMore(text).optional(), name: oneOrMore(text).optional() })]);

/** What a selector of a type cannot be without. */
const NEEDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['FragmentSelector', ['value']],
  ['CssSelector', ['value']],
  ['XPathSelector', ['value']],
  ['TextQuoteSelector', ['exact']],
  ['TextPositionSelector', ['start', 'end']],
  ['DataPositionSelector', ['start', 'end']],
  ['RangeSelector', ['startSelector', 'endSelector']],
]);

const selector: z.ZodType = z.lazy(() =>
  z.union([
    iri,
    z
      .looseObject({
        type: text.optional(),
        id: iri.optional(),
        value: text.optional(),
        conformsTo: iri.optional(),
        exact: text.optional(),
        prefix: text.optional(),
        suffix: text.optional(),
        start: z.int().min(0).optional(),
        end: z.int().min(0).optional(),
        refinedBy: oneOrMore(selector).optional(),
        startSelector: selector.optional(),
        endSelector: selector.optional(),
      })
      .superRefine((given, context) => {
        for (const name of NEEDS.get(given.type ?? '') ?? [])
          if ((given as Record<string, unknown>)[name] === undefined)
            context.addIssue({ code: 'custom', path: [name], message: `a ${given.type} needs ${name}` });
      }),
  ]),
);

const COMPOSITES = new Set(['Choice', 'Composite', 'List', 'Independents']);

const resource: z.ZodType = z.lazy(() =>
  z.union([
    iri,
    z
      .looseObject({
        id: iri.optional(),
        type: oneOrMore(text).optional(),
        format: oneOrMore(text).optional(),
        language: oneOrMore(text).optional(),
        processingLanguage: text.optional(),
        textDirection: direction.optional(),
        value: text.optional(),
        source: z.union([iri, z.looseObject({ id: iri.optional() })]).optional(),
        selector: oneOrMore(selector).optional(),
        items: z.array(resource).optional(),
      })
      .superRefine((given, context) => {
        const types = [given.type ?? []].flat();
        const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
        if (types.filter((type) => COMPOSITES.has(type)).length > 1) issue('type', 'it can have only one composite type');
        if (given.items !== undefined && !types.some((type) => COMPOSITES.has(type)))
          issue('type', 'only a Choice, Composite, List or Independents has items');
        if (types.includes('TextualBody') && given.value === undefined) issue('value', 'a TextualBody needs a value');
        if (types.includes('SpecificResource') && given.source === undefined) issue('source', 'a SpecificResource needs a source');
      }),
  ]),
);

export const annotationShape = z
  .looseObject({
    '@context': z.union([z.literal(CONTEXT), z.array(z.unknown()).refine((all) => all.includes(CONTEXT))], {
      error: `the context is not ${CONTEXT}`,
    }),
    id: iri.optional(),
    type: z.union([z.literal('Annotation'), z.array(text).refine((all) => all.includes('Annotation'))], {
      error: 'the type is not Annotation',
    }),
    body: oneOrMore(resource).optional(),
    bodyValue: text.optional(),
    target: oneOrMore(resource),
    creator: oneOrMore(agent).optional(),
    generator: oneOrMore(agent).optional(),
    created: dateTime.optional(),
    modified: dateTime.optional(),
    generated: dateTime.optional(),
    rights: oneOrMore(iri).optional(),
    canonical: iri.optional(),
    via: oneOrMore(iri).optional(),
    motivation: oneOrMore(text).optional(),
  })
  .refine(({ body, bodyValue }) => body === undefined || bodyValue === undefined, {
    path: ['bodyValue'],
    error: 'it has a body and a bodyValue',
  });
