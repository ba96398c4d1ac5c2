import type { Evidence, Mention } from "../evidence.ts";
import { type Place, wordsAfter, wordsBefore } from "./around.ts";

/** Insults that are something else as they stand: names of people, firms, places and films, animals, goods. */

const titles = new Set(
  "signor signora sig dottor dottoressa dott dottssa ragionier ragioniere professor professoressa prof avvocato avv geometra ingegner ing maestro maestra don suor ditta azienda studio impresa famiglia fratelli pasticceria caseificio panificio trattoria pizzeria ristorante cantina via viale piazza largo vicolo corso contrada frazione comune paese film romanzo libro titolo circolo teatro cognome chiamo chiama".split(
    " ",
  ),
);
const places = new Set("a da in presso verso".split(" "));
const between = new Set("dei degli delle della del di".split(" "));
const showing = new Set(
  "danno davano visto vedere vedremo guardato guardo proiettano letto leggere".split(" "),
);

/** "Abito a Troia", "via dei Negri", "il signor Finocchio", "danno Bastardi senza gloria", "Giuseppe Negri". */
export function isName(evidence: Evidence, mention: Mention): boolean {
  const { words, named, text } = evidence;
  const word = words[mention.first];
  if (!word?.isCapital || isShouted(text.original.slice(word.from, word.to))) return false;
  const [nearest, second] = wordsBefore(evidence, mention, 2);
  if (nearest === undefined) return false;
  if (titles.has(nearest) || (between.has(nearest) && titles.has(second ?? ""))) return true;
  if (places.has(nearest) || showing.has(nearest)) return true;
  return named.some(
    ({ kind, first, last }) => kind === "person" && first < mention.first && mention.first <= last,
  );
}

function isShouted(said: string): boolean {
  return said.length > 1 && said === said.toUpperCase();
}

const beasts = new Set(
  "bovini bovino vacca vacche mucca mucche cane cani gatto gatti cavallo cavalli capra capre maiali suini topi colite paresi tetraparesi pagamento pagamenti stipendio accredito bonifico ciclo treno autobus bus capannone bagno cantina locale spogliatoio tempo destino mondo lavoro vino amaro".split(
    " ",
  ),
);
const goods = new Set("amaro legno rapa cavoli pensione canile allevamento".split(" "));

/** "Bovini cornuti", "un lurido capannone", "pagamento ritardato", "bastardino per la pensione cani". */
export function isAnimalOrThing(evidence: Evidence, place: Place): boolean {
  const near = wordsBefore(evidence, place, 1);
  const after = wordsAfter(evidence, place, 4);
  const [next, second] = after;
  if (beasts.has(near[0] ?? "") || beasts.has(next ?? "")) return true;
  if (goods.has(next ?? "") || (between.has(next ?? "") && goods.has(second ?? ""))) return true;
  return after.includes("pensione") && after.includes("cani");
}
