/**
 * What a store's projections are made of: the model's table, how words are folded, the store's own schema, and the version
 * of the code that fills it. A database keeps the fingerprint that it was projected under; one of another is projected anew from
 * its log of versions.
 */
import { sha256 } from '../model/changeset/passages.js';
import { edgesOf, RECORD_NAMES, shapeOf, targetOf } from '../model/graph.js';
import type { ShapeName } from '../model/definition.js';
import { SEARCHED, searchedWords } from '../model/searched.js';
import { fold } from '../model/values/folding.js';

/**
 * Which claimgraph is the newer one: a database of a higher model version is not touched. Raise it whenever
 * test/store/fingerprint.test.ts says that the projections have changed.
 */
export const MODEL_VERSION = 8;

/**
 * Texts in which each step of folding and of taking texts apart has something to do: what is kept under another folding, with the
 * letters of another transliteration or by the stems of another stemmer would not be found.
 */
const FOLDED_SAMPLE = [
  'O’Loughlin of the U.S.A., J. R. R. Tolkien: l·l, Kar\u00ADtoffel, Œuvre, Łódź, Straße, ½',
  'Владимир Путин, Ανδρέας, Երևան, თბილისი',
  'محـــمد بن سلمان ٢٠٢١, צה"ל, נְקֻדּוֹת',
  '서울 박물관, 東京都, カタカナ, กรุงเทพ, नरेन्द्र मोदी, አዲስ አበባ',
].map((text) => ({ text }));

/** Words that each stemmer makes shorter. */
const STEMMED_SAMPLE = [
  ['en', 'vaccinations running'],
  ['fr', 'hébergements nationaux'],
  ['de', 'Regierungen gebauten'],
  ['es', 'gobiernos publicaron'],
  ['it', 'vaccinazioni nazionali'],
  ['pt', 'vacinações governos'],
  ['nl', 'regeringen vaccinaties'],
  ['sv', 'regeringarna'],
  ['da', 'regeringerne'],
  ['nb', 'regjeringene'],
  ['fi', 'hallituksissa'],
  ['ro', 'vaccinurilor'],
  ['hu', 'kormányokban'],
  ['tr', 'hükümetlerin'],
  ['ru', 'правительствами'],
  ['uk', 'урядами'],
  ['bg', 'правителствата'],
  ['ar', 'المدارس'],
  ['el', 'κυβερνήσεις'],
  ['hy', 'կառավարությունների'],
  ['pl', 'szczepionkami'],
].map(([language, text]) => ({ language, text }));

/** `schema`: every statement that makes the store's tables or indexes. */
export function projectionFingerprint(schema: readonly string[]): string {
  const words = searchedWords('Entity', { names: [...FOLDED_SAMPLE, ...STEMMED_SAMPLE] });
  return sha256(JSON.stringify([MODEL_VERSION, modelOutline(), SEARCHED, FOLDED_SAMPLE.map(({ text }) => fold(text)), words, schema]));
}

/** Every shape's fields and edges, without the limits of input and the weights of the planner, which no projection depends on. */
function modelOutline(): unknown {
  const seen = new Map<ShapeName, unknown>();
  const visit = (name: ShapeName): void => {
    if (seen.has(name)) return;
    const { order, fields, edges } = shapeOf(name);
    seen.set(name, [
      order,
      Object.values(fields).map(({ max: _max, selectivity: _selectivity, ...field }) => field),
      edgesOf(name).map((edge) => ({ ...edge, max: undefined, min: undefined })),
    ]);
    for (const edge of Object.values(edges)) visit(targetOf(edge));
  };
  RECORD_NAMES.forEach(visit);
  return [...seen];
}
