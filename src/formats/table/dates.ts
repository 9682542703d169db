/** Dates as people write them in tables, by a form such as D/M/YYYY. */
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { dateFrom } from '../reading/values.js';

dayjs.extend(customParseFormat);

/** The date as the graph writes it, as precise as the first form that fits; undefined where none does. */
export function dateIn(text: string, forms: readonly string[]): string | undefined {
  for (const form of forms) {
    // Its strict mode writes the date again in the form: a day that is not there does not come out the same.
    for (const written of new Set([text, text.replaceAll(LEADING_ZERO, '')])) {
      const parsed = dayjs(written, form, true);
      if (parsed.isValid()) return dateFrom(parsed.format(precisionOf(form)));
    }
  }
  return forms.length === 0 ? dateFrom(text) : undefined;
}

/** A form with D takes 05, too. */
const LEADING_ZERO = /\b0(?=\d\b)/g;

function precisionOf(form: string): string {
  const plain = form.replaceAll(/\[[^\]]*\]/g, '');
  if (/[Hh]/.test(plain)) return /s/.test(plain) ? 'YYYY-MM-DDTHH:mm:ss' : 'YYYY-MM-DDTHH:mm';
  if (/D/.test(plain)) return 'YYYY-MM-DD';
  return /M/.test(plain) ? 'YYYY-MM' : 'YYYY';
}
