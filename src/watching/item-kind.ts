import type { FoundItem, ItemKind } from "./found-item.ts";

/**
 * What an item is, when its source does not say: by the categories the portal gave it, else by how its title begins.
 * First match counts, so the narrower kinds stand first: a course for the unemployed is a course, a traineeship notice
 * a traineeship. Words are those of Italian portals (domain notes, section 1.1), and their English twins.
 */
const signs: [ItemKind, RegExp][] = [
  ["art16", /\bart(?:icolo|\.)?\s*16\b|avviament\w+ a selezione|chiamata (?:sui )?presenti|\bart-?16\b/i],
  [
    "targeted-placement",
    /collocamento (?:mirato|obbligatorio)|\bl(?:egge|\.)?\s*68\b|categorie protette|avviamento numerico/i,
  ],
  ["traineeship", /\btirocini?o?\b|\bstage\b|traineeship|internship/i],
  ["competition", /\bconcors[oi]\b|selezione pubblica|bando di (?:concorso|selezione)|competition/i],
  ["course", /\bcors[oi]\b|formazione|\bifts\b|\bits\b|training course/i],
  [
    "event",
    /\bevent[oi]\b|job day|recruiting day|career day|\bopen day\b|\bincontr[oi]\b|\bfiera\b|seminari?o?|webinar/i,
  ],
  [
    "notice",
    /\bavvis[oi]\b|\bchiusur[ae]\b|\borari[o]?\b|comunicazion[ei]|sospensione|\bnews\b|\bnotizi[ae]\b/i,
  ],
  ["offer", /\boffert[ae]\b|\bannunci[o]?\b|\blavoro\b|job offer|vacanc/i],
];

/** The kind of an item; `fallback` (the source's setting) where neither categories nor title tell. */
export function kindOf(item: Pick<FoundItem, "kind" | "labels" | "title">, fallback: ItemKind): ItemKind {
  if (item.kind) return item.kind;
  for (const label of item.labels ?? []) {
    const found = signs.find(([, sign]) => sign.test(label));
    if (found) return found[0];
  }
  // The very beginning of a title says what it is: "Docente per corsi serali" is no course.
  const title = item.title.replace(/^[^\p{L}\p{N}]+/u, "");
  const found = signs.find(([kind, sign]) => isToldByTitle(kind) && title.search(sign) === 0);
  return found ? found[0] : fallback;
}

/** Words of notices and offers stand at the head of titles of every kind. */
function isToldByTitle(kind: ItemKind): boolean {
  return kind !== "notice" && kind !== "offer";
}
