/** Reads a foreign document and remembers what was looked at: the rest of it is what the model could not hold. */

/** The value at a path was used, or is known to say nothing. */
export class Reading {
  readonly #used = new Set<string>();

  constructor(private readonly document: unknown) {}

  /** The value at a path, which counts as used with all that is in it. */
  take(...path: readonly (string | number)[]): unknown {
    this.#used.add(JSON.stringify(path));
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
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (value === null || value === '' || this.#used.has(JSON.stringify(path))) return;
      if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...path, index]));
      else if (typeof value === 'object') for (const [name, each] of Object.entries(value)) walk(each, [...path, name]);
      else found.add(printed(path));
    };
    walk(this.document, []);
    return [...found].sort();
  }
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

const printed = (path: readonly (string | number)[]): string =>
  path.map((step, index) => (typeof step === 'number' ? '[]' : index === 0 ? step : `.${step}`)).join('');
