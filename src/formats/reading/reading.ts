/** Reads a foreign document and remembers what was looked at: the rest of it is what the model could not hold. */

/** Different paths of one document that are named as lost; further ones are named together. */
export const LOST_PATHS_MAX = 1_000;
const FURTHER_PATHS = '… (further paths)';
/** Characters of one member's name within a path. */
const LONGEST_NAME = 60;

/** What was used of a value, as far as any of it was. */
interface Used {
  /** With all that is in it. */
  isWhole: boolean;
  readonly parts: Map<string | number, Used>;
}

/** The value at a path was used, or is known to say nothing. */
export class Reading {
  readonly #used: Used = { isWhole: false, parts: new Map() };

  constructor(private readonly document: unknown) {}

  /** The value at a path, which counts as used with all that is in it. */
  take(...path: readonly (string | number)[]): unknown {
    let used = this.#used;
    for (const step of path) {
      let part = used.parts.get(step);
      if (!part) used.parts.set(step, (part = { isWhole: false, parts: new Map() }));
      used = part;
    }
    used.isWhole = true;
    return this.look(...path);
  }

  /** The value at a path, not used yet. */
  look(...path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], this.document);
  }

  /** A member as a list: formats often allow one value in place of a list of one. Paths of its elements. */
  each(...path: readonly (string | number)[]): (readonly (string | number)[])[] {
    const value = this.look(...path);
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [path];
  }

  /** The first text at a path that says something, trimmed; it is used, and what stands beside it in a list is not. */
  text(...path: readonly (string | number)[]): string | undefined {
    return this.become((text) => text, ...path);
  }

  /** What the first text at a path becomes; used only where it becomes something. */
  become<T>(convert: (text: string) => T | undefined, ...path: readonly (string | number)[]): T | undefined {
    const value = this.look(...path);
    if (Array.isArray(value)) {
      const index = value.findIndex((each) => plainText(each) !== undefined);
      return index < 0 ? undefined : this.become(convert, ...path, index);
    }
    const text = plainText(value);
    const become = text === undefined ? undefined : convert(text);
    if (become !== undefined) this.take(...path);
    return become;
  }

  /** Paths of values that nothing used, each form once: list[].member. */
  unused(): string[] {
    const found = new Set<string>();
    // Elements of a list have one path: it is printed once, however many they are.
    const walk = (value: unknown, used: Used | undefined, path: string): void => {
      if (value === null || value === '' || used?.isWhole || found.size > LOST_PATHS_MAX) return;
      if (Array.isArray(value)) {
        const elements = `${path}[]`;
        value.forEach((each, index) => walk(each, used?.parts.get(index), elements));
      } else if (typeof value === 'object') {
        for (const [name, each] of Object.entries(value))
          walk(each, used?.parts.get(name), path === '' ? cut(name) : `${path}.${cut(name)}`);
      } else found.add(path);
    };
    walk(this.document, this.#used, '');
    const sorted = [...found].sort();
    return sorted.length > LOST_PATHS_MAX ? [...sorted.slice(0, LOST_PATHS_MAX), FURTHER_PATHS] : sorted;
  }
}

const cut = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}…` : name);

function plainText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
