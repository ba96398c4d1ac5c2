import type { WordSet } from "./word-list.ts";

/** What want is made of: hunger, cold, no roof, and those who suffer it. They mean it together (`meetingsOfWant`). */
export type WantField = "hunger" | "no-roof" | "cut-off" | "dependants" | "pleading" | "lasting";

const field = (kind: WantField, note: string, say: readonly string[]): WordSet<WantField> => ({
  kind,
  target: "writer",
  strength: "weak",
  note,
  say,
});

export const fieldsOfWant: readonly WordSet<WantField>[] = [
  field("hunger", "not eating, or not knowing what", [
    "non|senza|saltiamo|salto .. mangi/o/amo/are/ano/ato|cena|pranzo|cibo|spesa",
    "ho|abbiamo|hanno|patiamo|la fame",
    "digiuno|frigo+vuoto|dispensa+vuota|caritas|mensa+dei+poveri|pacco+alimentare",
    "da mangiare",
    "latte|pannolini|pane",
  ]),
  field("no-roof", "nowhere to sleep", [
    "in|per|alla|sotto|dentro strada|macchina|auto|stazione|garage|furgone|cantina|ponte|tenda|roulotte|dormitorio",
    "sfratt/o/ati/ato/ata/ano|senza+casa|senza+tetto|fuori+casa",
    "buttat/i/o/a fuori",
  ]),
  field("cut-off", "light, water or heating gone", [
    "stacc/ano/ato/ata/ati|tagliat/o/a|tolto|tolgono|chius/o/a|senza|niente .. luce|gas|acqua|corrente|riscaldamento",
    "al freddo|buio",
  ]),
  field("dependants", "children or others who depend on the writer", [
    "figli/o/a|figl/i|bambin/o/a/i/e|bimb/o/a/i/e|piccol/o/a/i|neonat/o/a|creature|famiglia",
    "mi/o/a|nostr/o/a|i|due|tre|quattro @kin",
  ]),
  field("pleading", "begging for help", [
    "aiut/ateci/atemi/o|vi+prego|vi+scongiuro|ti+prego|vi+supplico|per+favore+aiut*|disperat/o/a/i",
    "non so|sappiamo piu? come|dove|a+chi|cosa",
  ]),
  field("lasting", "how long already", [
    "da .. giorn/i/o|settiman/e/a|mes/i/e|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|ieri|ann/i",
    "giorni|settimane|mesi che",
    "due|tre|quattro|cinque|sei|sette|2|3|4|5|6|7 giorni|settimane|mesi",
  ]),
];
