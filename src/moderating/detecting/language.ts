import type { ReadText } from "../reading/words.ts";

/** What a text is written in, as far as we can tell; `other-script` and `unknown` are the honest "not sure". */
export type Language =
  | "it"
  | "dialect"
  | "fr"
  | "en"
  | "es"
  | "ro"
  | "sq"
  | "de"
  | "other"
  | "other-script"
  | "unknown"
  | "none";

const marks: Record<Exclude<Language, "other-script" | "unknown" | "none">, string> = {
  it: "il lo la gli le un uno una di del della dei degli delle da dal in nel con per su che non e è si ma come dove quando perche quanto sono sei siete ho ha hai hanno avete anche piu mi ti ci vi questo questa quello ancora al alla ai agli a o te tuoi vostri vostra nostro loro lui lei se io tu stato stata qui li ma poi prima dopo quelli quella oggi ieri domani bene male va vado vai andate cosi casa fa ci ne da no tutta tutte siamo era stavo quindi allora pure proprio sempre mai tutti tutto solo grazie buongiorno salve lavoro senza poi ogni anni fare fate",
  dialect:
    "minga ghe gnanca tusa fioeu anca semper l'e mia cuma num vialter servissov duu ona ann nun nuie vuie cchiu chist chisto guaglio fatica faticà aggia addo comm ccà picchi travagghiu unni chiddu macari iu nuautri xe ghe gavè gavemo mona fioi ndo sto stanno daje nun aho ce famo sa semu jamme jatevenne facite tenimm tenite nisciuno gniente quanno ngopp",
  fr: "vous de mere aide jamais bande veux mon ma il y ne mes mourir vivre le les des est et je vous nous pour dans avec une pas que qui sur bonjour merci comment ou mais avez suis peut travail j'ai ai ce ça carte sont quand cherche faire inscrire",
  en: "of off all me us no nobody help want to am about get open bunch the is are and you your for with not how what when where can do does have hello thanks please job work apply need any this that i my from there who will still",
  es: "y unos unas no mas quiero vivir otra vez son mi nadie hijo de busco trabajar ustedes todos el los las es y usted para con una por como donde cuando hola gracias trabajo quiero puedo necesito tengo hay pero muy esta este soy estoy cuanto",
  ro: "sunteti niste nu mai sa eu tau caut de traiesc buna noi voi toti si este sunt pentru la cu nu ce cum unde cand buna ziua multumesc lucru am va rog mai locuri vreau pot de din si-a in o un loc munca capsuni cat se poate au",
  sq: "jeni nuk te gjithe mut une dua pune ime juve dhe eshte nje per me te ne nuk si ku kur pershendetje faleminderit pune jam kam a ka mund dua une ju ky kjo nga sa",
  de: "ihr seid alle mehr will leben mein meine der die das ist und ich sie fur mit nicht wie wo wann hallo danke arbeit kann haben gibt es ein eine auf zu von",
  // Portuguese, Polish, Dutch, Danish, Turkish, Tagalog, Arabic and Ukrainian in Latin letters: enough to say "not Italian".
  other:
    "nao voce eu com um uma obrigado trabalho sou procuro nie jest sie na jak pracy szukam mam dzien dobry prosze ik een het en niet zoek werk ben van jeg og ikke det soger ve bir icin ariyorum yok merhaba po ang ng trabaho dobryi den shukaju robotu ya salam alaykum wach kayn khdma fi wa",
};

const languagesOf = new Map<string, Language[]>();
for (const [language, words] of Object.entries(marks)) {
  for (const word of new Set(words.split(" "))) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language as Language]);
  }
}

/** Italian words end in vowels; hardly any other language's do as often. */
function looksItalian(words: ReadText["words"]): boolean {
  const long = words.filter(({ text }) => text.length > 3 && anyLetter.test(text));
  return long.length > 2 && long.filter(({ text }) => /[aeiou]$/.test(text)).length >= long.length * 0.85;
}

const anotherScript = /(?!\p{Script=Latin})\p{L}/u;
const anyLetter = /\p{L}/u;

/** Letters that Italian does not write; a name may hold one. */
const unItalian = /[ëșşțţăâîñøåæłżźśćńęąßüöäçãõêðþığčšž]/i;

/** No word has the vowels that words have, or one is longer than any: pressed keys, codes, base64. */
function looksLikeNoise(words: ReadText["words"]): boolean {
  const long = words.filter(({ text }) => text.length > 3 && anyLetter.test(text) && !isHeldDown.test(text));
  if (long.length === 0) return false;
  if (long.some(({ text }) => text.length >= longestWord)) return true;
  return long.every(({ text }) => (text.match(/[aeiouy]/g)?.length ?? 0) * 5 < text.length);
}

const longestWord = 28;
/** "grrrr", "mmmmm". */
const isHeldDown = /(.)\1{2}/;

/** Guesses by the small words that each language has to itself; looks at the first 200 words. */
export function languageOf({ words, original }: ReadText): Language {
  let letters = 0;
  let foreign = 0;
  let marked = 0;
  const scores = new Map<Language, number>();
  for (const { text, from, to } of words.slice(0, 200)) {
    if (!anyLetter.test(text)) continue;
    letters++;
    if (anotherScript.test(text)) foreign++;
    else if (unItalian.test(original.slice(from, to))) marked++;
    const all = languagesOf.get(text) ?? [];
    // A word that several languages have says little for each.
    for (const language of all) scores.set(language, (scores.get(language) ?? 0) + 1 / all.length);
  }
  if (letters === 0) return "none";
  if (foreign > 0) return "other-script";
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  const italian = scores.get("it") ?? 0;
  const isMarked = marked > 0 && marked >= italian;
  if (!first) {
    if (isMarked || looksLikeNoise(words)) return "unknown";
    return letters < 4 || looksItalian(words) ? "it" : "unknown";
  }
  const [language, score] = first;
  if (isMarked) return language === "it" || language === "dialect" ? "unknown" : language;
  if (language === "it") return "it";
  // Short Italian comments hold few small words: another language must lead clearly, and look like itself.
  const isAlone = letters <= shortText && italian < score / 2;
  if (score >= leadingFar && italian < score / 2) return language;
  const isClear = isAlone || (score >= 1.5 && score - (second?.[1] ?? 0) >= 0.4);
  return isClear && (language === "dialect" || !looksItalian(words)) ? language : "it";
}

const shortText = 7;
const leadingFar = 3;
