/** What the schemas of items share: texts that are cleaned as they are read, and how zod says what is wrong. */
import * as z from 'zod';
import { excerpt, type Cleaned, type ErrorCode, type Path, type Problem } from '../errors.js';
import { cleanKey, cleanText, isId } from '../values/text.js';
import { cleanUrl, isWebAddress } from '../values/urls.js';

export function cleanedBy<T>(clean: (value: string) => Cleaned<T>): z.ZodType<T> {
  return z.string().transform((value, context) => {
    const cleaned = clean(value);
    if (cleaned.ok) return cleaned.value;
    context.addIssue({ code: 'custom', message: cleaned.refusal.message, params: cleaned.refusal });
    return z.NEVER;
  });
}

/** A source's address holds characters that a key must not, and is longer. */
export const referenceSchema = cleanedBy((value) => {
  if (isId(value)) return { ok: true, value: value.toLowerCase() };
  return isWebAddress(value) ? cleanUrl(value, LONGEST_ADDRESS) : cleanKey(value, 300);
});

const LONGEST_ADDRESS = 2_000;

const LONGEST_REASON = 2_000;

/** Why something is written, in the words of who writes it. */
export const reasonSchema = cleanedBy((value) => cleanText(value, LONGEST_REASON));

/** Zod's issues as problems of ours, each under the item's path. */
export function problemsOf(error: z.ZodError, path: Path, known: readonly string[]): Problem[] {
  return error.issues.flatMap((issue) => problemOf(issue, path, known)).slice(0, 20);
}

function problemOf(issue: z.core.$ZodIssue, base: Path, known: readonly string[]): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'custom') {
    const { code, hint } = issue.params as { code: ErrorCode; hint: string };
    return [{ code, message: issue.message, path, hint }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'BAD_INPUT',
      message: `"${excerpt(key)}" is not known here`,
      path: [...path, key],
      hint: issue.path.length === 0 ? `known names: ${known.join(', ')}` : 'see the schema for the members allowed here',
    }));
  }
  if (issue.code === 'invalid_union')
    return [
      {
        code: 'BAD_NUMBER',
        message: 'not a decimal number',
        path,
        hint: 'digits with an optional sign and decimal point, as text when longer than 15 digits',
      },
    ];
  if (issue.code === 'too_big') return [{ code: 'TOO_LONG', message: issue.message, path, hint: `at most ${issue.maximum}` }];
  if (issue.code === 'invalid_value')
    return [{ code: 'BAD_INPUT', message: 'not one of the allowed values', path, hint: `one of ${issue.values.join(', ')}` }];
  return [
    {
      code: 'BAD_INPUT',
      message: issue.message,
      path,
      hint: issue.code === 'invalid_type' ? `give a value of type ${issue.expected}` : 'see the schema for the values allowed here',
    },
  ];
}
