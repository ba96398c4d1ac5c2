import type { LocalDate } from "../authority/calendar/local-date.ts";
import { type FoundItem, type ItemFacts, type ItemKind, kindsToApplyFor } from "../watching/found-item.ts";
import { deadlineInText } from "./deadline-in-text.ts";
import { fold } from "./fold.ts";
import { placeInText } from "./place-in-text.ts";
import { type Profession, professionsIn } from "./profession.ts";

/** What an item says besides the facts that have a field of their own; kept beside it, see migration 0018. */
export interface ItemReading {
  /** Only what no field says: a source that has fields means them. */
  facts: Pick<ItemFacts, "deadline" | "place" | "contract">;
  /** The office an item belongs to, by the name the portal or the authority gives it. */
  office?: string;
  professions: Profession[];
}

/** One kind of contract as an announcement writes it, folded; not what might become of it one day. */
const contractWords = [
  /(?<!(?:trasforma|possibil|finalizzat|prospettiv|scopo|successiv)[^.;\n]{0,60})\b(?:contratto )?(?:a )?tempo (?:pieno e |parziale e )?indeterminato\b/,
  /\btempo (?:pieno e |parziale e )?determinato\b/,
  /\b(?:contratto|lavoro|personale) stagionale\b|\bstagionali\b/,
  /\bapprendist(?:ato|a|i)\b/,
  /\btirocini(?:o|nte|nti)\b|\bstage\b/,
  /\bsomministrazione\b/,
  /\bpartita iva\b|\bp\. ?iva\b|\bco\.?co\.?co\b|\bcollaborazione coordinata\b/,
  /\bfull.?time\b|\btempo pieno\b/,
  /\bpart.?time\b|\btempo parziale\b/,
];
/** "TI" and "T.D." mean something in capitals only. */
const contractSigns: [RegExp, string][] = [
  [/(?<![\p{L}.])T\.?I\.?(?![\p{L}])/u, "tempo indeterminato"],
  [/(?<![\p{L}.])T\.?D\.?(?![\p{L}])/u, "tempo determinato"],
];

/** As far as a search looks, too; what is longer is an attachment that somebody pasted. */
const charactersRead = 20_000;

/** A label that names an office, and the name of one inside a sentence. */
const officeLabel = /^(?:CPI|C\.P\.I\.|Centr[oi] per l['’]impiego|Sportello|Agenzia|Ufficio|Sede)\s+\p{L}/iu;
const officeInWords = /\bCPI (?:di )?(\p{Lu}\p{L}+(?: (?:e )?\p{Lu}\p{L}+){0,3})/u;

/**
 * Reads out of title and text what the filters of the board ask for: until when, where, which contract, which office,
 * which field of work. Conservative: a fact that is not found costs a filter, a wrong one misleads somebody.
 * `offices` are the names of the authority's own.
 */
export function factsInText(
  item: Pick<FoundItem, "title" | "text"> & { kind: ItemKind; facts: ItemFacts; labels: readonly string[] },
  shownOn: LocalDate,
  offices: readonly string[] = [],
): ItemReading {
  const { title, facts, kind, labels } = item;
  const text = item.text.slice(0, charactersRead);
  const whole = `${title}\n${text}`;
  const isToApplyFor = kindsToApplyFor.includes(kind);
  const deadline = facts.deadline || !isToApplyFor ? undefined : deadlineInText(whole, shownOn);
  const place = facts.place || kind === "notice" ? undefined : placeInText(title, text);
  const contract = facts.contract || !isToApplyFor || kind === "course" ? "" : contractInText(whole);
  const office = officeIn(whole, labels, offices);
  return {
    facts: { ...(deadline && { deadline }), ...(place && { place }), ...(contract !== "" && { contract }) },
    ...(office && { office }),
    professions: isToApplyFor ? professionsIn(title, text) : [],
  };
}

function contractInText(text: string): string {
  const folded = fold(text);
  const words = contractWords.flatMap((each) => each.exec(folded)?.[0] ?? []);
  const signs = contractSigns.flatMap(([sign, word]) =>
    sign.test(text) && !words.some((each) => each.includes(word)) ? [word] : [],
  );
  return [...new Set([...words, ...signs])].join(", ");
}

function officeIn(text: string, labels: readonly string[], offices: readonly string[]): string | undefined {
  const label = labels.find((each) => officeLabel.test(each.trim()));
  if (label) return label.trim();
  const folded = fold(text);
  const known = offices.find((each) => folded.includes(fold(each)));
  if (known) return known;
  const named = officeInWords.exec(text)?.[1];
  return named && `CPI ${named}`;
}
