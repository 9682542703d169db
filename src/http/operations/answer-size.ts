/** How long an answer would be as JSON, about; looked at before it is made a text. */

/** Characters of a value that is no text, with what stands around it. */
const OF_ANY = 4;

/** Stops counting past `most`: what is longer than the limit may be much longer. */
export function sizeOfAnswer(answer: unknown, most: number): number {
  const waiting: unknown[] = [answer];
  let size = 0;
  while (waiting.length > 0 && size <= most) {
    const value = waiting.pop();
    size += OF_ANY;
    if (typeof value === 'string') size += value.length;
    else if (Array.isArray(value)) for (const each of value) waiting.push(each);
    else if (typeof value === 'object' && value !== null)
      for (const name in value) {
        size += name.length + OF_ANY;
        waiting.push((value as Record<string, unknown>)[name]);
      }
  }
  return size;
}
