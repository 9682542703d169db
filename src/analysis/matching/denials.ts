/**
 * Whether a text denies what it tells, by the words that its language denies with. What denies in one language is another
 * word elsewhere ("nie" is never in German and Polish, "mai" is May in German, "no" stands before a number in English), so
 * that only a text's own language counts. What only looks like a denial ("not only", "no doubt", "No. 5") is none.
 */
import { fold } from '../../model/values/text.js';

interface Denying {
  /** Words that deny what stands beside them. */
  readonly words: ReadonlySet<string>;
  /** Words that only deny where one of `words` stands before them, or "ne": "ne … plus". */
  readonly afterNe?: ReadonlySet<string>;
  /** Phrases with such a word that deny nothing. */
  readonly idioms: readonly (readonly string[])[];
  /** Phrases that say of the whole that it is not so. */
  readonly whole: readonly (readonly string[])[];
}

function denying(words: string, idioms: string, whole: string, afterNe = ''): Denying {
  const listOf = (text: string) => text.split(/\s+/u).filter(Boolean).map(fold);
  const phrasesOf = (text: string) =>
    text
      .split('|')
      .map(listOf)
      .filter(({ length }) => length > 0);
  return {
    words: new Set(listOf(words)),
    idioms: phrasesOf(idioms),
    whole: phrasesOf(whole),
    ...(afterNe ? { afterNe: new Set(listOf(afterNe)) } : {}),
  };
}

const DENYING: Readonly<Record<string, Denying>> = {
  en: denying(
    'not no never none nobody nothing neither nor cannot cant wont dont doesnt didnt isnt wasnt werent arent hasnt havent hadnt couldnt shouldnt wouldnt mustnt aint',
    'not only|not just|not merely|not simply|not least|not to mention|no doubt|no less than|no fewer than|no more than|no later than|no matter|nothing but|nothing less than|or not|if not|why not|not more than|not less than|not until|cant help|not long after|no wonder|no sooner|no one but|none other than|dont forget|dont miss|did you not',
    'false that|not true|untrue|is false|was false|hoax|fake|debunked|denies|denied that|denied having|denied being|denied claims|denied reports|refuted|refutes|no evidence|never happened|fabricated|falsely|isnt true|disproved|myth|rumor is false',
  ),
  fr: denying(
    'pas jamais aucun aucune nul nulle',
    'pas seulement|pas uniquement|pas moins de|pas plus de|pas de calais|un pas|le pas|premier pas|premiers pas|les pas|des pas|faux pas|pas a pas|chaque pas|nul doute|aucun doute|pas que|plus que jamais|a tout jamais',
    'faux que|est faux|cest faux|fausse information|infox|intox|canular|dement|dementi|demente|nie|nient|mensonge|inexact que|pas vrai|aucune preuve|rumeur',
    'plus rien personne guere point ni',
  ),
  de: denying(
    'nicht nie niemals kein keine keinen keiner keinem keines niemand niemanden nichts nirgends weder',
    'nicht nur|nicht zuletzt|nicht allein|nicht bloss|nicht mehr als|nicht weniger als|nichts als|kein zweifel|keine zweifel|ohne zweifel|oder nicht|wenn nicht|kein geringerer als|nie mehr als',
    'falsch dass|ist falsch|unwahr|falschmeldung|fake|dementiert|dementierte|bestreitet|bestritt|leugnet|leugnete|erfunden|gelogen|luge|hoax|stimmt nicht|keine belege|geruecht|gerucht',
  ),
  es: denying(
    'no nunca jamás ningún ninguna ninguno nadie nada tampoco',
    'no solo|no solamente|no unicamente|no sólo|no menos de|no más de|no obstante|no cabe duda|no hay duda|no es de extrañar|nada menos que|nada más|más que nunca|no sólo',
    'falso que|es falso|bulo|desmiente|desmintió|niega|negó|mentira|falsa noticia|noticia falsa|sin pruebas|no es cierto|no es verdad|rumor',
  ),
  it: denying(
    'non mai nessun nessuno nessuna niente nulla neanche nemmeno',
    'non solo|non soltanto|non solamente|non meno di|non più di|non oltre|non ce dubbio|niente meno che|piu che mai|non a caso',
    'falso che|e falso|bufala|smentisce|smentito|smentita|nega|ha negato|notizia falsa|fake|non e vero|nessuna prova|menzogna',
  ),
  pt: denying(
    'não nunca jamais nenhum nenhuma ninguém nada nem tampouco',
    'não só|não apenas|não somente|nem só|não menos de|não mais de|não obstante|não há dúvida|sem dúvida|nada menos que|mais do que nunca',
    'falso que|é falso|boato|desmente|desmentiu|nega|negou|mentira|notícia falsa|fake|não é verdade|sem provas',
  ),
  nl: denying(
    'niet nooit geen niemand niets nergens noch',
    'niet alleen|niet enkel|niet slechts|niet meer dan|niet minder dan|niets dan|geen twijfel|al dan niet|of niet|zo niet',
    'onwaar|niet waar|is vals|nepnieuws|ontkent|ontkende|ontkennen|verzonnen|hoax|fabel|geen bewijs',
  ),
  sv: denying(
    'inte aldrig ingen inget inga ej icke',
    'inte bara|inte minst|inte mer än|eller inte|ingen tvekan',
    'falskt att|är falskt|förnekar|bluff|påhittat|osant',
  ),
  da: denying(
    'ikke aldrig ingen intet',
    'ikke bare|ikke kun|ikke mindst|eller ikke|ingen tvil|ingen tvivl',
    'falsk at|nekter|benægter|usandt|usant|opspind',
  ),
  pl: denying(
    'nie nigdy nikt nic żaden żadna żadne żadnego żadnej',
    'nie tylko|nie mniej niż|nie więcej niż|nie ma wątpliwości',
    'nieprawda|fałsz|fałszywa|zaprzecza|zaprzeczył|dementuje|kłamstwo',
  ),
  ru: denying(
    'не нет никогда никто ничто ничего никакой никаких никакого никакая нельзя никого',
    'не только|не менее|не более|не просто|нет сомнений|тем не менее|не позднее|не исключено|ничего кроме|не раз',
    'неправда|ложь|ложно|фейк|опровергает|опроверг|опровергла|опровергли|отрицает|отрицал|вымысел|слух',
  ),
  uk: denying(
    'не ні ніколи ніхто ніщо нічого немає нема',
    'не тільки|не лише|не менше|не більше|тим не менш',
    'неправда|брехня|фейк|спростовує|спростував|заперечує',
  ),
  ar: denying(
    'لا لم لن ليس ليست ليسوا لست ولا ولم ولن وليس وليست فلا فلم فلن ألا',
    'ليس فقط|لا شك|لا سيما|ولا سيما|لا يزال|لا تزال|لا زال|لا زالت|لم يزل|لم تزل|لا بد|ليس إلا|لا يقل عن|لا تقل عن|لا سبيل إلا',
    'غير صحيح|غير صحيحة|كاذب|كاذبة|شائعة|إشاعة|ينفي|تنفي|نفى|نفت|لا صحة|مزيف|مزيفة|مفبرك|خبر زائف|زائف|لا أساس له|أكذوبة',
  ),
  fa: denying('نیست نبود نه هرگز هیچ نمی نشد نکرد ندارد', 'نه تنها|نه فقط', 'دروغ|شایعه|تکذیب|نادرست'),
  tr: denying('değil yok hiç asla hiçbir', 'sadece değil|değil mi', 'yalan|yalanladı|sahte|asılsız|doğru değil'),
};

