/**
 * Questions as a fact-checker types them, for claims of CheckThat! that are named by their ids (find/questions.tsv): paraphrased in other
 * words, shortened to a few, and translated into French, German, Spanish and Arabic. Written by hand before they were first asked.
 */
import { readFileSync } from 'node:fs';

/** @returns {{ kind: string, text: string, wanted: string[] }[]} */
export function ownQuestions() {
  const lines = readFileSync(new URL('questions.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.slice(1).map((line) => {
    const [kind, claim, text] = line.split('\t');
    return { kind, text, wanted: [claim] };
  });
}
