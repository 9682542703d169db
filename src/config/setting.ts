/** What a setting is, and the forms that several have. */
import * as z from 'zod';

export interface SettingDefinition {
  readonly variable: string;
  readonly flag: string;
  readonly about: string;
  readonly unit?: string;
  readonly fallback: string;
  readonly form: z.ZodType;
  /** What a right value looks like. */
  readonly expected: string;
}

export const count = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
export const text = z.string().trim().min(1);
export const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A list in one text; empty ones are left out. */
export const commaSeparated = z.string().transform((value) =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean),
);

/** Milliseconds. */
export const DAY = 86_400_000;