/** Scripts without spaces, where a denial is a part of a word. */
const WITHIN: Readonly<Record<string, RegExp>> = {
  zh: /不(?![仅僅但过過断斷少同久论論管足错錯])(?<!是不|要不|无不)|没有|沒有|没(?=[能去来來见見说說做])|并非|並非|从未|從未|未(?![来來])|否认|否認|谣言|謠言|虚假|不实|辟谣/u,
  ja: /ない(?!かと)|なかった|ません|ではな|じゃな|デマ|否定|虚偽/u,
  ko: /않|아니(?!라\s*도)|못\s?[했하]|없(?!이)|거짓|부인|허위/u,
};

export interface Denial {
  /** Place of the word that denies, among the words that were given; undefined where the whole is denied. */
  readonly place?: number | undefined;
}

/**
 * `words`: folded, in order, with apostrophes left out ("didnt"). `nextIsNumber`: whether the text goes on with a number after a
 * word.
 */
export function denialsIn(
  text: string,
  words: readonly string[],
  nextIsNumber: (place: number) => boolean,
  language: string | undefined,
): readonly Denial[] {
  const within = language === undefined ? undefined : WITHIN[language];
  if (within) return within.test(text) ? [{}] : [];
  const its = language === undefined ? undefined : DENYING[language];
  if (!its) return [];
  const beginsAt = (place: number, phrase: readonly string[]) => phrase.every((word, index) => words[place + index] === word);
  const denials: Denial[] = [];
  let inIdiomUntil = -1;
  words.forEach((word, place) => {
    const idiom = its.idioms.find((phrase) => beginsAt(place, phrase));
    if (idiom) inIdiomUntil = Math.max(inIdiomUntil, place + idiom.length);
    if (its.whole.some((phrase) => beginsAt(place, phrase))) denials.push({});
    if (place < inIdiomUntil) return;
    if (its.words.has(word)) {
      // "No. 5" counts.
      if (!(word === 'no' && nextIsNumber(place))) denials.push({ place });
    } else if (its.afterNe?.has(word) && words.slice(Math.max(0, place - NE_BEFORE), place).some((each) => each === 'ne' || each === 'n'))
      denials.push({ place });
  });
  return denials;
}

/** Words between "ne" and what completes it. */
const NE_BEFORE = 4;
