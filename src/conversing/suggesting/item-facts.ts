import type { AuthoritySettings } from "../../authority/settings.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { type Standing, standingOf } from "../../noticeboard/standing.ts";
import { readableDate } from "../../publishing/post.ts";
import type { AskedFact } from "./asked-words.ts";
import type { SuggestingWords } from "./words/words.ts";

/** The item under discussion, as far as answers need it. */
export interface DiscussedItem
  extends Pick<ShownItem, "title" | "facts" | "link" | "reference" | "lifeChange"> {
  /** What the last correction changed of its deadline; null where it did not. */
  deadlineBefore: string | null;
}

export interface FactReading {
  words: SuggestingWords;
  language: "it" | "en";
  settings: Pick<AuthoritySettings, "timeZone">;
  now: Date;
  /** How the office is reached, in words; empty where nothing is known. */
  contacts: string;
}

const factCharactersMax = 500;

/** The sentence that answers what was asked: from facts that have a field of their own, or that there is none. */
export function factSentence(fact: AskedFact, item: DiscussedItem, reading: FactReading): string {
  const { words } = reading;
  const { facts, reference } = item;
  const said = (value: string | null | undefined, say: (value: string) => string) => {
    const text = value?.trim();
    return text ? say(text.slice(0, factCharactersMax)) : words.missing[fact];
  };
  switch (fact) {
    case "deadline":
      return standingSentence(item, reading, true);
    case "still-open":
      return standingSentence(item, reading, false);
    case "how-to-apply":
      return said(facts.howToApply, words.howToApply);
    case "place":
      return said(facts.place, words.place);
    case "contract":
      return said(facts.contract, words.contract);
    case "employer":
      return said(facts.employer, words.employer);
    case "reference":
      return said(reference, words.reference);
    case "contacts":
      return said(reading.contacts, words.contacts);
    case "changed":
      return changedSentence(item, reading);
    default:
      return words.missing[fact];
  }
}

/** Whether one may still apply. What is closed is never called open, whatever else is known. */
function standingSentence(item: DiscussedItem, reading: FactReading, asksForDay: boolean): string {
  const { words, settings, now } = reading;
  const standing = standingOf(item, settings.timeZone, now);
  const day =
    item.facts.deadline && standing.kind !== "withdrawn" ? dayOf(item.facts.deadline, reading) : null;
  switch (standing.kind) {
    case "withdrawn":
      return words.withdrawn;
    case "closed":
      return words.closed(closedOn(standing, item, reading));
    default:
      if (standing.daysLeft === undefined || day === null) {
        return item.facts.deadline
          ? words.deadlineAsWritten(item.facts.deadline)
          : asksForDay
            ? words.missing.deadline
            : words.openWithoutDay;
      }
      return words.openUntil(day, standing.daysLeft);
  }
}

/** Closed by hand before its last day, it was closed on that day; else its last day says it. */
function closedOn(
  standing: Extract<Standing, { kind: "closed" }>,
  item: DiscussedItem,
  reading: FactReading,
): string | null {
  const { closing, since } = standing;
  if (since && (!closing || since < closing.at)) return dayOf(since.toISOString(), reading, true);
  return item.facts.deadline ? dayOf(item.facts.deadline, reading) : null;
}

function changedSentence(item: DiscussedItem, reading: FactReading): string {
  const { words } = reading;
  const { lifeChange, deadlineBefore } = item;
  const parts = [
    ...(lifeChange?.kind === "reopened" ? [words.reopened] : []),
    ...(deadlineBefore ? [words.deadlineBefore(dayOf(deadlineBefore, reading))] : []),
  ];
  const said = parts.length === 0 ? [words.missing.changed] : parts;
  const isTold = parts.length > 0 || isOver(item, reading);
  return [...said, ...(isTold ? [standingSentence(item, reading, true)] : [])].join(" ");
}

function dayOf(iso: string, { language, settings }: FactReading, onlyDay = false): string {
  const text = readableDate(iso, { language, timeZone: settings.timeZone });
  return onlyDay ? text.replace(/[,]? (?:ore|alle|at|,)? ?\d{1,2}[:.]\d{2}$/, "") : text;
}

/** Whether an item can still be applied for, for whoever adds a word to other answers. */
export function isOver(item: DiscussedItem, { settings, now }: FactReading): boolean {
  const { kind } = standingOf(item, settings.timeZone, now);
  return kind === "closed" || kind === "withdrawn";
}
