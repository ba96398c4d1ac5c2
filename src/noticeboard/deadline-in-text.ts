import { addDays, dateOf, isLocalDate, type LocalDate, yearOf } from "../authority/calendar/local-date.ts";
import { fold } from "./fold.ts";

const months = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

/** "4 dicembre 2026", "1° dic.", "15/02/2027", "5.12.26"; folded. A year may be missing after a month in letters only. */
const written =
  /(?<![\d/.-])(\d{1,2})(?:[°º]? ?(gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)(?:[a-z]{0,7}|\.)(?: (\d{4})(?!\d))?|[/.-](\d{1,2})[/.-](\d{4}|\d{2}))(?![\d/])/g;

/** What a deadline is announced by, up to the date; nothing of it may end a sentence. The stronger ones first. */
const announced = [
  /(?:\bscadenza|\bscade|\bscad\.|\btermin[ei]|\bprorogat[oaie])(?: [^.;\n\d]{0,50})?[:' ]+(?:(?:le |alle )?(?:ore|h\.?) ?\d{1,2}(?:[:.]\d\d)? (?:del|di) ?(?:[a-z]+ )?)?$/,
  /\b(?:adesion[ei]|candidatur[ae]|domand[ae]|iscrizion[ei]|prenotazion[ei])\b[^.;\n]{0,60}\b(?:entro|al|alle|fino al|fino all'|non oltre)[^.;\n]{0,45}$/,
  /\b(?:entro|non oltre|fino al|fino all')[^.;\n\d]{0,30}(?:ore \d{1,2}(?:[:.]\d\d)? (?:del|di) ?(?:[a-z]+ )?)?$/,
];

/** What else happens by a day: work begins or ends, somebody is told. */
const otherwise =
  /\b(?:contratt[oi]|durata|periodo|assunzion[ei]|inserimento|inizi[oa]|avvio|decorrenza|partenza|sostituzione|colloqui|graduatoria|interprete|lavoro)\b[^.;\n]{0,40}\b(?:entro|fino al|fino all'|al)[^.;\n]{0,15}$/;

const wordsBefore = 130;
/** Portals print an item again long after its day, never a year before it. */
const daysBefore = 31;
const daysAfter = 400;

/**
 * Until when one may apply, as the words of an item say it: the last day that counts. Undefined where nothing that
 * reads like a deadline stands before a date, or where the date cannot be one for an item shown on `shownOn`.
 */
export function deadlineInText(text: string, shownOn: LocalDate): LocalDate | undefined {
  const folded = fold(text);
  let best: { rank: number; day: LocalDate } | undefined;
  for (const match of folded.matchAll(written)) {
    const before = folded.slice(Math.max(0, match.index - wordsBefore), match.index);
    const rank = announced.findIndex((each) => each.test(before));
    if (rank === -1 || (rank > 0 && otherwise.test(before))) continue;
    const day = dayOf(match, shownOn);
    if (!day || day < addDays(shownOn, -daysBefore) || day > addDays(shownOn, daysAfter)) continue;
    // Of two that are announced alike the later one counts: "the deadline of the 20th is extended to the 11th".
    if (!best || rank < best.rank || (rank === best.rank && day > best.day)) best = { rank, day };
  }
  return best?.day;
}

function dayOf(match: RegExpExecArray, shownOn: LocalDate): LocalDate | undefined {
  const [, day, name, year, month, shortYear] = match;
  const number = name ? months.indexOf(name) + 1 : Number(month);
  if (number < 1 || number > 12) return undefined;
  const given = year ?? shortYear;
  if (given) return dayIn(given.length === 2 ? 2000 + Number(given) : Number(given), number, Number(day));
  // Without a year the next such day is meant, or one that has just passed.
  const thisYear = dayIn(yearOf(shownOn), number, Number(day));
  if (thisYear && thisYear >= addDays(shownOn, -daysBefore)) return thisYear;
  return dayIn(yearOf(shownOn) + 1, number, Number(day));
}

function dayIn(year: number, month: number, day: number): LocalDate | undefined {
  if (day < 1 || day > 31) return undefined;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isLocalDate(text) ? dateOf(year, month, day) : undefined;
}
