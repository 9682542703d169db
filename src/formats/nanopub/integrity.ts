/** Whether a nanopublication is what its name and its signature say (trusty URIs, module RA; nanopub signatures). */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Quad, Term } from '@rdfjs/types';
import type { Nanopublication } from './nanopublication.js';
import { HAS_ALGORITHM, HAS_PUBLIC_KEY, HAS_SIGNATURE, HAS_SIGNATURE_TARGET, XSD } from './vocabulary.js';

const ARTIFACT_CODE = /[^A-Za-z0-9_-](RA[A-Za-z0-9_-]{43})$/;

/** The hash that a trusty URI ends in, with its module's name. */
const artifactCodeOf = (uri: string): string | undefined => ARTIFACT_CODE.exec(uri)?.[1];

/** What is broken; undefined where nothing is, or where it makes no promise. */
export function brokenPromise({ uri, head, assertion, provenance, publicationInfo }: Nanopublication): string | undefined {
  const quads = [...head, ...assertion, ...provenance, ...publicationInfo];
  const code = artifactCodeOf(uri);
  if (code !== undefined && artifactCode(quads, code) !== code) return 'its content does not match its trusty URI: it was changed';
  return brokenSignature(uri, quads, publicationInfo, code);
}

const artifactCode = (quads: readonly Quad[], code: string): string =>
  `RA${createHash('sha256').update(normalized(quads, code)).digest('base64url')}`;

function brokenSignature(
  uri: string,
  quads: readonly Quad[],
  publicationInfo: readonly Quad[],
  code: string | undefined,
): string | undefined {
  const elements = [
    ...new Set(
      publicationInfo
        .filter(({ predicate, object }) => predicate.value === HAS_SIGNATURE_TARGET && object.value === uri)
        .map(({ subject }) => subject.value),
    ),
  ];
  if (elements.length === 0) return undefined;
  if (elements.length > 1) return 'it has two signatures';
  const value = (predicate: string) =>
    publicationInfo.find((quad) => quad.subject.value === elements[0] && quad.predicate.value === predicate)?.object.value;
  const [signature, key, algorithm] = [value(HAS_SIGNATURE), value(HAS_PUBLIC_KEY), value(HAS_ALGORITHM)];
  if (signature === undefined || key === undefined || algorithm === undefined)
    return 'its signature lacks the key, the algorithm or the signature itself';
  if (algorithm !== 'RSA' && algorithm !== 'DSA') return `its signature uses the unknown algorithm ${algorithm}`;
  // Everything is signed but the signature itself.
  const signed = quads.filter(({ subject, predicate }) => !(subject.value === elements[0] && predicate.value === HAS_SIGNATURE));
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    const isValid = verify('sha256', Buffer.from(normalized(signed, code)), publicKey, Buffer.from(signature, 'base64'));
    return isValid ? undefined : 'its signature does not match its content';
  } catch (error) {
    return `its signature cannot be checked: ${(error as Error).message}`;
  }
}

/** The quads in one order and spelling, with a space for the hash itself (Kuhn and Dumontier, Trusty URIs, 2014; module RA). */
export function normalized(quads: readonly Quad[], code: string | undefined): string {
  const name = (term: Term) => (code === undefined ? term.value : term.value.replaceAll(code, ' '));
  const lines = quads.map(({ graph, subject, predicate, object }) => {
    const places = [name(graph), name(subject), name(predicate)];
    return { places, object, text: `${places.join('\n')}\n${spelled(object, name)}\n` };
  });
  lines.sort((a, b) => compareAll(a.places, b.places) || compareObjects(a.object, b.object, name));
  return lines
    .filter(({ text }, index) => text !== lines[index - 1]?.text)
    .map(({ text }) => text)
    .join('');
}

function spelled(object: Term, name: (term: Term) => string): string {
  if (object.termType !== 'Literal') return name(object);
  const text = object.value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return object.language === '' ? `^${object.datatype.value} ${text}` : `@${object.language.toLowerCase()} ${text}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareAll = (a: readonly string[], b: readonly string[]): number =>
  a.reduce((found, each, index) => found || compare(each, b[index]!), 0);

/** Resources before literals; literals by text, then without a type before with one, then by language. */
function compareObjects(a: Term, b: Term, name: (term: Term) => string): number {
  if (a.termType !== 'Literal' || b.termType !== 'Literal') {
    if (a.termType !== b.termType && (a.termType === 'Literal' || b.termType === 'Literal')) return a.termType === 'Literal' ? 1 : -1;
    return compare(name(a), name(b));
  }
  const type = (term: typeof a) => (term.language === '' ? term.datatype.value || `${XSD}string` : '');
  return compare(a.value, b.value) || compare(type(a), type(b)) || compare(a.language.toLowerCase(), b.language.toLowerCase());
}
