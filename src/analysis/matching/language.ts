/**
 * In which language a text is, where nothing says it: by the little words that every text of a language has. Languages
 * share some of them with another meaning, so that the language that has the most of them is taken, and none where
 * several have as many.
 */
import { fold } from '../../model/values/text.js';
import { wordsOf } from '../../model/values/words.js';

const LITTLE: Readonly<Record<string, string>> = {
  en: 'the of and to in is are was were that for with by from this these has have had it its be been at on not they he she his her who which as an a or but will would can could did do does than then there their our your my we you when after before into about over under no',
  fr: 'le la les des du de et est sont une un dans pour par sur que qui avec ne pas au aux ce cette ces ont été était il elle ils elles son sa ses leur leurs mais ou où plus comme après avant sans chez se en y a d l qu n s c j',
  de: 'der die das den dem des und ist sind war waren ein eine einen einem einer eines im in zu zum zur von vom mit für auf aus bei nach nicht auch sich es er sie wir ihr dass daß als wie aber oder wird werden wurde wurden hat haben hatte über unter durch an am bis seit so da',
  es: 'el la los las del de y es son una un en para por que quien con no al lo se su sus como más pero o fue fueron ha han había está están este esta estos estas muy ya sin sobre desde hasta entre a',
  it: 'il lo la i gli le del della dei delle di e è sono una un uno in per che chi con non al alla ai alle si suo sua come più ma o fu ha hanno era questo questa nel nella da dal dalla sul sulla anche',
  pt: 'o a os as do da dos das de e é são uma um em no na nos nas para por que quem com não ao à se seu sua como mais mas ou foi foram tem têm este esta isso pelo pela já muito sem sobre até entre',
  nl: 'de het een van en is zijn was waren dat die dit in op te voor met niet aan door uit bij naar ook als om maar of wordt werd heeft hebben had er ze hij zij wij we over onder',
  sv: 'och att det är som en ett på av för med till inte har den de var om från han hon men eller',
  da: 'og at det er som en et på af for med til ikke har den de var om fra han hun men eller',
  pl: 'i w na z do nie że się jest to o jak po dla przez są był była było ale lub oraz od za',
  ru: 'и в на с не что по из за от для как это он она они был была были но или к о у же бы его ее их до при',
  uk: 'і в на з не що по із за від для як це він вона вони був була були але або до про та й є',
  ar: 'في من على إلى عن أن إن كان كانت هذا هذه التي الذي مع لا ما لم لن ليس هو هي قد و كل بعد قبل عند بين أو ثم',
  fa: 'در از به که را این آن با است برای و بر تا هم یک شد کرد می نه نیست',
  tr: 've bir bu için ile da de olarak daha çok gibi kadar olan değil o ne ki',
};

const LITTLE_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LITTLE).map(([language, words]) => [language, new Set(words.split(' ').map(fold))]),
);

/** Of a tag: `fr` of `fr-CA`; undefined where it names no language. */
export function primaryOf(tag: string | undefined): string | undefined {
  const primary = tag?.split('-', 1)[0]!.toLowerCase();
  if (primary === undefined || primary === 'und' || primary === 'mul' || primary === 'zxx') return undefined;
  return primary === 'nb' || primary === 'nn' || primary === 'no' ? 'da' : primary;
}

const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** The languages of whose little words the text has the most; none where it has none of any. */
export function likelyLanguages(text: string): readonly string[] {
  if (KANA.test(text)) return ['ja'];
  if (HANGUL.test(text)) return ['ko'];
  if (HAN.test(text)) return ['zh'];
  const words = new Set(wordsOf(text).flatMap(({ word, isLatinized }) => (isLatinized ? [] : word)));
  let most = 0;
  let likely: string[] = [];
  for (const [language, little] of LITTLE_WORDS) {
    let count = 0;
    for (const word of words) if (little.has(word)) count++;
    if (count > most) [most, likely] = [count, [language]];
    else if (count === most && count > 0) likely.push(language);
  }
  return likely;
}

/** Whether a word says little by itself; in any language where none is known. */
export function isLittle(word: string, language: string | undefined): boolean {
  const its = language === undefined ? undefined : LITTLE_WORDS.get(language);
  return its ? its.has(word) : [...LITTLE_WORDS.values()].some((each) => each.has(word));
}
