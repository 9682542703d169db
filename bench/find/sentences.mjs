/**
 * What claims are made of: for each kind of event, in five languages, how it is stated and how somebody else would put it.
 * {who} a person, {where} a place, {what} a thing, {n} a number, {year} a year.
 */
export const EVENTS = [
  {
    en: [
      '{who} bought {n} {what} for the town hall of {where} in {year}.',
      'In {year} the town hall at {where} got {n} {what}, purchased by {who}',
    ],
    fr: [
      '{who} a acheté {n} {what} pour la mairie de {where} en {year}.',
      'La mairie de {where} a reçu en {year} {n} {what}, achetés par {who}',
    ],
    de: [
      '{who} kaufte {year} {n} {what} für das Rathaus von {where}.',
      'Das Rathaus in {where} bekam {year} {n} {what}, die {who} gekauft hatte',
    ],
    es: [
      '{who} compró {n} {what} para el ayuntamiento de {where} en {year}.',
      'El ayuntamiento de {where} recibió en {year} {n} {what} comprados por {who}',
    ],
    ar: ['اشترى {who} {n} {what} لبلدية {where} عام {year}.', 'حصلت بلدية {where} عام {year} على {n} {what} اشتراها {who}'],
  },
  {
    en: ['{who} was fined {n} euros for selling {what} in {where}.', 'a fine of {n} euros for {who}, who had sold {what} at {where}'],
    fr: [
      '{who} a été condamné à une amende de {n} euros pour avoir vendu {what} à {where}.',
      'Amende de {n} euros pour {who}, qui vendait {what} à {where}',
    ],
    de: [
      '{who} musste {n} Euro Strafe zahlen, weil in {where} {what} verkauft wurden.',
      '{n} Euro Strafe für {who} wegen des Verkaufs: {what} in {where}',
    ],
    es: ['{who} fue multado con {n} euros por vender {what} en {where}.', 'Una multa de {n} euros a {who}, que vendía {what} en {where}'],
    ar: ['غرم {who} {n} يورو لبيعه {what} في {where}.', 'غرامة {n} يورو على {who} بسبب بيع {what} في {where}'],
  },
  {
    en: [
      'The hospital of {where} lost {n} patient files when {who} moved the {what}.',
      '{n} files of patients disappeared from {where} hospital as {who} was moving its {what}',
    ],
    fr: [
      "L'hôpital de {where} a perdu {n} dossiers de patients quand {who} a déplacé {what}.",
      'À {where}, {n} dossiers médicaux ont disparu de l’hôpital pendant que {who} déplaçait {what}',
    ],
    de: [
      'Das Krankenhaus von {where} verlor {n} Patientenakten, als {who} {what} verlegte.',
      '{n} Akten von Patienten verschwanden im Krankenhaus {where}, während {who} {what} umräumte',
    ],
    es: [
      'El hospital de {where} perdió {n} historiales cuando {who} trasladó {what}.',
      'Desaparecieron {n} historiales del hospital de {where} mientras {who} trasladaba {what}',
    ],
    ar: [
      'فقد مستشفى {where} {n} ملفا للمرضى عندما نقل {who} {what}.',
      'اختفت {n} من ملفات المرضى في مستشفى {where} أثناء نقل {who} {what}',
    ],
  },
  {
    en: [
      '{who} said that {n} percent of the voters of {where} oppose the {what}.',
      'according to {who}, {n} percent of those who vote in {where} are against the {what}',
    ],
    fr: [
      '{who} a affirmé que {n} pour cent des électeurs de {where} refusent {what}.',
      'Selon {who}, {n} pour cent de ceux qui votent à {where} sont opposés : {what}',
    ],
    de: [
      '{who} sagte, dass {n} Prozent der Wähler von {where} {what} ablehnen.',
      'Laut {who} sind in {where} {n} Prozent der Wählerinnen gegen {what}',
    ],
    es: [
      '{who} afirmó que el {n} por ciento de los votantes de {where} rechaza {what}.',
      'Según {who}, el {n} por ciento de quienes votan en {where} está en contra: {what}',
    ],
    ar: ['قال {who} إن {n} في المئة من ناخبي {where} يرفضون {what}.', 'بحسب {who} فإن {n} في المئة من الناخبين في {where} ضد {what}'],
  },
  {
    en: [
      'A fire at the {what} depot of {where} killed {n} sheep in {year}, {who} reported.',
      '{who} reports that in {year} {n} sheep died when the depot of {what} burned in {where}',
    ],
    fr: [
      "Un incendie du dépôt de {what} à {where} a tué {n} moutons en {year}, d'après {who}.",
      '{who} rapporte que {n} moutons sont morts en {year} quand le dépôt ({what}) a brûlé à {where}',
    ],
    de: [
      'Ein Brand im Lager für {what} in {where} tötete {year} {n} Schafe, berichtete {who}.',
      '{who} berichtet: {n} Schafe starben {year}, als das Lager ({what}) in {where} brannte',
    ],
    es: [
      'Un incendio en el depósito de {what} de {where} mató {n} ovejas en {year}, informó {who}.',
      '{who} informa de que {n} ovejas murieron en {year} al arder el depósito ({what}) en {where}',
    ],
    ar: [
      'أدى حريق في مستودع {what} في {where} إلى نفوق {n} خروفا عام {year} كما ذكر {who}.',
      'ذكر {who} أن {n} خروفا نفقت عام {year} عندما احترق مستودع {what} في {where}',
    ],
  },
  {
    en: [
      '{who} never studied in {where}: the diploma is from a seller of {what}, {year}.',
      'the diploma of {who} ({year}) comes from somebody who sells {what}, not from studies at {where}',
    ],
    fr: [
      "{who} n'a jamais étudié à {where} : le diplôme de {year} vient d'un vendeur de {what}.",
      'Le diplôme de {who} date de {year} et vient de quelqu’un qui vend {what}, pas d’études à {where}',
    ],
    de: [
      '{who} hat nie in {where} studiert: das Diplom von {year} stammt von einem Händler für {what}.',
      'Das Diplom von {who} aus dem Jahr {year} kommt von einem Verkäufer ({what}), nicht vom Studium in {where}',
    ],
    es: [
      '{who} nunca estudió en {where}: el diploma de {year} es de un vendedor de {what}.',
      'El diploma de {who}, de {year}, viene de alguien que vende {what} y no de estudios en {where}',
    ],
    ar: [
      'لم يدرس {who} في {where} قط: شهادة عام {year} من بائع {what}.',
      'شهادة {who} لعام {year} جاءت من شخص يبيع {what} وليس من الدراسة في {where}',
    ],
  },
  {
    en: [
      'The bridge of {where} carries {n} trucks with {what} a day, said engineer {who}.',
      'engineer {who}: every day {n} trucks loaded with {what} cross the bridge in {where}',
    ],
    fr: [
      "Le pont de {where} supporte {n} camions de {what} par jour, a dit l'ingénieur {who}.",
      "L'ingénieur {who} : chaque jour {n} camions chargés ({what}) traversent le pont à {where}",
    ],
    de: [
      'Die Brücke von {where} trägt täglich {n} Lastwagen mit {what}, sagte Ingenieur {who}.',
      'Ingenieur {who}: jeden Tag fahren {n} Laster, beladen mit {what}, über die Brücke in {where}',
    ],
    es: [
      'El puente de {where} soporta {n} camiones con {what} al día, dijo el ingeniero {who}.',
      'Ingeniero {who}: cada día cruzan el puente en {where} {n} camiones cargados ({what})',
    ],
    ar: [
      'يتحمل جسر {where} {n} شاحنة محملة {what} يوميا كما قال المهندس {who}.',
      'المهندس {who}: تعبر كل يوم {n} شاحنة تحمل {what} الجسر في {where}',
    ],
  },
  {
    en: [
      '{who} promised {n} new jobs at the {what} plant in {where} by {year}.',
      'by {year} the plant in {where} that makes {what} would have {n} more jobs, {who} promises',
    ],
    fr: [
      "{who} a promis {n} emplois à l'usine de {what} de {where} d'ici {year}.",
      'D’ici {year}, l’usine de {where} ({what}) devrait créer {n} emplois, promet {who}',
    ],
    de: [
      '{who} versprach bis {year} {n} Arbeitsplätze im Werk für {what} in {where}.',
      'Bis {year} soll das Werk in {where} ({what}) laut Versprechen von {who} {n} neue Stellen schaffen',
    ],
    es: [
      '{who} prometió {n} empleos en la fábrica de {what} de {where} para {year}.',
      'Para {year} la fábrica de {where} ({what}) tendría {n} puestos de trabajo, promete {who}',
    ],
    ar: [
      'وعد {who} بتوفير {n} وظيفة في مصنع {what} في {where} بحلول عام {year}.',
      'بحلول {year} سيوفر مصنع {where} ({what}) {n} وظيفة كما وعد {who}',
    ],
  },
  {
    en: [
      'Drinking water in {where} contains {n} grams of {what}, claims doctor {who}.',
      'doctor {who} claims there are {n} grams of {what} in what people in {where} drink',
    ],
    fr: [
      "L'eau potable de {where} contient {n} grammes de {what}, prétend le docteur {who}.",
      'Le docteur {who} prétend qu’il y a {n} grammes de {what} dans ce que boivent les gens à {where}',
    ],
    de: [
      'Das Trinkwasser von {where} enthält {n} Gramm {what}, behauptet Doktor {who}.',
      'Doktor {who} behauptet, im Wasser von {where} seien {n} Gramm {what}',
    ],
    es: [
      'El agua potable de {where} contiene {n} gramos de {what}, asegura el doctor {who}.',
      'El doctor {who} asegura que hay {n} gramos de {what} en lo que se bebe en {where}',
    ],
    ar: [
      'تحتوي مياه الشرب في {where} على {n} غراما من {what} كما يدعي الطبيب {who}.',
      'يدعي الطبيب {who} وجود {n} غراما من {what} في ما يشربه الناس في {where}',
    ],
  },
  {
    en: [
      '{who} closed the school of {where} in {year} and stored {n} {what} in it.',
      'since {year} the school at {where} has held {n} {what}: {who} shut it',
    ],
    fr: [
      "{who} a fermé l'école de {where} en {year} pour y stocker {n} {what}.",
      'Depuis {year}, l’école de {where} abrite {n} {what} : {who} l’a fermée',
    ],
    de: [
      '{who} schloss {year} die Schule von {where} und lagerte dort {n} {what}.',
      'Seit {year} liegen in der Schule {where} {n} {what}, denn {who} hat sie geschlossen',
    ],
    es: [
      '{who} cerró la escuela de {where} en {year} y guardó allí {n} {what}.',
      'Desde {year} la escuela de {where} alberga {n} {what}: {who} la cerró',
    ],
    ar: ['أغلق {who} مدرسة {where} عام {year} وخزن فيها {n} {what}.', 'منذ {year} تضم مدرسة {where} {n} {what} بعد أن أغلقها {who}'],
  },
];

