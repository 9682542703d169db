/**
 * Texts in tables that people open: a spreadsheet takes a cell that begins like a formula for one, and runs it. An
 * apostrophe before it makes it a text (OWASP, "CSV Injection").
 */

/** Signs of formulas, plain, full-width and small, also behind blanks, marks that are not shown, and quotes. */
const BEGINS_LIKE_A_FORMULA = /^[\s\p{Z}\p{Cf}\p{Cc}'"`\u2018-\u201F]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]/u;
/** Signs that begin another cell or line in some programs, whatever follows. */
const BEGINS_ANOTHER_CELL = /^[\t\r\n]/;

/** The text as a cell that no spreadsheet runs. */
export const spreadsheetText = (text: string): string =>
  BEGINS_LIKE_A_FORMULA.test(text) || BEGINS_ANOTHER_CELL.test(text) ? `'${text}` : text;
