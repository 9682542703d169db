/** Languages by their names: in English as ISO 639-1, CLDR and the IANA registry have them, or in the language itself. */
import ISO6391 from 'iso-639-1';
import { fold } from '../../model/values/text.js';
import { languageFrom } from '../reading/values.js';

let names: ReadonlyMap<string, string> | undefined;

/** The tag of a language's name; undefined where it is not known. */
export function languageNamed(name: string): string | undefined {
  names ??= namesOfLanguages();
  return names.get(fold(name));
}

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));

/** The more usual names last: they hold where two languages are called the same. */
function namesOfLanguages(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => [first + second, ...LETTERS.map((third) => first + second + third)]),
  );
  for (const code of codes) {
    const name = english.of(code);
    const tag = name === undefined ? undefined : languageFrom(code);
    if (name !== undefined && tag !== undefined && !found.has(fold(name))) found.set(fold(name), tag);
  }
  for (const { code, name, nativeName } of ISO6391.getLanguages(ISO6391.getAllCodes()))
    for (const each of [nativeName, name])
      for (const part of [each, ...each.split(/[,;(]/)]) if (part.trim() !== '') found.set(fold(part), code);
  for (const [name, tag] of REGIONAL) found.set(name, tag);
  return found;
}

/** Names of what is a language with its script or region. */
const REGIONAL: readonly (readonly [string, string])[] = [
  ['brazilian portuguese', 'pt-BR'],
  ['simplified chinese', 'zh-Hans'],
  ['traditional chinese', 'zh-Hant'],
  ['mandarin', 'cmn'],
  ['farsi', 'fa'],
  ['bahasa melayu', 'ms'],
];