/** In the order of these languages; Arabic names of persons and places are written in their own letters. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'ar'];

/** Family names, as they are written in Latin and in Arabic letters. */
export const PEOPLE =
  'Hartwell/هارتويل Okafor/أوكافور Lindqvist/ليندكفيست Moreau/مورو Castellanos/كاستيانوس Haddad/حداد Brunner/برونر Kowalski/كوالسكي Mansour/منصور Delacroix/ديلاكروا Fitzgerald/فيتزجيرالد Zimmermann/زيمرمان Quintana/كينتانا Nakamura/ناكامورا Abernathy/أبرناثي Lefebvre/لوفيفر Schuster/شوستر Benítez/بينيتيز Khoury/خوري Thorvald/تورفالد Pemberton/بمبرتون Garnier/غارنييه Vogel/فوغل Iglesias/إغليسياس Saleh/صالح Ashworth/آشوورث Rousseau/روسو Kessler/كيسلر Navarro/نافارو Barakat/بركات'.split(
    ' ',
  );
export const GIVEN =
  'Anna/آنا Victor/فيكتور Clara/كلارا Samuel/صموئيل Nadia/نادية Oscar/أوسكار Ines/إيناس Tobias/توبياس Leila/ليلى Martin/مارتن'.split(' ');
export const PLACES =
  'Brackwater/براكووتر Montferrand/مونفيران Altenfels/ألتنفلس Villarreal/فياريال Deirmoun/ديرمون Northwick/نورثويك Sainte-Luce/سانت-لوس Grünbach/غرونباخ Torrealta/توريالتا Kafrouna/كفرونا Eastmere/إيستمير Chantebois/شانتبوا Rosenheide/روزنهايده Peñaverde/بينيافيردي Zahrani/زهراني Stonehaven/ستونهافن Valcourt/فالكور Hohenried/هوهنريد Aguasclaras/أغواسكلاراس Wadilouz/واديلوز'.split(
    ' ',
  );
/** Things, a word each language, in the same order. */
export const THINGS = {
  en: 'mattresses lanterns turnips pianos vaccines batteries bicycles carpets barometers umbrellas antennas violins tractors candles helmets onions telescopes pumps feathers magnets'.split(
    ' ',
  ),
  fr: 'matelas lanternes navets pianos vaccins batteries vélos tapis baromètres parapluies antennes violons tracteurs bougies casques oignons télescopes pompes plumes aimants'.split(
    ' ',
  ),
  de: 'Matratzen Laternen Rüben Klaviere Impfstoffe Batterien Fahrräder Teppiche Barometer Regenschirme Antennen Geigen Traktoren Kerzen Helme Zwiebeln Teleskope Pumpen Federn Magnete'.split(
    ' ',
  ),
  es: 'colchones faroles nabos pianos vacunas baterías bicicletas alfombras barómetros paraguas antenas violines tractores velas cascos cebollas telescopios bombas plumas imanes'.split(
    ' ',
  ),
  ar: 'مراتب فوانيس لفت بيانوهات لقاحات بطاريات دراجات سجاد بارومترات مظلات هوائيات كمنجات جرارات شموع خوذات بصل تلسكوبات مضخات ريش مغناطيس'.split(
    ' ',
  ),
};
