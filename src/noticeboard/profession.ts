import { fold } from "./fold.ts";

/** Fields of work people choose by; a portal that names professions does it in a thousand ways. */
export const professions = [
  "hospitality",
  "retail",
  "logistics",
  "manufacturing",
  "construction",
  "agriculture",
  "care",
  "cleaning",
  "office",
  "technology",
  "education",
  "services",
] as const;
export type Profession = (typeof professions)[number];

/** By the stems of the words for those who work there, folded (see fold.ts). One title may name several. */
const stems: Record<Profession, RegExp> = {
  hospitality:
    /\b(?:camerier|cuoc|chef\b|barist|barman|pizzaiol|pasticc|panif|lavapiatt|aiuto.?cucina|receptionist|alberghi?er|turis|animator|ristora|maitre|portiere (?:di notte|d'albergo)|gelatai)/,
  retail:
    /\b(?:commess|vendit|cassier|banconist|scaffalist|negozi|farmacist|telefonic|call.?cent|customer|agent[ei] di commercio|promoter|salumier|macellai|addett\S* (?:alle )?vendite)/,
  logistics:
    /\b(?:magazz|carrellist|mulettist|autist|autotrasport|corrier|logistic|facchin|fattorin|driver|rider|spedizion|camionist|conducent|movimentazione)/,
  manufacturing:
    /\b(?:tornitor|fresator|saldator|saldatur|meccanic|metalmeccanic|falegnam|cnc\b|roccatur|tessil|cucitor|cucitric|sart[aeoi]|imbottitur|assembla|manutentor|produzion|verniciator|montator|tappezzier|stampator|attrezzist|operai[oae]? (?:di produzione|metalmecc|tessil|generic)|carrozzier|gommist|orafo)/,
  construction:
    /\b(?:murator|edil|carpentier|idraulic|elettricist|termoidraul|imbianchin|piastrellist|cantier|geometra|manoval|cantonier|serramentist|gruist|escavatorist|impiantist|cartongessist|lattonier)/,
  agriculture:
    /\b(?:agricol|bracciant|raccolt[ao] (?:d|frutta|olive)|giardinier|vendemmi|allevat|vivai|potator|potatur|boscaiol|forestal|fragol|trattorist|mungitor)/,
  care: /\b(?:oss\b|asa\b|o\.s\.s|socio.?(?:sanitar|assistenz)|badant|assistent\S* (?:famil|all'infanzia|alla persona)|colf\b|baby.?sitter|infermier|medic[oi]\b|fisioterap|ostetric|ausiliari|caregiver|odontoiatr|veterinar|logopedist|psicolog)/,
  cleaning: /\b(?:pulizi|lavander|stirator|stiratric|sanificazion|camerier\S* ai piani|netturbin)/,
  office:
    /\b(?:impiegat|amministrativ|segretari|segreteria|contabil|ragionier|paghe\b|back.?office|data.?entry|front.?office|centralinist|buyer|risorse umane|archivist)/,
  technology:
    /\b(?:svilupp(?:at|o (?:web|software))|programmator|informatic|software|sistemist|developer|ingegner|progettist|disegnator|grafic[oai]\b|tecnico (?:it|hardware|di rete)|data (?:analyst|scientist)|typescript)/,
  education:
    /\b(?:docent|insegnant|formator|educat|maestr|tutor\b|istruttor\S* (?:sportiv|di nuoto|fitness)|bibliotecari)/,
  services:
    /\b(?:parrucchier|estetist|barbier|vigilan|guardi[ae]\b|custod|portinai|bagnin|assistent\S* bagnant|autolavagg|onoranz)/,
};

const headCharacters = 200;

/** The fields a title names; where it names none, those in the first lines of the text. */
export function professionsIn(title: string, text: string): Profession[] {
  const named = (words: string) => professions.filter((each) => stems[each].test(words));
  const byTitle = named(fold(title));
  return byTitle.length > 0 ? byTitle : named(fold(text.slice(0, headCharacters)));
}

export function isProfession(text: string): text is Profession {
  return (professions as readonly string[]).includes(text);
}
