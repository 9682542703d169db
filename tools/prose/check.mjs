/**
 * Reads what users read and names every sentence that breaks a rule of rules.mjs: the descriptions of the schema (the
 * settings are in docs/configuration.md), the README, the change log and docs/. Exit code 1 when it finds one.
 * `node tools/prose/check.mjs FILE…` reads these files alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, visit } from 'graphql';
import { faultsOf } from './rules.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const EVERYTHING = [
  'schema/schema.graphql',
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(`${ROOT}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/**
 * The texts of a schema's descriptions, with their lines.
 *
 * @param {string} schema
 */
function descriptionsOf(schema) {
  /** @type {{ line: number, text: string }[]} */
  const found = [];
  visit(parse(schema), {
    enter: (node) => {
      if ('description' in node && node.description)
        found.push({ line: node.description.loc.startToken.line, text: node.description.value });
    },
  });
  return found;
}

/**
 * The paragraphs, list items and table cells of a page, without code: it is not prose.
 *
 * @param {string} page
 */
function proseOf(page) {
  const withoutBlocks = page
    .replace(/^(`{3,})[\s\S]*?^\1 *$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
  return withoutBlocks.split('\n').flatMap((line, index) =>
    line
      .split(/^\s*\|| \| |\|\s*$/)
      .map((cell) =>
        cell
          .replace(/^\s*(?:#+|[-*>]|\d+\.)\s+/, '')
          .replace(/\]\([^)]*\)/g, ']')
          .replace(/[*[\]]/g, ''),
      )
      .filter((cell) => /[a-z]/i.test(cell))
      .map((text) => ({ line: index + 1, text })),
  );
}

/** A code span is one word, whatever it holds. */
const withoutCode = (/** @type {string} */ text) => text.replace(/`[^`]*`|"[^"]*"/g, 'code');

/** Sentences end before a space and a capital, a code span or the end. */
const sentencesOf = (/** @type {string} */ text) => withoutCode(text.replace(/\s+/g, ' ')).split(/(?<=[.!?][)"]?) (?=[A-Z"(]|code)/);

const names = process.argv.length > 2 ? process.argv.slice(2) : EVERYTHING;
let count = 0;
for (const name of names) {
  const content = readFileSync(`${ROOT}${name}`, 'utf8');
  const texts = name.endsWith('.graphql') ? descriptionsOf(content) : proseOf(content);
  const seen = new Set();
  for (const { line, text } of texts) {
    for (const sentence of sentencesOf(text)) {
      // A description stands in the schema at every input and filter.
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      for (const { rule, found, instead } of faultsOf(sentence)) {
        count++;
        console.log(`${name}:${line}: ${rule}: "${found}" (${instead}): ${sentence.slice(0, 160)}`);
      }
    }
  }
}
if (count > 0) console.log(`${count} found; the rules are in tools/prose/rules.mjs`);
process.exitCode = count > 0 ? 1 : 0;
